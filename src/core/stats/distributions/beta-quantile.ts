import { betaPoint, logBetaKernel, mirrored, type BetaPoint } from './beta-kernel.ts';
import { betaTail } from './beta-tail.ts';
import { normalQuantile } from './normal-distribution.ts';
import { logTailShare } from './one-tail.ts';
import { logScaledBeta } from '../numerics/log-beta.ts';
import { concaveRoot } from '../numerics/concave-root.ts';

/**
 * The odds share / (1 - share) at which a beta distribution has the given tails; 0 and Infinity at the ends.
 * `lower` and `upper` add up to 1, and the smaller of them counts. Tails outside 0 to 1 give NaN.
 */
export function betaOdds(lower: number, upper: number, alpha: number, beta: number): number {
  if (!(lower >= 0 && upper >= 0)) return Number.NaN;
  return lower <= upper ? oddsBelow(lower, alpha, beta) : 1 / oddsBelow(upper, beta, alpha);
}

/** Where the lower tail, of at most one half, is reached. */
function oddsBelow(tail: number, alpha: number, beta: number): number {
  if (tail === 0) return 0;
  const logTail = Math.log(tail);
  const leading = leadingLogOdds(logTail, alpha, beta);
  // So near to 0, or with tiny shapes to 1, nothing but the leading power is left.
  if (leading < -40 - Math.log1p(beta)) return Math.exp(leading);
  const fromAbove = leadingLogOdds(Math.log1p(-tail), beta, alpha);
  if (fromAbove < -40 - Math.log1p(alpha)) return Math.exp(-fromAbove);
  // As a multiple of the odds of the mean, whose logarithm is small where the distribution is narrow.
  const middle = alpha / beta;
  const root = concaveRoot(
    (place) => {
      const point = pointAt(middle * Math.exp(place), alpha, beta);
      const reached = logTailShare(betaTail(point), 'lower');
      return { value: reached - logTail, slope: Math.exp(logBetaKernel(point) - reached) };
    },
    start(tail, leading, alpha, beta) - Math.log(middle),
  );
  return middle * Math.exp(root);
}

/** The place of odds, from the smaller of its two shares, which is the exact one. */
function pointAt(odds: number, alpha: number, beta: number): BetaPoint {
  return odds <= 1
    ? betaPoint(odds / (1 + odds), alpha, beta)
    : mirrored(betaPoint(1 / (1 + odds), beta, alpha));
}

/**
 * The logarithm of the first odds. From the left Newton's steps are safe, but short where the other shape is small; there
 * a bound of the tail lies nearer than its leading power. Otherwise Paulson (1942), cube roots as normal values.
 */
function start(tail: number, leading: number, alpha: number, beta: number): number {
  if (beta <= 1 && alpha > 2) {
    const bound = leading - ((1 - beta) * Math.log(alpha)) / alpha;
    const logShare = Math.min(bound, Math.log1p(-1 / alpha));
    return Math.max(leading, logShare - Math.log(-Math.expm1(logShare)));
  }
  const square = normalQuantile(tail) ** 2;
  const [own, other] = [1 / (9 * alpha), 1 / (9 * beta)];
  const discriminant =
    square * (own * (1 - other) ** 2 + other * (1 - own) ** 2 - square * own * other);
  const root =
    ((1 - own) ** 2 - square * own) / ((1 - own) * (1 - other) + Math.sqrt(discriminant));
  return root > 0 ? Math.max(leading, 3 * Math.log(root) + Math.log(alpha / beta)) : leading;
}

/**
 * The logarithm of the odds where the leading power of the lower tail, share^alpha / (alpha B(alpha, beta)), reaches it:
 * always too far left.
 */
export function leadingLogOdds(logTail: number, alpha: number, beta: number): number {
  return (logTail + logScaledBeta(alpha, beta)) / alpha;
}
