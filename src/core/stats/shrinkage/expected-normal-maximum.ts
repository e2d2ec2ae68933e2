import { normalUpperTail } from '../distributions/normal-distribution.ts';
import { integratePieces } from '../numerics/gauss-legendre.ts';

const edges = Array.from({ length: 29 }, (_, place) => place / 2);

/**
 * How far the largest of several standard normal values lies above their mean, on average.
 * `count`: whole, 1 to 100,000; others throw RangeError.
 * As in Tippett (1925), Biometrika 17: the integral of x · k · density · (lower tail)^(k - 1).
 * Example: 2 give 1/√π = 0.5641896, 9 give 1.4850132.
 */
export function expectedNormalMaximum(count: number): number {
  if (!(Number.isInteger(count) && count >= 1 && count <= 100_000)) {
    throw new RangeError(`The largest of ${count} values is not defined`);
  }
  // E[max] = ∫ over x > 0 of P(max > x) - P(max < -x), which sums small terms only.
  return integratePieces(
    (x) => -Math.expm1(count * Math.log1p(-normalUpperTail(x))) - normalUpperTail(x) ** count,
    edges,
  );
}
