import { RowReader, type FileRow } from './parse-records.ts';

/** The header of a file: the first row that is not blank. */
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
 */
export class TableReader {
  readonly #delimiter: string;
  readonly #reader: RowReader;
  #header: TableHeader | null = null;

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

  #below(rows: FileRow[]): FileRow[] {
    const [first] = rows;
    if (this.#header || !first) return rows;
    this.#header = this.#headerOf(first);
    return rows.slice(1);
  }

  #headerOf({ line, fields, isBroken }: FileRow): TableHeader {
    if (!isBroken) return { line, titles: fields, brokenLine: null };
    const brokenLine = fields.join('');
    const titles = brokenLine.split(this.#delimiter).map((title) => title.replaceAll('"', ''));
    return { line, titles, brokenLine };
  }
}
