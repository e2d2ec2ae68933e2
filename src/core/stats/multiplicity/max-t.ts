import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { confidenceProblem } from '../interval.ts';
import { correlatedMaximum, type EstimatedChance } from '../distributions/correlated-maximum.ts';
import { studentUpperQuantile } from '../distributions/student-distribution.ts';
import type { Alternative } from '../proportions/alternative.ts';
import type { Rows } from '../numerics/linear-algebra.ts';
import type { SimultaneousInterval } from './dunnett.ts';

/** Estimates that are looked at together. */
export interface EstimateFamily {
  readonly estimates: readonly number[];
  /** How the estimates vary together; may be singular (differences among arms that add up to others). */
  readonly covariance: Rows;
  /** Of the estimated spread; Infinity (normal) when left out. */
  readonly degreesOfFreedom?: number;
  readonly confidenceShare: number;
  /** 'two-sided' when left out. */
  readonly alternative?: Alternative;
}

/** All estimates with intervals that hold together, in the order they were given. */
export interface MaxTComparisons {
  readonly method: 'max-t';
  readonly alternative: Alternative;
  readonly criticalValue: number;
  /** By how much the chance beyond `criticalValue` may differ from the one asked for; 0 where it is exact. */
  readonly criticalError: number;
  readonly comparisons: readonly {
    readonly estimate: number;
    readonly standardError: number;
    readonly statistic: number;
    /** Adjusted for all comparisons. */
    readonly pValue: number;
    /** By how much the p-value may be off, as the lattice itself estimates (99.9%); 0 where it is exact. */
    readonly pValueError: number;
    readonly interval: SimultaneousInterval;
  }[];
}

const mostEstimates = 50;
/** Beyond these a square, or a ratio of squares, is no longer a number. */
const largestAmount = 1e100;
const [smallestVariance, largestVariance] = [1e-200, 1e200] as const;

/**
 * Which of many estimates differ from 0, and intervals that all hold together, from what is known of how they vary
 * together (max-t).
 * `estimates`: 1 to 50, in any unit; `covariance`: in its square; `degreesOfFreedom`: above 0 or left out;
 * `confidenceShare`: of all intervals together. Exact for one or two estimates and for comparisons with one control;
 * otherwise over a fixed lattice, the same answer every time, with its error beside it. An interval leaves out 0 when
 * its p-value is below 1 - confidenceShare (within that error); one-sided it has no end on the other side.
 * Refuses `too-few-effects`, `too-many-effects`, `invalid-effects` (not finite, or beyond 1e100), `invalid-covariance` (not square, not
 * symmetric, with a negative direction, or beyond 1e200), `no-variation` (an estimate without a variance),
 * `invalid-degrees-of-freedom` and `invalid-confidence`.
 * Source: Hothorn, Bretz & Westfall (2008), Biometrical Journal 50; Genz & Bretz (2009); R `multcomp::glht`.
 * Example: estimates 1 and 2 with variances 1 and a covariance of 1/2 at 0.95 give the limit 2.2121277, p 0.5020282
 * and 0.0828881.
 */
export function simultaneousComparisons(family: EstimateFamily): Result<MaxTComparisons> {
  const { estimates, covariance, confidenceShare, alternative = 'two-sided' } = family;
  const { degreesOfFreedom = Number.POSITIVE_INFINITY } = family;
  const problem = familyProblem(estimates, covariance) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  if (!(degreesOfFreedom > 0))
    return refuse({ code: 'invalid-degrees-of-freedom', degreesOfFreedom });
  const errors = covariance.map((row, place) => Math.sqrt(row[place] ?? Number.NaN));
  const correlation = covariance.map((row, place) =>
    row.map((value, column) =>
      column === place ? 1 : value / (errors[place] ?? Number.NaN) / (errors[column] ?? Number.NaN),
    ),
  );
  const sides = alternative === 'two-sided' ? 2 : 1;
  const tailOf = correlatedMaximum(correlation, degreesOfFreedom, sides);
  if (!tailOf) return refuse({ code: 'invalid-covariance' });
  const tailAt = remembered(tailOf);
  const tail = (1 - confidenceShare) / sides;
  const criticalValue = limitOf(tailAt, 1 - confidenceShare, [
    studentUpperQuantile(tail, degreesOfFreedom),
    studentUpperQuantile(tail / estimates.length, degreesOfFreedom),
  ]);
  const comparisons = estimates.map((estimate, place) => {
    const standardError = errors[place] ?? Number.NaN;
    const statistic = estimate / standardError;
    const towards = alternative === 'less' ? -statistic : statistic;
    const { value, error } = tailAt(sides === 2 ? Math.abs(statistic) : towards);
    const width = criticalValue * standardError;
    return {
      estimate,
      standardError,
      statistic,
      pValue: value,
      pValueError: error,
      interval: {
        low: alternative === 'less' ? null : estimate - width,
        high: alternative === 'greater' ? null : estimate + width,
      },
    };
  });
  const { error: criticalError } = tailAt(criticalValue);
  return succeed({ method: 'max-t', alternative, criticalValue, criticalError, comparisons });
}

/** Asked twice for the same limit, the lattice is summed once. */
function remembered(
  tailOf: (critical: number) => EstimatedChance,
): (critical: number) => EstimatedChance {
  const known = new Map<number, EstimatedChance>();
  return (critical) => {
    const chance = known.get(critical) ?? tailOf(critical);
    known.set(critical, chance);
    return chance;
  };
}

/** Between the limit of a single comparison and Bonferroni's. */
function limitOf(
  tailAt: (critical: number) => EstimatedChance,
  chance: number,
  [single, bonferroni]: readonly [number, number],
): number {
  const excess = (critical: number): number => Math.log(tailAt(critical).value / chance);
  if (excess(single) <= 0) return single;
  return excess(bonferroni) >= 0 ? bonferroni : bracketedRoot(excess, single, bonferroni);
}

function familyProblem(estimates: readonly number[], covariance: Rows): Problem | null {
  const count = estimates.length;
  if (count === 0) return { code: 'too-few-effects', count };
  if (count > mostEstimates) return { code: 'too-many-effects', count, most: mostEstimates };
  const possible = (estimate: number): boolean => Math.abs(estimate) <= largestAmount;
  if (!estimates.every(possible)) return { code: 'invalid-effects' };
  const square =
    covariance.length === count &&
    covariance.every((row) => row.length === count && row.every(Number.isFinite));
  if (!square) return { code: 'invalid-covariance' };
  const variances = covariance.map((row, place) => row[place] ?? 0);
  if (variances.includes(0)) return { code: 'no-variation' };
  if (!variances.every((variance) => variance >= smallestVariance && variance <= largestVariance)) {
    return { code: 'invalid-covariance' };
  }
  const symmetric = covariance.every((row, place) =>
    row.every((value, column) => {
      const scale = Math.sqrt(variances[place] ?? 0) * Math.sqrt(variances[column] ?? 0);
      return Math.abs(value - (covariance[column]?.[place] ?? 0)) <= 1e-9 * scale;
    }),
  );
  return symmetric ? null : { code: 'invalid-covariance' };
}
