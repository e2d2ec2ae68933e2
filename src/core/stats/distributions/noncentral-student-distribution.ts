import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import { gammaTails } from './gamma-distribution.ts';
import { integratePieces } from '../numerics/gauss-legendre.ts';
import { normalUpperTail } from './normal-distribution.ts';

const largestSummed = 30;
const nearlyNormal = 1e7;

/**
 * How likely a noncentral Student t value exceeds `t`: the power of a t test.
 * `t`: 0 or more; `degreesOfFreedom`: above 0; `noncentrality`: 0 or more (the true difference in standard errors).
 * Anything else gives NaN.
 * Source: Lenth (1989), Algorithm AS 243, summed around its largest weight in logarithms; beyond a noncentrality of 30,
 * where the sum grows long, the defining integral; beyond ten million degrees of freedom, where both do, the normal
 * approximation of Abramowitz & Stegun (1964), 26.7.10 (within 1e-9 of the sum there).
 * Example: `noncentralStudentUpperTail(2.024394164575136, 38, 3.1622776601683795)` is 0.8689528
 * (`power.t.test(n = 20, delta = 1)`).
 */
export function noncentralStudentUpperTail(
  t: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  if (!(t >= 0 && degreesOfFreedom > 0 && noncentrality >= 0)) return Number.NaN;
  if (!Number.isFinite(t)) return 0;
  if (degreesOfFreedom > nearlyNormal) return normalTail(t, degreesOfFreedom, noncentrality);
  return noncentrality <= largestSummed
    ? summedTail(t, degreesOfFreedom, noncentrality)
    : integratedTail(t, degreesOfFreedom, noncentrality);
}

function normalTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const distance = t * (1 - 0.25 / degreesOfFreedom) - noncentrality;
  return normalUpperTail(distance / Math.sqrt(1 + (t * t) / 2 / degreesOfFreedom));
}

function summedTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
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

/** Over the normal part z of t = (z + noncentrality) / spread: how likely is the spread small enough? */
function integratedTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
  if (t === 0) return normalUpperTail(-noncentrality);
  const densityAt = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  const spreadBelow = (z: number): number => {
    const largest = (noncentrality + z) / t;
    return gammaTails((degreesOfFreedom * largest * largest) / 2, degreesOfFreedom / 2).lower;
  };
  // The chance turns from 0 to 1 around z = t - noncentrality, the more sharply the more degrees of freedom there are.
  const turn = t - noncentrality;
  const width = t / Math.sqrt(2 * degreesOfFreedom);
  const steps = [-9, -6, -4.5, -3, -2, -1, 0, 1, 2, 3, 4.5, 6, 9];
  const cuts = [...steps, ...steps.map((step) => turn + step * width)];
  const edges = cuts.filter((cut) => Math.abs(cut) <= 9).sort((left, right) => left - right);
  return integratePieces((z) => densityAt(z) * spreadBelow(z), edges);
}

/** e^-rate rate^index / Gamma(index + shift). */
function poissonShare(rate: number, index: number, shift = 1): number {
  const logPower = index === 0 ? 0 : index * Math.log(rate);
  return Math.exp(logPower - rate - gammaln(index + shift));
}
