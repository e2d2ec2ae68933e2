import { levelCount, type Attribute } from '#core/design/design.ts';
import { levelTotals } from '#core/design/quota-table.ts';
import type { DesignWork } from './design-work.svelte.ts';

/** Eligible customers in the table by level of an attribute, in banding order; null until they are counted as it stands. */
export function levelCustomers(work: DesignWork, attribute: Attribute): readonly number[] | null {
  if (!work.counted) return null;
  const { design, quota } = work.counted;
  const position = design.attributes.findIndex(({ id }) => id === attribute.id);
  const counted = design.attributes[position];
  if (!counted || levelCount(counted) !== levelCount(attribute)) return null;
  return levelTotals(design, quota.population, position);
}
