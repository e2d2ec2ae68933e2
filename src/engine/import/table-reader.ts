import { RowReader, type FileRow } from '../csv/parse-records.ts';

/** The header of a file: its first line that is not blank. */
export interface TableHeader {
  readonly line: number;
  readonly titles: readonly string[];
  /** The line as it is where a quote on it is never closed, else null. */
  readonly brokenLine: string | null;
}

/**
 * Turns chunks of decoded text into a header and the rows below it. The preview and the import both read with it, so
 * that they mean the same header and the same rows. A header line whose quote is never closed is the header all the
 * same: it is cut at its delimiters, and the quotes around its titles fall away.
 * A blank line above the header is nothing. Below it, it is a row with an empty value where the table has one column, and
 * nothing where it has more; at the end of the file it is nothing in any table. `""` is always a row.
 */
export class TableReader {
  readonly #delimiter: string;
  readonly #reader: RowReader;
  #header: TableHeader | null = null;
  /** Blank lines that are rows of one column as soon as another row follows. */
  #blank: FileRow[] = [];

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#reader = new RowReader(delimiter);
  }

  /** Null until the first line has been read. */
  get header(): TableHeader | null {
    return this.#header;
  }

  push(text: string): FileRow[] {
    return this.#below(this.#reader.push(text));
  }

  end(): FileRow[] {
    return this.#below(this.#reader.end());
  }

  #below(rows: readonly FileRow[]): FileRow[] {
    const below: FileRow[] = [];
    for (const row of rows) {
      if (row.isBlank) {
        if (this.#header?.titles.length === 1) this.#blank.push(row);
      } else if (this.#header) {
        for (const blank of this.#blank) below.push(blank);
        if (this.#blank.length > 0) this.#blank = [];
        below.push(row);
      } else {
        this.#header = this.#headerOf(row);
      }
    }
    return below;
  }

  #headerOf({ line, fields, isBroken }: FileRow): TableHeader {
    if (!isBroken) return { line, titles: fields, brokenLine: null };
    const brokenLine = fields.join('');
    const titles = brokenLine.split(this.#delimiter).map((title) => title.replaceAll('"', ''));
    return { line, titles, brokenLine };
  }
}
