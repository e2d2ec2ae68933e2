import { isLineEnd } from './quoted-field.ts';

/**
 * A piece of a table. `records`: whole records with `\n` after each, which any reader of RFC 4180 cuts alike. `odd`: one
 * record whose quotes need `closingQuote` to be understood. `stray`: such a one, in which a quote opens a field and is
 * never closed. `broken`: a line of which nothing else can be said. `comment`: a line that is a remark.
 */
export interface Piece {
  readonly kind: 'records' | 'odd' | 'stray' | 'broken' | 'comment';
  readonly text: string;
}

const lineFeed = 10;
const carriageReturn = 13;

/** Gathers the pieces of a text; where no line end changes, what stands between two of them is copied at once. */
export class PieceList {
  readonly #text: string;
  readonly #hasReturns: boolean;
  readonly #pieces: Piece[] = [];
  #parts: string[] = [];
  #copied = 0;

  constructor(text: string) {
    this.#text = text;
    this.#hasReturns = text.includes('\r');
  }

  /** Takes the whole lines from `at` up to the line in which the next quote stands, and gives the place after them. */
  takeLines(at: number, quoteAt: number, isLast: boolean): number {
    let end = quoteAt;
    if (quoteAt < this.#text.length || !isLast) {
      // A carriage return at the very end may be half of a line end.
      if (end === this.#text.length && this.#text.charCodeAt(end - 1) === carriageReturn) end--;
      while (end > at && !isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    }
    if (end > at && this.#hasReturns) {
      this.#parts.push(this.#text.slice(at, end).replace(/\r\n?/g, '\n'));
      this.#copied = end;
    }
    return end;
  }

  /** Takes a record or a line from `start` to the place after its line end. */
  takeRecord(kind: Piece['kind'], start: number, next: number): void {
    if (kind !== 'records') {
      this.#close(start);
      this.#pieces.push({ kind, text: withoutLineEnd(this.#text.slice(start, next)) });
    } else if (this.#hasReturns) {
      this.#parts.push(withoutLineEnd(this.#text.slice(start, next)), '\n');
    } else {
      return;
    }
    this.#copied = next;
  }

  /** All pieces up to the place where the first incomplete record begins. */
  end(end: number): Piece[] {
    this.#close(end);
    return this.#pieces;
  }

  #close(end: number): void {
    if (end > this.#copied) this.#parts.push(this.#text.slice(this.#copied, end));
    const text = this.#parts.join('');
    this.#parts = [];
    if (text === '') return;
    this.#pieces.push({ kind: 'records', text: text.endsWith('\n') ? text : `${text}\n` });
  }
}

/** The place after the line end that follows `from`; null where the text does not show it. */
export function nextLine(text: string, from: number, isLast: boolean): number | null {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isLineEnd(unit)) continue;
    if (unit !== carriageReturn) return at + 1;
    if (at + 1 === text.length) return isLast ? text.length : null;
    return text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
  }
  return isLast ? text.length : null;
}

function withoutLineEnd(text: string): string {
  return text.replace(/(?:\r\n|\r|\n)$/, '');
}
