import type { TextEncodingName } from '#core/import/column.ts';
import {
  byteOrderMark,
  hangulShare,
  mayBeMisreadKorean,
  utf16ByZeros,
} from '#core/import/encoding-evidence.ts';
import type { EncodingEvidence } from '../protocol.ts';

/** An encoding, and how sure it is. */
export interface EncodingGuess {
  readonly encoding: TextEncodingName;
  readonly evidence: EncodingEvidence;
}

/**
 * The encoding of a file by its beginning: a byte order mark, then the zero bytes of UTF-16, then strict UTF-8, then
 * CP949 (`euc-kr`). Bytes that are valid UTF-8 and yet read as Hangul only in CP949 (청 is "û") are likely CP949.
 * `bytes` may end in the middle of a character.
 */
export function detectEncoding(bytes: Uint8Array): EncodingGuess {
  const marked = byteOrderMark(bytes);
  if (marked) return { encoding: marked, evidence: 'byte-order-mark' };
  const wide = utf16ByZeros(bytes);
  if (wide) return { encoding: wide, evidence: 'likely' };
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 === null) {
    const korean = replacements(bytes, 'euc-kr') <= replacements(bytes, 'utf-8');
    return { encoding: korean ? 'euc-kr' : 'utf-8', evidence: 'likely' };
  }
  if (mayBeMisreadKorean(utf8) && hangulShare(decodeStrictly(bytes, 'euc-kr') ?? '') > 0.8) {
    return { encoding: 'euc-kr', evidence: 'likely' };
  }
  return { encoding: 'utf-8', evidence: 'strict' };
}

function decodeStrictly(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function replacements(bytes: Uint8Array, encoding: TextEncodingName): number {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  return text.split('\uFFFD').length - 1;
}
