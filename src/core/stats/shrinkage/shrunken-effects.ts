import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { betweenVariance, type BetweenMethod } from './between-cells.ts';
import { effectsProblem, pooledAt, type CellEffect } from './cell-effect.ts';

/** What to believe of one cell, once all cells are known. */
export interface ShrunkenEffect {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** How far the estimate is drawn to the mean of all: 0 not at all, 1 all the way. */
  readonly borrowedShare: number;
}

/** All cells drawn towards their mean, each as far as its own data are weak. */
export interface ShrunkenEffects {
  readonly mean: number;
  readonly betweenVariance: number;
  /** In the order of the effects. */
  readonly cells: readonly ShrunkenEffect[];
}

/** How the cells are drawn together. */
export interface ShrinkageOptions {
  readonly method?: BetweenMethod;
  readonly confidenceShare?: number;
}

/**
 * What to believe of each cell's effect when all cells are looked at together (best linear unbiased prediction).
 * `effects`: two or more, estimates and standard errors in one unit; `confidenceShare`: between 0 and 1, 0.95 by default.
 * The intervals take the variance between cells as known: with few cells they are too short, and `morrisEffects` is the
 * honest one.
 * Refuses `too-few-cells`, `invalid-effect`, `invalid-confidence` and `no-visible-difference` (the variance between cells
 * is estimated as 0: nothing tells the cells apart; with the pooled mean).
 * Source: Robinson (1991), Statistical Science 6; R `metafor::blup`.
 * Example: the first BCG trial (log risk ratio -0.8893 ± 0.5706) is drawn to -0.8002, borrowed share 0.5097.
 */
export function shrunkenEffects(
  effects: readonly CellEffect[],
  { method = 'reml', confidenceShare = 0.95 }: ShrinkageOptions = {},
): Result<ShrunkenEffects> {
  const problem = effectsProblem(effects) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const between = betweenVariance(effects, method);
  if (!between.ok) return between;
  const { mean, weightSum } = pooledAt(effects, between.value);
  if (between.value === 0) return refuse({ code: 'no-visible-difference', mean });
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const cells = effects.map(({ estimate, standardError }) => {
    const square = standardError * standardError;
    const borrowedShare = square / (square + between.value);
    const variance = (1 - borrowedShare) * square + (borrowedShare * borrowedShare) / weightSum;
    return shrunken(estimate + borrowedShare * (mean - estimate), variance, borrowedShare, z);
  });
  return succeed({ mean, betweenVariance: between.value, cells });
}

/**
 * The same with intervals that allow for not knowing how much the cells differ: the ones to report for few cells.
 * `effects`: four or more; the variance between cells is Paule & Mandel's, which is also Morris' own.
 * Refuses `too-few-cells` (fewer than four), `invalid-effect`, `invalid-confidence` and `no-visible-difference`.
 * Source: Morris (1983), JASA 78, section 5: the shrinkage times (k - 3) / (k - 1), and an added variance for its own error.
 * Example: the first BCG trial is drawn to -0.8158, borrowed share 0.4215.
 */
export function morrisEffects(
  effects: readonly CellEffect[],
  { confidenceShare = 0.95 }: Pick<ShrinkageOptions, 'confidenceShare'> = {},
): Result<ShrunkenEffects> {
  const count = effects.length;
  if (count < 4) return refuse({ code: 'too-few-cells', cells: count });
  const problem = effectsProblem(effects) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const between = betweenVariance(effects, 'paule-mandel');
  if (!between.ok) return between;
  const variance = between.value;
  const { mean, weights, weightSum } = pooledAt(effects, variance);
  if (variance === 0) return refuse({ code: 'no-visible-difference', mean });
  const averageSquare = effects.reduce(
    (sum, { standardError }, place) =>
      sum + ((weights[place] ?? 0) / weightSum) * standardError ** 2,
    0,
  );
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const cells = effects.map(({ estimate, standardError }, place) => {
    const square = standardError * standardError;
    const weight = weights[place] ?? 0;
    const borrowedShare = ((count - 3) / (count - 1)) * square * weight;
    // How much the cell itself decides about the mean: its leverage.
    const kept = 1 - (1 - weight / weightSum) * borrowedShare;
    const uncertainty =
      (2 / (count - 3)) * borrowedShare ** 2 * (averageSquare + variance) * weight;
    return shrunken(
      estimate + borrowedShare * (mean - estimate),
      square * kept + uncertainty * (estimate - mean) ** 2,
      borrowedShare,
      z,
    );
  });
  return succeed({ mean, betweenVariance: variance, cells });
}

function shrunken(
  estimate: number,
  variance: number,
  borrowedShare: number,
  z: number,
): ShrunkenEffect {
  const standardError = Math.sqrt(variance);
  return {
    estimate,
    standardError,
    interval: { low: estimate - z * standardError, high: estimate + z * standardError },
    borrowedShare,
  };
}
