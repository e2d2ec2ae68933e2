import { nothingAbove, nothingBelow, type OneTail } from './one-tail.ts';
import { logGammaOnePlus } from '../numerics/log-gamma-one-plus.ts';
import { logarithmGap } from '../numerics/logarithm-gap.ts';
import { stirlingError } from '../numerics/stirling-error.ts';
import { tailIntegral } from '../numerics/tail-integral.ts';

/** From this shape on, and within so many standard deviations of the mean, the continued fractions grow long. */
const largeShape = 5000;
const nearMean = 1.5;

/**
 * The tail of a gamma distribution with scale 1 at a value: the regularised incomplete gamma function with all its
 * digits. Every method gives a tail as a multiple of value^shape e^-value / Gamma(shape):
 * continued fractions below (Didonato & Morris 1992) and above the mean (Legendre's; Press et al. 2007, 6.2), for
 * shapes up to 1 the power series; near the mean of large shapes quadrature.
 */
export function gammaTail(value: number, shape: number): OneTail {
  if (value <= 0) return nothingBelow;
  if (value === Infinity) return nothingAbove;
  if (shape <= 1 && value <= 1) return nearZeroTail(value, shape);
  const side = value < shape ? 'lower' : 'upper';
  return { side, logFactor: logGammaKernel(value, shape), fraction: multiple(value, shape) };
}

/** The smaller tail as a multiple of the kernel. */
function multiple(value: number, shape: number): number {
  const distance = value - shape;
  if (shape > largeShape && distance * distance < nearMean * nearMean * shape) {
    return integral(value, shape);
  }
  return value < shape ? fractionBelow(value, shape) : fractionAbove(value, shape);
}

/** ln(value^shape e^-value / Gamma(shape)), without the huge numbers it is made of. After Loader (2000). */
export function logGammaKernel(value: number, shape: number): number {
  return (
    0.5 * Math.log(shape / (2 * Math.PI)) - stirlingError(shape) - poissonDeviance(shape, value)
  );
}

/** count ln(count / expected) + expected - count, for a count above 0. */
export function poissonDeviance(count: number, expected: number): number {
  const excess = expected - count;
  const relative = excess / count;
  return relative > -0.5
    ? count * logarithmGap(relative)
    : count * (relative - Math.log(expected / count));
}

/** Over how far below or above the value, as a share of it. */
function integral(value: number, shape: number): number {
  const power = shape - 1;
  return value < shape
    ? tailIntegral({ fall: 1, fallPower: power, rise: 0, risePower: 0, slope: power - value })
    : tailIntegral({ fall: 0, fallPower: 0, rise: 1, risePower: power, slope: value - power });
}

/** Both tails in proportion to how small they are, however small the shape is: the power series with its 1 apart. */
function nearZeroTail(value: number, shape: number): OneTail {
  let sum = 0;
  let product = 1;
  for (let index = 1; Math.abs(product) > 1e-18; index += 1) {
    product *= -value / index;
    sum += product / (shape + index);
  }
  const logPower = shape * Math.log(value) - logGammaOnePlus(shape);
  const upper = -Math.expm1(logPower) - Math.exp(logPower) * shape * sum;
  return upper < 0.5
    ? { side: 'upper', logFactor: 0, fraction: upper }
    : { side: 'lower', logFactor: logPower, fraction: 1 + shape * sum };
}

/** The lower tail below the mean: Didonato & Morris's continued fraction of the beta, for beta without bound. */
function fractionBelow(value: number, shape: number): number {
  const lead = shape - value;
  let fraction = (shape * (lead + 1)) / (shape + 1);
  let numeratorRatio = fraction;
  let denominatorRatio = 0;
  let factor = 0;
  for (let index = 1; Math.abs(factor - 1) > 2 * Number.EPSILON; index += 1) {
    const step = shape + 2 * index;
    const scaled = value / (step - 1);
    const coefficient = (shape + index - 1) * index * scaled * scaled;
    const denominator =
      index + index * scaled + ((shape + index) / (step + 1)) * (lead + 1 + 2 * index);
    denominatorRatio = 1 / (denominator + coefficient * denominatorRatio);
    numeratorRatio = denominator + coefficient / numeratorRatio;
    factor = numeratorRatio * denominatorRatio;
    fraction *= factor;
  }
  return 1 / fraction;
}

/** The upper tail above the mean: Legendre's continued fraction. */
function fractionAbove(value: number, shape: number): number {
  let denominator = value + 1 - shape;
  let fraction = denominator;
  let numeratorRatio = denominator;
  let denominatorRatio = 0;
  let factor = 0;
  for (let index = 1; Math.abs(factor - 1) > 2 * Number.EPSILON; index += 1) {
    const coefficient = index * (shape - index);
    denominator += 2;
    denominatorRatio = 1 / (denominator + coefficient * denominatorRatio);
    numeratorRatio = denominator + coefficient / numeratorRatio;
    factor = numeratorRatio * denominatorRatio;
    fraction *= factor;
  }
  return 1 / fraction;
}
