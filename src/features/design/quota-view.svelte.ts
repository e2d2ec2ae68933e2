import type { Design } from '#core/design/design.ts';
import { quotaTable, usualAcross, type QuotaTable } from '#core/design/quota-table.ts';

/** What stands in the cells beside the customers: nothing, those to be drawn, or those of each arm. */
export type QuotaMeasure = 'population' | 'sample' | 'arms';

/** What is known of the cells. */
export interface QuotaNumbers {
  readonly population: readonly number[];
  /** Customers to draw, [cell][arm]; null while the allocation does not fit. */
  readonly counts: readonly (readonly number[])[] | null;
}

/** The quota table laid out several times alike: customers, and what is drawn of them. */
export interface QuotaLayers {
  readonly population: QuotaTable;
  readonly sample: QuotaTable | null;
  /** One per arm of the design. */
  readonly arms: readonly QuotaTable[] | null;
}

/** How the quota table is looked at: which attributes go across, and what its cells say. A matter of the screen, not of the plan. */
export class QuotaView {
  #across = $state.raw<readonly string[] | null>(null);
  measure = $state<QuotaMeasure>('sample');

  /** Places of the attributes that go across. */
  across({ attributes }: Design): readonly number[] {
    const chosen = this.#across;
    if (!chosen) return usualAcross(attributes);
    return attributes.flatMap(({ id }, place) => (chosen.includes(id) ? [place] : []));
  }

  /** Puts attributes across, by their ids; the others go down. */
  putAcross(ids: readonly string[]): void {
    this.#across = ids;
  }
}

/** The layers that a measure shows. */
export function quotaLayers(
  design: Design,
  { population, counts }: QuotaNumbers,
  across: readonly number[],
  measure: QuotaMeasure,
): QuotaLayers {
  const layer = (numbers: readonly number[]) => quotaTable(design, numbers, across);
  const sample = measure !== 'population' && counts;
  return {
    population: layer(population),
    sample: sample
      ? layer(sample.map((sizes) => sizes.reduce((sum, size) => sum + size, 0)))
      : null,
    arms:
      sample && measure === 'arms'
        ? design.arms.map((_, arm) => layer(sample.map((sizes) => sizes[arm] ?? 0)))
        : null,
  };
}
