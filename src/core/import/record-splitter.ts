import type { Dialect } from './dialect.ts';
import { nextLine, PieceList, type Piece } from './piece-list.ts';
import {
  afterSpaces,
  closingQuote,
  isHalfOfPair,
  isLineEnd,
  stray,
  unclosed,
} from './quoted-field.ts';

/**
 * A record that is still inside quotes after so many characters, and on another line, has a quote that was never closed
 * (Excel's cells hold 2^15).
 */
const longestQuotedRecord = 1 << 16;

/** So much beyond it must be there before that is said, so that what follows a quote is seen whole. */
const lookAhead = 16;

/**
 * Cuts decoded text into whole records and brings the line ends between them to `\n` (CR, LF and CRLF may be mixed);
 * line breaks inside quotes are data and stay as they are. A quote that is not closed on its line, nor within 2^16
 * characters, spoils that line only. How the text is cut into chunks makes no difference to the records.
 */
export class RecordSplitter {
  readonly #dialect: Dialect;
  /** The quote, or null where none of the text to come can open with one. */
  readonly #quote: string | null;
  #waiting: string[] = [];

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

  /** Gives the rest; a last record needs no line end. */
  end(): Piece[] {
    return this.#split(true);
  }

  #split(isLast: boolean): Piece[] {
    const text = this.#waiting.join('');
    const pieces = new PieceList(text);
    const end = this.#walk(text, pieces, isLast);
    this.#waiting = end < text.length ? [text.slice(end)] : [];
    return pieces.end(end);
  }

  /** Walks from record to record, and gives the place where the first incomplete one begins. */
  #walk(text: string, pieces: PieceList, isLast: boolean): number {
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
      pieces.takeRecord(kind, at, next);
      at = next;
      if (quoteAt < at) quoteAt = this.#nextQuote(text, at);
    }
    return at;
  }

  #nextQuote(text: string, from: number): number {
    const at = this.#quote === null ? -1 : text.indexOf(this.#quote, from);
    return at < 0 ? text.length : at;
  }

  /** The end of the record that begins at `start`; `quoteAt` is the first quote in it or after it. */
  #recordEnd(text: string, start: number, quoteAt: number, isLast: boolean): RecordEnd {
    const { delimiter } = this.#dialect;
    const first = delimiter.charCodeAt(0);
    let limit = start + longestQuotedRecord;
    let kind: RecordEnd['kind'] = 'records';
    let isFieldStart = true;
    let at = start;
    while (at < text.length) {
      if (at > quoteAt) quoteAt = this.#nextQuote(text, at);
      const unit = text.charCodeAt(at);
      if (isFieldStart && at === quoteAt) {
        let closed = closingQuote(text, at + 1, limit, this.#dialect, isLast);
        if (closed === unclosed && (isLast || text.length > limit + lookAhead)) {
          const line = nextLine(text, at, isLast);
          if (line === null) return { kind, next: null };
          if (line > limit) {
            limit = line;
            closed = closingQuote(text, at + 1, limit, this.#dialect, isLast);
          }
          if (closed === unclosed) return { kind: 'broken', next: nextLine(text, start, isLast) };
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
