/**
 * ln(1 + e^x) without overflow: the logarithm of a sum of 1 and a number whose logarithm is `x`.
 * `x`: any number. Source: Mächler (2012), Accurately computing log(1 - exp(-|a|)).
 * Example: `logOnePlusExp(1000)` is 1000.
 */
export function logOnePlusExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/**
 * ln(1 - e^x): the logarithm of what is left of 1 by a share whose logarithm is `x`.
 * `x`: 0 or less; above 0 NaN. Source: Mächler (2012).
 * Example: `logOneMinusExp(-1e-20)` is -46.051701859880914.
 */
export function logOneMinusExp(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}

/**
 * The logarithm of the sum of numbers whose logarithms are given, without overflow or underflow.
 * `logarithms`: any numbers; none or only -Infinity give -Infinity.
 * Source: the largest taken out of the sum.
 * Example: `logSumExp([-1000, -1000])` is -999.3068528194401.
 */
export function logSumExp(logarithms: readonly number[]): number {
  let largest = -Infinity;
  for (const logarithm of logarithms) largest = Math.max(largest, logarithm);
  if (!Number.isFinite(largest)) return largest;
  let sum = 0;
  for (const logarithm of logarithms) sum += Math.exp(logarithm - largest);
  return largest + Math.log(sum);
}
