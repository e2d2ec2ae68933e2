import type { Design } from '#core/design/design.ts';
import type { QuotaLine, QuotaTable } from '#core/design/quota-table.ts';
import { catalogue } from '#text/language.svelte.ts';
import type { TableExport } from '#ui/table-export.ts';
import type { QuotaLayers } from './quota-view.svelte.ts';

/** One thing that is counted in every cell. */
interface Measure {
  /** What it is called, where more than one is shown. */
  readonly name: readonly string[];
  readonly table: QuotaTable;
}

/**
 * The quota table with its margins, as it stands on the screen: every attribute that goes across has a row of headers, and
 * where more than the customers is shown, every row comes once for each number.
 */
export function quotaExport(design: Pick<Design, 'arms'>, layers: QuotaLayers): TableExport {
  const total = catalogue().common.table.total;
  const { down, across, rows, columns } = layers.population;
  const all = measures(design, layers);
  const blank = (count: number): string[] => Array.from({ length: Math.max(0, count) }, () => '');
  // Without attributes the single row still has a name, so that all rows are equally wide.
  const rowHeaders = down.length > 0 ? down.map(({ name }) => name) : [''];
  const named = all.length > 1 ? 1 : 0;
  const hasColumns = across.length > 0;
  const headers = (hasColumns ? across : [null]).map((attribute, depth) => [
    ...(depth === 0 ? rowHeaders : blank(rowHeaders.length)),
    ...blank(named),
    ...(attribute ? columns.map(({ names }) => `${attribute.name} ${names[depth] ?? ''}`) : []),
    depth === 0 ? total : '',
  ]);
  const body = rows.flatMap(({ names }, index) =>
    all.map(({ name, table }) => {
      const row = table.rows[index];
      const cells = hasColumns ? (row?.cells ?? []) : [];
      const rowNames = names.length > 0 ? names : [catalogue().design.range.all];
      return [...rowNames, ...name, ...cells.map(({ population }) => population), row?.total ?? 0];
    }),
  );
  const foot = all.map(({ name, table }) => [
    total,
    ...blank(rowHeaders.length - 1),
    ...name,
    ...(hasColumns ? table.columns.map((column: QuotaLine) => column.total) : []),
    table.total,
  ]);
  return {
    rows: [...headers, ...body, ...foot],
    headerRows: headers.length,
    headerColumns: rowHeaders.length + named,
  };
}

/** What stands in each cell, the customers first. */
export function measures({ arms }: Pick<Design, 'arms'>, layers: QuotaLayers): readonly Measure[] {
  const t = catalogue().design.quota;
  const { population, sample } = layers;
  if (!sample) return [{ name: [], table: population }];
  return [
    { name: [t.population], table: population },
    { name: [t.sample], table: sample },
    ...(layers.arms ?? []).map((table, arm) => ({ name: [arms[arm]?.name ?? ''], table })),
  ];
}
