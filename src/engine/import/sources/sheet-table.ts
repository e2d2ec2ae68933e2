import type { LineAccount } from '#core/import/column.ts';
import type { Layout } from '#core/import/dialect.ts';
import type { FileRow } from '#core/import/file-row.ts';
import { LayoutReader, type TableHeader } from '#core/import/layout-reader.ts';
import type { SheetRow } from './sheet-parser.ts';

/** So many rows are looked at to see where the table begins from the left. */
const lookedAtRows = 100;
/** More empty rows than that between two others are given as one. */
const mostBlankRows = 1000;

/** Turns the rows of a sheet into lines of a file, the empty ones between them too. */
export class SheetLines {
  #last = 0;
  #count = 0;

  /** How many lines there were. */
  get count(): number {
    return this.#count;
  }

  take(rows: readonly SheetRow[]): FileRow[] {
    const lines: FileRow[] = [];
    for (const { number, fields } of rows) {
      const firstBlank = Math.max(this.#last + 1, number - mostBlankRows);
      lines.push(...this.#blankRows(firstBlank - 1));
      for (let line = firstBlank; line < number; line++) lines.push(fileRow(line, [''], true));
      lines.push(fileRow(number, fields, false));
      this.#count += Math.max(0, number - firstBlank) + 1;
      this.#last = number;
    }
    return lines;
  }

  /** `lastRow`: the last one that the sheet has, empty or not. */
  end(lastRow: number): FileRow[] {
    return this.#blankRows(lastRow);
  }

  /** The empty rows up to the one with this number, as one. */
  #blankRows(upTo: number): FileRow[] {
    const first = this.#last + 1;
    if (upTo < first) return [];
    const blankRows = upTo - first + 1;
    this.#count += blankRows;
    this.#last = upTo;
    return [{ ...fileRow(first, [''], true), blankRows }];
  }
}

/**
 * Turns the rows of a sheet into a header and the other rows, as `LayoutReader` has it. A table may stand away from
 * the left edge; a value that turns up to the left of it later counts as a surplus field, so that it is seen. Rows are as
 * wide as the header at least: a sheet does not say where a row ends.
 */
export class SheetTable {
  readonly #width: number;
  readonly #headerLine: number;
  readonly #lines = new SheetLines();
  readonly #layout: LayoutReader;
  #waiting: FileRow[] | null = [];
  #firstColumn = 0;

  /** `width`: how many fields a row has at least, beside those of the header. */
  constructor(layout: Layout, width: number) {
    this.#width = width;
    this.#headerLine = layout.headerLine;
    this.#layout = new LayoutReader(layout, ',', true);
  }

  get header(): TableHeader | null {
    return this.#layout.header;
  }

  /** The rows above the header that are not blank. */
  get above(): readonly FileRow[] {
    return this.#layout.above;
  }

  get lines(): LineAccount {
    return { total: this.#lines.count, header: this.#layout.headerRows, continued: 0 };
  }

  push(rows: readonly SheetRow[]): FileRow[] {
    const lines = this.#lines.take(rows);
    if (!this.#waiting) return this.#below(lines);
    const above = lines.filter(({ line }) => line < this.#headerLine);
    this.#waiting.push(...lines.filter(({ line }) => line >= this.#headerLine));
    const given = this.#layout.take(above);
    return this.#waiting.length < lookedAtRows ? given : [...given, ...this.#beginTable()];
  }

  /** `lastRow`: the last one that the sheet has, empty or not. Default: the last one with a value. */
  end(lastRow = 0): FileRow[] {
    const rest = [...this.#beginTable(), ...this.#below(this.#lines.end(lastRow))];
    return [...rest, ...this.#layout.end()];
  }

  #beginTable(): FileRow[] {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    const own = waiting.filter(({ isBlank }) => !isBlank);
    if (own.length > 0) {
      this.#firstColumn = Math.min(...own.map(({ fields }) => fields.findIndex(isFilled)));
    }
    return this.#below(waiting);
  }

  #below(lines: readonly FileRow[]): FileRow[] {
    return lines.flatMap((line) => this.#layout.take([line.isBlank ? line : this.#placed(line)]));
  }

  #placed(row: FileRow): FileRow {
    const fields = row.fields.slice(this.#firstColumn);
    if (!this.header) return { ...row, fields };
    const width = Math.max(this.#width, this.header.titles.length);
    while (fields.length < width) fields.push('');
    const strays = row.fields.slice(0, this.#firstColumn).filter(isFilled);
    return { ...row, fields: [...fields, ...strays] };
  }
}

function isFilled(field: string): boolean {
  return field !== '';
}

function fileRow(line: number, fields: readonly string[], isBlank: boolean): FileRow {
  return { line, fields, isBroken: false, isBlank, aside: null };
}
