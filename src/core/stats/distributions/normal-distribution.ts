import erfc from '@stdlib/math-base-special-erfc';

/**
 * How likely a standard normal value exceeds `z`.
 * `z`: any number, in standard deviations. Refuses nothing.
 * Source: complementary error function (stdlib), so that far tails keep 12 digits where `1 - cdf` keeps none.
 * Example: `normalUpperTail(1.96)` is 0.024997895148220435.
 */
export function normalUpperTail(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2);
}

/**
 * The two-sided p-value of a standard normal statistic: how likely a value at least as far from 0, either side.
 * `z`: any number, in standard deviations. Refuses nothing.
 * Example: `normalTwoSided(1.96)` is 0.04999579029644087.
 */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/**
 * The value below which a given share of a standard normal population lies.
 * `share`: 0 to 1; 0 gives -Infinity and 1 gives Infinity, anything outside gives NaN.
 * Source: Abramowitz & Stegun 26.2.23 as the start, then Newton steps on the logarithm of the tail, so that shares down
 * to 1e-300 keep full precision.
 * Example: `normalQuantile(0.975)` is 1.959963984540054.
 */
export function normalQuantile(share: number): number {
  if (!(share >= 0 && share <= 1)) return Number.NaN;
  if (share === 0.5) return 0;
  return share < 0.5 ? -upperQuantile(share) : upperQuantile(1 - share);
}

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);
const mostSteps = 20;

/** The z whose upper tail is `tail`, for tails of at most one half. */
function upperQuantile(tail: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY;
  const root = Math.sqrt(-2 * Math.log(tail));
  const top = 2.515517 + root * (0.802853 + root * 0.010328);
  const bottom = 1 + root * (1.432788 + root * (0.189269 + root * 0.001308));
  let z = Math.max(root - top / bottom, 0);
  for (let step = 0; step < mostSteps; step += 1) {
    const reached = normalUpperTail(z);
    const hazard = Math.exp(-0.5 * z * z - logRootTwoPi) / reached;
    const change = Math.log(reached / tail) / hazard;
    z += change;
    if (Math.abs(change) <= 1e-15 * Math.abs(z)) break;
  }
  return z;
}
