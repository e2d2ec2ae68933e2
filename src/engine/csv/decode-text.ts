import type { TextEncodingName } from '#core/import/column.ts';
import { isKoreanLine, isUtf8Line } from '#core/import/line-encoding.ts';

/** Stands in decoded text for bytes that the encoding does not have. */
export const undecodable = '\uFFFD';

/** Stands for a U+FFFD that was really in a UTF-8 file. No decoder gives half a surrogate pair, so it is nothing else. */
const genuineReplacement = '\uDFFF';

const byteOrderMark = '\uFEFF';
const lineFeed = 10;
const carriageReturn = 13;

/** A line of a file that is in another encoding than the rest, as it was decoded. */
export interface MixedLine {
  readonly line: number;
  readonly text: string;
}

/** Puts a U+FFFD that was in the file back in its place. */
export function restoreReplacements(text: string): string {
  return text.includes(genuineReplacement)
    ? text.replaceAll(genuineReplacement, undecodable)
    : text;
}

/** A text of a file that is no text file, as fields are kept here: a U+FFFD of its own disguised, zero bytes undecodable. */
export function asField(text: string): string {
  return withoutZeros(
    text.includes(undecodable) ? text.replaceAll(undecodable, genuineReplacement) : text,
  );
}

/**
 * Decodes a stream of bytes, however it is cut: characters that lie across two chunks come out whole, a byte order mark
 * is dropped, and bytes that cannot be decoded become U+FFFD (`undecodable`). So do zero bytes, because a text of SQLite
 * would be read back only up to there. In UTF-8 a U+FFFD of the file itself comes out as half a surrogate pair.
 * In a UTF-8 file a line that is none but is Korean in CP949 is decoded as that, and in a CP949 file one that is UTF-8:
 * where rows of one encoding were appended to a file in another, both are read as they were meant. See `takeMixedLines`.
 */
export class TextStream {
  readonly #lines: LineDecoder | null;
  readonly #decoder: TextDecoder;

  constructor(encoding: TextEncodingName) {
    this.#decoder = new TextDecoder(encoding);
    this.#lines = encoding === 'utf-8' || encoding === 'euc-kr' ? new LineDecoder(encoding) : null;
  }

  /** In UTF-8 and CP949 what follows the last line end waits for the rest of its line. */
  push(bytes: Uint8Array): string {
    return withoutZeros(
      this.#lines ? this.#lines.push(bytes) : this.#decoder.decode(bytes, { stream: true }),
    );
  }

  end(): string {
    return withoutZeros(this.#lines ? this.#lines.end() : this.#decoder.decode());
  }

  /** The lines in the other encoding that were met since this was last asked. */
  takeMixedLines(): MixedLine[] {
    return this.#lines?.mixed.splice(0) ?? [];
  }
}

function withoutZeros(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', undecodable) : text;
}

/** Decodes whole lines, each in the encoding that it is in. */
class LineDecoder {
  readonly mixed: MixedLine[] = [];
  readonly #isUtf8: boolean;
  readonly #korean = new TextDecoder('euc-kr');
  readonly #utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #strictUtf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  #waiting: Uint8Array[] = [];
  #isStart = true;
  /** Number of the line with which the next block begins. */
  #line = 1;
  #endedWithReturn = false;

  constructor(encoding: 'utf-8' | 'euc-kr') {
    this.#isUtf8 = encoding === 'utf-8';
  }

  push(bytes: Uint8Array): string {
    const end = Math.max(bytes.lastIndexOf(lineFeed), bytes.lastIndexOf(carriageReturn)) + 1;
    // The bytes are the caller's, who may use them again.
    if (end === 0) this.#waiting.push(bytes.slice());
    if (end === 0) return '';
    const block = joined([...this.#waiting, bytes.subarray(0, end)]);
    this.#waiting = end < bytes.length ? [bytes.slice(end)] : [];
    return this.#decode(block);
  }

  end(): string {
    const block = joined(this.#waiting);
    this.#waiting = [];
    return this.#decode(block);
  }

  #decode(block: Uint8Array): string {
    if (block.length === 0) return '';
    const text = (this.#isUtf8 ? this.#wholeUtf8(block) : null) ?? this.#byLines(block);
    this.#countLines(block);
    const isMarked = this.#isStart && text.startsWith(byteOrderMark);
    this.#isStart = false;
    return isMarked ? text.slice(1) : text;
  }

  /** The text of a block that is UTF-8 throughout, else null. */
  #wholeUtf8(block: Uint8Array): string | null {
    try {
      return disguised(this.#strictUtf8.decode(block));
    } catch {
      return null;
    }
  }

  /** Decodes a block line by line; lines in a row that are in the encoding of the file are decoded at once. */
  #byLines(block: Uint8Array): string {
    const parts: string[] = [];
    let line = this.#line;
    let runStart = 0;
    for (let start = 0; start < block.length;) {
      const end = lineEnd(block, start);
      const other = this.#inOtherEncoding(block, start, end);
      if (other !== null) {
        parts.push(this.#inOwnEncoding(block.subarray(runStart, start)), other);
        this.mixed.push({ line, text: other.replace(/[\r\n]+$/, '') });
        runStart = end;
      }
      const isHalf = start === 0 && this.#endedWithReturn && block[0] === lineFeed;
      if (!isHalf) line++;
      start = end;
    }
    parts.push(this.#inOwnEncoding(block.subarray(runStart)));
    return parts.join('');
  }

  #inOtherEncoding(block: Uint8Array, start: number, end: number): string | null {
    if (!this.#isUtf8) {
      return isUtf8Line(block, start, end) ? this.#utf8.decode(block.subarray(start, end)) : null;
    }
    const bytes = block.subarray(start, end);
    if (!isKoreanLine(bytes)) return null;
    const text = this.#korean.decode(bytes);
    return text.includes(undecodable) ? null : text;
  }

  #inOwnEncoding(bytes: Uint8Array): string {
    if (!this.#isUtf8) return this.#korean.decode(bytes);
    const parts: string[] = [];
    let from = 0;
    for (let end = bytes.indexOf(0xbd); end >= 0; end = bytes.indexOf(0xbd, end + 1)) {
      if (bytes[end - 1] !== 0xbf || bytes[end - 2] !== 0xef) continue;
      parts.push(this.#utf8.decode(bytes.subarray(from, end - 2)));
      from = end + 1;
    }
    parts.push(this.#utf8.decode(bytes.subarray(from)));
    return parts.join(genuineReplacement);
  }

  #countLines(block: Uint8Array): void {
    if (this.#endedWithReturn && block[0] === lineFeed) this.#line--;
    for (let at = block.indexOf(lineFeed); at >= 0; at = block.indexOf(lineFeed, at + 1)) {
      this.#line++;
    }
    for (
      let at = block.indexOf(carriageReturn);
      at >= 0;
      at = block.indexOf(carriageReturn, at + 1)
    ) {
      if (block[at + 1] !== lineFeed) this.#line++;
    }
    this.#endedWithReturn = block[block.length - 1] === carriageReturn;
  }
}

function disguised(text: string): string {
  return text.includes(undecodable) ? text.replaceAll(undecodable, genuineReplacement) : text;
}

/** The place after the line end that follows `from`. */
function lineEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === lineFeed) return at + 1;
    if (bytes[at] === carriageReturn) return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
  }
  return bytes.length;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
