import erfc from '@stdlib/math-base-special-erfc';

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/** From this z on the tail is taken as density times Mills' ratio, below it from the error function. */
const farOut = 10;

/**
 * How likely a standard normal value exceeds `z`.
 * `z`: any number, in standard deviations. Refuses nothing.
 * Source: complementary error function (stdlib), beyond ten standard deviations density times Mills' ratio, so that
 * far tails keep 13 digits where `1 - cdf` keeps none; R: `pnorm(lower.tail = FALSE)`.
 * Example: `normalUpperTail(1.96)` is 0.024997895148220435.
 */
export function normalUpperTail(z: number): number {
  return z > farOut ? normalDensity(z) * millsRatio(z) : 0.5 * erfc(z / Math.SQRT2);
}

/**
 * How likely a standard normal value lies below `z`.
 * `z`: any number, in standard deviations. Refuses nothing.
 * Source: complementary error function and Mills' ratio; R: `pnorm`.
 * Example: `normalLowerTail(-1.96)` is 0.024997895148220435.
 */
export function normalLowerTail(z: number): number {
  return normalUpperTail(-z);
}

/**
 * The two-sided p-value of a standard normal statistic: how likely a value at least as far from 0, either side.
 * `z`: any number, in standard deviations. Refuses nothing.
 * Source: complementary error function and Mills' ratio; R: `2 * pnorm(-abs(z))`.
 * Example: `normalTwoSided(1.96)` is 0.04999579029644087.
 */
export function normalTwoSided(z: number): number {
  return 2 * normalUpperTail(Math.abs(z));
}

/**
 * The logarithm of `normalUpperTail`, right where the tail itself is too small for a number. The logarithm of the lower
 * tail is that of the upper one at `-z`.
 * Arguments and source as there; R: `pnorm(lower.tail = FALSE, log.p = TRUE)`.
 * Example: `normalLogUpperTail(100)` is -5005.524208694205.
 */
export function normalLogUpperTail(z: number): number {
  if (z === Infinity) return -Infinity;
  if (z > farOut) return -0.5 * z * z - logRootTwoPi + Math.log(millsRatio(z));
  return z > 0 ? Math.log(normalUpperTail(z)) : Math.log1p(-normalUpperTail(-z));
}

/**
 * The density of the standard normal distribution at `z`.
 * `z`: any number, in standard deviations. Refuses nothing.
 * Source: the exponent in two parts, one exact, so that far out it keeps its digits; R: `dnorm`.
 * Example: `normalDensity(1.96)` is 0.05844094433345147.
 */
export function normalDensity(z: number): number {
  const short = Math.fround(z);
  // Beyond 40 nothing is left of it (and beyond 100,000 the second factor would be infinite).
  if (!(Math.abs(short) < 40)) return Number.isNaN(z) ? Number.NaN : 0;
  const rest = (z - short) * (z + short);
  return (Math.exp(-0.5 * short * short) * Math.exp(-0.5 * rest)) / Math.sqrt(2 * Math.PI);
}

/**
 * Mills' ratio: the upper tail over the density, the inverse of the hazard; what is left of a tail that is itself too
 * small for a number.
 * `z`: above -37, in standard deviations; below, the ratio is too large for a number and Infinity.
 * Source: the error function, beyond ten standard deviations Laplace's continued fraction (DLMF 7.9.1).
 * Example: `millsRatio(10)` is 0.09902859647173192.
 */
export function millsRatio(z: number): number {
  if (z <= farOut) return normalUpperTail(z) / normalDensity(z);
  if (z > 1e8) return 1 / z;
  let fraction = z;
  for (let index = 30; index > 0; index -= 1) fraction = z + index / fraction;
  return 1 / fraction;
}

/**
 * The value below which a given share of a standard normal population lies.
 * `share`: 0 to 1; 0 gives -Infinity and 1 gives Infinity, anything outside gives NaN.
 * Source: Wichura (1988), Algorithm AS 241, in the middle; outside Abramowitz & Stegun 26.2.23 as the start, then Newton
 * steps on the logarithm of the tail, so that shares down to 1e-300 keep full precision; R: `qnorm`.
 * Example: `normalQuantile(0.975)` is 1.959963984540054.
 */
export function normalQuantile(share: number): number {
  if (!(share >= 0 && share <= 1)) return Number.NaN;
  const fromMiddle = share - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) return middleQuantile(fromMiddle);
  return share < 0.5 ? -tailQuantile(share) : tailQuantile(1 - share);
}

/**
 * The value above which a given share of a standard normal population lies: `-normalQuantile(upper)`.
 * Arguments and source as there; R: `qnorm(lower.tail = FALSE)`.
 * Example: `normalUpperQuantile(1e-200)` is 30.205594179579634.
 */
export function normalUpperQuantile(upper: number): number {
  return -normalQuantile(upper);
}

const top = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const bottom = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];

/** Wichura's rational function of how far a share lies from one half, at most 0.425. */
function middleQuantile(fromMiddle: number): number {
  const place = 0.425 * 0.425 - fromMiddle * fromMiddle;
  const value = (coefficients: readonly number[]): number =>
    coefficients.reduce((sum, coefficient) => sum * place + coefficient, 0);
  return (fromMiddle * value(top)) / value(bottom);
}

const mostSteps = 20;

/** The z whose upper tail is `tail`, for tails below one half. */
function tailQuantile(tail: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY;
  const root = Math.sqrt(-2 * Math.log(tail));
  const above = 2.515517 + root * (0.802853 + root * 0.010328);
  const below = 1 + root * (1.432788 + root * (0.189269 + root * 0.001308));
  let z = root - above / below;
  for (let step = 0; step < mostSteps; step += 1) {
    const reached = normalUpperTail(z);
    const change = (Math.log(reached / tail) * reached) / normalDensity(z);
    z += change;
    if (Math.abs(change) <= 1e-9 * z) break;
  }
  return z;
}
