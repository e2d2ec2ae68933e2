import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';

/** What a significance test is planned for, to be compared with the test that earns most. */
export interface ClassicalPlan {
  /** The standard deviation of one customer's outcome in each arm, above 0. */
  readonly spreadFirst: number;
  readonly spreadSecond: number;
  /** The difference of means that shall be found, in the same unit, not 0. */
  readonly difference: number;
  /** The two-sided false-alarm chance, and the chance to find the difference: above alpha / 2. */
  readonly alpha: number;
  readonly power: number;
  /** When given, the sizes are reduced for a statement about this list only. */
  readonly population?: number;
}

/**
 * How many customers of each arm a classical significance test asks for, so that it can be set against the test that earns
 * most: usually several times as many.
 * The arms share the customers so that their difference is as exact as possible: in proportion to their spreads. The normal
 * is used, not Student's t; the sizes are the formula's, to be rounded up.
 * Refuses `invalid-standard-deviation`, `invalid-difference`, `invalid-alpha`, `invalid-power` and `invalid-population`.
 * Source: Feit & Berman (2019), Marketing Science 38; `test_size_nht` of their R code.
 * Example: spreads √(0.68 · 0.32), difference 0.0136, alpha 0.05, power 0.8: 18467.95 each, of 100,000 customers 13486.67.
 */
export function classicalTestSizes(
  plan: ClassicalPlan,
): Result<{ readonly sizeFirst: number; readonly sizeSecond: number }> {
  const { spreadFirst, spreadSecond, difference, alpha, power, population } = plan;
  if (!(spreadFirst > 0 && spreadSecond > 0 && spreadFirst + spreadSecond <= 1e100)) {
    return refuse({ code: 'invalid-standard-deviation', spreadFirst, spreadSecond });
  }
  const ratio = (spreadFirst + spreadSecond) / Math.abs(difference);
  if (!(ratio > 1e-100 && ratio <= 1e100))
    return refuse({ code: 'invalid-difference', difference });
  if (!(alpha > 0 && alpha < 1)) return refuse({ code: 'invalid-alpha', alpha });
  if (!(power > alpha / 2 && power < 1)) return refuse({ code: 'invalid-power', power, alpha });
  if (population !== undefined && !(population >= 2 && population <= 1e15)) {
    return refuse({ code: 'invalid-population', population });
  }
  const standardErrors = -normalQuantile(alpha / 2) - normalQuantile(1 - power);
  const uncorrected = (standardErrors * ratio) ** 2;
  const total =
    population === undefined
      ? uncorrected
      : (uncorrected * population) / (population - 1 + uncorrected);
  const shareFirst = spreadFirst / (spreadFirst + spreadSecond);
  return succeed({ sizeFirst: total * shareFirst, sizeSecond: total * (1 - shareFirst) });
}
