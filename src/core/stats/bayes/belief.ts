import { logBetaKernel, type BetaPoint } from '../distributions/beta-kernel.ts';
import type { BetaShape } from '../distributions/beta-distribution.ts';
import { betaTail } from '../distributions/beta-tail.ts';
import { gammaTail, logGammaKernel } from '../distributions/gamma-tail.ts';
import { logTailShare, type OneTail } from '../distributions/one-tail.ts';
import { logGammaRise } from '../numerics/stirling-error.ts';

/**
 * What is believed of one figure, laid out on a scale on which it is smooth: log odds for shares, logarithms for rates,
 * the amount itself for means.
 */
export interface Belief {
  /** Where the density over the scale is highest, and over how much of the scale it changes. */
  readonly centre: number;
  readonly spread: number;
  /** Over how much of the scale its density, or the chance to lie below, bends at a place. */
  readonly bendAt: (place: number) => number;
  /** Where the logarithm of the density has fallen by this much, nothing more comes. */
  readonly depth: number;
  /** The mean of the figure itself. */
  readonly mean: number;
  /** The figure at a place of the scale, and how fast it grows there (as a logarithm). */
  readonly value: (place: number) => number;
  readonly logGrowth: (place: number) => number;
  /** Over the scale. */
  readonly logDensity: (place: number) => number;
  readonly logBelow: (place: number) => number;
  readonly logAbove: (place: number) => number;
}

const gaussianDepth = 45;
/** Where a density is e^-800 of anything, no number shows how it bends. */
const unseen = -800;
/** From how many spreads outward a normal density cannot be seen. */
const unseenSpreads = 40;

/** How a density bends whose logarithm has the curvature -1/bend²; longer where it cannot be seen. */
function visibleBend(logDensity: number, bend: number, distance: number): number {
  return Math.min(1, logDensity > unseen ? bend : Math.max(bend, distance / unseenSpreads));
}

/** A share with a beta distribution. */
export function shareBelief({ alpha, beta }: BetaShape): Belief {
  const at = (logOdds: number): BetaPoint => {
    const share = 1 / (1 + Math.exp(-logOdds));
    const rest = 1 / (1 + Math.exp(logOdds));
    return { alpha, beta, share, rest, lead: alpha * rest - beta * share };
  };
  const tail = (logOdds: number): OneTail => betaTail(at(logOdds));
  const centre = Math.log(alpha / beta);
  return {
    centre,
    spread: Math.min(1, Math.sqrt(1 / alpha + 1 / beta)),
    bendAt: (logOdds) => {
      const point = at(logOdds);
      const bend = 1 / Math.sqrt((alpha + beta) * point.share * point.rest);
      return visibleBend(logBetaKernel(point), bend, Math.abs(logOdds - centre));
    },
    depth: gaussianDepth,
    mean: alpha / (alpha + beta),
    value: (logOdds) => at(logOdds).share,
    logGrowth: (logOdds) => Math.log(at(logOdds).share) + Math.log(at(logOdds).rest),
    logDensity: (logOdds) => logBetaKernel(at(logOdds)),
    logBelow: (logOdds) => logTailShare(tail(logOdds), 'lower'),
    logAbove: (logOdds) => logTailShare(tail(logOdds), 'upper'),
  };
}

/** A rate with a gamma distribution: `shape` events seen or assumed in `exposure` units. */
export function rateBelief(shape: number, exposure: number): Belief {
  const tail = (logRate: number): OneTail => gammaTail(Math.exp(logRate) * exposure, shape);
  const centre = Math.log(shape / exposure);
  return {
    centre,
    spread: Math.min(1, Math.sqrt(1 / shape)),
    bendAt: (logRate) => {
      const scaled = Math.exp(logRate) * exposure;
      const bend = 1 / Math.sqrt(scaled);
      return visibleBend(logGammaKernel(scaled, shape), bend, Math.abs(logRate - centre));
    },
    depth: gaussianDepth,
    mean: shape / exposure,
    value: Math.exp,
    logGrowth: (logRate) => logRate,
    logDensity: (logRate) => logGammaKernel(Math.exp(logRate) * exposure, shape),
    logBelow: (logRate) => logTailShare(tail(logRate), 'lower'),
    logAbove: (logRate) => logTailShare(tail(logRate), 'upper'),
  };
}

/** A mean with a normal distribution, or Student's t where its standard error is itself estimated. */
export function meanBelief(
  mean: number,
  standardError: number,
  degreesOfFreedom: number | null,
): Belief {
  const standard = degreesOfFreedom === null ? normalShape : studentShape(degreesOfFreedom);
  const scaled = (amount: number): number => (amount - mean) / standardError;
  const logAbove = (z: number): number =>
    z >= 0 ? standard.logTail(z) : Math.log1p(-Math.exp(standard.logTail(-z)));
  return {
    centre: mean,
    spread: standardError,
    bendAt: (amount) => Math.max(standardError, Math.abs(amount - mean) / standard.calm),
    depth: standard.depth,
    mean,
    value: (amount) => amount,
    logGrowth: () => 0,
    logDensity: (amount) => standard.logDensity(scaled(amount)) - Math.log(standardError),
    logBelow: (amount) => logAbove(-scaled(amount)),
    logAbove: (amount) => logAbove(scaled(amount)),
  };
}

interface StandardShape {
  /** From how many spreads outward the density bends only in proportion to the distance. */
  readonly calm: number;
  readonly depth: number;
  readonly logDensity: (z: number) => number;
  /** How likely a value exceeds z, for z of 0 or more. */
  readonly logTail: (z: number) => number;
}

const normalShape: StandardShape = {
  calm: unseenSpreads,
  depth: gaussianDepth,
  logDensity: (z) => -0.5 * (z * z + Math.log(2 * Math.PI)),
  logTail: (z) => logTailShare(gammaTail((z * z) / 2, 0.5), 'upper') - Math.LN2,
};

/** `freedom`: above 1, so that there is a mean. */
function studentShape(freedom: number): StandardShape {
  const half = freedom / 2;
  const logConstant = logGammaRise(half, 0.5) - 0.5 * Math.log(freedom * Math.PI);
  const logTail = (z: number): number => {
    const total = freedom + z * z;
    const share = freedom / total;
    const rest = (z * z) / total;
    const point = { alpha: half, beta: 0.5, share, rest, lead: half * rest - 0.5 * share };
    return logTailShare(betaTail(point), 'lower') - Math.LN2;
  };
  return {
    calm: Math.min(unseenSpreads, 1.7 * Math.sqrt(freedom + 1)),
    // The tails are powers: what they leave of a mean falls more slowly than the density.
    depth: (gaussianDepth * (freedom + 1)) / (freedom - 1),
    logDensity: (z) => logConstant - (half + 0.5) * Math.log1p((z * z) / freedom),
    logTail,
  };
}
