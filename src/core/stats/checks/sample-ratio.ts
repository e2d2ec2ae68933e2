import { succeed, type Result } from '#core/result.ts';
import { goodnessOfFit } from '../proportions/goodness-of-fit.ts';

/** The usual alarm limit of the sample-ratio check: a chance of one in a thousand. */
export const sampleRatioAlarm = 0.001;

/** Whether the arms have the sizes the draw gave them; `alarm` means that no result should be read yet. */
export interface SampleRatioCheck {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly alarm: boolean;
}

/**
 * Whether the numbers of customers per arm agree with the shares that were planned.
 * `observedCounts`: whole numbers per arm; `expectedWeights`: 0 or more per arm, any scale (planned sizes or shares).
 * An arm of weight 0 is left out, with its degree of freedom.
 * Refuses `arms-do-not-match` (lists of different length), `invalid-counts`, `invalid-weights`, `no-customers`,
 * `too-few-arms` (fewer than two of positive weight) and `customers-in-zero-weight-arm` with the arm's place.
 * Source: Pearson's goodness of fit; R `chisq.test(x, p = , rescale.p = TRUE)`.
 * Example: 821588 and 815482 at even weights give 22.774, p 1.822e-06: an alarm.
 */
export function sampleRatioCheck(
  observedCounts: readonly number[],
  expectedWeights: readonly number[],
): Result<SampleRatioCheck> {
  const fit = goodnessOfFit(observedCounts, expectedWeights);
  if (!fit.ok) return fit;
  const { statistic, degreesOfFreedom, pValue } = fit.value;
  return succeed({ statistic, degreesOfFreedom, pValue, alarm: pValue < sampleRatioAlarm });
}
