import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { effectsProblem, pooledAt, type CellEffect } from './cell-effect.ts';

/**
 * How the variance between cells is estimated: restricted maximum likelihood (the default), Paule & Mandel's equation,
 * DerSimonian & Laird's or Hedges' moments.
 */
export type BetweenMethod = 'reml' | 'paule-mandel' | 'dersimonian-laird' | 'hedges';

/**
 * How much the true effects of cells differ: the variance between them that their standard errors do not explain.
 * `effects`: two or more, estimates and standard errors in one unit; the answer is in that unit squared, 0 when the
 * estimates lie no further apart than chance would place them.
 * Refuses `too-few-cells` and `invalid-effect`.
 * Source: DerSimonian & Laird (1986), Controlled Clinical Trials 7; Paule & Mandel (1982); Hedges (1983); Viechtbauer
 * (2005) for REML; R `metafor::rma(method = "REML")`, `"PM"`, `"DL"`, `"HE"`.
 * Example: the log risk ratios of the 13 BCG trials give 0.3132433 by REML, 0.3180685 by Paule & Mandel, 0.3087603 by DL.
 */
export function betweenVariance(
  effects: readonly CellEffect[],
  method: BetweenMethod = 'reml',
): Result<number> {
  const problem = effectsProblem(effects);
  if (problem) return refuse(problem);
  switch (method) {
    case 'reml':
      return succeed(restrictedLikelihood(effects));
    case 'paule-mandel':
      return succeed(distanceRoot(effects, (distance) => distance - (effects.length - 1)));
    case 'dersimonian-laird':
      return succeed(derSimonianLaird(effects));
    case 'hedges':
      return succeed(hedges(effects));
  }
}

/**
 * Between which values the variance between cells plausibly lies (Q profile).
 * `effects`: as for `betweenVariance`; `confidenceShare`: between 0 and 1. An end is 0 where
 * "no difference at all between cells" cannot be ruled out on that side.
 * Refuses what `betweenVariance` refuses, and `invalid-confidence`.
 * Source: Viechtbauer (2007), Statistics in Medicine 26; R `metafor::confint.rma.uni`.
 * Example: the log risk ratios of the 13 BCG trials at 0.95 give 0.1197184 to 1.1114791.
 */
export function betweenVarianceInterval(
  effects: readonly CellEffect[],
  confidenceShare: number,
): Result<Interval> {
  const problem: Problem | null = effectsProblem(effects) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const tail = (1 - confidenceShare) / 2;
  const at = (upperTail: number): number =>
    distanceRoot(
      effects,
      (distance) => upperTail - chiSquareUpperTail(distance, effects.length - 1),
    );
  return succeed({ low: at(tail), high: at(1 - tail) });
}

/** The variance at which a rising function of the generalised Q crosses 0, or 0 when it is below already. */
function distanceRoot(
  effects: readonly CellEffect[],
  rising: (distance: number) => number,
): number {
  const value = (variance: number): number => rising(pooledAt(effects, variance).distance);
  if (value(0) <= 0) return 0;
  let high = smallestSquare(effects);
  while (value(high) > 0) high *= 4;
  return bracketedRoot(value, 0, high);
}

function smallestSquare(effects: readonly CellEffect[]): number {
  return Math.min(...effects.map(({ standardError }) => standardError ** 2));
}

function derSimonianLaird(effects: readonly CellEffect[]): number {
  const { weights, weightSum, distance } = pooledAt(effects, 0);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return Math.max(0, (distance - (effects.length - 1)) / (weightSum - squares / weightSum));
}

function hedges(effects: readonly CellEffect[]): number {
  const count = effects.length;
  const mean = effects.reduce((sum, { estimate }) => sum + estimate / count, 0);
  const spread = effects.reduce((sum, { estimate }) => sum + (estimate - mean) ** 2, 0);
  const within = effects.reduce((sum, { standardError }) => sum + standardError ** 2 / count, 0);
  return Math.max(0, spread / (count - 1) - within);
}

const stepsPerDecade = 8;

/** Where the restricted likelihood is largest: 0, or one of the places at which its slope turns from plus to minus. */
function restrictedLikelihood(effects: readonly CellEffect[]): number {
  const slope = (variance: number): number => {
    const { weights, weightSum, mean } = pooledAt(effects, variance);
    const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
    const distances = effects.reduce(
      (sum, { estimate }, place) => sum + ((weights[place] ?? 0) * (estimate - mean)) ** 2,
      0,
    );
    return distances - (weightSum - squares / weightSum);
  };
  const likelihood = (variance: number): number => {
    const { weights, weightSum, distance } = pooledAt(effects, variance);
    const logs = weights.reduce((sum, weight) => sum + Math.log(weight), 0);
    return 0.5 * (logs - Math.log(weightSum) - distance);
  };
  const start = smallestSquare(effects) * 1e-4;
  let best = 0;
  let low = 0;
  let slopeLow = slope(0);
  // Beyond the spread of the estimates themselves the slope is negative for good.
  const end = 4 * (hedges(effects) + Math.max(...effects.map((e) => e.standardError ** 2))) + start;
  for (let step = 0; low < end; step += 1) {
    const high = start * 10 ** (step / stepsPerDecade);
    const slopeHigh = slope(high);
    if (slopeLow > 0 && slopeHigh <= 0) {
      const top = bracketedRoot(slope, low, high);
      if (likelihood(top) > likelihood(best)) best = top;
    }
    [low, slopeLow] = [high, slopeHigh];
  }
  return best;
}
