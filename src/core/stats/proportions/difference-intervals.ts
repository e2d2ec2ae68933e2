import { refuse, succeed, type Result } from '#core/result.ts';
import { pairProblem, type ArmCounts } from './arm-counts.ts';
import { differenceScore, observedDifference } from './proportion-difference.ts';
import { wilsonInterval } from './proportion-interval.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';

/**
 * Between which values the difference of two response shares plausibly lies, built from the Wilson intervals of the two.
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1, usually 0.95. In shares; never beyond -1 or 1.
 * Refuses `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Newcombe (1998), Statistics in Medicine 17, method 10; statsmodels
 * `confint_proportions_2indep(method='newcomb')`.
 * Example: 56 of 70 against 48 of 80 at 0.95 gives 0.0524 to 0.3339.
 */
export function newcombeInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<Interval> {
  const problem = pairProblem({ treatment, control }) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const wilson = ({ events, trials }: ArmCounts) => wilsonInterval(events, trials, confidenceShare);
  const [treated, others] = [wilson(treatment), wilson(control)];
  if (!treated.ok) return treated;
  if (!others.ok) return others;
  const difference = observedDifference(treatment, control);
  const [share, otherShare] = [
    treatment.events / treatment.trials,
    control.events / control.trials,
  ];
  const below = Math.hypot(share - treated.value.low, others.value.high - otherShare);
  const above = Math.hypot(treated.value.high - share, otherShare - others.value.low);
  return succeed({ low: difference - below, high: difference + above });
}

/**
 * Between which values the difference of two response shares plausibly lies, by hand: one responder and one other are
 * added to each arm, and the plain standard error is taken.
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1, usually 0.95. In shares, cut at -1 and 1.
 * Refuses `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Agresti & Caffo (2000), The American Statistician 54; statsmodels
 * `confint_proportions_2indep(method='agresti-caffo')`.
 * Example: 56 of 70 against 48 of 80 at 0.95 gives 0.0525 to 0.3358.
 */
export function agrestiCaffoInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<Interval> {
  return plainInterval(treatment, control, confidenceShare, 1);
}

/**
 * The textbook interval of a difference of two shares, for comparison only: it is too short for small or rare responses.
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1. In shares, cut at -1 and 1.
 * Refuses `no-trials`, `invalid-counts`, `invalid-confidence`, and `no-variation` when neither arm has both responders
 * and others (the standard error would be 0).
 * Source: Newcombe (1998), method 1; statsmodels `confint_proportions_2indep(method='wald')`.
 * Example: 56 of 70 against 48 of 80 at 0.95 gives 0.0575 to 0.3425.
 */
export function waldDifferenceInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<Interval> {
  const found = plainInterval(treatment, control, confidenceShare, 0);
  if (
    !found.ok ||
    [treatment, control].some(({ events, trials }) => events > 0 && events < trials)
  ) {
    return found;
  }
  const events = treatment.events + control.events;
  return refuse({ code: 'no-variation', events, total: treatment.trials + control.trials });
}

function plainInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
  added: 0 | 1,
): Result<Interval> {
  const problem = pairProblem({ treatment, control }) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const enlarged = ({ events, trials }: ArmCounts): ArmCounts => ({
    events: events + added,
    trials: trials + 2 * added,
  });
  const [treated, others] = [enlarged(treatment), enlarged(control)];
  const difference = observedDifference(treated, others);
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const halfWidth = z * Math.sqrt(shareVariance(treated) + shareVariance(others));
  return succeed({
    low: Math.max(-1, difference - halfWidth),
    high: Math.min(1, difference + halfWidth),
  });
}

/** The squared standard error of an arm's response share. */
export function shareVariance({ events, trials }: ArmCounts): number {
  return ((events / trials) * ((trials - events) / trials)) / trials;
}

/**
 * Between which values the difference of two response shares plausibly lies: the score interval without the factor
 * N/(N-1), a little shorter than that of `compareProportions`. It leaves out 0 exactly when `pooledZTest` is below alpha.
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1, usually 0.95. In shares.
 * Refuses `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Mee (1984), Biometrics 40; Newcombe (1998), method 5.
 * Example: 56 of 70 against 48 of 80 at 0.95 gives 0.0533 to 0.3377.
 */
export function meeInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<Interval> {
  const problem = pairProblem({ treatment, control }) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const total = treatment.trials + control.trials;
  const z = -normalQuantile((1 - confidenceShare) / 2) * Math.sqrt((total - 1) / total);
  const difference = observedDifference(treatment, control);
  const beyond = (assumed: number): number => differenceScore(treatment, control, assumed);
  return succeed({
    low: difference <= -1 ? -1 : bracketedRoot((at) => beyond(at) - z, -1, difference),
    high: difference >= 1 ? 1 : bracketedRoot((at) => beyond(at) + z, difference, 1),
  });
}
