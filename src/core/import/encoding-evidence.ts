import type { TextEncodingName } from './column.ts';

/** The encoding that a byte order mark names, or null where there is none. */
export function byteOrderMark(bytes: Uint8Array): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * Finds UTF-16 without a byte order mark by its zero bytes: the digits, delimiters and line ends of a table have one
 * each, on odd places for little endian and on even ones for big endian. Null where there is no such pattern.
 */
export function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] === 0) {
      if (index % 2 === 0) even++;
      else odd++;
    }
  }
  const pairs = bytes.length / 2;
  if (odd > pairs * 0.1 && even < odd / 20) return 'utf-16le';
  if (even > pairs * 0.1 && odd < even / 20) return 'utf-16be';
  return null;
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
 * U+07FF; 217 syllables of CP949 look so) and at most half of them stand beside an ASCII letter, as é does in café.
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
    if (isAsciiLetter(text.charCodeAt(index - 1)) || isAsciiLetter(text.charCodeAt(index + 1))) {
      besideLetters++;
    }
  }
  return beyondAscii > 0 && besideLetters <= beyondAscii / 2;
}

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}
