const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const unit = /^(?:[₩￦$€£¥]|krw|usd)\s*|\s*(?:원|won|krw|점|p|pt|개|명|건|회|%)$/gi;

/**
 * Reads a number with an optional sign, thousands separators, currency or unit: 12300, 12,300, ₩12,300, 12,300원, -0.38,
 * (1,200) as minus 1200, 15% as 0.15. Null for anything else ("1,23" is no number, nor is "abc").
 * Example: `readNumber('₩1,234,500')` is 1234500.
 */
export function readNumber(text: string): number | null {
  if (plain.test(text)) return finite(Number(text));
  const inBrackets = text.startsWith('(') && text.endsWith(')');
  const bare = (inBrackets ? text.slice(1, -1) : text)
    .replace('−', '-')
    .replace(/^([+-])\s*(?=[₩￦$€£¥])/, '')
    .replaceAll(unit, '')
    .trim();
  if (!plain.test(bare) && !grouped.test(bare)) return null;
  const isNegative = inBrackets || /^[-−]\s*[₩￦$€£¥]/.test(text);
  const size = finite(Number(bare.replaceAll(',', '')));
  if (size === null) return null;
  const value = text.endsWith('%') ? size / 100 : size;
  return isNegative ? -value : value;
}

/** Whether a text is a row of digits that a number would change: 007, 01012345678. A lone 0 and 0.5 are not. */
export function hasLeadingZero(text: string): boolean {
  return text.length > 1 && text[0] === '0' && /^\d+$/.test(text);
}

/** Whether a text is a whole number that loses digits as a number (beyond 2^53 - 1). */
export function isTooLong(text: string): boolean {
  return text.length > 15 && /^[+-]?\d+$/.test(text) && !Number.isSafeInteger(Number(text));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
