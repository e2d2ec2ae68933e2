import type { ColumnKind } from '#core/import/column.ts';
import { ident, type Database } from './database.ts';
import { createDataTable, type StoredColumn } from './tables.ts';

interface ListedTable {
  readonly name: string;
  readonly columns: readonly StoredColumn[];
}

/** SQL types of the values that a column of a kind holds. */
const allowedTypes: Readonly<Record<ColumnKind, string>> = {
  text: "'text', 'null'",
  date: "'text', 'null'",
  integer: "'integer', 'null'",
  boolean: "'integer', 'null'",
  decimal: "'real', 'integer', 'null'",
};

/** `where` holds for every row that an import or a draw writes. */
const ownTables: readonly (ListedTable & { readonly where: string })[] = [
  {
    name: 'carrotlab_rejects',
    where: "CASE WHEN json_valid(raw) THEN json_type(raw) = 'array' END",
    columns: [
      { name: 'table_name', kind: 'text' },
      { name: 'line', kind: 'integer' },
      { name: 'reason', kind: 'text' },
      { name: 'raw', kind: 'text' },
    ],
  },
  {
    name: 'carrotlab_assignment',
    where: 'customer IS NOT NULL AND experiment >= 0 AND cell >= 0 AND arm >= 0',
    columns: [
      { name: 'experiment', kind: 'integer' },
      { name: 'customer', kind: 'text' },
      { name: 'cell', kind: 'integer' },
      { name: 'arm', kind: 'integer' },
    ],
  },
];

/**
 * Copies the rows of a checked project into a fresh database whose tables are of our own making, and names the tables.
 * Either every row comes along as it is, or it throws: where a value is none that its column can hold, a row is none
 * that this program writes, or a page of the file cannot be read.
 */
export function copyTables(
  foreign: Database,
  fresh: Database,
  tables: readonly ListedTable[],
): string[] {
  const lastTable = foreign.one("SELECT value FROM carrotlab_project WHERE key = 'last-table'");
  fresh.run("INSERT INTO carrotlab_project VALUES ('last-table', ?)", [
    String(Number(lastTable) || 0),
  ]);
  for (const { name, columns } of tables) createDataTable(fresh, name, columns);
  fresh.run('ATTACH ? AS foreign_file', [foreign.fileName]);
  fresh.transaction(() => {
    for (const table of ownTables) copyRows(fresh, table, table.where);
    for (const table of tables) copyRows(fresh, table, 'true');
  });
  fresh.run('DETACH foreign_file');
  return tables.map(({ name }) => name);
}

function copyRows(fresh: Database, { name, columns }: ListedTable, where: string): void {
  const from = `FROM foreign_file.${ident(name)} AS source`;
  const fits = columns.map(
    (column) => `typeof(source.${ident(column.name)}) IN (${allowedTypes[column.kind]})`,
  );
  const isSound = [`ifnull(${where}, false)`, ...fits].join(' AND ');
  const odd = fresh.one(`SELECT count(*) ${from} WHERE NOT (${isSound})`);
  if (odd !== 0) throw new Error(`${odd} rows of ${name} hold what no import writes`);
  const names = columns.map((column) => ident(column.name)).join(', ');
  fresh.run(`INSERT INTO main.${ident(name)} (${names}) SELECT ${names} ${from}`);
}
