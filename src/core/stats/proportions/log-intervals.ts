import { refuse, succeed, type Result } from '#core/result.ts';
import { pairProblem, type ArmCounts } from './arm-counts.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';

/**
 * Between which values the ratio of two response shares plausibly lies, from the standard error of its logarithm.
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1, usually 0.95. Ratios: 1 is no difference.
 * Refuses `no-events` with the arm that has none (use `relativeLift`), `no-variation` when everybody responded in both
 * arms (the standard error would be 0), `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Katz, Baptista, Azen & Pike (1978), Biometrics 34; SciPy `relative_risk`.
 * Example: 16 of 128 against 24 of 256 at 0.95 gives 0.7347317 to 2.419628 about 1.333333.
 */
export function katzInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<Interval> {
  const problem = pairProblem({ treatment, control });
  if (problem) return refuse(problem);
  for (const [arm, counts] of Object.entries({ treatment, control })) {
    if (counts.events === 0) return refuse({ code: 'no-events', arm, trials: counts.trials });
  }
  return ratioInterval(treatment, control, confidenceShare, 0);
}

/**
 * Between which values the ratio of two response shares plausibly lies, with half a customer added to the responders and
 * to the size of each arm, so that arms without responders have an interval as well.
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1, usually 0.95. Ratios: 1 is no difference.
 * Refuses `no-variation` when everybody responded in both arms, `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Walter (1975), Biometrika 62; statsmodels `confint_proportions_2indep(compare='ratio', method='log-adjusted')`.
 * Example: 7 of 34 against 1 of 34 at 0.95 gives 0.9241 to 27.0523 about 5.
 */
export function adjustedLogInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<Interval> {
  const problem = pairProblem({ treatment, control });
  return problem ? refuse(problem) : ratioInterval(treatment, control, confidenceShare, 0.5);
}

function ratioInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
  added: 0 | 0.5,
): Result<Interval> {
  const share = ({ events, trials }: ArmCounts): number => (events + added) / (trials + added);
  // 1/events - 1/trials without subtracting nearly equal numbers.
  const variance = ({ events, trials }: ArmCounts): number =>
    (trials - events) / (events + added) / (trials + added);
  const total = treatment.trials + control.trials;
  const squaredError = variance(treatment) + variance(control);
  if (squaredError === 0) return refuse({ code: 'no-variation', events: total, total });
  return logInterval(share(treatment) / share(control), squaredError, confidenceShare);
}

/**
 * Between which values the odds ratio of two response shares plausibly lies, from the standard error of its logarithm.
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1, usually 0.95.
 * Refuses `empty-cell` when an arm has no responders or only responders (use `scoreOddsRatio`), `no-trials`,
 * `invalid-counts` and `invalid-confidence`.
 * Source: Woolf (1955), Annals of Human Genetics 19; statsmodels `Table2x2.oddsratio_confint`.
 * Example: 10 of 30 against 41 of 134 at 0.95 gives 0.4879913 to 2.635883 about 1.134146.
 */
export function woolfInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<Interval> {
  const problem = pairProblem({ treatment, control });
  if (problem) return refuse(problem);
  for (const [arm, { events, trials }] of Object.entries({ treatment, control })) {
    if (events === 0 || events === trials)
      return refuse({ code: 'empty-cell', arm, events, trials });
  }
  return oddsInterval(treatment, control, confidenceShare, 0);
}

/**
 * Between which values the odds ratio of two response shares plausibly lies, with half a customer added to every cell, so
 * that empty cells have an interval as well.
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1, usually 0.95.
 * Refuses `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Haldane (1956), Gart (1966), Journal of the Royal Statistical Society B 28; statsmodels
 * `confint_proportions_2indep(compare='odds-ratio', method='logit-adjusted')`.
 * Example: 7 of 34 against 1 of 34 at 0.95 gives 0.9828 to 37.7486 about 6.0909.
 */
export function adjustedLogitInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<Interval> {
  const problem = pairProblem({ treatment, control });
  return problem ? refuse(problem) : oddsInterval(treatment, control, confidenceShare, 0.5);
}

function oddsInterval(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
  added: 0 | 0.5,
): Result<Interval> {
  const cells = (arm: ArmCounts) => [arm.events + added, arm.trials - arm.events + added] as const;
  const [responders, others] = cells(treatment);
  const [controlResponders, controlOthers] = cells(control);
  const oddsRatio = (responders / others) * (controlOthers / controlResponders);
  const squaredError = 1 / responders + 1 / others + 1 / controlResponders + 1 / controlOthers;
  return logInterval(oddsRatio, squaredError, confidenceShare);
}

function logInterval(
  center: number,
  squaredError: number,
  confidenceShare: number,
): Result<Interval> {
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const reach = Math.exp(-normalQuantile((1 - confidenceShare) / 2) * Math.sqrt(squaredError));
  return succeed({ low: center / reach, high: center * reach });
}
