import { refuse, succeed, type Result } from '#core/result.ts';
import { pairProblem, type ArmCounts } from './arm-counts.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';

/**
 * The chi-square of a two-by-two table with Yates' continuity correction, as older programs print it: close to Fisher's
 * test, and as cautious.
 * `treatment`, `control`: whole counts. The correction never exceeds the distance it corrects: where the observed count is
 * within half a customer of the expected one, the statistic is 0.
 * Refuses `no-trials`, `invalid-counts`, and `no-variation` when nobody or everybody responded in both arms.
 * Source: Yates (1934); R `prop.test`, `chisq.test(correct = TRUE)`.
 * Example: 5 of 83 against 12 of 99 gives 1.3273729, p 0.2493.
 */
export function yatesChiSquare(
  treatment: ArmCounts,
  control: ArmCounts,
): Result<{ statistic: number; degreesOfFreedom: 1; pValue: number }> {
  const problem = pairProblem({ treatment, control });
  if (problem) return refuse(problem);
  const total = treatment.trials + control.trials;
  const events = treatment.events + control.events;
  if (events === 0 || events === total) return refuse({ code: 'no-variation', events, total });
  const cross = treatment.events * control.trials - control.events * treatment.trials;
  const distance = Math.max(0, Math.abs(cross / total) - 0.5);
  const variance =
    (((treatment.trials / total) * control.trials) / total) * events * ((total - events) / total);
  const statistic = (distance * distance) / variance;
  return succeed({ statistic, degreesOfFreedom: 1, pValue: chiSquareUpperTail(statistic, 1) });
}
