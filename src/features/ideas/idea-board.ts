import { iceScores, type IceScore } from '#core/ideas/ice.ts';
import type { Idea } from '#core/ideas/idea.ts';

/** Which of the two ICE rules orders the list. */
export type IceRule = 'product' | 'mean';

export interface RankedIdea {
  readonly idea: Idea;
  readonly score: IceScore;
}

/** The ideas in the order of a rule; equal scores are ordered by the other rule. */
export function rankedIdeas(ideas: readonly Idea[], rule: IceRule): readonly RankedIdea[] {
  const scores = iceScores(ideas);
  if (!scores.ok) return [];
  const [first, second] =
    rule === 'product'
      ? (['rankByProduct', 'rankByMean'] as const)
      : (['rankByMean', 'rankByProduct'] as const);
  return ideas
    .flatMap((idea, index) => {
      const score = scores.value[index];
      return score ? [{ idea, score }] : [];
    })
    .sort((a, b) => a.score[first] - b.score[first] || a.score[second] - b.score[second]);
}

/** Places an idea stands above (or, negative, below) where the other rule puts it. */
export function placesGained({ rankByProduct, rankByMean }: IceScore, rule: IceRule): number {
  return rule === 'product' ? rankByMean - rankByProduct : rankByProduct - rankByMean;
}
