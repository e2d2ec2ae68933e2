/**
 * How far the logarithm falls below its tangent: u - ln(1 + u), which is 0 or more and near 0 about u² / 2.
 * `u`: above -1. It keeps its digits near 0, where the two nearly cancel; everything Poisson, gamma, binomial or beta
 * with large counts stands on it. Source: Loader (2000), the series of the deviance in u / (2 + u).
 * Example: `logarithmGap(1)` is 0.30685281944005466.
 */
export function logarithmGap(u: number): number {
  if (!(u >= -0.5 && u <= 1)) return u - Math.log1p(u);
  const slope = u / (2 + u);
  const square = slope * slope;
  let sum = 1 / 3;
  let power = square;
  for (let odd = 5; power > 1e-17; odd += 2) {
    sum += power / odd;
    power *= square;
  }
  return slope * (u - 2 * square * sum);
}
