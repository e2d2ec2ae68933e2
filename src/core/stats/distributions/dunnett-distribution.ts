import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { maximumUpperTail } from './maximum-distribution.ts';
import { studentUpperQuantile } from './student-distribution.ts';

/** One control and the arms compared with it. */
export interface DunnettArms {
  /** Customers in the control arm, above 0. */
  readonly sizeControl: number;
  /** Customers in each other arm, above 0. */
  readonly sizes: readonly number[];
  /** Of the pooled spread: customers in all arms less the number of arms; Infinity for a known spread. */
  readonly degreesOfFreedom: number;
  /** 'two-sided' when left out; 'greater' asks whether arms are higher than the control. */
  readonly alternative?: 'two-sided' | 'greater' | 'less';
}

/**
 * What each arm's comparison shares with the others through the control they have in common: b_i, so that two
 * comparisons correlate with b_i b_j = root(n_i / (n_i + n_0)) root(n_j / (n_j + n_0)).
 * `weightControl`, `weights`: customers, or whatever the precision of an arm is proportional to; above 0.
 * Example: arms as large as the control have 0.7071, so that their comparisons correlate with 1/2.
 */
export function dunnettLoadings(weightControl: number, weights: readonly number[]): number[] {
  return weights.map((weight) => 1 / Math.sqrt(1 + weightControl / weight));
}

/**
 * How likely chance alone puts the largest of several comparisons with one control at least as far out as `statistic`:
 * the p-value of that comparison, adjusted for all of them.
 * `statistic`: a t value, or a z value with infinite degrees of freedom; its sign counts only one-sided ('less' asks for
 * the smallest comparison). Arms: see `DunnettArms`. Anything outside gives NaN. Small p-values keep their digits.
 * Source: Dunnett (1955, 1964); R `mvtnorm::pmvt`, `multcomp::glht` (which integrate to 1e-3 unless told otherwise).
 * Example: control 10, arms 10, 10 and 10, 36 degrees of freedom, statistic 2.5 gives 0.0448305.
 */
export function dunnettUpperTail(statistic: number, arms: DunnettArms): number {
  const { sizeControl, sizes, degreesOfFreedom, alternative = 'two-sided' } = arms;
  if (![sizeControl, ...sizes].every((size) => size > 0)) return Number.NaN;
  const towards = alternative === 'less' ? -statistic : statistic;
  return maximumUpperTail({
    loadings: dunnettLoadings(sizeControl, sizes),
    degreesOfFreedom,
    critical: alternative === 'two-sided' ? Math.abs(statistic) : towards,
    sides: alternative === 'two-sided' ? 2 : 1,
  });
}

/**
 * How many standard errors every comparison with the control must be allowed so that all intervals hold together.
 * Arms: see `DunnettArms`; `confidenceShare`: strictly between 0 and 1, of all comparisons together. Anything outside
 * gives NaN. One-sided the answer is the same for 'greater' and 'less'.
 * Source: Dunnett (1955, 1964), tables 1 to 3; R `mvtnorm::qmvt`, `multcomp::glht`.
 * Example: control 10, arms 10, 10 and 10, 36 degrees of freedom, 0.95 gives 2.4521271 two-sided, 2.1326647 one-sided.
 */
export function dunnettCriticalValue(
  arms: DunnettArms & { readonly confidenceShare: number },
): number {
  const { sizeControl, sizes, degreesOfFreedom, confidenceShare } = arms;
  if (![sizeControl, ...sizes].every((size) => size > 0)) return Number.NaN;
  return maximumCriticalValue({
    loadings: dunnettLoadings(sizeControl, sizes),
    degreesOfFreedom,
    tail: 1 - confidenceShare,
    sides: (arms.alternative ?? 'two-sided') === 'two-sided' ? 2 : 1,
  });
}

/**
 * The limit that the largest of several comparisons with correlations b_i b_j exceeds with the chance `tail` when
 * nothing works. `loadings`, `degreesOfFreedom`, `sides`: see `MaximumQuestion`; `tail`: strictly between 0 and 1.
 * Anything outside gives NaN. It lies between the limit of a single comparison and Bonferroni's.
 */
export function maximumCriticalValue(question: {
  readonly loadings: readonly number[];
  readonly degreesOfFreedom: number;
  readonly tail: number;
  readonly sides: 1 | 2;
}): number {
  const { loadings, degreesOfFreedom, tail, sides } = question;
  if (!(tail > 0 && tail < 1)) return Number.NaN;
  const single = studentUpperQuantile(tail / sides, degreesOfFreedom);
  if (loadings.length === 1) return single;
  const bonferroni = studentUpperQuantile(tail / sides / loadings.length, degreesOfFreedom);
  const excess = (critical: number): number =>
    Math.log(maximumUpperTail({ ...question, critical }) / tail);
  // A little wider than the exact bounds, which are met where the comparisons are one or nearly independent.
  const margin = 1e-9 * Math.max(1, Math.abs(single), bonferroni);
  const [low, high] = [single - margin, bonferroni + margin];
  return Number.isNaN(excess(low))
    ? Number.NaN
    : bracketedRoot(excess, Math.max(low, sides === 2 ? 0 : low), high);
}
