import type { Database as SqlDatabase, SqlJsStatic, SqlValue, Statement } from 'sql.js';

/** A name as SQLite quotes it, whatever it holds. Example: `ident('a"b')` is '"a""b"'. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** An open SQLite database. Values are always bound; names go through `ident`. */
export class Database {
  readonly #sql: SqlDatabase;

  constructor(library: SqlJsStatic, bytes: Uint8Array | null = null) {
    this.#sql = new library.Database(bytes);
    this.#setUp();
  }

  run(sql: string, values: SqlValue[] = []): void {
    this.#sql.run(sql, values);
  }

  /** Calls `row` with the values of every row, in the order of the columns. */
  each(sql: string, values: SqlValue[], row: (values: SqlValue[]) => void): void {
    const statement = this.#sql.prepare(sql, values);
    try {
      while (statement.step()) row(statement.get());
    } finally {
      statement.free();
    }
  }

  all(sql: string, values: SqlValue[] = []): SqlValue[][] {
    const rows: SqlValue[][] = [];
    this.each(sql, values, (row) => rows.push(row));
    return rows;
  }

  /** The first value of the first row, or null. */
  one(sql: string, values: SqlValue[] = []): SqlValue {
    return this.all(sql, values)[0]?.[0] ?? null;
  }

  /** A prepared statement for many rows; the caller frees it. */
  prepare(sql: string): Statement {
    return this.#sql.prepare(sql);
  }

  /** Makes a function that statements can call. */
  define(name: string, call: (value: SqlValue) => SqlValue): void {
    this.#sql.create_function(name, (value: SqlValue) => call(value));
  }

  /** Does all of the work or, where it throws, nothing. */
  transaction<Value>(work: () => Value): Value {
    this.run('BEGIN');
    try {
      const value = work();
      this.run('COMMIT');
      return value;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  /** Takes back the open transaction; where memory ran out SQLite has done so itself. */
  rollBack(): void {
    try {
      this.run('ROLLBACK');
    } catch (error) {
      if (!/no transaction is active/.test(String(error))) throw error;
    }
  }

  /** The whole database as the bytes of a file. Must not be called inside a transaction: sql.js reopens the database. */
  export(): Uint8Array<ArrayBuffer> {
    const bytes = this.#sql.export() as Uint8Array<ArrayBuffer>;
    this.#setUp();
    return bytes;
  }

  /** Name under which another connection can attach this database. */
  get fileName(): string {
    return (this.#sql as SqlDatabase & { filename: string }).filename;
  }

  close(): void {
    this.#sql.close();
  }

  #setUp(): void {
    // There is no disk and no second process: a journal in memory is enough to roll back.
    this.run('PRAGMA journal_mode = MEMORY');
    this.run('PRAGMA synchronous = OFF');
    this.run('PRAGMA trusted_schema = OFF');
    this.run('PRAGMA cache_size = -32000');
  }
}
