import Papa from 'papaparse';
import type { ImportProblemCode } from '#core/import/column.ts';
import { RecordSplitter, type Piece } from './split-records.ts';

/** A row of a file. `line` is the physical line it begins on (the first line of the file is 1). */
export interface FileRow {
  readonly line: number;
  readonly fields: readonly string[];
  /** A quote on this line is never closed; `fields` is the line as it is. */
  readonly isBroken: boolean;
  /** Nothing at all is on this line, not even quotes; `fields` is one empty field. */
  readonly isBlank: boolean;
  /** Why it is no row of the table though it stands below the header; null where it is one. */
  readonly aside: RowAside | null;
}

/** What may stand among the rows of a table and is none of them. */
export type RowAside = Extract<
  ImportProblemCode,
  'total-row' | 'repeated-header' | 'another-table' | 'comment-line'
>;

/** Turns chunks of decoded text into rows with their line numbers, blank lines among them. */
export class RowReader {
  readonly #delimiter: string;
  readonly #splitter: RecordSplitter;
  #line = 1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#splitter = new RecordSplitter(delimiter);
  }

  push(text: string): FileRow[] {
    return this.#rows(this.#splitter.push(text));
  }

  end(): FileRow[] {
    return this.#rows(this.#splitter.end());
  }

  #rows(pieces: readonly Piece[]): FileRow[] {
    const rows: FileRow[] = [];
    for (const piece of pieces) {
      if ('brokenLine' in piece) {
        const fields = [piece.brokenLine];
        rows.push({ line: this.#line++, fields, isBroken: true, isBlank: false, aside: null });
        continue;
      }
      // Strings, not bytes, and records that are whole: papaparse decodes and cuts neither.
      const { data } = Papa.parse<string[]>(piece.records, {
        delimiter: this.#delimiter,
        newline: '\n',
        header: false,
        dynamicTyping: false,
        skipEmptyLines: false,
      });
      data.pop();
      const mayHoldQuotes = piece.records.includes('"');
      const firstLine = this.#line;
      let lines: string[] | null = null;
      for (const fields of data) {
        let isBlank = fields.length === 1 && fields[0] === '';
        if (isBlank && mayHoldQuotes) {
          lines ??= piece.records.split(lineBreak);
          isBlank = lines[this.#line - firstLine] === '';
        }
        rows.push({ line: this.#line, fields, isBroken: false, isBlank, aside: null });
        this.#line += 1 + (mayHoldQuotes ? lineBreaks(fields) : 0);
      }
    }
    return rows;
  }
}

const lineBreak = /\r\n|\r|\n/g;

function lineBreaks(fields: readonly string[]): number {
  let breaks = 0;
  for (const field of fields) {
    if (field.includes('\n') || field.includes('\r')) {
      breaks += field.match(lineBreak)?.length ?? 0;
    }
  }
  return breaks;
}
