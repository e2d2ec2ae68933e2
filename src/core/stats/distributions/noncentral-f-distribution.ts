import { betaTail } from './beta-tail.ts';
import { logBetaKernel, type BetaPoint } from './beta-kernel.ts';
import { noncentralityForPower, positiveQuantile } from './tail-solving.ts';
import { poissonMixture } from './poisson-mixture.ts';
import { tailShare } from './one-tail.ts';

const largestNoncentrality = 1e10;

/**
 * How likely a noncentral F value exceeds `f`: the power of an analysis of variance.
 * `f`: 0 or more; `numeratorDf`, `denominatorDf`: degrees of freedom above 0, finite; `noncentrality`: 0 to 1e10 (the
 * sum of squares that the true means themselves would give, in variances). Anything else gives NaN.
 * Small tails keep their digits.
 * Source: Poisson mixture of beta tails (Benton & Krishnamoorthy 2003); R `pf(ncp = , lower.tail = FALSE)`.
 * Example: `noncentralFUpperTail(3.238871517453585, 3, 16, 5)` is 0.3535594 (`power.anova.test(4, 5, 1, 3)`).
 */
export function noncentralFUpperTail(
  f: number,
  numeratorDf: number,
  denominatorDf: number,
  noncentrality: number,
): number {
  return noncentralTail('upper', f, { numeratorDf, denominatorDf }, noncentrality);
}

/**
 * How likely a noncentral F value lies below `f`. Arguments as in `noncentralFUpperTail`.
 * Source: Johnson, Kotz & Balakrishnan (1995), chapter 30; R `pf(ncp = )`.
 * Example: `noncentralFLowerTail(3.238871517453585, 3, 16, 5)` is 0.6464406.
 */
export function noncentralFLowerTail(
  f: number,
  numeratorDf: number,
  denominatorDf: number,
  noncentrality: number,
): number {
  return noncentralTail('lower', f, { numeratorDf, denominatorDf }, noncentrality);
}

/**
 * The value below which a given share of a noncentral F population lies.
 * `share`: 0 to 1, 0 giving 0 and 1 giving Infinity; the rest as in `noncentralFUpperTail`.
 * Source: the two tails, solved; R `qf(ncp = )`.
 * Example: `noncentralFQuantile(0.95, 3, 16, 5)` is 7.6318915.
 */
export function noncentralFQuantile(
  share: number,
  numeratorDf: number,
  denominatorDf: number,
  noncentrality: number,
): number {
  const tailAt = (side: 'lower' | 'upper', f: number): number =>
    noncentralTail(side, f, { numeratorDf, denominatorDf }, noncentrality);
  if (Number.isNaN(tailAt('upper', 1)) || !(share >= 0 && share <= 1)) return Number.NaN;
  if (share === 0 || share === 1) return share === 0 ? 0 : Number.POSITIVE_INFINITY;
  return positiveQuantile(share, 1 + noncentrality / numeratorDf, tailAt);
}

/**
 * The noncentrality that gives a test with the critical value `f` the wanted power: divided by what one customer
 * contributes, it says how many are needed. `power`: between the tail without noncentrality and 1; anything else gives
 * NaN, and so does a noncentrality beyond 1e10.
 * Source: `noncentralFUpperTail`, solved; SciPy `scipy.special.ncfdtrinc`.
 * Example: `noncentralFNoncentrality(3.238871517453585, 3, 16, 0.8)` is 13.953544.
 */
export function noncentralFNoncentrality(
  f: number,
  numeratorDf: number,
  denominatorDf: number,
  power: number,
): number {
  return noncentralityForPower(power, largestNoncentrality, (side, noncentrality) =>
    noncentralTail(side, f, { numeratorDf, denominatorDf }, noncentrality),
  );
}

interface Degrees {
  readonly numeratorDf: number;
  readonly denominatorDf: number;
}

function noncentralTail(
  side: 'lower' | 'upper',
  f: number,
  { numeratorDf, denominatorDf }: Degrees,
  noncentrality: number,
): number {
  const inside = noncentrality >= 0 && noncentrality <= largestNoncentrality;
  const finite = numeratorDf + denominatorDf < Number.POSITIVE_INFINITY;
  const positive = numeratorDf > 0 && denominatorDf > 0;
  if (!(f >= 0 && finite && positive && inside)) return Number.NaN;
  if (f === 0) return side === 'lower' ? 0 : 1;
  const ratio = (numeratorDf / denominatorDf) * f;
  if (ratio === Number.POSITIVE_INFINITY) return side === 'lower' ? 1 : 0;
  const share = 1 / (1 + 1 / ratio);
  const rest = 1 / (1 + ratio);
  const [shape, other] = [numeratorDf / 2, denominatorDf / 2];
  const pointAt = (events: number): BetaPoint => ({
    alpha: shape + events,
    beta: other,
    share,
    rest,
    lead: (shape * (1 - f) + events) * rest,
  });
  const mean = noncentrality / 2;
  return poissonMixture(mean, {
    side,
    tailAt: (events) => tailShare(betaTail(pointAt(events)), side),
    differenceAt: (events) => Math.exp(logBetaKernel(pointAt(events))) / (shape + events),
    differenceRatio: (events) => (share * (shape + other + events)) / (shape + events + 1),
    largestNear: largestTerm(side, mean, { shape, other, share }),
  });
}

/** Where Poisson weight and beta density together are largest, or the mean where the tail is nearly 1. */
function largestTerm(
  side: 'lower' | 'upper',
  mean: number,
  { shape, other, share }: { shape: number; other: number; share: number },
): number {
  const lead = shape - mean * share;
  const rootOf = Math.sqrt(lead * lead + 4 * mean * share * (shape + other));
  const both =
    lead > 0 ? (2 * mean * share * (shape + other)) / (lead + rootOf) : (rootOf - lead) / 2;
  return side === 'upper' ? Math.max(mean, both) : Math.min(mean, both);
}
