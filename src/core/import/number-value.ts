import { defaultFormat, type ColumnFormat } from './column-format.ts';
import { toHalfWidth } from './half-width.ts';
import { readKoreanAmount } from './korean-amount.ts';
import { numberParts, type NumberParts } from './number-parts.ts';

const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const grouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const koreanUnit = /[조억만천백십]/;

/**
 * Reads a number as Korean and English systems write it: 12300, 12,300, １２，３００, ₩12,300, 12,300원, -0.38, 15% as
 * 0.15, 1000만원 as 10,000,000, 1억 2,000만 as 120,000,000; as minus 1200 each of (1,200), △1,200, ▲1,200, ▼1,200,
 * 1,200- and −1,200. A number too large for a double is ±Infinity. Null for anything else: "1,23" is no number, nor are
 * "--5", "1.2.3" and "abc".
 * `format`: the decimal mark, and what ▲ means. Default: a point, and minus.
 * Example: `readNumber('₩1,234,500')` is 1234500.
 */
export function readNumber(text: string, format: ColumnFormat = defaultFormat): number | null {
  if (format.decimalMark === '.') {
    const bare = text.endsWith('원') ? text.slice(0, -1).trimEnd() : text;
    if (plain.test(bare)) return Number(bare);
    if (grouped.test(bare)) return Number(bare.replaceAll(',', ''));
  }
  const parts = numberParts(text);
  if (!parts) return null;
  const size = sizeOf(parts, format);
  return size === null ? null : isNegative(parts, format) ? -size : size;
}

function sizeOf({ body, measure }: NumberParts, { decimalMark }: ColumnFormat): number | null {
  const figures =
    decimalMark === '.' ? body : body.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  if (koreanUnit.test(figures)) return measure === '%' ? null : readKoreanAmount(figures);
  if (!plain.test(figures) && !grouped.test(figures)) return null;
  const digits = figures.replaceAll(',', '');
  // Moving the point in the text is exact where dividing by 100 is not.
  if (measure === '%') return /e/i.test(digits) ? Number(digits) / 100 : Number(`${digits}e-2`);
  return Number(digits);
}

function isNegative({ sign }: NumberParts, { triangles }: ColumnFormat): boolean {
  if (sign === '△' || sign === '▲') return triangles === 'minus';
  return sign !== '' && sign !== '+';
}

/** Whether a text is a row of digits that a number would change: 007, 01012345678. A lone 0 and 0.5 are not. */
export function hasLeadingZero(text: string): boolean {
  return /^-?0\d+$/.test(toHalfWidth(text));
}

/**
 * Whether a text is a row of more than 15 digits: an id or a card number rather than a size, and beyond 2^53 a number
 * that would lose its last digits.
 */
export function isLongNumber(text: string): boolean {
  return text.length > 15 && /^[+-]?\d{16,}$/.test(toHalfWidth(text).replaceAll(',', ''));
}

/** Whether a text is written as an international phone number: +821012345678. */
export function isDialledNumber(text: string): boolean {
  return /^\+\d{8,15}$/.test(toHalfWidth(text));
}

/**
 * Whether a text has the form of a number and may be a code: 12E5, 1E10. Programs write a sign in the exponent of a
 * number (1e-05, 1.2E+08); people who number products do not.
 */
export function isCodeWithE(text: string): boolean {
  return /^\d+e\d+$/i.test(text);
}

/** Whether a spreadsheet has shortened a long number before it was saved (8.80123E+12): its last digits are gone. */
export function isShortened(text: string): boolean {
  return /^\d(?:\.\d{1,6})?e\+(?:1[1-9]|[2-9]\d)$/i.test(text);
}
