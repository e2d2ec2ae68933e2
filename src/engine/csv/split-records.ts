/** A piece of a table: whole records with `\n` after each, or one line whose quote is never closed. */
export type Piece = { readonly records: string } | { readonly brokenLine: string };

/** A record that is still inside quotes after so many characters has a quote that was never closed (Excel's cells hold 2^15). */
const longestQuotedRecord = 1 << 16;

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const spaces = new Set([32, 9, 11, 12, 0xa0, 0x3000, 0xfeff]);

/**
 * Cuts decoded text into whole records and brings the line ends between them to `\n` (CR, LF and CRLF may be mixed);
 * line breaks inside quotes are data and stay as they are. A quote that is not closed within 2^16 characters spoils its
 * own line only. How the text is cut into chunks makes no difference to the records.
 */
export class RecordSplitter {
  readonly #delimiter: number;
  #pending = '';

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Takes the next chunk of text and gives what is complete now. */
  push(text: string): Piece[] {
    // Nothing is complete without a line end; to look at a line of megabytes again with each chunk would take minutes.
    if (!/[\r\n]/.test(text)) {
      this.#pending += text;
      return [];
    }
    return this.#split(this.#pending + text, false);
  }

  /** Gives the rest; a last record needs no line end. */
  end(): Piece[] {
    return this.#split(this.#pending, true);
  }

  #split(text: string, isLast: boolean): Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    while (start < text.length) {
      const { done, brokenAt } = this.#wholeRecords(text, start, isLast);
      if (done.end > start) pieces.push({ records: done.text });
      start = done.end;
      if (brokenAt === null) break;
      const end = lineEnd(text, brokenAt);
      if (end.next > text.length - (isLast ? 0 : 1) && !isLast) break;
      pieces.push({ brokenLine: text.slice(brokenAt, end.at) });
      start = end.next;
    }
    this.#pending = text.slice(start);
    return pieces;
  }

  /** Walks from record to record until the text ends or a quote proves to be unclosed. */
  #wholeRecords(text: string, start: number, isLast: boolean) {
    const parts: string[] = [];
    let copied = start;
    let recordStart = start;
    let at = start;
    let brokenAt: number | null = null;
    const endRecord = (next: number) => {
      recordStart = next;
      at = next;
      isFieldStart = true;
    };
    let isFieldStart = true;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (isFieldStart && unit === quote) {
        const limit = recordStart + longestQuotedRecord;
        const closed = this.#closingQuote(text, at + 1, limit, isLast);
        if (closed === null ? isLast || text.length > limit : closed > limit) {
          brokenAt = recordStart;
          break;
        }
        if (closed === null) break;
        at = closed;
        isFieldStart = false;
      } else if (unit === lineFeed) {
        endRecord(at + 1);
      } else if (unit === carriageReturn) {
        if (at + 1 === text.length && !isLast) break;
        parts.push(text.slice(copied, at), '\n');
        copied = text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
        endRecord(copied);
      } else {
        isFieldStart = unit === this.#delimiter;
        at++;
      }
    }
    if (isLast && brokenAt === null && recordStart < text.length) {
      parts.push(text.slice(copied), '\n');
      copied = text.length;
      endRecord(text.length);
    }
    parts.push(text.slice(copied, recordStart));
    return { done: { text: parts.join(''), end: recordStart }, brokenAt };
  }

  /**
   * The place after the closing quote, and the spaces after it, of a field that was opened before `from`; null where
   * the text up to `limit` does not show it. As in papaparse, a quote closes only before a delimiter or a line end.
   */
  #closingQuote(text: string, from: number, limit: number, isLast: boolean): number | null {
    let at = text.indexOf('"', from);
    while (at >= 0 && at <= limit) {
      if (text.charCodeAt(at + 1) === quote) {
        at = text.indexOf('"', at + 2);
        continue;
      }
      let after = at + 1;
      while (this.#isSpace(text.charCodeAt(after))) after++;
      if (after >= text.length) return isLast ? after : null;
      const unit = text.charCodeAt(after);
      if (unit === this.#delimiter || unit === lineFeed || unit === carriageReturn) return after;
      at = text.indexOf('"', at + 1);
    }
    return null;
  }

  #isSpace(unit: number): boolean {
    return unit !== this.#delimiter && spaces.has(unit);
  }
}

function lineEnd(text: string, from: number): { at: number; next: number } {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === lineFeed) return { at, next: at + 1 };
    if (unit === carriageReturn) {
      return { at, next: text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1 };
    }
  }
  return { at: text.length, next: text.length };
}
