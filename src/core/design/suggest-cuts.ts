import { min, quantile } from 'simple-statistics';

/**
 * Where should a number be cut into three levels of about the same size? Two cuts that put about a third of the values
 * below, between and above, at numbers that are easy to say (two significant digits); one or none where the values do
 * not allow it.
 * `values`: the numbers of the customers, none missing, in any order.
 * Example: 9,000 values spread evenly over 0 to 8,999 give 3000 and 6000.
 */
export function suggestCuts(values: ArrayLike<number>): readonly number[] {
  const numbers = Array.from(values);
  if (numbers.length === 0) return [];
  const smallest = min(numbers);
  const cuts = quantile(numbers, [1 / 3, 2 / 3]).map((cut) => Number(cut.toPrecision(2)));
  return [...new Set(cuts)].filter((cut) => cut > smallest);
}
