import { brokenTitles } from './broken-titles.ts';
import type { Layout } from './dialect.ts';
import type { FileRow } from './file-row.ts';
import { mergeTitles } from './merge-titles.ts';
import { NextTable } from './next-table.ts';
import { totalLabel } from './total-label.ts';

/** The header of a table: its first line that is not blank. */
export interface TableHeader {
  readonly line: number;
  /** One per column; empty where the layout says that there is no header. */
  readonly titles: readonly string[];
  /** The line as it is where a quote on it is never closed, else null. */
  readonly brokenLine: string | null;
}

/**
 * Finds the header among the rows of a file or sheet, and says of the other rows which are none of the table: lines above
 * the header, blank lines, totals, the header again, another table. Preview and import both read with it, so that they
 * mean the same, and every row but those of the header comes out again.
 * A line with nothing but delimiters and spaces is blank. A blank line is a row with an empty value where it stands
 * between the rows of a table of one column; `""` is always a row.
 */
export class LayoutReader {
  readonly #layout: Layout;
  readonly #delimiter: string;
  readonly #above: FileRow[] = [];
  readonly #headerRows: FileRow[] = [];
  readonly #nextTable: NextTable | null;
  #header: TableHeader | null = null;
  /** Rows that mean something only when another row follows, or when none does. */
  #waiting: FileRow[] = [];

  /**
   * `delimiter`: what a header line is cut at whose quote is never closed; `isPadded`: whether rows are filled up with
   * empty fields to the width of the header.
   */
  constructor(layout: Layout, delimiter = ',', isPadded = false) {
    this.#layout = layout;
    this.#delimiter = delimiter;
    this.#nextTable = layout.endLine === null ? new NextTable(delimiter, isPadded) : null;
  }

  /** Null until it has been read. */
  get header(): TableHeader | null {
    return this.#header;
  }

  /** How many rows the header has. */
  get headerRows(): number {
    return this.#headerRows.length;
  }

  /** The lines above the header that are not blank. */
  get above(): readonly FileRow[] {
    return this.#above;
  }

  /** Takes the next rows of the file and gives those of them that are decided on, without the header. */
  take(rows: readonly FileRow[]): FileRow[] {
    const given: FileRow[] = [];
    for (const row of rows) {
      if (this.#header) this.#takeBelow(row, given);
      else if (row.line < this.#layout.headerLine) this.#takeAbove(row, given);
      else this.#takeHeader(row, given);
    }
    return given;
  }

  /** Gives the rows that waited for another one. */
  end(): FileRow[] {
    const given: FileRow[] = [];
    if (!this.#header && this.#headerRows.length > 0) this.#header = this.#headerOf();
    for (const row of this.#nextTable?.end() ?? []) this.#decide(row, given);
    this.#leaveOut(given);
    return given;
  }

  /** What waited for a row of the table is none of it. */
  #leaveOut(given: FileRow[]): void {
    for (const row of this.#waiting) {
      given.push({ ...row, aside: row.isBlank ? 'blank-line' : 'total-row' });
    }
    this.#waiting = [];
  }

  #takeAbove(row: FileRow, given: FileRow[]): void {
    if (row.isBlank || isEmpty(row)) {
      given.push({ ...row, aside: 'blank-line' });
    } else {
      this.#above.push(row);
      given.push({ ...row, aside: row.aside ?? 'line-above' });
    }
  }

  #takeHeader(row: FileRow, given: FileRow[]): void {
    if (row.isBlank || isEmpty(row) || row.aside) {
      this.#takeAbove(row, given);
    } else if (this.#layout.headerRows === 0) {
      this.#header = { line: row.line, titles: row.fields.map(() => ''), brokenLine: null };
      this.#takeBelow(row, given);
    } else {
      this.#headerRows.push(row);
      if (this.#headerRows.length < this.#layout.headerRows) return;
      this.#header = this.#headerOf();
      for (const title of this.#headerRows) this.#nextTable?.take(title, false);
    }
  }

  #takeBelow(row: FileRow, given: FileRow[]): void {
    if (!this.#nextTable) return this.#decide(row, given);
    const isGap = row.isBlank || isEmpty(row);
    for (const decided of this.#nextTable.take(row, isGap)) this.#decide(decided, given);
  }

  #decide(row: FileRow, given: FileRow[]): void {
    const isAlone = this.#header?.titles.length === 1 && row.fields.length === 1;
    if (row.isBlank || (isEmpty(row) && !isAlone)) {
      if (isAlone && !row.blankRows) this.#waiting.push(row);
      else given.push({ ...row, aside: 'blank-line' });
      return;
    }
    const aside = row.aside ?? this.#asideOf(row);
    const isOfTable = aside !== 'another-table';
    if (isOfTable) given.push(...this.#waiting);
    else this.#leaveOut(given);
    this.#waiting = [];
    if (aside === 'final') this.#waiting.push(row);
    else given.push(aside === row.aside ? row : { ...row, aside });
  }

  #asideOf(row: FileRow): FileRow['aside'] | 'final' {
    const { totalRows } = this.#layout;
    const endLine = this.#layout.endLine ?? this.#nextTable?.startLine ?? null;
    if (endLine !== null && row.line >= endLine) return 'another-table';
    if (row.isBroken) return null;
    const { fields } = row;
    if (this.#repeatsHeader(fields)) return 'repeated-header';
    if (totalRows === 'keep' || fields.length < 2) return null;
    const first = fields.find((field) => field !== '') ?? '';
    const label = totalLabel(first);
    if (label === null || !hasNumber(fields, fields.indexOf(first) + 1)) return null;
    return label === 'anywhere' ? 'total-row' : 'final';
  }

  #repeatsHeader(fields: readonly string[]): boolean {
    if (fields.length < 2) return false;
    return this.#headerRows.some(
      ({ fields: titles }) =>
        titles.length === fields.length &&
        titles.every((title, column) => title === fields[column]) &&
        titles.some((title) => /\p{L}/u.test(title)),
    );
  }

  #headerOf(): TableHeader {
    const [first] = this.#headerRows;
    if (!first) throw new Error('A header has a row at least');
    const rows = this.#headerRows.map((row) =>
      row.isBroken ? brokenTitles(row, this.#delimiter) : row.fields,
    );
    return {
      line: first.line,
      titles: rows.length === 1 ? (rows[0] ?? []) : mergeTitles(rows),
      brokenLine: first.isBroken ? first.fields.join(this.#delimiter) : null,
    };
  }
}

/** Whether there is nothing but delimiters and spaces on a line. Quotes around nothing are something. */
function isEmpty({ fields }: FileRow): boolean {
  return fields.every((field) => field.trim() === '') && (fields.length > 1 || fields[0] !== '');
}

function hasNumber(fields: readonly string[], from: number): boolean {
  for (let column = from; column < fields.length; column++) {
    if (/\d/.test(fields[column] ?? '')) return true;
  }
  return false;
}
