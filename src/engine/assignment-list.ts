import { cellName } from '#core/design/cell-name.ts';
import { writeCsv, type CsvCell } from './csv/write-csv.ts';
import { ident } from './database.ts';
import { drawnList } from './draw.ts';
import type { Engine } from './engine.ts';
import type { Params } from './protocol.ts';

/** The drawn list of an experiment, or of one arm, as CSV: customer, cell, arm, and the wanted customer columns. */
export function assignmentList(
  engine: Engine,
  { source, design, experiment, columns, arm: wanted, headers }: Params<'assignment-list'>,
): Uint8Array {
  const details = customerDetails(engine, source.table, source.idColumn, columns);
  const rows: CsvCell[][] = [[headers.customer, headers.cell, headers.arm, ...columns]];
  for (const { customer, cell, arm } of drawnList(engine, experiment)) {
    if (wanted !== undefined && arm !== wanted) continue;
    const [id = customer, ...values] = details.get(customer) ?? [];
    rows.push([
      id,
      cellName(design.attributes, cell),
      design.arms[arm]?.name ?? String(arm),
      ...values,
    ]);
  }
  return writeCsv(rows);
}

/** The id as it is stored (a number stays one) and the wanted columns, by the id as text. */
function customerDetails(
  engine: Engine,
  table: string,
  idColumn: string,
  columns: readonly string[],
): Map<string, CsvCell[]> {
  const names = [idColumn, ...columns].map(ident).join(', ');
  const details = new Map<string, CsvCell[]>();
  engine.database.each(`SELECT ${names} FROM ${ident(table)}`, [], (values) => {
    details.set(String(values[0]), values as CsvCell[]);
  });
  return details;
}
