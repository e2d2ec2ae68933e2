import type { Problem } from '#core/result.ts';

/** What one cell, or one earlier campaign, showed: an effect and its standard error, in the same unit. */
export interface CellEffect {
  readonly estimate: number;
  readonly standardError: number;
}

const largestRatio = 1e6;

/**
 * Why effects cannot be pooled, or null: `too-few-cells` (fewer than two) and `invalid-effect` with its place from 1 (not a
 * number, a standard error not above 0, or one more than a million times another or smaller than a billionth of the
 * largest effect: no common scale; or beyond 1e-50 to 1e50).
 */
export function effectsProblem(effects: readonly CellEffect[]): Problem | null {
  if (effects.length < 2) return { code: 'too-few-cells', cells: effects.length };
  const largestError = Math.max(...effects.map(({ standardError }) => standardError));
  const largestEffect = Math.max(...effects.map(({ estimate }) => Math.abs(estimate)));
  for (const [place, { estimate, standardError }] of effects.entries()) {
    const possible =
      standardError >= 1e-50 &&
      largestError <= standardError * largestRatio &&
      largestEffect <= standardError * largestRatio * 1000 &&
      largestError <= 1e50;
    if (!possible || !Number.isFinite(estimate)) {
      return { code: 'invalid-effect', cell: place + 1, estimate, standardError };
    }
  }
  return null;
}

/** Pooled over cells for a given spread between them. */
export interface PooledAt {
  readonly mean: number;
  readonly weights: readonly number[];
  readonly weightSum: number;
  /** The sum of weighted squared distances from the mean (generalised Q). */
  readonly distance: number;
}

/** The weighted mean when cells truly differ with variance `betweenVariance`: weights are 1 / (standard error² + it). */
export function pooledAt(effects: readonly CellEffect[], betweenVariance: number): PooledAt {
  const weights = effects.map(
    ({ standardError }) => 1 / (standardError * standardError + betweenVariance),
  );
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  // Around the first estimate, so that a large common value takes no digits from small differences.
  const origin = effects[0]?.estimate ?? 0;
  const shift =
    effects.reduce(
      (sum, { estimate }, place) => sum + (weights[place] ?? 0) * (estimate - origin),
      0,
    ) / weightSum;
  const distance = effects.reduce(
    (sum, { estimate }, place) => sum + (weights[place] ?? 0) * (estimate - origin - shift) ** 2,
    0,
  );
  return { mean: origin + shift, weights, weightSum, distance };
}
