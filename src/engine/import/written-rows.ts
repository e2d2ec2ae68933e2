import type { SqlValue, Statement } from 'sql.js';
import type { Database } from '../database.ts';

/**
 * Rows as they were written in the file, for those whose stored values say less: ₩1,000 is stored as 1000. Needed where a
 * row may have to make way for a later one, and then be given back as it was. They lie in a temporary table and not in
 * JavaScript, where a million of them would take up the memory of the page.
 */
export class WrittenRows {
  readonly #database: Database;
  readonly #insert: Statement;

  constructor(database: Database) {
    this.#database = database;
    database.run('CREATE TEMP TABLE written_rows (row INTEGER PRIMARY KEY, raw TEXT)');
    this.#insert = database.prepare('INSERT INTO temp.written_rows VALUES (?, ?)');
  }

  keep(row: number, fields: readonly string[], values: readonly SqlValue[]): void {
    const isStoredSo =
      fields.length === values.length &&
      fields.every((field, place) => field === String(values[place] ?? ''));
    if (!isStoredSo) this.#insert.run([row, JSON.stringify(fields)]);
  }

  /** The fields of a row, or null where its stored values are just what was written. */
  fieldsOf(row: number): readonly string[] | null {
    const raw = this.#database.one('SELECT raw FROM temp.written_rows WHERE row = ?', [row]);
    return raw === null ? null : (JSON.parse(String(raw)) as string[]);
  }

  /** Forgets them all. Where the import is rolled back instead, `close` is enough: the table goes with it. */
  end(): void {
    this.#insert.reset();
    this.#database.run('DROP TABLE temp.written_rows');
  }

  /** Frees the prepared statement. */
  close(): void {
    this.#insert.free();
  }
}
