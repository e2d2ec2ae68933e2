/** Bernoulli numbers over 2k (2k - 1): the coefficients of Stirling's series. */
const coefficients = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];
const largeEnough = 12;

/**
 * What Stirling's formula misses: ln Gamma(x + 1) - ((x + 1/2) ln x - x + ln sqrt(2 pi)).
 * `x`: above 0; 0 gives Infinity. Right to about 1e-16 absolutely, which ln Gamma of a large number cannot be.
 * Source: Loader (2000); Stirling's series (DLMF 5.11.1), for small x stepped up by the recurrence of Gamma.
 * Example: `stirlingError(1)` is 0.08106146679532726.
 */
export function stirlingError(x: number): number {
  if (!(x < largeEnough)) return stirlingSeries(x);
  let steps = 0;
  let at = x;
  for (; at < largeEnough; at += 1) steps += (at + 0.5) * Math.log1p(1 / at) - 1;
  return steps + stirlingSeries(at);
}

function stirlingSeries(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (let place = coefficients.length - 1; place >= 0; place -= 1) {
    sum = sum * square + (coefficients[place] ?? 0);
  }
  return sum * inverse;
}

/**
 * ln Gamma(from + by) - ln Gamma(from), in proportion to `by` however small it is.
 * `from`: above 0; `by`: 0 or more. Source: Stirling's series (DLMF 5.11.1), its terms differenced one by one.
 * Example: `logGammaRise(3, 2)` is ln 12 = 2.4849066497880004.
 */
export function logGammaRise(from: number, by: number): number {
  let steps = 0;
  let at = from;
  for (; at < largeEnough; at += 1) steps += Math.log1p(by / at);
  const growth = Math.log1p(by / at);
  let corrections = 0;
  let power = 1 / at;
  for (const [place, coefficient] of coefficients.entries()) {
    corrections += coefficient * power * Math.expm1(-(2 * place + 1) * growth);
    power /= at * at;
  }
  return (at - 0.5) * growth + by * (Math.log(at + by) - 1) + corrections - steps;
}
