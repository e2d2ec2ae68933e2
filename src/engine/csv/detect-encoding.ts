import type { TextEncodingName } from '#core/import/column.ts';
import {
  byteOrderMark,
  hangulShare,
  mayBeMisreadKorean,
  utf16ByPairs,
  weighBytes,
} from '#core/import/encoding-evidence.ts';
import type { EncodingEvidence } from '../protocol.ts';

/** An encoding, and how sure it is. */
export interface EncodingGuess {
  readonly encoding: TextEncodingName;
  readonly evidence: EncodingEvidence;
}

/**
 * The encoding of a file by its beginning: a byte order mark, then the pairs of UTF-16, then strict UTF-8. Bytes that are
 * valid UTF-8 and yet read as Hangul only in CP949 (청 is "û") are likely CP949 (`euc-kr`). What is no UTF-8 is what most
 * of its lines are (see `weighBytes`), so a file with rows of another encoding keeps its own; letters that stand alone
 * are Windows-1252, as English systems write é and £.
 * `bytes` may end in the middle of a character.
 */
export function detectEncoding(bytes: Uint8Array): EncodingGuess {
  const marked = byteOrderMark(bytes);
  if (marked) return { encoding: marked, evidence: 'byte-order-mark' };
  const wide = utf16ByPairs(bytes);
  if (wide) return { encoding: wide, evidence: 'likely' };
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 === null) return { encoding: likeliest(bytes), evidence: 'likely' };
  if (mayBeMisreadKorean(utf8) && hangulShare(decodeStrictly(bytes, 'euc-kr') ?? '') > 0.8) {
    return { encoding: 'euc-kr', evidence: 'likely' };
  }
  return { encoding: 'utf-8', evidence: 'strict' };
}

function likeliest(bytes: Uint8Array): TextEncodingName {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  const sound = text.replaceAll('\uFFFD', '');
  const letters = sound.match(/[^\0-\x7f]/g)?.length ?? 0;
  const isNearly = letters > (text.length - sound.length) * 10;
  if (isNearly && !mayBeMisreadKorean(sound)) return 'utf-8';
  const { utf8Lines, koreanLines, syllables, westernLetters } = weighBytes(bytes);
  if (utf8Lines > koreanLines) return 'utf-8';
  return westernLetters > syllables ? 'windows-1252' : 'euc-kr';
}

function decodeStrictly(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
