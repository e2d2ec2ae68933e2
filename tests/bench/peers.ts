import Papa from 'papaparse';
import initSqlJs from 'sql.js';
import wasmAddress from 'sql.js/dist/sql-wasm.wasm?url';
import { customerColumns, customerValues } from './customer-file.ts';

const sliceLength = 1 << 20;

/** papaparse alone over text that is already decoded, a megabyte at a time: nothing is typed and nothing stored. */
export function parseOnly(text: string): number {
  let rows = -1;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start + sliceLength) + 1 || text.length;
    const { data } = Papa.parse<string[]>(text.slice(start, end), {
      delimiter: ',',
      newline: '\n',
      skipEmptyLines: true,
    });
    rows += data.length;
    start = end;
  }
  return rows;
}

/** A prepared statement run once per row of ready values, in one transaction; answers when it is called for all rows. */
export async function openInsertLoop() {
  const library = await initSqlJs({ locateFile: () => wasmAddress });
  const database = new library.Database();
  database.run(`CREATE TABLE customers (${customerColumns.map(({ name }) => name).join(', ')})`);
  return {
    insert(values: readonly (string | number)[][]): void {
      const places = customerColumns.map(() => '?').join(', ');
      database.run('BEGIN');
      const statement = database.prepare(`INSERT INTO customers VALUES (${places})`);
      for (const row of values) statement.run(row);
      statement.free();
      database.run('COMMIT');
    },
    count: () => database.exec('SELECT count(*) FROM customers')[0]?.values[0]?.[0],
    close: () => database.close(),
  };
}

/** Rows as ready values, so that the loop is measured and not their making. */
export function readyRows(start: number, length: number): (string | number)[][] {
  return Array.from({ length }, (_, at) => customerValues(start + at));
}
