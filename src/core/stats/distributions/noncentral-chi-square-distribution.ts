import { gammaTails } from './gamma-distribution.ts';
import { poissonMixture } from './poisson-mixture.ts';
import { poissonWeight } from './poisson-weight.ts';
import { noncentralityForPower, positiveQuantile } from './tail-solving.ts';

const largestNoncentrality = 1e10;

/**
 * How likely a noncentral chi-square value exceeds `statistic`: the power of a chi-square test.
 * `statistic`: 0 or more; `degreesOfFreedom`: above 0; `noncentrality`: 0 to 1e10 (the statistic that the true shares
 * themselves would give). Anything else gives NaN. Small tails keep their digits.
 * Source: Poisson mixture of central tails (Benton & Krishnamoorthy 2003); R `pchisq(ncp = , lower.tail = FALSE)`.
 * Example: `noncentralChiSquareUpperTail(3.841458820694124, 1, 7.8488605)` is 0.8.
 */
export function noncentralChiSquareUpperTail(
  statistic: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  return noncentralTail('upper', statistic, degreesOfFreedom, noncentrality);
}

/**
 * How likely a noncentral chi-square value lies below `statistic`. Arguments as in `noncentralChiSquareUpperTail`.
 * Source: Johnson, Kotz & Balakrishnan (1995), chapter 29; R `pchisq(ncp = )`.
 * Example: `noncentralChiSquareLowerTail(3.841458820694124, 1, 7.8488605)` is 0.2.
 */
export function noncentralChiSquareLowerTail(
  statistic: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  return noncentralTail('lower', statistic, degreesOfFreedom, noncentrality);
}

/**
 * The value below which a given share of a noncentral chi-square population lies.
 * `share`: 0 to 1, 0 giving 0 and 1 giving Infinity; the rest as in `noncentralChiSquareUpperTail`.
 * Source: the two tails, solved; R `qchisq(ncp = )`.
 * Example: `noncentralChiSquareQuantile(0.95, 3, 5)` is 17.694616.
 */
export function noncentralChiSquareQuantile(
  share: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  const outside = Number.isNaN(noncentralTail('upper', 1, degreesOfFreedom, noncentrality));
  if (outside || !(share >= 0 && share <= 1)) return Number.NaN;
  if (share === 0 || share === 1) return share === 0 ? 0 : Number.POSITIVE_INFINITY;
  return positiveQuantile(share, degreesOfFreedom + noncentrality, (side, statistic) =>
    noncentralTail(side, statistic, degreesOfFreedom, noncentrality),
  );
}

/**
 * The noncentrality that gives a test with the critical value `statistic` the wanted power: per customer, it says how
 * many customers are needed. `power`: between the tail without noncentrality and 1; anything else gives NaN, and so does
 * a noncentrality beyond 1e10.
 * Source: `noncentralChiSquareUpperTail`, solved; SciPy `scipy.special.chndtrinc`.
 * Example: `noncentralChiSquareNoncentrality(3.841458820694124, 1, 0.8)` is 7.8488605.
 */
export function noncentralChiSquareNoncentrality(
  statistic: number,
  degreesOfFreedom: number,
  power: number,
): number {
  return noncentralityForPower(power, largestNoncentrality, (side, noncentrality) =>
    noncentralTail(side, statistic, degreesOfFreedom, noncentrality),
  );
}

function noncentralTail(
  side: 'lower' | 'upper',
  statistic: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  const inside = noncentrality >= 0 && noncentrality <= largestNoncentrality;
  const finite = degreesOfFreedom > 0 && degreesOfFreedom < Number.POSITIVE_INFINITY;
  if (!(statistic >= 0 && finite && inside)) return Number.NaN;
  if (statistic === 0) return side === 'lower' ? 0 : 1;
  if (statistic === Number.POSITIVE_INFINITY) return side === 'lower' ? 1 : 0;
  // A vector of normal values is longer than its own mean length and shift by 39 with a chance below 1e-330.
  const farthest = Math.sqrt(noncentrality) + Math.sqrt(degreesOfFreedom) + 39;
  if (Math.sqrt(statistic) > farthest) return side === 'lower' ? 1 : 0;
  const value = statistic / 2;
  const shape = degreesOfFreedom / 2;
  const mean = noncentrality / 2;
  // Where Poisson weight and density together are largest; on the other side of the mean the tail is nearly 1.
  const both = (mean * value) / (shape / 2 + Math.sqrt((shape * shape) / 4 + mean * value));
  return poissonMixture(mean, {
    side,
    tailAt: (events) => gammaTails(value, shape + events)[side],
    differenceAt: (events) => poissonWeight(shape + events, value),
    differenceRatio: (events) => value / (shape + events + 1),
    largestNear: side === 'upper' ? Math.max(mean, both) : Math.min(mean, both),
  });
}
