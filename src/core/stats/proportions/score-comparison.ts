import { succeed, type Result } from '#core/result.ts';
import type { ArmCounts } from './arm-counts.ts';
import { scoreOddsRatio, type OddsRatioScore } from './odds-ratio-score.ts';
import { compareProportions, type ProportionComparison } from './proportion-difference.ts';
import { relativeLift, type RelativeLift } from './proportion-ratio.ts';

/** One p-value, and the effect on three scales whose intervals agree with it. */
export interface ScoreComparison {
  readonly method: 'miettinen-nurminen';
  readonly statistic: number;
  readonly pValue: number;
  readonly difference: Pick<ProportionComparison, 'difference' | 'interval'>;
  /** The ratio of the shares minus 1; refused (with its lower end) where no control responded. */
  readonly lift: Result<RelativeLift>;
  /** Refused where nobody or everybody responded. */
  readonly oddsRatio: Result<OddsRatioScore>;
}

/**
 * Whether the treatment changes the response share, and by how much as a difference, a relative lift and an odds ratio:
 * one construction, so that no scale contradicts another or the p-value.
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1, usually 0.95. Each interval leaves out "no
 * difference" (0, 0 and 1) exactly when the p-value is below 1 - confidenceShare.
 * Where nobody (or everybody) responded in both arms, p is 1: the score statistic tends to 0 there, and every exact test
 * gives 1 as well, because no table with these margins speaks more for equal shares. The difference still has an
 * interval; the scales without a value carry their refusal.
 * Refuses `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4, equations 8, 10 and 13.
 * Example: 7 of 34 against 1 of 34 at 0.95 gives p 0.0250, difference 0.1765 (0.0270 to 0.3453), odds ratio 8.5556
 * (1.2466 to 56.4616).
 */
export function scoreComparison(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<ScoreComparison> {
  const compared = compareProportions(treatment, control, confidenceShare);
  if (!compared.ok) return compared;
  const { method, statistic, pValue, difference, interval } = compared.value;
  return succeed({
    method,
    statistic,
    pValue,
    difference: { difference, interval },
    lift: relativeLift(treatment, control, confidenceShare),
    oddsRatio: scoreOddsRatio(treatment, control, confidenceShare),
  });
}
