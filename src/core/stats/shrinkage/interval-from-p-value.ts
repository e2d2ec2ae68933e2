import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';

/**
 * The confidence interval behind a published estimate of which only the two-sided p-value is told.
 * For published results only, so that they can be pooled with own ones: assumes a normal test. Never use it with an
 * *adjusted* p-value (Holm, Benjamini-Hochberg): no interval belongs to that, and the one that comes out promises nothing.
 * `estimate`: not 0, in any unit in which it is roughly normal (a difference; for a ratio its logarithm); `pValue`: above 0
 * and below 1, and not rounded to 0; `confidenceShare`: between 0 and 1.
 * Refuses `invalid-effect` (0 or not a number), `invalid-p-value` and `invalid-confidence`.
 * Source: Altman & Bland (2011), BMJ 343, d2090.
 * Example: an estimate of 0.1 with p 0.05 at 0.95 gives 0 to 0.2, standard error 0.0510213.
 */
export function intervalFromPValue(
  estimate: number,
  pValue: number,
  confidenceShare: number,
): Result<{ readonly standardError: number; readonly interval: Interval }> {
  if (!(estimate !== 0 && Math.abs(estimate) <= 1e100)) {
    return refuse({ code: 'invalid-effect', estimate });
  }
  if (!(pValue > 0 && pValue < 1)) return refuse({ code: 'invalid-p-value', pValue });
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const standardErrors = -normalQuantile(pValue / 2);
  if (!(standardErrors > 0 && Number.isFinite(standardErrors))) {
    return refuse({ code: 'invalid-p-value', pValue });
  }
  const standardError = Math.abs(estimate) / standardErrors;
  const reach = -normalQuantile((1 - confidenceShare) / 2) * standardError;
  return succeed({
    standardError,
    interval: { low: estimate - reach, high: estimate + reach },
  });
}
