import { refuse, succeed, type Result } from '#core/result.ts';
import { customersOf, valueCountsProblem, type ValueCounts } from './value-counts.ts';

/** How much few customers decide. */
export interface SpendConcentration {
  /** The share of all money that the top customers carry. */
  readonly topCarriedShare: number;
  /** So many equal buyers would make the mean as uncertain as these unequal ones do. */
  readonly effectiveBuyers: number;
  readonly buyers: number;
}

/**
 * How heavy the tail of spend is: what the top customers carry, and how many equal buyers the buyers are worth.
 * `counts`: value counts, ascending, none negative; `topShare`: the top customers, as a share of all, 0.01 by default;
 * where the share cuts through a customer, that part of the customer's money counts.
 * Few effective buyers mean that a handful of orders decide the mean: t intervals are then to be doubted.
 * Refuses `too-few-values`, `invalid-counts`, `invalid-shares` (not above 0 to 1), `negative-values` and `no-buyers`.
 * Source: Lorenz curve from the top; Kish (1965), effective size (sum squared over the sum of squares).
 * Example: 0 for 90 customers, 10 for 9 and 110 for one give with 0.01 a top share of 0.55 and 3.076923 effective buyers.
 */
export function spendConcentration(
  counts: ValueCounts,
  topShare = 0.01,
): Result<SpendConcentration> {
  const problem = valueCountsProblem('group', counts);
  if (problem) return refuse(problem);
  if (!(topShare > 0 && topShare <= 1)) return refuse({ code: 'invalid-shares', topShare });
  const least = counts[0]?.value ?? 0;
  if (least < 0) return refuse({ code: 'negative-values', value: least });
  const paying = counts.filter(({ value }) => value > 0);
  const largest = paying.at(-1)?.value;
  if (largest === undefined) return refuse({ code: 'no-buyers' });
  // In units of the largest value, so that no square vanishes.
  const total = paying.reduce((sum, { value, count }) => sum + count * (value / largest), 0);
  const squares = paying.reduce((sum, { value, count }) => sum + count * (value / largest) ** 2, 0);
  let places = topShare * customersOf(counts);
  let carried = 0;
  for (const { value, count } of paying.toReversed()) {
    const taken = Math.min(count, places);
    carried += taken * (value / largest);
    places -= taken;
  }
  return succeed({
    topCarriedShare: Math.min(1, carried / total),
    effectiveBuyers: total ** 2 / squares,
    buyers: customersOf(paying),
  });
}
