/**
 * What one unit of money after so many months is worth today.
 * `months` 0 or more, also parts of one; `discountPerMonth` 0 or more. Refuses nothing.
 * Source: compound interest, (1 + d)^-m.
 * Example: 1 % a month and 6 months give 0.9420452.
 */
export function presentFactor(months: number, discountPerMonth: number): number {
  return Math.exp(-months * Math.log1p(discountPerMonth));
}

/**
 * What one unit of money at the end of each of so many months is worth today; a part of a month pays its part at its end.
 * Arguments as above. Without a discount it is the number of months.
 * Source: the present value of an annuity, (1 - (1 + d)^-m) / d.
 * Example: 1 % a month and 6 months give 5.7954765.
 */
export function annuityFactor(months: number, discountPerMonth: number): number {
  if (discountPerMonth === 0) return months;
  const whole = Math.floor(months);
  const ofWhole = -Math.expm1(-whole * Math.log1p(discountPerMonth)) / discountPerMonth;
  const part = months - whole;
  return part === 0 ? ofWhole : ofWhole + part * presentFactor(months, discountPerMonth);
}
