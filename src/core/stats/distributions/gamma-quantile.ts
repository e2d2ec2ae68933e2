import { gammaTail, logGammaKernel } from './gamma-tail.ts';
import { normalQuantile } from './normal-distribution.ts';
import { logTailShare } from './one-tail.ts';
import { concaveRoot } from '../numerics/concave-root.ts';
import { logGammaOnePlus } from '../numerics/log-gamma-one-plus.ts';
import { stirlingError } from '../numerics/stirling-error.ts';

/**
 * The value at which a gamma distribution with scale 1 has the given tails; 0 and Infinity at the ends.
 * `lower` and `upper` add up to 1, and the smaller of them counts. Tails outside 0 to 1 give NaN.
 */
export function gammaValue(lower: number, upper: number, shape: number): number {
  if (!(lower >= 0 && upper >= 0)) return Number.NaN;
  if (lower === 0) return 0;
  if (upper === 0) return Infinity;
  const logLower = lower <= upper ? Math.log(lower) : Math.log1p(-upper);
  const leading = leadingLogValue(logLower, shape);
  // So near to 0 nothing but the leading power is left.
  if (leading < -40) return Math.exp(leading);
  const side = lower <= upper ? 'lower' : 'upper';
  // Over minus the logarithm of the value the upper tail rises.
  const direction = lower <= upper ? 1 : -1;
  const logTail = Math.log(Math.min(lower, upper));
  // As a multiple of the shape, whose logarithm is small where the distribution is narrow.
  const valueAt = (place: number): number => shape * Math.exp(direction * place);
  const root = concaveRoot(
    (place) => {
      const value = valueAt(place);
      const reached = logTailShare(gammaTail(value, shape), side);
      return {
        value: reached - logTail,
        slope: Math.exp(logGammaKernel(value, shape) - reached),
      };
    },
    direction * start(leading, lower, upper, shape),
  );
  return valueAt(root);
}

/** Where the leading power of the lower tail, value^shape / Gamma(shape + 1), reaches it: always too far left. */
function leadingLogValue(logTail: number, shape: number): number {
  return (logTail + logGammaOneMore(shape)) / shape;
}

function logGammaOneMore(shape: number): number {
  if (shape <= 1) return logGammaOnePlus(shape);
  return (
    (shape + 0.5) * Math.log(shape) - shape + 0.5 * Math.log(2 * Math.PI) + stirlingError(shape)
  );
}

/**
 * The logarithm of a first value, as a multiple of the shape: Wilson & Hilferty (1931), the cube root as a normal value.
 * For small shapes, where that fails, the leading power of the lower tail or a bound of the upper one; from above that
 * bound no step overshoots to where the upper tail vanishes.
 */
function start(leading: number, lower: number, upper: number, shape: number): number {
  const relative = leading - Math.log(shape);
  if (shape <= 1 && upper < lower && leading > -3) {
    const bound = Math.log(shape / upper) - logGammaOneMore(shape);
    return Math.log(Math.max(1, bound) / shape);
  }
  const z = lower <= upper ? normalQuantile(lower) : -normalQuantile(upper);
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return root > 0 && shape > 0.1 ? Math.max(relative, 3 * Math.log(root)) : relative;
}
