import Papa from 'papaparse';
import { RecordSplitter, type Piece } from './split-records.ts';

/** A row of a file. `line` is the physical line it begins on (the first line of the file is 1). */
export interface FileRow {
  readonly line: number;
  readonly fields: readonly string[];
  /** A quote on this line is never closed; `fields` is the line as it is. */
  readonly isBroken: boolean;
}

/** Turns chunks of decoded text into rows with their line numbers; blank lines are skipped. */
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
        rows.push({ line: this.#line++, fields: [piece.brokenLine], isBroken: true });
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
      const mayHoldBreaks = piece.records.includes('"');
      for (const fields of data) {
        if (fields.length > 1 || fields[0] !== '') {
          rows.push({ line: this.#line, fields, isBroken: false });
        }
        this.#line += 1 + (mayHoldBreaks ? lineBreaks(fields) : 0);
      }
    }
    return rows;
  }
}

function lineBreaks(fields: readonly string[]): number {
  let breaks = 0;
  for (const field of fields) {
    if (field.includes('\n') || field.includes('\r')) {
      breaks += field.match(/\r\n|\r|\n/g)?.length ?? 0;
    }
  }
  return breaks;
}
