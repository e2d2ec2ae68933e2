import { cellName } from '#core/design/cell-name.ts';
import { armSizes } from '#core/design/cost.ts';
import type { Design } from '#core/design/design.ts';
import { quotaTable } from '#core/design/quota-table.ts';
import { catalogue } from '#text/language.svelte.ts';
import type { TableExport } from '#ui/table-export.ts';

/** Customers per cell and arm, as the table on the screen. `counts` is [cell][arm]. */
export function countsExport(
  design: Design,
  population: readonly number[],
  counts: readonly (readonly number[])[],
): TableExport {
  const t = catalogue().assignment.counts;
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  const cells = quotaTable(design, population).rows.flatMap((row) => row.cells);
  const totals = armSizes(counts, design.arms.length);
  const body = cells.map(({ cell, population: customers }) => {
    const sizes = design.arms.map((_, arm) => counts[cell]?.[arm] ?? 0);
    return [cellName(design.attributes, cell), customers, ...sizes, sum(sizes)];
  });
  return {
    rows: [
      [t.cell, t.population, ...design.arms.map(({ name }) => name), t.total],
      ...body,
      [t.total, sum(population), ...totals, sum(totals)],
    ],
    headerRows: 1,
    headerColumns: 1,
  };
}
