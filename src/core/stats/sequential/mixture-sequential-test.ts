import { refuse, succeed, type Result } from '#core/result.ts';
import { confidenceProblem } from '../interval.ts';
import {
  estimateProblem,
  type AlwaysValidReading,
  type RunningEstimate,
} from './confidence-sequence.ts';

/** How the test is tuned; fixed before the first customer. */
export interface MixtureTuning {
  readonly confidenceShare: number;
  /** The standard deviation of the effects one expects to meet, in the unit of the effect. */
  readonly effectSpread: number;
}

/**
 * An always-valid p-value and interval from all looks so far (mixture sequential probability ratio test).
 * `looks`: the estimates so far, in order, with their standard errors in the unit of the effect; `effectSpread`: above 0,
 * fixed beforehand. The p-value is the smallest of all looks', so that it never rises again; the interval is what the
 * intervals of all looks have in common. Standard errors are taken as known: the first looks need some hundred customers.
 * Refuses `no-looks`, `invalid-effect`, `no-variation`, `invalid-size` (each with the facts of its look),
 * `invalid-tuning`, `invalid-confidence`, and `intervals-do-not-meet` (the looks contradict each other: the effect has
 * changed over time, or a one in 1 / alpha chance came true).
 * Source: Johari, Koomen, Pekelis & Walsh (2017), KDD, equations 7 to 9; R package `mixtureSPRT`.
 * Example: one look, 0.03 ± 0.01, spread 0.02, at 0.95 gives p 0.0611 and -0.0008239 to 0.0608239.
 */
export function mixtureSequentialTest(
  looks: readonly RunningEstimate[],
  { confidenceShare, effectSpread }: MixtureTuning,
): Result<AlwaysValidReading> {
  if (looks.length === 0) return refuse({ code: 'no-looks' });
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  if (!(effectSpread > 0 && effectSpread <= 1e100)) {
    return refuse({ code: 'invalid-tuning', effectSpread });
  }
  let [low, high, logPValue] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  for (const look of looks) {
    const problemHere = estimateProblem(look);
    if (problemHere) return refuse(problemHere);
    const { estimate, standardError } = look;
    // How many times the information of this look is worth that of the mixture.
    const weight = (effectSpread / standardError) ** 2;
    const shrink = 1 / (1 + 1 / weight);
    const logRoot = 0.5 * Math.log1p(weight);
    const z = estimate / standardError;
    const reach =
      standardError * Math.sqrt((2 / shrink) * (logRoot - Math.log1p(-confidenceShare)));
    logPValue = Math.min(logPValue, logRoot - 0.5 * shrink * z * z);
    low = Math.max(low, estimate - reach);
    high = Math.min(high, estimate + reach);
  }
  if (low > high) return refuse({ code: 'intervals-do-not-meet', low, high });
  return succeed({ interval: { low, high }, pValue: Math.exp(logPValue) });
}
