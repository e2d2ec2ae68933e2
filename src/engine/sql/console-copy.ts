import type { SqlJsStatic } from 'sql.js';
import { maskPersonal } from '#core/import/personal-data.ts';
import type { ColumnKind } from '#core/import/column.ts';
import { md5Hex } from '#core/random/md5.ts';
import type { MadeTable } from '#core/sql/made-tables.ts';
import { assignmentsTable, type ConsoleSchema } from '#core/sql/console-schema.ts';
import { Database, ident } from '../database.ts';

const sqlTypes: Readonly<Record<ColumnKind, string>> = {
  text: 'TEXT',
  date: 'TEXT',
  integer: 'INTEGER',
  boolean: 'INTEGER',
  decimal: 'REAL',
};

/** Memory that a query may take for sorting and grouping before SQLite gives up. */
const mostWorkingBytes = 768_000_000;

/**
 * Opens a copy of the project's rows for the console: its tables under readable names (and as data_1 … too), the drawn
 * lists as `assignments`, and nothing else of ours. From then on it can only be read.
 * `masked`: personal data are overwritten in the copy, so that no query can find them.
 */
export function openCopy(
  library: SqlJsStatic,
  bytes: Uint8Array,
  schema: ConsoleSchema,
  masked: boolean,
): Database {
  const database = new Database(library, bytes);
  const listed = new Set(schema.tables.map(({ source }) => source));
  const present = database
    .all("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .map(([name]) => String(name));
  if (schema.lists.length > 0) createAssignments(database, schema);
  if (masked) maskPersonalData(database, schema);
  for (const name of present) {
    if (!listed.has(name)) database.run(`DROP TABLE ${ident(name)}`);
  }
  for (const { source, name } of schema.tables) {
    if (!present.includes(source) || source === name) continue;
    database.run(`ALTER TABLE ${ident(source)} RENAME TO ${ident(name)}`);
    database.run(`CREATE VIEW ${ident(source)} AS SELECT * FROM ${ident(name)}`);
  }
  for (const table of schema.made) createMade(database, table);
  // Draws and samples of ids are by MD5, which SQLite does not have.
  database.define('md5', (value) => (value === null ? null : md5Hex(String(value))));
  database.run('PRAGMA temp_store = MEMORY');
  database.run(`PRAGMA hard_heap_limit = ${mostWorkingBytes}`);
  database.run('PRAGMA query_only = ON');
  return database;
}

function maskPersonalData(database: Database, { tables }: ConsoleSchema): void {
  for (const { source, columns } of tables) {
    const changes = columns.flatMap(({ name, masked }) => {
      if (masked === null) return [];
      const mask = `mask_${masked.replaceAll('-', '_')}`;
      database.define(mask, (value) =>
        maskPersonal(value instanceof Uint8Array ? '' : value, masked),
      );
      return [`${ident(name)} = ${mask}(${ident(name)})`];
    });
    if (changes.length > 0) database.run(`UPDATE ${ident(source)} SET ${changes.join(', ')}`);
  }
}

function createMade(database: Database, { name, columns, rows }: MadeTable): void {
  const written = columns.map((column) => `${ident(column.name)} ${sqlTypes[column.kind]}`);
  database.run(`CREATE TABLE ${ident(name)} (${written.join(', ')})`);
  const insert = database.prepare(
    `INSERT INTO ${ident(name)} VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of rows) insert.run([...row]);
  insert.free();
}

/** The drawn lists with the names of their cells and arms instead of numbers. */
function createAssignments(database: Database, { lists }: ConsoleSchema): void {
  const names = assignmentsTable.columns.map(ident).join(', ');
  database.run('CREATE TEMP TABLE list_names (experiment, kind, place, name)');
  const insert = database.prepare('INSERT INTO list_names VALUES (?, ?, ?, ?)');
  for (const { experiment, name, cells, arms } of lists) {
    insert.run([experiment, 'experiment', 0, name]);
    cells.forEach((cell, place) => insert.run([experiment, 'cell', place, cell]));
    arms.forEach((arm, place) => insert.run([experiment, 'arm', place, arm]));
  }
  insert.free();
  database.run('CREATE INDEX list_place ON list_names (experiment, kind, place)');
  const nameOf = (kind: string, place: string) =>
    `(SELECT name FROM list_names AS n WHERE n.experiment = a.experiment AND kind = '${kind}' AND place = ${place})`;
  database.run(`CREATE TABLE ${assignmentsTable.name} (experiment INTEGER, experiment_name TEXT, customer TEXT, cell TEXT, arm TEXT)`); // prettier-ignore
  database.run(
    `INSERT INTO ${assignmentsTable.name} (${names}) SELECT a.experiment, ${nameOf('experiment', '0')}, a.customer, ` +
      `${nameOf('cell', 'a.cell')}, ${nameOf('arm', 'a.arm')} FROM carrotlab_assignment AS a ` +
      `WHERE a.experiment IN (SELECT experiment FROM list_names) ORDER BY a.rowid`,
  );
  database.run('DROP TABLE list_names');
}
