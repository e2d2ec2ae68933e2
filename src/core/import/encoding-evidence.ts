import type { TextEncodingName } from './column.ts';
import { isKoreanLine, isSyllable, isUtf8Line } from './line-encoding.ts';

/** The encoding that a byte order mark names, or null where there is none. */
export function byteOrderMark(bytes: Uint8Array): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** So much of a file tells whether it is UTF-16. */
const lookedAtBytes = 1 << 16;

/**
 * Finds UTF-16 without a byte order mark: nearly all pairs of bytes are ASCII or Hangul in one order, and hardly any in
 * the other. A table has delimiters and line ends, whose second byte is zero; text in other encodings has no zeros.
 * Null where there is no such pattern. An odd byte at the end makes no difference.
 */
export function utf16ByPairs(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = bytes.subarray(0, lookedAtBytes);
  if (!looked.includes(0)) return null;
  const pairs = Math.floor(looked.length / 2);
  let little = 0;
  let big = 0;
  for (let index = 0; index + 1 < looked.length; index += 2) {
    const [first, second] = [looked[index] as number, looked[index + 1] as number];
    if (isUsual(second, first)) little++;
    if (isUsual(first, second)) big++;
  }
  if (little > pairs * 0.85 && big < little / 2) return 'utf-16le';
  if (big > pairs * 0.85 && little < big / 2) return 'utf-16be';
  return null;
}

/** Whether a UTF-16 unit is of ASCII, Latin-1 or Hangul, or a punctuation mark of Korean text. */
function isUsual(high: number, low: number): boolean {
  if (high === 0) return low > 8 && low !== 0x7f;
  return (high >= 0xac && high <= 0xd7) || high === 0x30 || high === 0x31 || high === 0xff;
}

/** What speaks for which encoding among bytes that are not valid UTF-8. */
export interface ByteEvidence {
  /** Lines in UTF-8 with Hangul or the like, and lines in CP949. */
  readonly utf8Lines: number;
  readonly koreanLines: number;
  /** Pairs of bytes that are Hangul in CP949. */
  readonly syllables: number;
  /** Bytes that are a letter or a sign on their own, as é and £ are in Windows-1252. */
  readonly westernLetters: number;
}

/** Weighs the bytes of a text that is not valid UTF-8. */
export function weighBytes(bytes: Uint8Array): ByteEvidence {
  let [utf8Lines, koreanLines, syllables, westernLetters] = [0, 0, 0, 0];
  for (let start = 0; start < bytes.length;) {
    let end = start;
    let isAscii = true;
    for (; end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13; end++) {
      if ((bytes[end] as number) >= 0x80) isAscii = false;
    }
    if (!isAscii) {
      if (isUtf8Line(bytes, start, end)) utf8Lines++;
      else if (isKoreanLine(bytes.subarray(start, end))) koreanLines++;
      for (let at = start; at < end; at++) {
        const [lead, trail] = [bytes[at] as number, bytes[at + 1] ?? 0];
        if (lead < 0x80) continue;
        if (isWestern(bytes[at - 1] ?? 0, trail)) westernLetters++;
        else if (isSyllable(lead, trail)) syllables++;
        if (trail >= 0x80) at++;
      }
    }
    start = end + 1;
  }
  return { utf8Lines, koreanLines, syllables, westernLetters };
}

/** Whether a byte beyond ASCII is no half of a pair: what follows cannot be the other half, or both sides are letters. */
function isWestern(before: number, after: number): boolean {
  if (after >= 0x80) return false;
  return !isAsciiLetter(after) || isAsciiLetter(before);
}

/**
 * Share of the letters beyond ASCII that Korean text is made of: Hangul syllables, counted against all characters from
 * U+0080 on. 0 where there are none.
 * Example: `hangulShare('가격 €5')` is 2/3.
 */
export function hangulShare(text: string): number {
  let hangul = 0;
  let beyondAscii = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    beyondAscii++;
    if (unit >= 0xac00 && unit <= 0xd7a3) hangul++;
  }
  return beyondAscii === 0 ? 0 : hangul / beyondAscii;
}

/**
 * Whether text decoded as UTF-8 may be Korean in CP949 after all: every character beyond ASCII has two bytes (U+0080 to
 * U+07FF; 217 syllables of CP949 look so) and at most half of them stand beside an ASCII letter, as é does in café, or
 * are a sign beside a digit, as in £5 and 20°.
 * Example: `mayBeMisreadKorean('이름\n')` is false, `mayBeMisreadKorean('a,b\nû,1')` is true.
 */
export function mayBeMisreadKorean(text: string): boolean {
  let beyondAscii = 0;
  let besideLetters = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    if (unit > 0x7ff) return false;
    beyondAscii++;
    const [before, after] = [text.charCodeAt(index - 1), text.charCodeAt(index + 1)];
    const isSign = unit >= 0xa0 && unit < 0xc0 && (isDigit(before) || isDigit(after));
    if (isSign || isAsciiLetter(before) || isAsciiLetter(after)) besideLetters++;
  }
  return beyondAscii > 0 && besideLetters <= beyondAscii / 2;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}
