import { refuse, succeed, type Result } from '#core/result.ts';
import type { Idea } from './idea.ts';

/** An idea's ICE score by both rules in use. Ranks start at 1; equal scores share the better rank. */
export interface IceScore {
  readonly id: number;
  /** Impact × confidence × ease, 1..1000. */
  readonly product: number;
  /** Mean of the three, 1..10. */
  readonly mean: number;
  readonly rankByProduct: number;
  readonly rankByMean: number;
  /** Places the idea gains when the mean is used in place of the product; negative where it falls. */
  readonly rankChange: number;
}

const factors = ['impact', 'confidence', 'ease'] as const;

/**
 * Which idea comes first, by the product and by the mean of its three scores, and where the two rules disagree.
 * `ideas`: scores are whole numbers from 1 to 10. The answer keeps the order of the ideas.
 * Refuses `score-out-of-range` with the idea, the factor and the score.
 * Source: Ellis & Brown, Hacking Growth (2017); published guides use either rule, so both are shown.
 * Example: 8, 7, 9 gives the product 504 and the mean 8.
 */
export function iceScores(ideas: readonly Idea[]): Result<readonly IceScore[]> {
  for (const idea of ideas)
    for (const factor of factors) {
      const score = idea[factor];
      if (!Number.isInteger(score) || score < 1 || score > 10)
        return refuse({
          code: 'score-out-of-range',
          id: idea.id,
          name: idea.name,
          factor,
          score,
          least: 1,
          most: 10,
        });
    }
  const sums = ideas.map(({ impact, confidence, ease }) => impact + confidence + ease);
  const products = ideas.map(({ impact, confidence, ease }) => impact * confidence * ease);
  const scored = ideas.map((idea, index): IceScore => {
    const product = products[index] as number;
    const sum = sums[index] as number;
    const rankByProduct = rankOf(product, products);
    const rankByMean = rankOf(sum, sums);
    return {
      id: idea.id,
      product,
      mean: sum / factors.length,
      rankByProduct,
      rankByMean,
      rankChange: rankByProduct - rankByMean,
    };
  });
  return succeed(scored);
}

function rankOf(score: number, all: readonly number[]): number {
  return 1 + all.filter((other) => other > score).length;
}
