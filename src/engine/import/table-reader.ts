import type { LineAccount } from '#core/import/column.ts';
import type { Dialect, Layout } from '#core/import/dialect.ts';
import type { FileRow } from '#core/import/file-row.ts';
import { LayoutReader, type TableHeader } from '#core/import/layout-reader.ts';
import type { RowReader } from '#core/import/row-reader.ts';
import { openRowReader } from '../csv/parse-records.ts';

export type { TableHeader } from '#core/import/layout-reader.ts';

/**
 * Turns chunks of decoded text into a header and the other rows, those that are none of the table among them: see
 * `LayoutReader`. A header line whose quote is never closed is the header all the same: it is cut at its delimiters, and
 * the quotes around its titles fall away.
 */
export class TableReader {
  readonly #reader: RowReader;
  readonly #layout: LayoutReader;

  constructor(dialect: Dialect, layout: Layout) {
    this.#reader = openRowReader(dialect, layout.headerLine);
    this.#layout = new LayoutReader(layout, dialect.delimiter);
  }

  /** Null until it has been read. */
  get header(): TableHeader | null {
    return this.#layout.header;
  }

  /** The lines above the header that are not blank, each as it is. */
  get above(): readonly FileRow[] {
    return this.#layout.above;
  }

  /** What the lines read so far are, apart from the rows that were given. */
  get lines(): LineAccount {
    const { lineCount, continuedLines } = this.#reader;
    return { total: lineCount, header: this.#layout.headerRows, continued: continuedLines };
  }

  push(text: string): FileRow[] {
    return this.#layout.take(this.#reader.push(text));
  }

  /** The last rows. `isCut`: see `RecordSplitter.end`. Default: false. */
  end(isCut = false): FileRow[] {
    return [...this.#layout.take(this.#reader.end(isCut)), ...this.#layout.end()];
  }
}
