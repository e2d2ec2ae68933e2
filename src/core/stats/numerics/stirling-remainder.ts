const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * By how much ln Gamma(x) exceeds (x - 1/2) ln x - x + ln(2 pi)/2: what is left when the huge parts of factorials cancel.
 * `x`: above 0.
 * Source: Stirling's series from 16 on, below it the recurrence of the gamma function (Loader 2000).
 * Example: at 1 it is 1 - ln(2 pi)/2 = 0.08106146679532726.
 */
export function stirlingRemainder(x: number): number {
  let sum = 0;
  let at = x;
  for (; at < 16; at += 1) sum += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = at * at;
  const tail = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / (360360 * square)) / square) / square;
  return sum + (1 / 12 - (1 / 360 - tail / square) / square) / at;
}

/**
 * What ln B(x, y) exceeds x ln(x/n) + y ln(y/n) by, with n = x + y: those two cancel against a density at its middle.
 * `x`, `y`: above 0. Example: at 1 and 1 it is 2 ln 2.
 */
export function logBetaRemainder(x: number, y: number): number {
  const total = x + y;
  const root = halfLogTwoPi + 0.5 * (Math.log(total) - Math.log(x) - Math.log(y));
  return root + stirlingRemainder(x) + stirlingRemainder(y) - stirlingRemainder(total);
}
