import { succeed, type Result } from '#core/result.ts';
import { adjustHolm } from '#core/stats/multiplicity/adjusted-p-values.ts';
import type { Adjusted } from './reading.ts';

/**
 * Makes a family of comparisons and adjusts their p-values by Holm, each answer beside what it was made of. Those that
 * could not be computed keep their reason and take no part in the family.
 * Example: p-values .01, refused, .04 give .02, the refusal, .04.
 */
export function compareFamily<Item, Comparison extends { readonly pValue: number }>(
  items: readonly Item[],
  compare: (item: Item) => Result<Comparison>,
): readonly { readonly item: Item; readonly compared: Result<Adjusted<Comparison>> }[] {
  const results = items.map((item) => ({ item, result: compare(item) }));
  const adjusted = adjustHolm(
    results.flatMap(({ result }) => (result.ok ? [result.value.pValue] : [])),
  ).values();
  return results.map(({ item, result }) => ({
    item,
    compared: result.ok
      ? succeed({ ...result.value, pValueAdjusted: adjusted.next().value as number })
      : result,
  }));
}
