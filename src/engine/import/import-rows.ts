import type { SqlValue, Statement } from 'sql.js';
import type { ImportProblemCode, LineAccount } from '#core/import/column.ts';
import type { RowAside } from '#core/import/file-row.ts';
import { readValue, type ValueReading } from '#core/import/read-value.ts';
import { ident, type Database } from '../database.ts';
import type { ImportPlan, PlanColumn, ReadProblem } from '../protocol.ts';
import { rowIdName } from '../row-id.ts';
import { insertStatement, redeclareTable } from '../tables.ts';
import { restoreReplacements, undecodable } from '../csv/decode-text.ts';
import { IdWatch } from './id-watch.ts';
import { longestExample, ProblemList } from './import-report.ts';
import { ValueWatch } from './value-watch.ts';
import { WrittenRows } from './written-rows.ts';
import type { FileRow } from '../csv/parse-records.ts';

/**
 * Puts the rows of a file into its table: types the values, rejects what cannot be one, and counts everything, so that
 * rows read = rows kept + rows rejected.
 * - What is no row of the table (a title, a total, a repeated header, a remark, a row of another table) is set aside as
 *   that, and can be downloaded like a rejected row; of blank lines there is only a count.
 * - A row is rejected with fewer fields than columns, with more where anything stands in the surplus ones, and with a
 *   quote that is never closed. Its fields are kept apart, to be downloaded.
 * - A value that does not fit its kind, or holds bytes that cannot be decoded, is empty; its row is kept.
 * - A column is whole numbers only as long as none of its values has decimals: it is guessed from the first rows, and no
 *   value is lost for that. The first one makes the column one of decimals.
 * - In a customer list a row without an id is rejected, kept or refuses the file. For an id that comes up again
 *   `keep-first` rejects the later row, `keep-last` the earlier one, `keep-all` keeps both and says so, and `stop` refuses
 *   the file (see `stopping`).
 * - What is odd but may be true stays and is counted: dates after today, placeholders, units that differ.
 */
export class RowImporter {
  readonly problems: ProblemList;
  rowsRead = 0;
  rowsRejected = 0;
  /** What the lines of the file are; null where it has none. */
  lines: LineAccount | null = null;
  /** Rows of another table that this one begins with. */
  rowsBefore = 0;
  /** Those of them that gave way to one of the file. */
  rowsReplaced = 0;
  readonly #database: Database;
  readonly #table: string;
  readonly #columns: readonly PlanColumn[];
  readonly #duplicates: ImportPlan['duplicates'];
  readonly #blankIds: ImportPlan['blankIds'];
  readonly #values: readonly (ValueWatch | null)[];
  /** Places of the columns that are decimals after all. */
  readonly #widened = new Set<number>();
  readonly #ids: IdWatch | null;
  /** Only under the rule 'keep-last'. */
  readonly #written: WrittenRows | null;
  /** Place of the customer id, else -1. */
  readonly #customer: number;
  readonly #insert: Statement;
  readonly #reject: Statement;
  /** Place of the customer id where it must be unique, else -1. */
  readonly #idIndex: number;
  /** Row id and line by customer id. */
  readonly #known = new Map<SqlValue, { row: number; line: number }>();
  #inserted = 0;
  /** How many rows of the file have an id, for those that come up again. */
  readonly #repeats = new Map<SqlValue, number>();
  #repeated: Extract<ReadProblem, { code: 'duplicate-ids' }> | null = null;
  #blank: Extract<ReadProblem, { code: 'blank-ids' }> | null = null;

  constructor(database: Database, table: string, plan: ImportPlan) {
    this.#database = database;
    this.#table = table;
    this.#columns = plan.columns;
    this.#duplicates = plan.duplicates;
    this.#blankIds = plan.blankIds;
    this.problems = new ProblemList(plan.columns);
    this.#values = plan.columns.map((column) =>
      column.kind === 'text' ? null : new ValueWatch(column, plan.today, this.problems),
    );
    this.#insert = insertStatement(database, table, plan.columns.length);
    this.#reject = database.prepare('INSERT INTO carrotlab_rejects VALUES (?, ?, ?, ?)');
    this.#customer = plan.columns.findIndex(({ role }) => role === 'customer-id');
    this.#idIndex = plan.tableRole === 'customers' ? this.#customer : -1;
    this.#written =
      this.#idIndex >= 0 && plan.duplicates === 'keep-last' ? new WrittenRows(database) : null;
    const idColumn = plan.columns[this.#customer];
    this.#ids = idColumn ? new IdWatch(idColumn.name) : null;
  }

  get rowsKept(): number {
    return this.rowsRead - this.rowsRejected;
  }

  /** The columns of the table as they are once all rows are read. */
  get columns(): readonly PlanColumn[] {
    return this.#columns.map((column, place) =>
      this.#widened.has(place) ? { ...column, kind: 'decimal' } : column,
    );
  }

  /** Why the rows may not stay, under the rule 'stop'; the file is read to its end to count them. */
  get stopping(): ReadProblem | null {
    return this.#repeated ?? this.#blank;
  }

  /**
   * Says that the table begins with so many rows of another. Their ids count as taken; one that gives way to a row of the
   * file is kept among the rejected rows, on line 0.
   */
  continueAfter(rowCount: number): void {
    this.rowsBefore = rowCount;
    this.#inserted = rowCount;
    const name = this.#columns[this.#idIndex]?.name;
    if (name === undefined) return;
    this.#database.each(
      `SELECT ${ident(name)}, ${rowIdName(this.#columns)} FROM ${ident(this.#table)} ` +
        `WHERE ${ident(name)} IS NOT NULL`,
      [],
      ([id = null, row]) => this.#known.set(id, { row: Number(row), line: 0 }),
    );
  }

  /** Takes the next rows of the file, all but the header. */
  take(rows: readonly FileRow[]): void {
    for (const row of rows) this.#takeRow(row);
  }

  /** Says what only the whole file shows: the kinds of the columns, placeholders among the ids, units that differ. */
  end(): void {
    if (this.#widened.size > 0) redeclareTable(this.#database, this.#table, this.columns);
    for (const watch of this.#values) watch?.end();
    this.#ids?.end(this.problems, (id) => this.#rowsOf(id));
    this.#written?.end();
  }

  /** Frees the prepared statements. */
  close(): void {
    this.#insert.free();
    this.#reject.free();
    this.#written?.close();
  }

  #takeRow(row: FileRow): void {
    if (row.aside) return this.#setAside(row, row.aside);
    this.rowsRead++;
    const { fields, line } = row;
    const width = this.#columns.length;
    if (row.isBroken) return this.#rejectRow('unclosed-quote', null, line, fields);
    if (fields.length < width) return this.#rejectRow('too-few-fields', null, line, fields);
    for (let extra = width; extra < fields.length; extra++) {
      if (fields[extra]?.trim() !== '') {
        return this.#rejectRow('too-many-fields', null, line, fields);
      }
    }
    const values = this.#columns.map((column, index) =>
      this.#readField(column, index, fields[index] ?? '', line),
    );
    this.#ids?.take(values[this.#customer] ?? null, line);
    if (this.#idIndex >= 0 && !this.#acceptId(values, fields, line)) return;
    this.#insertRow(values, fields);
  }

  #setAside({ fields, line, blankRows = 1 }: FileRow, code: RowAside): void {
    if (code === 'blank-line') {
      this.problems.add(code, 'aside', null, line, '', null, blankRows);
      return;
    }
    const shown = fields.map(restoreReplacements);
    this.problems.addRow(code, 'aside', null, line, shown);
    this.#reject.run([this.#table, line, code, JSON.stringify(shown)]);
  }

  #readField(column: PlanColumn, place: number, field: string, line: number): SqlValue {
    if (field.includes(undecodable)) {
      this.problems.add('undecodable-bytes', 'value', column.name, line, field);
      return null;
    }
    let reading = readValue(restoreReplacements(field), column.kind, column.format);
    if (reading.problem !== null && column.kind === 'integer') {
      reading = this.#readDecimal(reading, column, place, field, line);
    }
    if (reading.problem) this.problems.add(reading.problem, 'value', column.name, line, field);
    else this.#values[place]?.take(reading.value, field, line);
    return reading.value;
  }

  /** A number that is not whole, or that says by its exponent how exact it is, makes the column one of decimals. */
  #readDecimal(
    reading: ValueReading,
    column: PlanColumn,
    place: number,
    field: string,
    line: number,
  ): ValueReading {
    const { problem } = reading;
    if (problem !== 'not-a-whole-number' && problem !== 'number-too-large') return reading;
    const decimal = readValue(restoreReplacements(field), 'decimal', column.format);
    if (decimal.problem !== null) return reading;
    this.#widened.add(place);
    this.problems.add('became-decimal', 'kept', column.name, line, field);
    return decimal;
  }

  /** Applies the rule for missing and repeated customer ids; false where this row is not to be kept. */
  #acceptId(values: readonly SqlValue[], fields: readonly string[], line: number): boolean {
    const id = values[this.#idIndex] ?? null;
    const name = this.#columns[this.#idIndex]?.name ?? null;
    if (id === null) return this.#acceptBlank(name, fields, line);
    const earlier = this.#known.get(id);
    if (earlier === undefined) {
      this.#known.set(id, { row: this.#inserted + 1, line });
      return true;
    }
    const rowsBefore = this.#repeats.get(id) ?? (earlier.line === 0 ? 0 : 1);
    this.#repeats.set(id, rowsBefore + 1);
    if (this.#duplicates === 'stop') {
      const example = String(id).slice(0, longestExample);
      this.#repeated ??= { code: 'duplicate-ids', count: 0, example, line };
      this.#repeated = { ...this.#repeated, count: this.#repeated.count + 1 };
      return false;
    }
    if (this.#duplicates === 'keep-first') {
      this.#rejectRow('duplicate-id', name, line, fields, String(id));
      return false;
    }
    if (this.#duplicates === 'keep-all') {
      this.problems.add('duplicate-id', 'kept', name, line, String(id));
      return true;
    }
    this.#replaceRow(earlier, values, fields, name, String(id));
    this.#known.set(id, { row: this.#inserted, line });
    return false;
  }

  /** Applies the rule for missing customer ids. */
  #acceptBlank(name: string | null, fields: readonly string[], line: number): boolean {
    const field = fields[this.#idIndex] ?? '';
    if (this.#blankIds === 'stop') {
      this.#blank ??= { code: 'blank-ids', count: 0, line };
      this.#blank = { ...this.#blank, count: this.#blank.count + 1 };
      return false;
    }
    if (this.#blankIds === 'keep') {
      this.problems.add('missing-id', 'kept', name, line, field);
      return true;
    }
    this.#rejectRow('missing-id', name, line, fields, field);
    return false;
  }

  /** How many rows of the file have an id; those of a table that it is appended to do not count. */
  #rowsOf(id: string | number): number {
    if (this.#idIndex >= 0) return this.#repeats.get(id) ?? 1;
    const name = ident(this.#columns[this.#customer]?.name ?? '');
    const rowId = rowIdName(this.#columns);
    const where = `WHERE ${name} = ? AND ${rowId} > ?`;
    const values = [id, this.rowsBefore];
    return Number(
      this.#database.one(`SELECT count(*) FROM ${ident(this.#table)} ${where}`, values),
    );
  }

  /** Inserts the later row before the earlier one goes: SQLite would give a freed last row id again. */
  #replaceRow(
    earlier: { row: number; line: number },
    values: readonly SqlValue[],
    written: readonly string[],
    column: string | null,
    id: string,
  ): void {
    this.#insertRow(values, written);
    const rowId = rowIdName(this.#columns);
    const where = `FROM ${ident(this.#table)} WHERE ${rowId} = ?`;
    const stored = this.#database.all(`SELECT * ${where}`, [earlier.row])[0] ?? [];
    this.#database.run(`DELETE ${where}`, [earlier.row]);
    const fields =
      this.#written?.fieldsOf(earlier.row) ??
      stored.map((value) => (value === null ? '' : String(value)));
    this.#rejectRow('duplicate-id', column, earlier.line, fields, id);
  }

  #insertRow(values: readonly SqlValue[], fields: readonly string[]): void {
    this.#insert.run([...values]);
    this.#inserted++;
    this.#written?.keep(this.#inserted, fields, values);
  }

  #rejectRow(
    code: ImportProblemCode,
    column: string | null,
    line: number,
    fields: readonly string[],
    example: string | null = null,
  ): void {
    if (line === 0) this.rowsReplaced++;
    else this.rowsRejected++;
    const shown = fields.map(restoreReplacements);
    if (example === null) this.problems.addRow(code, 'row', column, line, shown);
    else this.problems.add(code, 'row', column, line, restoreReplacements(example));
    this.#reject.run([this.#table, line, code, JSON.stringify(shown)]);
  }
}
