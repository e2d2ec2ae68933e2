import type { SqlValue } from 'sql.js';
import type { ImportProblemCode, PersonalDataKind } from '#core/import/column.ts';
import { maskRow } from '#core/import/mask-row.ts';
import { maskPersonal, type ColumnMask } from '#core/import/personal-data.ts';
import { writeCsv, type CsvCell } from './csv/write-csv.ts';
import { ident, type Database } from './database.ts';
import { fileMark } from './import/table-rows.ts';
import type { Answer, Params } from './protocol.ts';
import { tableColumns } from './tables.ts';

const mostValues = 50;

/** A page of a table. */
export function readRows(
  database: Database,
  { table, offset, limit, masks = [] }: Params<'read-rows'>,
): Answer<'read-rows'> {
  const columns = tableColumns(database, table).map(({ name }) => name);
  const rows = database.all(`SELECT * FROM ${ident(table)} LIMIT ? OFFSET ?`, [limit, offset]);
  const kinds = maskKinds(columns, masks);
  return {
    columns,
    rows: rows.map((row) =>
      row.map((value, place) => {
        const kind = kinds[place] ?? null;
        return kind === null ? plainValue(value) : maskPersonal(plainValue(value), kind);
      }),
    ),
  };
}

/** As what each column is masked. */
function maskKinds(
  columns: readonly string[],
  masks: readonly ColumnMask[],
): (PersonalDataKind | null)[] {
  const kindOf = new Map(masks.map(({ column, kind }) => [column, kind]));
  return columns.map((column) => kindOf.get(column) ?? null);
}

/** The distinct values of a column with their counts, most frequent first, missing ones left out. */
export function listValues(
  database: Database,
  { table, column }: Params<'list-values'>,
): Answer<'list-values'> {
  const name = ident(column);
  return database
    .all(
      `SELECT ${name}, count(*) FROM ${ident(table)} WHERE ${name} IS NOT NULL ` +
        `GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostValues}`,
    )
    .map(([value, count]) => ({ value: String(value), count: Number(count) }));
}

/**
 * The rejected rows of an import as CSV: line number, code, reason, and the fields as they were in the file; before them
 * the name of the file, where the table was read from several.
 */
export function rejectedRows(
  database: Database,
  { table, masks, words }: Params<'rejected-rows'>,
): Uint8Array {
  const columns = tableColumns(database, table).map(({ name }) => name);
  const kinds = maskKinds(columns, masks);
  const hasFiles = database.one(
    'SELECT 1 FROM carrotlab_rejects WHERE table_name = ? AND reason = ? LIMIT 1',
    [table, fileMark],
  );
  const head = [words.line, words.code, words.reason, ...columns];
  const rows: CsvCell[][] = [hasFiles ? [words.file, ...head] : head];
  let fileName = '';
  database.each(
    'SELECT line, reason, raw FROM (SELECT *, rowid AS place, sum(reason = ?) OVER (ORDER BY rowid) AS file ' +
      'FROM carrotlab_rejects WHERE table_name = ?) ORDER BY file, reason <> ?, line, place',
    [fileMark, table, fileMark],
    ([line, reason, raw]) => {
      const code = String(reason);
      const fields = JSON.parse(String(raw)) as string[];
      if (code === fileMark) {
        fileName = fields[0] ?? '';
        return;
      }
      const said = Object.hasOwn(words.reasons, code)
        ? words.reasons[code as ImportProblemCode]
        : code;
      const row = [Number(line), code, said, ...maskRow(fields, code, kinds)];
      rows.push(hasFiles ? [fileName, ...row] : row);
    },
  );
  return writeCsv(rows);
}

function plainValue(value: SqlValue): string | number | null {
  return value instanceof Uint8Array ? null : value;
}
