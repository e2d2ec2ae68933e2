import type { Layout } from './dialect.ts';
import type { FileRow } from './file-row.ts';
import { mergeTitles } from './merge-titles.ts';
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
 * Finds the header among the rows of a file or sheet, and says of those below it which are none of the table. Preview and
 * import both read with it, so that they mean the same. What stands above the header is in `above`.
 * A blank line above the header is nothing. Below it, it is a row with an empty value where the table has one column, and
 * nothing where it has more, spaces in it or not; at the end of the file it is nothing in any table. `""` is always a row.
 */
export class LayoutReader {
  readonly #layout: Layout;
  readonly #delimiter: string;
  readonly #above: FileRow[] = [];
  readonly #headerRows: FileRow[] = [];
  #header: TableHeader | null = null;
  /** Rows that mean something only when another row follows, or when none does. */
  #waiting: FileRow[] = [];

  /** `delimiter`: what a header line is cut at whose quote is never closed. */
  constructor(layout: Layout, delimiter = ',') {
    this.#layout = layout;
    this.#delimiter = delimiter;
  }

  /** Null until it has been read. */
  get header(): TableHeader | null {
    return this.#header;
  }

  /** The lines above the header that are not blank. */
  get above(): readonly FileRow[] {
    return this.#above;
  }

  /** Takes the next rows of the file and gives those of them that stand below the header. */
  take(rows: readonly FileRow[]): FileRow[] {
    const below: FileRow[] = [];
    for (const row of rows) {
      if (row.line < this.#layout.headerLine) {
        if (!row.isBlank) this.#above.push(row);
      } else if (this.#header) {
        this.#takeBelow(row, below);
      } else {
        this.#takeHeader(row, below);
      }
    }
    return below;
  }

  /** Gives the rows that waited for another one. */
  end(): FileRow[] {
    const below: FileRow[] = [];
    if (!this.#header && this.#headerRows.length > 0) this.#header = this.#headerOf();
    for (const row of this.#waiting) if (!row.isBlank) below.push({ ...row, aside: 'total-row' });
    this.#waiting = [];
    return below;
  }

  #takeHeader(row: FileRow, below: FileRow[]): void {
    if (row.isBlank || isSpaces(row)) return;
    if (row.aside) {
      this.#above.push(row);
    } else if (this.#layout.headerRows === 0) {
      this.#header = { line: row.line, titles: row.fields.map(() => ''), brokenLine: null };
      this.#takeBelow(row, below);
    } else {
      this.#headerRows.push(row);
      if (this.#headerRows.length === this.#layout.headerRows) this.#header = this.#headerOf();
    }
  }

  #takeBelow(row: FileRow, below: FileRow[]): void {
    const isAlone = this.#header?.titles.length === 1;
    if (row.isBlank || (!isAlone && isSpaces(row))) {
      if (isAlone) this.#waiting.push(row);
      return;
    }
    const aside = row.aside ?? this.#asideOf(row);
    const isOfTable = aside !== 'another-table';
    if (this.#waiting.length > 0) {
      for (const waited of this.#waiting) {
        const isTotal = !isOfTable && !waited.isBlank;
        below.push(isTotal ? { ...waited, aside: 'total-row' } : waited);
      }
      this.#waiting = [];
    }
    if (aside === 'final') this.#waiting.push(row);
    else below.push(aside === row.aside ? row : { ...row, aside });
  }

  #asideOf(row: FileRow): FileRow['aside'] | 'final' {
    const { endLine, totalRows } = this.#layout;
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

/** Whether there is nothing but spaces on a line. */
function isSpaces({ fields }: FileRow): boolean {
  return fields.length === 1 && fields[0] !== '' && fields[0]?.trim() === '';
}

/** The fields of a line whose quote is never closed, without their quotes. */
export function brokenTitles({ fields }: FileRow, delimiter: string): string[] {
  const titles = fields.length === 1 ? (fields[0] ?? '').split(delimiter) : fields;
  return titles.map((title) => title.replaceAll('"', ''));
}

function hasNumber(fields: readonly string[], from: number): boolean {
  for (let column = from; column < fields.length; column++) {
    if (/\d/.test(fields[column] ?? '')) return true;
  }
  return false;
}
