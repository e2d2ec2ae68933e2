import { logBetaKernel, mirrored, type BetaPoint } from './beta-kernel.ts';
import { nothingAbove, nothingBelow, otherWayRound, type OneTail } from './one-tail.ts';
import { logGammaOnePlus } from '../numerics/log-gamma-one-plus.ts';
import { logGammaRise } from '../numerics/stirling-error.ts';
import { tailIntegral } from '../numerics/tail-integral.ts';

/** From these shapes on, and within so many standard deviations of the mean, the continued fraction grows long. */
const largeShape = 5000;
const nearMean = 1.5;

/**
 * The tail of a beta distribution at a place: the regularised incomplete beta function with all its digits.
 * Every method gives a tail as a multiple of share^alpha rest^beta / B(alpha, beta), on the side of the mean where the place lies.
 * After Didonato & Morris (1992), Algorithm TOMS 708, in the division into series and their continued fraction;
 * near the mean of two large shapes quadrature.
 */
export function betaTail(point: BetaPoint): OneTail {
  const { alpha, beta, share, rest, lead } = point;
  if (share <= 0) return nothingBelow;
  if (rest <= 0) return nothingAbove;
  if (alpha <= 1 && (beta > 1 || share <= 0.5)) return smallAlphaTail(point);
  if (beta <= 1) return otherWayRound(smallAlphaTail(mirrored(point)));
  return lead >= 0 ? tailBelow(point) : otherWayRound(tailBelow(mirrored(point)));
}

/** The lower tail below the mean, both shapes above 1. */
function tailBelow(point: BetaPoint): OneTail {
  const fraction = isLongFraction(point) ? integral(point) : continuedFraction(point);
  return { side: 'lower', logFactor: logBetaKernel(point), fraction };
}

function isLongFraction({ alpha, beta, lead }: BetaPoint): boolean {
  const variance = alpha * (beta / (alpha + beta));
  return Math.min(alpha, beta) > largeShape && lead * lead < nearMean * nearMean * variance;
}

function integral({ alpha, beta, share, rest, lead }: BetaPoint): number {
  return tailIntegral({
    fall: rest,
    fallPower: alpha - 1,
    rise: share,
    risePower: beta - 1,
    slope: lead - rest + share,
  });
}

/** alpha at most 1; where beta is as well, the share is at most one half. */
function smallAlphaTail(point: BetaPoint): OneTail {
  const { alpha, beta, share, rest } = point;
  if (share <= 0.5) {
    return beta <= 1 || beta * share <= 1
      ? nearZeroTail(point)
      : {
          side: 'upper',
          logFactor: logBetaKernel(point),
          fraction: continuedFraction(mirrored(point)),
        };
  }
  let sum = 1 / beta;
  let product = 1;
  for (let index = 1; product > 1e-17 * sum * beta; index += 1) {
    product *= ((index - alpha) / index) * rest;
    sum += product / (beta + index);
  }
  return {
    side: 'upper',
    logFactor: logBetaKernel(point) - alpha * Math.log(share),
    fraction: sum,
  };
}

/** Both tails in proportion to how small they are, however small alpha is: the power series with its 1 taken apart. */
function nearZeroTail({ alpha, beta, share }: BetaPoint): OneTail {
  let sum = 0;
  let product = 1;
  for (let index = 1; Math.abs(product) > 1e-18; index += 1) {
    product *= ((index - beta) / index) * share;
    sum += product / (alpha + index);
  }
  const logPower = alpha * Math.log(share) - logGammaOnePlus(alpha) + logGammaRise(beta, alpha);
  const upper = -Math.expm1(logPower) - Math.exp(logPower) * alpha * sum;
  return upper < 0.5
    ? { side: 'upper', logFactor: 0, fraction: upper }
    : { side: 'lower', logFactor: logPower, fraction: 1 + alpha * sum };
}

/** Didonato & Morris's continued fraction for the lower tail, by Lentz's method. */
function continuedFraction({ alpha, beta, share, rest, lead }: BetaPoint): number {
  const total = alpha + beta;
  let fraction = (alpha * (lead + 1)) / (alpha + 1);
  let numeratorRatio = fraction;
  let denominatorRatio = 0;
  let factor = 0;
  for (let index = 1; Math.abs(factor - 1) > 2 * Number.EPSILON; index += 1) {
    const step = alpha + 2 * index;
    const coefficient =
      ((alpha + index - 1) / (step - 1)) *
      ((total + index - 1) / (step - 1)) *
      index *
      (beta - index) *
      share *
      share;
    const denominator =
      index +
      (index * (beta - index) * share) / (step - 1) +
      ((alpha + index) / (step + 1)) * (lead + 1 + index * (1 + rest));
    denominatorRatio = 1 / (denominator + coefficient * denominatorRatio);
    numeratorRatio = denominator + coefficient / numeratorRatio;
    factor = numeratorRatio * denominatorRatio;
    fraction *= factor;
  }
  return 1 / fraction;
}
