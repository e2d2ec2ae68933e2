import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';

/** Two estimates that vary together like normal values, to be divided by one another. */
export interface UncertainRatio {
  readonly numerator: number;
  readonly denominator: number;
  readonly numeratorVariance: number;
  readonly denominatorVariance: number;
  readonly covariance: number;
}

/**
 * Between which values the ratio of two uncertain amounts plausibly lies, when they vary together.
 * Variances are squared standard errors in the units of the amounts, 0 or more; `confidenceShare`: between 0 and 1.
 * Refuses `invalid-confidence`, and `denominator-not-distinguishable` where the denominator could as well be 0.
 * Source: Fieller (1954), JRSS B 16: all ratios that a z test of numerator - ratio × denominator does not reject.
 * Example: 6 ± 1 over 3 ± 0.5, independent: 1.2326 to 3.2452 at 0.95.
 */
export function ratioInterval(
  { numerator, denominator, numeratorVariance, denominatorVariance, covariance }: UncertainRatio,
  confidenceShare: number,
): Result<Interval> {
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const factor = normalQuantile((1 - confidenceShare) / 2) ** 2;
  const leading = denominator ** 2 - factor * denominatorVariance;
  if (!(leading > 0)) {
    const standardError = Math.sqrt(denominatorVariance);
    return refuse({ code: 'denominator-not-distinguishable', denominator, standardError });
  }
  // With r the ratio and e the distance from it: (e d)² = factor (s² - 2 e c + e² v), whose roots lie around 0.
  const ratio = numerator / denominator;
  const residual = numeratorVariance - 2 * ratio * covariance + ratio * ratio * denominatorVariance;
  const cross = factor * (covariance - ratio * denominatorVariance);
  const root = Math.sqrt(cross ** 2 + leading * factor * Math.max(0, residual));
  return succeed({
    low: ratio + (-cross - root) / leading,
    high: ratio + (-cross + root) / leading,
  });
}
