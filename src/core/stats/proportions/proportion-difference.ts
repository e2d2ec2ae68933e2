import { refuse, succeed, type Result } from '#core/result.ts';
import { pairProblem, type ArmCounts } from './arm-counts.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { differenceOfProducts } from '../numerics/difference-of-products.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { normalQuantile, normalTwoSided } from '../distributions/normal-distribution.ts';
import { constrainedControlShare } from './proportion-constrained.ts';

/** Two response shares compared: `difference` and `interval` in shares (0.02 is two points), `statistic` a z value. */
export interface ProportionComparison {
  readonly method: 'miettinen-nurminen';
  readonly difference: number;
  readonly interval: Interval;
  readonly statistic: number;
  readonly pValue: number;
}

/**
 * By how much the response share of the treated customers differs from the control's, and whether chance explains it.
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1, usually 0.95. The p-value is the two-sided
 * score p-value of "no difference" with the same N/(N-1) factor as the interval, so that the interval leaves out 0
 * exactly when the p-value is below 1 - confidenceShare. Where nobody (or everybody) responded in both arms the statistic
 * is 0, its limit there, and p is 1, which is also what Fisher's and Boschloo's exact tests give for such a table.
 * Refuses `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4, equations 8 and 9.
 * Example: 56 of 70 against 48 of 80 at 0.95 gives 0.2, interval 0.0528 to 0.3382.
 */
export function compareProportions(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<ProportionComparison> {
  const problem = pairProblem({ treatment, control }) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const difference = observedDifference(treatment, control);
  const score = (assumed: number): number => differenceScore(treatment, control, assumed);
  const statistic = score(0);
  return succeed({
    method: 'miettinen-nurminen',
    difference,
    interval: {
      low: difference <= -1 ? -1 : bracketedRoot((assumed) => score(assumed) - z, -1, difference),
      high: difference >= 1 ? 1 : bracketedRoot((assumed) => score(assumed) + z, difference, 1),
    },
    statistic,
    pValue: normalTwoSided(statistic),
  });
}

/**
 * How far the observed difference lies from an assumed one, in standard errors under that assumption.
 * `assumed`: -1 to 1. Infinite where the assumption is impossible for these counts. Decreases in `assumed`.
 */
export function differenceScore(treatment: ArmCounts, control: ArmCounts, assumed: number): number {
  const distance = observedDifference(treatment, control) - assumed;
  if (distance === 0) return 0;
  const total = treatment.trials + control.trials;
  // Shares next to 1 have few digits left of what is missing to 1: the customers who did not respond vary as much.
  const spread =
    treatment.events + control.events > total / 2
      ? varianceUnder(misses(treatment), misses(control), -assumed)
      : varianceUnder(treatment, control, assumed);
  return distance / Math.sqrt((spread * total) / (total - 1));
}

/** The squared standard error of the difference when it is exactly `assumed`. */
function varianceUnder(treatment: ArmCounts, control: ArmCounts, assumed: number): number {
  const controlShare = constrainedControlShare(treatment, control, assumed);
  const treatmentShare = Math.min(1, Math.max(0, controlShare + assumed));
  return (
    (treatmentShare * (1 - treatmentShare)) / treatment.trials +
    (controlShare * (1 - controlShare)) / control.trials
  );
}

/** The share of the treated minus that of the control. */
export function observedDifference(treatment: ArmCounts, control: ArmCounts): number {
  const cross = differenceOfProducts(
    treatment.events,
    control.trials,
    control.events,
    treatment.trials,
  );
  return cross / (treatment.trials * control.trials);
}

function misses({ events, trials }: ArmCounts): ArmCounts {
  return { events: trials - events, trials };
}

/**
 * The classic chi-square of a two-by-two table, without Yates' correction: the figure most reports print.
 * `treatment`, `control`: whole counts.
 * Refuses `no-trials`, `invalid-counts`, and `no-variation` when nobody or everybody responded in both arms.
 * Source: Pearson (1900); R `prop.test(correct = FALSE)`.
 * Example: 94 of 900 against 25 of 900 gives 42.840646, p 5.94e-11.
 */
export function pooledChiSquare(
  treatment: ArmCounts,
  control: ArmCounts,
): Result<{ statistic: number; degreesOfFreedom: 1; pValue: number }> {
  const problem = pairProblem({ treatment, control });
  if (problem) return refuse(problem);
  const total = treatment.trials + control.trials;
  const events = treatment.events + control.events;
  if (events === 0 || events === total) return refuse({ code: 'no-variation', events, total });
  const difference = observedDifference(treatment, control);
  const pooledShare = events / total;
  const variance =
    ((pooledShare * (total - events)) / total) * (1 / treatment.trials + 1 / control.trials);
  const statistic = (difference * difference) / variance;
  return succeed({ statistic, degreesOfFreedom: 1, pValue: chiSquareUpperTail(statistic, 1) });
}
