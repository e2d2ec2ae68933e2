import { compactDate } from '#core/customers/completed-months.ts';
import type { ColumnKind } from '#core/import/column.ts';
import { ident, type Database } from './database.ts';
import { tableColumns } from './tables.ts';

/** Categories of a column: `codes` index into `values`, -1 where the value is missing. */
export interface CategoryColumn {
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

/** What is computed for a day and its neighbours stays; a day for each step of a slider does not. */
const mostDerived = 16;
/** A mask is a byte per row: 32 are 32 MB for a million rows. */
const mostMasks = 32;

/**
 * Columns as typed arrays, in the order of the rows, read once and kept until the rows change. Counting a quota table
 * is then one pass over them and no query.
 */
export class ColumnCache {
  readonly #database: Database;
  readonly #kept = new Map<string, Float64Array | CategoryColumn>();
  readonly #derived = new Map<string, Float64Array | Int32Array>();
  readonly #masks = new Map<string, Uint8Array>();
  readonly #latest = new Map<string, { readonly key: string; readonly value: unknown }>();
  readonly #counts = new Map<string, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** A column as numbers, NaN where it is missing or not a number. */
  numbers(table: string, column: string): Float64Array {
    return this.#keep('number', table, column, () => {
      const numbers = new Float64Array(this.rowCount(table));
      this.#read(table, column, (value, row) => {
        numbers[row] = typeof value === 'number' ? value : NaN;
      });
      return numbers;
    });
  }

  /** A column of dates as compact dates (20170326), NaN where it is missing or no date. */
  dates(table: string, column: string): Float64Array {
    return this.#keep('date', table, column, () => {
      const dates = new Float64Array(this.rowCount(table));
      this.#read(table, column, (value, row) => {
        dates[row] = typeof value === 'string' ? compactDate(value) : NaN;
      });
      return dates;
    });
  }

  /** A column as categories, its values as text. */
  categories(table: string, column: string): CategoryColumn {
    return this.#keep('category', table, column, () => {
      const codes = new Int32Array(this.rowCount(table));
      const values: string[] = [];
      const known = new Map<unknown, number>();
      this.#read(table, column, (value, row) => {
        let code = value === null ? -1 : known.get(value);
        if (code === undefined) {
          code = values.length;
          values.push(String(value));
          known.set(value, code);
        }
        codes[row] = code;
      });
      return { values, codes };
    });
  }

  /** Something computed from columns, kept as long as they are; of many such things the latest. */
  derived<Kept extends Float64Array | Int32Array>(key: string, compute: () => Kept): Kept {
    const kept = (this.#derived.get(key) as Kept | undefined) ?? compute();
    this.#derived.delete(key);
    this.#derived.set(key, kept);
    for (const [oldest] of this.#derived) {
      if (this.#derived.size <= mostDerived) break;
      this.#derived.delete(oldest);
    }
    return kept;
  }

  /** A mark for each row, computed from columns and drawn lists; the last few that were asked for are kept. */
  mask(key: string, compute: () => Uint8Array): Uint8Array {
    const mask = this.#masks.get(key) ?? compute();
    this.#masks.delete(key);
    this.#masks.set(key, mask);
    for (const oldest of this.#masks.keys()) {
      if (this.#masks.size <= mostMasks) break;
      this.#masks.delete(oldest);
    }
    return mask;
  }

  /** Something large of which only the newest is wanted again, computed from columns and drawn lists. */
  latest<Value>(name: string, key: string, compute: () => Value): Value {
    const kept = this.#latest.get(name);
    if (kept?.key === key) return kept.value as Value;
    this.#latest.delete(name);
    const value = compute();
    this.#latest.set(name, { key, value });
    return value;
  }

  /** To be called after a draw: what was computed from drawn lists may be another. */
  forgetMasks(): void {
    this.#masks.clear();
    this.#latest.clear();
  }

  /** The customers on the drawn lists of some experiments, by their ids as text. */
  drawnCustomers(experiments: readonly number[]): ReadonlySet<string> {
    const customers = new Set<string>();
    const places = experiments.map(() => '?').join(', ');
    this.#database.each(
      `SELECT customer FROM carrotlab_assignment WHERE experiment IN (${places})`,
      [...experiments],
      ([customer]) => customers.add(String(customer)),
    );
    return customers;
  }

  /** Whether a table has a column. */
  has(table: string, column: string): boolean {
    return tableColumns(this.#database, table).some(({ name }) => name === column);
  }

  rowCount(table: string): number {
    let count = this.#counts.get(table);
    if (count === undefined) {
      count = Number(this.#database.one(`SELECT count(*) FROM ${ident(table)}`));
      this.#counts.set(table, count);
    }
    return count;
  }

  /** The kind of a column; a column that is not there throws, because a plan names it. */
  kindOf(table: string, column: string): ColumnKind {
    const found = tableColumns(this.#database, table).find(({ name }) => name === column);
    if (!found) throw new Error(`The table ${table} has no column ${column}`);
    return found.kind;
  }

  #read(table: string, column: string, take: (value: unknown, row: number) => void): void {
    this.kindOf(table, column);
    let row = 0;
    this.#database.each(`SELECT ${ident(column)} FROM ${ident(table)}`, [], ([value]) => {
      take(value, row++);
    });
  }

  #keep<Kept extends Float64Array | CategoryColumn>(
    use: string,
    table: string,
    column: string,
    compute: () => Kept,
  ): Kept {
    const key = JSON.stringify([use, table, column]);
    const found = this.#kept.get(key);
    if (found) return found as Kept;
    const made = compute();
    this.#kept.set(key, made);
    return made;
  }
}
