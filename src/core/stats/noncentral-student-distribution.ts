import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import { normalUpperTail } from './normal-distribution.ts';

/**
 * How likely a noncentral Student t value exceeds `t`: the power of a t test.
 * `t`: 0 or more; `degreesOfFreedom`: above 0; `noncentrality`: 0 or more (the true difference in standard errors).
 * Anything else gives NaN.
 * Source: Lenth (1989), Algorithm AS 243, summed around its largest term in logarithms so that no noncentrality
 * underflows.
 * Example: `noncentralStudentUpperTail(2.024394164575136, 38, 3.1622776601683795)` is 0.8689528
 * (`power.t.test(n = 20, delta = 1)`).
 */
export function noncentralStudentUpperTail(
  t: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  if (!(t >= 0 && degreesOfFreedom > 0 && noncentrality >= 0)) return Number.NaN;
  const share = (t * t) / (t * t + degreesOfFreedom);
  const rate = (noncentrality * noncentrality) / 2;
  let between = 0;
  /** Adds one term and says how large its Poisson weights and the term itself are. */
  const add = (index: number): { weights: number; term: number } => {
    const even = poissonShare(rate, index);
    const odd = noncentrality * Math.SQRT1_2 * poissonShare(rate, index, 1.5);
    const term =
      even * betainc(share, index + 0.5, degreesOfFreedom / 2) +
      odd * betainc(share, index + 1, degreesOfFreedom / 2);
    between += term / 2;
    return { weights: even + odd, term };
  };
  const mode = Math.floor(rate);
  for (let index = mode; add(index).term > 1e-18; index += 1);
  // Downward the beta factor grows, so only the weights tell when nothing more can come.
  for (let index = mode - 1; index >= 0 && add(index).weights > 1e-18; index -= 1);
  return Math.max(0, normalUpperTail(-noncentrality) - between);
}

/** e^-rate rate^index / Gamma(index + shift). */
function poissonShare(rate: number, index: number, shift = 1): number {
  const logPower = index === 0 ? 0 : index * Math.log(rate);
  return Math.exp(logPower - rate - gammaln(index + shift));
}
