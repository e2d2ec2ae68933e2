import type { ColumnKind } from '#core/import/column.ts';
import { ident, type Database } from './database.ts';
import { isRealTable } from './project-check.ts';
import { createDataTable, type StoredColumn } from './tables.ts';

interface ListedTable {
  readonly name: string;
  readonly columns: readonly StoredColumn[];
}

/** SQL types whose values a column of a kind may hold; others become NULL. */
const allowedTypes: Readonly<Record<ColumnKind, string>> = {
  text: "'text'",
  date: "'text'",
  integer: "'integer'",
  boolean: "'integer'",
  decimal: "'real', 'integer'",
};

/** `where` keeps out rows that no import and no draw would have written. */
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
 * Throws where a listed table is missing or a page of the file cannot be read.
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
  fresh.run('ATTACH ? AS foreign_file', [foreign.fileName]);
  for (const { name, columns } of tables) {
    if (!isRealTable(foreign, name)) throw new Error(`The table ${name} is missing`);
    createDataTable(fresh, name, columns);
  }
  fresh.transaction(() => {
    for (const table of ownTables) {
      if (isRealTable(foreign, table.name)) copyRows(fresh, table, table.where);
    }
    for (const table of tables) copyRows(fresh, table, 'true');
  });
  fresh.run('DETACH foreign_file');
  return tables.map(({ name }) => name);
}

function copyRows(fresh: Database, { name, columns }: ListedTable, where: string): void {
  const names = columns.map((column) => ident(column.name));
  const values = columns.map((column) => {
    const value = `source.${ident(column.name)}`;
    return `CASE WHEN typeof(${value}) IN (${allowedTypes[column.kind]}) THEN ${value} END`;
  });
  fresh.run(
    `INSERT INTO main.${ident(name)} (${names.join(', ')}) ` +
      `SELECT ${values.join(', ')} FROM foreign_file.${ident(name)} AS source WHERE ${where}`,
  );
}
