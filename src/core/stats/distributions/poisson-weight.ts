import { logarithmGap } from '../numerics/logarithm-gap.ts';
import { stirlingError } from '../numerics/stirling-error.ts';

/**
 * mean^index e^-mean / Gamma(index + 1): the chance of a Poisson count, for any index of 0 or more, whole or not.
 * `mean`: 0 or more. Loader's (2000) form, which keeps its digits where both are in the millions.
 */
export function poissonWeight(index: number, mean: number): number {
  if (index === 0) return Math.exp(-mean);
  if (mean === 0) return 0;
  // index ln(index / mean) + mean - index
  const deviance =
    mean < 0.5 * index
      ? index * Math.log(index / mean) + mean - index
      : index * logarithmGap((mean - index) / index);
  return Math.exp(-stirlingError(index) - deviance) / Math.sqrt(2 * Math.PI * index);
}
