import type { Dialect } from './dialect.ts';

/** The text does not show where the field ends. */
export const unclosed = -1;
/** What seemed to open a quoted field is an ordinary character. */
export const stray = -2;

const lineFeed = 10;
const carriageReturn = 13;

/**
 * The place of the quote that closes a field which was opened just before `from`; `unclosed` or `stray` where none does.
 * As in RFC 4180 a quote closes before a delimiter or a line end, spaces in between allowed, and a doubled one is data.
 * What RFC 4180 has no word for:
 * - Any other quote inside is data too (`"5" wide",`), unless it stands where a field begins (`"a,"b c",`): then that is
 *   the field, and the quote before it was never meant to open one.
 * - Where such a beginning follows a doubled quote and a delimiter (`"wide 5"","b c"`), the second of the two has closed.
 * `limit`: quotes beyond this place are not looked at. `isLast`: nothing follows `text`.
 */
export function closingQuote(
  text: string,
  from: number,
  limit: number,
  dialect: Dialect,
  isLast: boolean,
): number {
  const { delimiter, quote, escape } = dialect;
  const unit = quote.charCodeAt(0);
  let at = text.indexOf(quote, from);
  while (at >= 0 && at <= limit) {
    if (escape === 'backslash' && isEscaped(text, at, from)) {
      at = text.indexOf(quote, at + 1);
      continue;
    }
    if (text.charCodeAt(at + 1) === unit) {
      at = text.indexOf(quote, at + 2);
      continue;
    }
    const after = afterSpaces(text, at + 1, delimiter);
    if (isLineEnd(text.charCodeAt(after)) || text.startsWith(delimiter, after)) return at;
    if (after + delimiter.length > text.length) {
      if (!isLast) return unclosed;
      if (after === text.length) return at;
    }
    const gap = gapBefore(text, at, from, delimiter);
    if (gap > 0) return isHalfOfPair(text, at - gap - 1, from - 1) ? at - gap - 1 : stray;
    at = text.indexOf(quote, at + 1);
  }
  return unclosed;
}

/** The next place that holds no space; a delimiter is none. */
export function afterSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (!isSpace(unit) || unit === delimiter.charCodeAt(0)) break;
    at++;
  }
  return at;
}

/** What stands between quotes, with its escaped quotes as they are meant. */
export function unescapeQuotes(text: string, { quote, escape }: Dialect): string {
  if (escape === 'backslash' && text.includes('\\')) {
    return text.replace(/\\([\\"'])|""|''/g, (found, escaped: string | undefined) => {
      if (escaped === undefined) return found[0] === quote ? quote : found;
      return escaped === quote || escaped === '\\' ? escaped : found;
    });
  }
  return text.includes(quote) ? text.replaceAll(quote + quote, quote) : text;
}

/** Whether the first quote of a record stands right behind a delimiter of one letter, which cuts all before it. */
export function opensField(text: string, at: number, start: number, delimiter: string): boolean {
  return delimiter.length === 1 && at > start && text[at - 1] === delimiter;
}

export function isLineEnd(unit: number): boolean {
  return unit === lineFeed || unit === carriageReturn;
}

/** Whether the quote at `at` is the second of a doubled one, in a field that was opened at `opened`. */
export function isHalfOfPair(text: string, at: number, opened: number): boolean {
  let quotes = 0;
  while (at - quotes > opened && text[at - quotes] === text[opened]) quotes++;
  return quotes > 0 && quotes % 2 === 0;
}

/** The length of the delimiter or the line end right before `at`; 0 where there is neither. */
function gapBefore(text: string, at: number, from: number, delimiter: string): number {
  if (at <= from) return 0;
  if (text.endsWith(delimiter, at)) return delimiter.length;
  if (text.endsWith('\r\n', at)) return 2;
  return isLineEnd(text.charCodeAt(at - 1)) ? 1 : 0;
}

/** Whether an odd number of backslashes stands before a quote. */
function isEscaped(text: string, at: number, from: number): boolean {
  let backslashes = 0;
  while (at - backslashes > from && text[at - backslashes - 1] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

/** What `String.trim` takes away, line ends left out. */
function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 32 || unit === 9 || unit === 11 || unit === 12;
  return (
    unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || /\s/.test(String.fromCharCode(unit))
  );
}
