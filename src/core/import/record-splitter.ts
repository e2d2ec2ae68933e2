import type { Dialect } from './dialect.ts';
import { nextLine, PieceList, type Piece } from './piece-list.ts';
import {
  afterSpaces,
  closingQuote,
  isHalfOfPair,
  isLineEnd,
  opensField,
  stray,
  unclosed,
} from './quoted-field.ts';
import { doubtfulQuotedRecord, goesOnAsRows, longestQuotedRecord } from './quoted-record.ts';

/** So much beyond a limit must be there before a quote is called unclosed, so that what follows one is seen whole. */
const lookAhead = 16;

/**
 * Cuts decoded text into whole records and brings the line ends between them to `\n` (CR, LF and CRLF may be mixed);
 * line breaks inside quotes are data and stay as they are. A quote spoils its line only where it is closed neither on it
 * - nor within 2^16 characters, whose lines go on as rows of the table (see `goesOnAsRows`),
 * - nor within 2^24 characters at all (`longestQuotedRecord`).
 * How the text is cut into chunks makes no difference to the records.
 */
export class RecordSplitter {
  readonly #dialect: Dialect;
  /** The quote, or null where none of the text to come can open with one. */
  readonly #quote: string | null;
  #waiting: string[] = [];
  /** The line before the one that waits. */
  #lineBefore = '';

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    this.#quote = dialect.quote === 'none' ? null : dialect.quote;
  }

  /** Takes the next chunk of text and gives what is complete now. */
  push(text: string): Piece[] {
    this.#waiting.push(text);
    // Nothing is complete without a line end; to look at a line of megabytes again with each chunk would take minutes.
    return text.includes('\n') || text.includes('\r') ? this.#split(false) : [];
  }

  /**
   * Gives the rest; a last record needs no line end. `isCut`: the text goes on elsewhere, so that a quote which is open
   * has its end there: all that follows it is one broken record. Default: false.
   */
  end(isCut = false): Piece[] {
    return this.#split(true, isCut);
  }

  #split(isLast: boolean, isCut = false): Piece[] {
    const text = this.#waiting.join('');
    const pieces = new PieceList(text);
    const end = this.#walk(text, pieces, isLast, isCut);
    if (end > 0) this.#lineBefore = this.#lineUpTo(text, end);
    this.#waiting = end < text.length ? [text.slice(end)] : [];
    return pieces.end(end);
  }

  /** The last line before a place where a line begins. */
  #lineUpTo(text: string, start: number): string {
    if (start === 0) return this.#lineBefore;
    const end = start - (text.endsWith('\r\n', start) ? 2 : 1);
    const from = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1));
    return text.slice(end === 0 ? 0 : from + 1, end);
  }

  /** Walks from record to record, and gives the place where the first incomplete one begins. */
  #walk(text: string, pieces: PieceList, isLast: boolean, isCut: boolean): number {
    const { comment } = this.#dialect;
    let quoteAt = this.#nextQuote(text, 0);
    let at = 0;
    while (at < text.length) {
      if (comment === null) {
        at = pieces.takeLines(at, quoteAt, isLast);
        if (quoteAt === text.length) return at;
      }
      const isComment = comment !== null && text.startsWith(comment, at);
      const { kind, next } = isComment
        ? { kind: 'comment' as const, next: nextLine(text, at, isLast) }
        : this.#recordEnd(text, at, quoteAt, isLast);
      if (next === null) return at;
      const end = isCut && kind === 'broken' ? text.length : next;
      pieces.takeRecord(kind, at, end);
      at = end;
      if (quoteAt < at) quoteAt = this.#nextQuote(text, at);
    }
    return at;
  }

  #nextQuote(text: string, from: number): number {
    const at = this.#quote === null ? -1 : text.indexOf(this.#quote, from);
    return at < 0 ? text.length : at;
  }

  /** Whether what follows an open quote, up to `limit`, are rows of the table. */
  #goesOnAsRows(text: string, start: number, limit: number): boolean {
    const lines = text.slice(start, limit).split(/\r\n|\r|\n/);
    // The last one may be cut off.
    lines.pop();
    return goesOnAsRows(lines, this.#lineUpTo(text, start), this.#dialect);
  }

  /** The end of the record that begins at `start`; `quoteAt` is the first quote in it or after it. */
  #recordEnd(text: string, start: number, quoteAt: number, isLast: boolean): RecordEnd {
    const { delimiter, comment } = this.#dialect;
    const first = delimiter.charCodeAt(0);
    let limit = start + doubtfulQuotedRecord;
    let kind: RecordEnd['kind'] = 'records';
    let isFieldStart = true;
    // Without remarks, the whole lines before the one with the next quote have been taken.
    let at = comment === null && opensField(text, quoteAt, start, delimiter) ? quoteAt : start;
    while (at < text.length) {
      if (at > quoteAt) quoteAt = this.#nextQuote(text, at);
      const unit = text.charCodeAt(at);
      if (isFieldStart && at === quoteAt) {
        let closed = closingQuote(text, at + 1, limit, this.#dialect, isLast);
        if (closed === unclosed && (isLast || text.length > limit + lookAhead)) {
          const line = nextLine(text, at, isLast);
          if (line === null) return { kind, next: null };
          if (line > limit) limit = line + doubtfulQuotedRecord;
          if (!isLast && text.length <= limit + lookAhead) return { kind, next: null };
          closed = closingQuote(text, at + 1, limit, this.#dialect, isLast);
          if (closed === unclosed && !this.#goesOnAsRows(text, start, limit)) {
            limit = Math.max(limit, start + longestQuotedRecord);
            closed = closingQuote(text, at + 1, limit, this.#dialect, isLast);
          }
          if (closed === unclosed && (isLast || text.length > limit + lookAhead)) {
            return { kind: 'broken', next: nextLine(text, start, isLast) };
          }
        }
        if (closed === unclosed) return { kind, next: null };
        if (closed === stray) {
          kind = 'stray';
          at++;
        } else {
          if (kind === 'records' && isHalfOfPair(text, closed, at)) kind = 'odd';
          at = afterSpaces(text, closed + 1, delimiter);
          if (at > limit) return { kind: 'broken', next: nextLine(text, start, isLast) };
        }
        isFieldStart = false;
      } else if (isLineEnd(unit)) {
        return { kind, next: nextLine(text, at, isLast) };
      } else if (unit === first && text.startsWith(delimiter, at)) {
        isFieldStart = true;
        at += delimiter.length;
      } else {
        isFieldStart = false;
        at++;
      }
    }
    return { kind, next: isLast ? text.length : null };
  }
}

interface RecordEnd {
  readonly kind: Exclude<Piece['kind'], 'comment'>;
  /** The place after its line end; null where the text does not show it. */
  readonly next: number | null;
}
