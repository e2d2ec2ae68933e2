import type { Design } from '#core/design/design.ts';
import { quotaTable } from '#core/design/quota-table.ts';
import { catalogue } from '#text/language.svelte.ts';
import type { TableExport } from '#ui/table-export.ts';

/**
 * The quota table with its margins, as it stands on the screen. With `sample` every row comes twice: its customers,
 * and those to be drawn.
 */
export function quotaExport(
  design: Design,
  population: readonly number[],
  sample: readonly number[] | null,
): TableExport {
  const t = catalogue().design.quota;
  const total = catalogue().common.table.total;
  const measures = sample
    ? [
        { name: [t.population], table: quotaTable(design, population) },
        { name: [t.sample], table: quotaTable(design, sample) },
      ]
    : [{ name: [], table: quotaTable(design, population) }];
  const { rows, columns, rowAttributes, columnAttribute } = quotaTable(design, population);
  const across =
    columnAttribute === null ? [] : columns.map(({ name }) => `${columnAttribute} ${name}`);
  const blank = (count: number): string[] => Array.from({ length: Math.max(0, count) }, () => '');
  // Without attributes the single row still has a name, so that all rows are equally wide.
  const rowHeaders = rowAttributes.length > 0 ? rowAttributes : [''];
  const header = [...rowHeaders, ...blank(sample ? 1 : 0), ...across, total];
  const body = rows.flatMap(({ names }, index) =>
    measures.map(({ name, table }) => {
      const row = table.rows[index];
      const cells = columnAttribute === null ? [] : (row?.cells ?? []);
      const rowNames = names.length > 0 ? names : [catalogue().design.range.all];
      return [...rowNames, ...name, ...cells.map(({ population: size }) => size), row?.total ?? 0];
    }),
  );
  const foot = measures.map(({ name, table }) => [
    total,
    ...blank(rowHeaders.length - 1),
    ...name,
    ...(columnAttribute === null ? [] : table.columns.map((column) => column.total)),
    table.total,
  ]);
  return {
    rows: [header, ...body, ...foot],
    headerRows: 1,
    headerColumns: rowHeaders.length + (sample ? 1 : 0),
  };
}
