import { refuse, succeed, type Result } from '#core/result.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import { normalQuantile, normalTwoSided } from '../distributions/normal-distribution.ts';
import { studentQuantile, studentTwoSided } from '../distributions/student-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { betweenVariance, type BetweenMethod } from './between-cells.ts';
import { effectsProblem, pooledAt, type CellEffect } from './cell-effect.ts';

/** How effects are pooled. */
export interface PoolingOptions {
  readonly method?: BetweenMethod;
  /** Knapp & Hartung's standard error and Student's t instead of the normal: honest for few cells. On by default. */
  readonly knappHartung?: boolean;
  readonly confidenceShare?: number;
}

/** The effect over all cells or campaigns, and how far apart they are. */
export interface PooledEffect {
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly pValue: number;
  /** Where the true effect of one further cell plausibly lies. */
  readonly predictionInterval: Interval;
  readonly betweenVariance: number;
  /** Cochran's Q: whether the effects differ at all, with its p-value (cells - 1 degrees of freedom). */
  readonly heterogeneity: { readonly statistic: number; readonly pValue: number };
  /** I²: which share of the visible differences is real; 0 to 1. H²: how many times chance alone they are. */
  readonly realShare: number;
  readonly timesChance: number;
}

/**
 * What several cells or earlier campaigns say together, when their true effects may differ (random-effects meta-analysis).
 * `effects`: two or more, estimates and standard errors in one unit; `confidenceShare`: between 0 and 1, 0.95 by default.
 * Refuses `too-few-cells`, `invalid-effect`, `invalid-confidence`, and `no-variation` (Knapp & Hartung only: all estimates
 * are equal, which leaves their standard error at 0).
 * Source: Hartung & Knapp (2001), Statistics in Medicine 20; Higgins & Thompson (2002) for I² and H²; R
 * `metafor::rma(test = "knha")`, `predict`.
 * Example: the log risk ratios of the 13 BCG trials: -0.7145 (-1.1084 to -0.3206), next trial -1.9960 to 0.5670.
 */
export function pooledEffect(
  effects: readonly CellEffect[],
  { method = 'reml', knappHartung = true, confidenceShare = 0.95 }: PoolingOptions = {},
): Result<PooledEffect> {
  const problem = effectsProblem(effects) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const between = betweenVariance(effects, method);
  if (!between.ok) return between;
  const freedom = effects.length - 1;
  const { mean, weightSum, distance } = pooledAt(effects, between.value);
  const fixed = pooledAt(effects, 0);
  const variance = (knappHartung ? distance / freedom : 1) / weightSum;
  if (!(variance > 0)) return refuse({ code: 'no-variation', mean });
  const standardError = Math.sqrt(variance);
  const tail = (1 - confidenceShare) / 2;
  const reach = knappHartung ? -studentQuantile(tail, freedom) : -normalQuantile(tail);
  const statistic = mean / standardError;
  const around = (halfWidth: number): Interval => ({
    low: mean - halfWidth,
    high: mean + halfWidth,
  });
  const typical = typicalSquare(fixed.weights, fixed.weightSum, freedom);
  return succeed({
    mean,
    standardError,
    interval: around(reach * standardError),
    pValue: knappHartung ? studentTwoSided(statistic, freedom) : normalTwoSided(statistic),
    predictionInterval: around(reach * Math.sqrt(variance + between.value)),
    betweenVariance: between.value,
    heterogeneity: {
      statistic: fixed.distance,
      pValue: chiSquareUpperTail(fixed.distance, freedom),
    },
    realShare: between.value / (between.value + typical),
    timesChance: 1 + between.value / typical,
  });
}

/** The squared standard error of a typical cell. */
function typicalSquare(weights: readonly number[], weightSum: number, freedom: number): number {
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return freedom / (weightSum - squares / weightSum);
}
