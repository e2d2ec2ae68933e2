import { iceScores, type IceScore } from '#core/ideas/ice.ts';
import type { Idea } from '#core/ideas/idea.ts';

/** Which of the two ICE rules orders the list. */
export type IceRule = 'product' | 'mean';

export interface RankedIdea {
  readonly idea: Idea;
  readonly score: IceScore;
}

/** The ideas in the order of a rule; of equal scores the earlier idea comes first. */
export function rankedIdeas(ideas: readonly Idea[], rule: IceRule): readonly RankedIdea[] {
  const scores = iceScores(ideas);
  if (!scores.ok) return [];
  const rank = rule === 'product' ? 'rankByProduct' : 'rankByMean';
  return ideas
    .flatMap((idea, index) => {
      const score = scores.value[index];
      return score ? [{ idea, score }] : [];
    })
    .sort((a, b) => a.score[rank] - b.score[rank]);
}

/** Places an idea stands above (or, negative, below) where the other rule puts it. */
export function placesGained({ rankByProduct, rankByMean }: IceScore, rule: IceRule): number {
  return rule === 'product' ? rankByMean - rankByProduct : rankByProduct - rankByMean;
}
