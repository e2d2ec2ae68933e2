import type { Layout } from '#core/import/dialect.ts';
import type { FileRow } from '../../csv/parse-records.ts';
import type { TableHeader } from '../table-reader.ts';
import type { SheetRow } from './sheet-parser.ts';

/** So many rows are looked at to see where the table begins from the left. */
const lookedAtRows = 100;

/**
 * Turns the rows of a sheet into a header and the rows below it. A table may stand away from the left edge; a value that
 * turns up to the left of it later counts as a surplus field, so that it is seen. Rows are as wide as the header at
 * least: a sheet does not say where a row ends.
 */
export class SheetTable {
  readonly #layout: Layout;
  readonly #width: number;
  #header: TableHeader | null = null;
  #waiting: SheetRow[] | null = [];
  #firstColumn = 0;
  #number = 0;

  /** `width`: how many fields a row has at least, beside those of the header. */
  constructor(layout: Layout, width: number) {
    this.#layout = layout;
    this.#width = width;
  }

  get header(): TableHeader | null {
    return this.#header;
  }

  push(rows: readonly SheetRow[]): FileRow[] {
    const { headerLine, endLine } = this.#layout;
    const own = rows.filter(
      ({ number }) => number >= headerLine && (endLine === null || number <= endLine),
    );
    if (!this.#waiting) return this.#below(own);
    this.#waiting.push(...own);
    return this.#waiting.length < lookedAtRows ? [] : this.end();
  }

  end(): FileRow[] {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    const beginnings = waiting.map(({ fields }) => fields.findIndex((field) => field !== ''));
    if (waiting.length > 0) this.#firstColumn = Math.min(...beginnings);
    return this.#below(waiting);
  }

  #below(rows: readonly SheetRow[]): FileRow[] {
    const below: FileRow[] = [];
    for (const { number, fields } of rows) {
      const own = fields.slice(this.#firstColumn);
      if (this.#header) {
        const width = Math.max(this.#width, this.#header.titles.length);
        if (width === 1) this.#addBlanks(below, number);
        while (own.length < width) own.push('');
        for (const stray of fields.slice(0, this.#firstColumn)) if (stray !== '') own.push(stray);
        below.push(fileRow(number, own, false));
      } else {
        this.#header = { line: number, titles: own, brokenLine: null };
      }
      this.#number = number;
    }
    return below;
  }

  /** In a table of one column an empty row is an empty value. */
  #addBlanks(below: FileRow[], next: number): void {
    for (let line = this.#number + 1; line < next; line++) below.push(fileRow(line, [''], true));
  }
}

function fileRow(line: number, fields: readonly string[], isBlank: boolean): FileRow {
  return { line, fields, isBroken: false, isBlank, aside: null };
}
