import type { SqlValue, Statement } from 'sql.js';
import { ident, type Database } from '../database.ts';
import type { PlanColumn } from '../protocol.ts';
import { rowIdName } from '../row-id.ts';
import { insertStatement, redeclareTable } from '../tables.ts';
import { WrittenRows } from './written-rows.ts';

/** A row that has an id. `line`: its line in its file, 0 for a row that the table began with. `file`: see `beginFile`. */
export interface KnownRow {
  readonly row: number;
  readonly line: number;
  readonly file: number;
}

/** Marks, among the rejected rows of a table that was read from several files, where those of a file begin. */
export const fileMark = 'file';

/**
 * A table that rows are being read into, from one file or from several one after the other: what is in it, and which ids.
 * Nothing of it is looked up or copied again for the next file, so that reading costs what the files' own rows cost.
 */
export class TableRows {
  readonly #database: Database;
  readonly #table: string;
  readonly #columns: readonly PlanColumn[];
  readonly #insert: Statement;
  readonly #reject: Statement;
  readonly #written: WrittenRows | null;
  readonly #known = new Map<SqlValue, KnownRow>();
  /** Places of the columns that are decimals after all. */
  readonly #widened = new Set<number>();
  #inserted = 0;
  #removed = 0;
  #file = 0;

  /** `keepsWritten`: rows may have to give way to later ones, and are then to be given back as they were written. */
  constructor(
    database: Database,
    table: string,
    columns: readonly PlanColumn[],
    keepsWritten: boolean,
  ) {
    this.#database = database;
    this.#table = table;
    this.#columns = columns;
    this.#insert = insertStatement(database, table, columns.length);
    this.#reject = database.prepare('INSERT INTO carrotlab_rejects VALUES (?, ?, ?, ?)');
    this.#written = keepsWritten ? new WrittenRows(database) : null;
  }

  /** The columns of the table as they are once all rows are read. */
  get columns(): readonly PlanColumn[] {
    return this.#columns.map((column, place) =>
      this.#widened.has(place) ? { ...column, kind: 'decimal' } : column,
    );
  }

  /** How many rows there are. */
  get rowCount(): number {
    return this.#inserted - this.#removed;
  }

  /** The number of the row that was put in last, of those that are gone too. */
  get lastRow(): number {
    return this.#inserted;
  }

  /** The number of the file that is read now, from 1; 0 before the first. */
  get file(): number {
    return this.#file;
  }

  /** Says that the table begins with so many rows of another. `idColumn`: where ids must be unique, else null. */
  continueAfter(rowCount: number, idColumn: string | null): void {
    this.#inserted = rowCount;
    if (idColumn === null) return;
    this.#database.each(
      `SELECT ${ident(idColumn)}, ${rowIdName(this.#columns)} FROM ${ident(this.#table)} ` +
        `WHERE ${ident(idColumn)} IS NOT NULL`,
      [],
      ([id = null, row]) => this.#known.set(id, { row: Number(row), line: 0, file: 0 }),
    );
  }

  /** Goes on with the next file. `name`: where there are several, so that each rejected row is known to be of one. */
  beginFile(name: string | null): void {
    this.#file++;
    if (name !== null) this.reject(0, fileMark, [name]);
  }

  /** The row that has an id, or undefined. */
  rowWith(id: SqlValue): KnownRow | undefined {
    return this.#known.get(id);
  }

  /** The id is that of the row that was put in last, or of the next one where it `isNext`. */
  remember(id: SqlValue, line: number, isNext: boolean): void {
    this.#known.set(id, { row: this.#inserted + (isNext ? 1 : 0), line, file: this.#file });
  }

  insert(values: readonly SqlValue[], fields: readonly string[]): void {
    this.#insert.run([...values]);
    this.#inserted++;
    this.#written?.keep(this.#inserted, fields, values);
  }

  /** Takes a row out, and gives its fields as they were written. */
  remove(row: number): readonly string[] {
    const where = `FROM ${ident(this.#table)} WHERE ${rowIdName(this.#columns)} = ?`;
    const stored = this.#database.all(`SELECT * ${where}`, [row])[0] ?? [];
    this.#database.run(`DELETE ${where}`, [row]);
    this.#removed++;
    return (
      this.#written?.fieldsOf(row) ?? stored.map((value) => (value === null ? '' : String(value)))
    );
  }

  reject(line: number, code: string, fields: readonly string[]): void {
    this.#reject.run([this.#table, line, code, JSON.stringify(fields)]);
  }

  /** How many rows after one of them have a value. */
  countAfter(row: number, column: string, value: SqlValue): number {
    const where = `WHERE ${ident(column)} = ? AND ${rowIdName(this.#columns)} > ?`;
    const sql = `SELECT count(*) FROM ${ident(this.#table)} ${where}`;
    return Number(this.#database.one(sql, [value, row]));
  }

  /** A column of whole numbers is one of decimals from its first value with decimals on. */
  widen(place: number): void {
    this.#widened.add(place);
  }

  /** Everything is read: the columns take their kinds. Where it is rolled back instead, `close` is enough. */
  end(): void {
    if (this.#widened.size > 0) redeclareTable(this.#database, this.#table, this.columns);
    this.#written?.end();
  }

  /** Frees the prepared statements. */
  close(): void {
    this.#insert.free();
    this.#reject.free();
    this.#written?.close();
  }
}
