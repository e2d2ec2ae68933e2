import betainc from '@stdlib/math-base-special-betainc';
import quantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * The two-sided p-value of a Student t statistic.
 * `t`: any number; `degreesOfFreedom`: above 0, whole or not (Welch). Anything else gives NaN.
 * Source: regularised incomplete beta function, always the branch that is small (1 - cdf is wrong below 1e-12).
 * Example: `studentTwoSided(2, 10)` is 0.07338803477074037.
 */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  const total = degreesOfFreedom + square;
  if (!Number.isFinite(total)) return Number.isNaN(total) ? Number.NaN : 0;
  if (square > degreesOfFreedom)
    return betainc(degreesOfFreedom / total, degreesOfFreedom / 2, 0.5);
  // Near t = 0 the upper branch of betainc loses digits and the complement loses none.
  return square < 1
    ? 1 - betainc(square / total, 0.5, degreesOfFreedom / 2)
    : betainc(square / total, 0.5, degreesOfFreedom / 2, true, true);
}

/**
 * The value below which a given share of a Student t population lies.
 * `share`: 0 to 1; `degreesOfFreedom`: above 0, whole or not. Anything else gives NaN.
 * For an upper limit of a small tail use the symmetry: `-studentQuantile(tail, degreesOfFreedom)`.
 * Example: `studentQuantile(0.975, 10)` is 2.2281388519649385.
 */
export function studentQuantile(share: number, degreesOfFreedom: number): number {
  return quantile(share, degreesOfFreedom);
}
