import type { ColumnRole, DataTable } from '#core/import/column.ts';
import { practiceFile, type PracticeName } from '#core/simulate/practice/practice-plan.ts';
import { practiceTable } from '#core/simulate/practice/practice-table.ts';
import { writeCsv } from './csv/write-csv.ts';
import type { Engine } from './engine.ts';
import { insertSample } from './sample.ts';

const roles: Readonly<Record<string, ColumnRole>> = {
  customer_id: 'customer-id',
  arm: 'arm',
  responded: 'outcome',
  amount: 'amount',
};

/** Adds the table of a practice campaign to the open project. */
export function addPractice(engine: Engine, name: PracticeName): DataTable {
  const table = { ...practiceTable(name), name: practiceFile(name) };
  const added = insertSample(engine, table, 'experiment', roles);
  engine.rowsChanged();
  return added;
}

/** The same table as a file for a spreadsheet. */
export function practiceCsv(name: PracticeName): Uint8Array<ArrayBuffer> {
  const { columns, rows } = practiceTable(name);
  return writeCsv([columns.map((column) => column.name), ...rows]);
}
