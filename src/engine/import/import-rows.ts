import type { SqlValue } from 'sql.js';
import type { ImportProblemCode, LineAccount } from '#core/import/column.ts';
import type { RowAside } from '#core/import/file-row.ts';
import { readValue, type ValueReading } from '#core/import/read-value.ts';
import type { ImportPlan, PlanColumn, ReadProblem } from '../protocol.ts';
import { restoreReplacements, undecodable } from '../csv/decode-text.ts';
import { IdWatch } from './id-watch.ts';
import { longestExample, ProblemList } from './import-report.ts';
import { ValueWatch } from './value-watch.ts';
import type { KnownRow, TableRows } from './table-rows.ts';
import type { FileRow } from '../csv/parse-records.ts';

/**
 * Puts the rows of one file into a table: types the values, rejects what cannot be one, and counts everything, so that
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
  /** Rows that the table had before this file. */
  readonly rowsBefore: number;
  /** Those of them that gave way to one of the file. */
  rowsReplaced = 0;
  readonly #rows: TableRows;
  /** The last row of before. */
  readonly #lastBefore: number;
  readonly #columns: readonly PlanColumn[];
  readonly #duplicates: ImportPlan['duplicates'];
  readonly #blankIds: ImportPlan['blankIds'];
  readonly #values: readonly (ValueWatch | null)[];
  readonly #ids: IdWatch | null;
  /** Place of the customer id, else -1. */
  readonly #customer: number;
  /** Place of the customer id where it must be unique, else -1. */
  readonly #idIndex: number;
  /** How many rows of the file have an id, for those that come up again. */
  readonly #repeats = new Map<SqlValue, number>();
  #repeated: Extract<ReadProblem, { code: 'duplicate-ids' }> | null = null;
  #blank: Extract<ReadProblem, { code: 'blank-ids' }> | null = null;

  /** `plan.columns` are those of the table, each with the format it is written in here. */
  constructor(rows: TableRows, plan: ImportPlan) {
    this.#rows = rows;
    this.rowsBefore = rows.rowCount;
    this.#lastBefore = rows.lastRow;
    this.#columns = plan.columns;
    this.#duplicates = plan.duplicates;
    this.#blankIds = plan.blankIds;
    this.problems = new ProblemList(plan.columns);
    this.#values = plan.columns.map((column) =>
      column.kind === 'text' ? null : new ValueWatch(column, plan.today, this.problems),
    );
    this.#customer = plan.columns.findIndex(({ role }) => role === 'customer-id');
    this.#idIndex = plan.tableRole === 'customers' ? this.#customer : -1;
    const idColumn = plan.columns[this.#customer];
    this.#ids = idColumn ? new IdWatch(idColumn.name) : null;
  }

  get rowsKept(): number {
    return this.rowsRead - this.rowsRejected;
  }

  /** Why the rows may not stay, under the rule 'stop'; the file is read to its end to count them. */
  get stopping(): ReadProblem | null {
    return this.#repeated ?? this.#blank;
  }

  /** Takes the next rows of the file, all but the header. */
  take(rows: readonly FileRow[]): void {
    for (const row of rows) this.#takeRow(row);
  }

  /** Says what only the whole file shows: placeholders among the ids, units that differ. */
  end(): void {
    for (const watch of this.#values) watch?.end();
    this.#ids?.end(this.problems, (id) => this.#rowsOf(id));
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
    this.#rows.insert(values, fields);
  }

  #setAside({ fields, line, blankRows = 1 }: FileRow, code: RowAside): void {
    if (code === 'blank-line') {
      this.problems.add(code, 'aside', null, line, '', null, blankRows);
      return;
    }
    const shown = fields.map(restoreReplacements);
    this.problems.addRow(code, 'aside', null, line, shown);
    this.#rows.reject(line, code, shown);
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
    this.#rows.widen(place);
    this.problems.add('became-decimal', 'kept', column.name, line, field);
    return decimal;
  }

  /** Applies the rule for missing and repeated customer ids; false where this row is not to be kept. */
  #acceptId(values: readonly SqlValue[], fields: readonly string[], line: number): boolean {
    const id = values[this.#idIndex] ?? null;
    const name = this.#columns[this.#idIndex]?.name ?? null;
    if (id === null) return this.#acceptBlank(name, fields, line);
    const earlier = this.#rows.rowWith(id);
    if (earlier === undefined) {
      this.#rows.remember(id, line, true);
      return true;
    }
    const rowsBefore = this.#repeats.get(id) ?? (this.#isOfBefore(earlier) ? 0 : 1);
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
    this.#rows.remember(id, line, false);
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

  /** Whether a row was in the table before this file. */
  #isOfBefore({ file }: KnownRow): boolean {
    return file !== this.#rows.file;
  }

  /** How many rows of the file have an id; those that the table had before do not count. */
  #rowsOf(id: string | number): number {
    if (this.#idIndex >= 0) return this.#repeats.get(id) ?? 1;
    return this.#rows.countAfter(this.#lastBefore, this.#columns[this.#customer]?.name ?? '', id);
  }

  /**
   * Inserts the later row before the earlier one goes: SQLite would give a freed last row id again. One of before is
   * kept among the rejected rows on line 0.
   */
  #replaceRow(
    earlier: KnownRow,
    values: readonly SqlValue[],
    written: readonly string[],
    column: string | null,
    id: string,
  ): void {
    this.#rows.insert(values, written);
    const fields = this.#rows.remove(earlier.row);
    const line = this.#isOfBefore(earlier) ? 0 : earlier.line;
    this.#rejectRow('duplicate-id', column, line, fields, id);
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
    this.#rows.reject(line, code, shown);
  }
}
