import type { ColumnKind } from '#core/import/column.ts';
import { ident, type Database } from './database.ts';
import { documentTables, isRealTable, type ListedTable } from './project-check.ts';
import { createDataTable } from './tables.ts';

/** SQL types whose values a column of a kind may hold; others become NULL. */
const allowedTypes: Readonly<Record<ColumnKind, string>> = {
  text: "'text'",
  date: "'text'",
  integer: "'integer'",
  boolean: "'integer'",
  decimal: "'real', 'integer'",
};

const ownTables: readonly ListedTable[] = [
  {
    name: 'carrotlab_rejects',
    columns: [
      { name: 'table_name', kind: 'text' },
      { name: 'line', kind: 'integer' },
      { name: 'reason', kind: 'text' },
      { name: 'raw', kind: 'text' },
    ],
  },
  {
    name: 'carrotlab_assignment',
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
export function copyTables(foreign: Database, fresh: Database, documentText: string): string[] {
  const tables = documentTables(documentText) ?? [];
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
    for (const table of [...ownTables, ...tables]) {
      if (isRealTable(foreign, table.name)) copyRows(fresh, table);
    }
  });
  fresh.run('DETACH foreign_file');
  return tables.map(({ name }) => name);
}

function copyRows(fresh: Database, { name, columns }: ListedTable): void {
  const names = columns.map((column) => ident(column.name));
  const values = columns.map((column) => {
    const value = `source.${ident(column.name)}`;
    return `CASE WHEN typeof(${value}) IN (${allowedTypes[column.kind]}) THEN ${value} END`;
  });
  fresh.run(
    `INSERT INTO main.${ident(name)} (${names.join(', ')}) ` +
      `SELECT ${values.join(', ')} FROM foreign_file.${ident(name)} AS source`,
  );
}
