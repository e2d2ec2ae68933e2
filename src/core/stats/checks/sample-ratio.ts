import { refuse, succeed, type Result } from '#core/result.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';

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
  const arms = observedCounts.map((observed, arm) => ({
    arm,
    observed,
    weight: expectedWeights[arm] ?? Number.NaN,
  }));
  if (observedCounts.length !== expectedWeights.length) {
    const facts = { counts: observedCounts.length, weights: expectedWeights.length };
    return refuse({ code: 'arms-do-not-match', ...facts });
  }
  if (!arms.every(({ observed }) => Number.isSafeInteger(observed) && observed >= 0)) {
    return refuse({ code: 'invalid-counts', observedCounts });
  }
  if (!arms.every(({ weight }) => Number.isFinite(weight) && weight >= 0)) {
    return refuse({ code: 'invalid-weights', expectedWeights });
  }
  const stray = arms.find(({ observed, weight }) => weight === 0 && observed > 0);
  if (stray) {
    const { arm, observed: customers } = stray;
    return refuse({ code: 'customers-in-zero-weight-arm', arm, customers });
  }
  const weighted = arms.filter(({ weight }) => weight > 0);
  if (weighted.length < 2) return refuse({ code: 'too-few-arms', arms: weighted.length });
  const customers = weighted.reduce((sum, { observed }) => sum + observed, 0);
  if (customers === 0) return refuse({ code: 'no-customers' });
  const totalWeight = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const statistic = weighted.reduce((sum, { observed, weight }) => {
    const expected = (customers * weight) / totalWeight;
    return sum + (observed - expected) ** 2 / expected;
  }, 0);
  const degreesOfFreedom = weighted.length - 1;
  const pValue = chiSquareUpperTail(statistic, degreesOfFreedom);
  return succeed({ statistic, degreesOfFreedom, pValue, alarm: pValue < sampleRatioAlarm });
}
