import gammaln from '@stdlib/math-base-special-gammaln';

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * mean^index e^-mean / Gamma(index + 1): the chance of a Poisson count, for any index of 0 or more, whole or not.
 * `mean`: 0 or more. Loader's (2000) form, which keeps its digits where both are in the millions.
 */
export function poissonWeight(index: number, mean: number): number {
  if (index === 0) return Math.exp(-mean);
  if (mean === 0) return 0;
  return Math.exp(-stirlingError(index) - deviance(index, mean) - logRoot(index));
}

/**
 * Gamma(a + b + 1) / (Gamma(a + 1) Gamma(b + 1)) share^a (1 - share)^b: a binomial chance for any a and b of 0 or more.
 * `rest` is 1 - share, given apart so that a share near 1 keeps its digits. Loader (2000).
 */
export function binomialWeight(a: number, b: number, share: number, rest: number): number {
  if (a === 0)
    return b === 0 ? 1 : Math.exp(b * (rest < 0.5 ? Math.log(rest) : Math.log1p(-share)));
  if (b === 0) return Math.exp(a * (share < 0.5 ? Math.log(share) : Math.log1p(-rest)));
  const total = a + b;
  const errors = stirlingError(total) - stirlingError(a) - stirlingError(b);
  const deviances = deviance(a, total * share) + deviance(b, total * rest);
  return Math.exp(errors - deviances + logRoot(total) - logRoot(a) - logRoot(b));
}

function logRoot(index: number): number {
  return logRootTwoPi + 0.5 * Math.log(index);
}

/** By how much Stirling's formula misses ln Gamma(index + 1). */
function stirlingError(index: number): number {
  if (index < 15) {
    return gammaln(index + 1) - (index + 0.5) * Math.log(index) + index - logRootTwoPi;
  }
  const square = index * index;
  const tail = 1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square;
  return (1 / 12 - (1 / 360 - tail / square) / square) / index;
}

/** index ln(index / mean) + mean - index, by a series where the three nearly cancel. */
function deviance(index: number, mean: number): number {
  const gap = index - mean;
  const slope = gap / (index + mean);
  if (Math.abs(slope) > 0.1) return index * Math.log(index / mean) - gap;
  let sum = gap * slope;
  let term = 2 * index * slope;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= slope * slope;
    sum += term / odd;
  }
  return sum;
}
