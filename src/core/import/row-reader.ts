import { cutRecords, type RecordCutter } from './cut-records.ts';
import type { Dialect } from './dialect.ts';
import type { FileRow } from './file-row.ts';
import type { Piece } from './piece-list.ts';
import { RecordSplitter } from './record-splitter.ts';

/**
 * Turns chunks of decoded text into rows with their line numbers, blank lines and remarks among them. The lines before
 * `firstLine` are no rows: each comes out as it is, in one field, and its quotes mean nothing.
 */
export class RowReader {
  readonly #dialect: Dialect;
  readonly #splitter: RecordSplitter;
  readonly #cut: RecordCutter;
  #linesToPass: number;
  #passing = '';
  #line = 1;
  #continued = 0;

  /** `cut`: cuts the records that RFC 4180 describes. Default: `cutRecords`. */
  constructor(dialect: Dialect, firstLine = 1, cut?: RecordCutter) {
    this.#dialect = dialect;
    this.#splitter = new RecordSplitter(dialect);
    this.#cut = cut ?? ((records) => cutRecords(records, dialect));
    this.#linesToPass = firstLine - 1;
  }

  /** How many lines have been read. */
  get lineCount(): number {
    return this.#line - 1;
  }

  /** How many of them go on with a row that began above them. */
  get continuedLines(): number {
    return this.#continued;
  }

  push(text: string): FileRow[] {
    if (this.#linesToPass === 0) return this.#rows(this.#splitter.push(text));
    const { lines, rest } = this.#passLines(text, false);
    return [...lines, ...this.#rows(rest === '' ? [] : this.#splitter.push(rest))];
  }

  /** The last rows. `isCut`: see `RecordSplitter.end`. Default: false. */
  end(isCut = false): FileRow[] {
    const { lines, rest } = this.#passLines('', true);
    const pieces = [...this.#splitter.push(rest), ...this.#splitter.end(isCut)];
    return [...lines, ...this.#rows(pieces)];
  }

  /** Takes lines as they are until the first line has come; what is left is the rest. */
  #passLines(text: string, isLast: boolean): { lines: FileRow[]; rest: string } {
    const lines: FileRow[] = [];
    let rest = this.#passing + text;
    while (this.#linesToPass > 0) {
      const end = rest.search(/\r\n|\r|\n/);
      // A carriage return at the very end may be half of a line end.
      if (end < 0 || (end === rest.length - 1 && rest[end] === '\r')) {
        if (!isLast || rest === '') break;
      }
      const line = end < 0 ? rest : rest.slice(0, end);
      rest = end < 0 ? '' : rest.slice(rest.startsWith('\r\n', end) ? end + 2 : end + 1);
      lines.push(this.#row([line], this.#isEmpty(line)));
      this.#pass(0);
      this.#linesToPass--;
    }
    this.#passing = this.#linesToPass > 0 ? rest : '';
    return { lines, rest: this.#linesToPass > 0 ? '' : rest };
  }

  #rows(pieces: readonly Piece[]): FileRow[] {
    const rows: FileRow[] = [];
    for (const { kind, text } of pieces) {
      if (kind === 'records') {
        this.#addRecords(rows, text);
      } else if (kind === 'odd' || kind === 'stray') {
        const row = this.#row(cutRecords(`${text}\n`, this.#dialect)[0] ?? [], false);
        rows.push({ ...row, isBroken: kind === 'stray' });
        this.#pass(lineBreaks([text]));
      } else {
        const row = this.#row([text], false);
        rows.push(
          kind === 'broken' ? { ...row, isBroken: true } : { ...row, aside: 'comment-line' },
        );
        this.#pass(0);
      }
    }
    return rows;
  }

  #addRecords(rows: FileRow[], records: string): void {
    const { quote, isRepeated } = this.#dialect;
    const mayHoldQuotes = quote !== 'none' && records.includes(quote);
    const firstLine = this.#line;
    let lines: string[] | null = null;
    const cut = this.#cut(records);
    const hasBreaks = mayHoldQuotes && hasMoreLines(records, cut.length);
    for (const fields of cut) {
      let isBlank = fields.length === 1 && fields[0] === '';
      if (isBlank && mayHoldQuotes) {
        // Quotes around nothing are something.
        lines ??= records.split(lineBreak);
        const line = lines[this.#line - firstLine] ?? '';
        isBlank = isRepeated ? this.#isEmpty(line) : line === '';
      }
      rows.push(this.#row(isBlank && isRepeated ? [''] : fields, isBlank));
      this.#pass(hasBreaks ? lineBreaks(fields) : 0);
    }
  }

  /** Goes on behind a row that takes so many lines more than one. */
  #pass(continued: number): void {
    this.#line += 1 + continued;
    this.#continued += continued;
  }

  #isEmpty(line: string): boolean {
    return line.replaceAll(this.#dialect.delimiter, '').trim() === '';
  }

  #row(fields: readonly string[], isBlank: boolean): FileRow {
    return { line: this.#line, fields, isBroken: false, isBlank, aside: null };
  }
}

const lineBreak = /\r\n|\r|\n/g;

/** Whether a text has more lines than so many; a carriage return counts as none and may be one. */
function hasMoreLines(text: string, count: number): boolean {
  if (text.includes('\r')) return true;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines > count;
}

function lineBreaks(fields: readonly string[]): number {
  let breaks = 0;
  for (const field of fields) {
    if (field.includes('\n') || field.includes('\r')) {
      breaks += field.match(lineBreak)?.length ?? 0;
    }
  }
  return breaks;
}
