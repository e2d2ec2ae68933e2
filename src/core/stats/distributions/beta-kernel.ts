import { differenceOfProducts } from '../numerics/difference-of-products.ts';
import { logarithmGap } from '../numerics/logarithm-gap.ts';
import { stirlingError } from '../numerics/stirling-error.ts';

/** A place on a beta distribution, with everything that rounding would spoil kept apart. */
export interface BetaPoint {
  readonly alpha: number;
  readonly beta: number;
  /** Between 0 and 1. */
  readonly share: number;
  /** 1 - share, right to the last digit where it is small. */
  readonly rest: number;
  /** alpha rest - beta share: how far the share lies below alpha / (alpha + beta), times alpha + beta. */
  readonly lead: number;
}

/** The place of a share that is itself exact. */
export function betaPoint(share: number, alpha: number, beta: number): BetaPoint {
  const rest = 1 - share;
  const lostInRest = 1 - rest - share;
  const lead = differenceOfProducts(alpha, rest, beta, share) + alpha * lostInRest;
  return { alpha, beta, share, rest, lead };
}

/** The same place seen from the other end: 1 - share has a beta distribution as well. */
export function mirrored({ alpha, beta, share, rest, lead }: BetaPoint): BetaPoint {
  return { alpha: beta, beta: alpha, share: rest, rest: share, lead: -lead };
}

/**
 * The logarithm of share^alpha rest^beta / B(alpha, beta), without the huge numbers it is made of.
 * After Loader (2000), the saddle-point form: two deviances and three Stirling errors.
 */
export function logBetaKernel(point: BetaPoint): number {
  const { alpha, beta } = point;
  const total = alpha + beta;
  return (
    stirlingError(total) -
    stirlingError(alpha) -
    stirlingError(beta) -
    binomialDeviance(point) +
    0.5 * Math.log((alpha / total) * (beta / (2 * Math.PI)))
  );
}

/** alpha ln(alpha / (n share)) + beta ln(beta / (n rest)) with n = alpha + beta: 0 at the mean, else above 0. */
export function binomialDeviance({ alpha, beta, share, rest, lead }: BetaPoint): number {
  const total = alpha + beta;
  return deviancePart(alpha, total * share, -lead) + deviancePart(beta, total * rest, lead);
}

/** count ln(count / expected) + excess, where expected = count + excess. */
function deviancePart(count: number, expected: number, excess: number): number {
  if (count === 0) return excess;
  const relative = excess / count;
  return relative > -0.5
    ? count * logarithmGap(relative)
    : count * (relative - Math.log(expected / count));
}
