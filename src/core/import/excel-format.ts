/** What a number format of Excel says about the number under it. */
export type NumberFormat =
  /** Nothing that changes the value: decimals, thousands, percent, currency. */
  | { readonly shows: 'number' }
  /** A day, with the time of its fraction where it has one. */
  | { readonly shows: 'date' }
  | { readonly shows: 'time' }
  /** Hours that go on beyond 24: [h]:mm. */
  | { readonly shows: 'duration' }
  /** Digits in places of their own, as ids and phone numbers have them: 00000, 000-0000-0000. */
  | { readonly shows: 'digits'; readonly sections: readonly DigitSection[] };

/** One part of a format between semicolons; `test` is its condition in brackets, such as [<=9999999]. */
export interface DigitSection {
  readonly test: { readonly operator: string; readonly limit: number } | null;
  readonly tokens: readonly Token[];
}

/** `digit`: a place that shows 0 (`0`) or nothing (`#`, `?`) where the number has no digit. */
type Token =
  | { readonly kind: 'digit'; readonly isZero: boolean }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'date' | 'time' | 'month' | 'duration' };

/** No format, or one that leaves the value to the screen. */
export const plainNumber: NumberFormat = { shows: 'number' };
const grammar =
  /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]?|(general|am\/pm|a\/p|오전\/오후)|([eE][+-])|(y+|d+|e+|g+|b+|a+)|(m+)|(h+|s+)|([0#?])|([.,%/@])|([^])/giu;

/** Ids that Excel knows without a code in the file; those from 27 on are dates where Excel is Korean, Chinese or Japanese. */
const builtIn: Readonly<Record<number, 'date' | 'time' | 'duration'>> = Object.fromEntries([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36].map((id) => [id, 'date']),
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, 'date']),
  ...[18, 19, 20, 21, 32, 33, 45, 47].map((id) => [id, 'time']),
  [46, 'duration'],
]);

/** What a format shows that the file names by its id alone. Example: 14 is a date. */
export function builtInFormat(id: number): NumberFormat {
  const shows = builtIn[id];
  return shows ? { shows } : plainNumber;
}

/**
 * What a format code shows, by its first section.
 * Source: ECMA-376 part 1, 18.8.31 (numFmts).
 * Example: `readFormatCode('yyyy"년" m"월"')` shows a date, `readFormatCode('#,##0"원"')` a number.
 */
export function readFormatCode(code: string): NumberFormat {
  const sections = splitSections(code).map(readSection);
  const tokens = sections[0]?.tokens ?? [];
  const has = (kind: Token['kind']) => tokens.some((token) => token.kind === kind);
  if (has('duration')) return { shows: 'duration' };
  if (has('date')) return { shows: 'date' };
  if (has('time')) return { shows: 'time' };
  if (has('month')) return { shows: 'date' };
  return sections.length > 0 && sections.every(isNumbering)
    ? { shows: 'digits', sections }
    : plainNumber;
}

function splitSections(code: string): string[] {
  return code.match(/(?:"[^"]*"?|\\.|\[[^\]]*\]?|[^;"\\[])+/gu) ?? [];
}

function readSection(code: string): DigitSection {
  let test: DigitSection['test'] = null;
  const tokens: Token[] = [];
  for (const match of code.matchAll(grammar)) {
    const [whole, quoted, escaped, bracket, word, exponent, day, month, clock, digit, mark, other] =
      match;
    if (bracket !== undefined) {
      const condition = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(bracket);
      if (condition) test = { operator: condition[1] as string, limit: Number(condition[2]) };
      else if (/^(?:h+|m+|s+)$/i.test(bracket)) tokens.push({ kind: 'duration' });
      else if (/^\$[^-]/.test(bracket)) tokens.push({ kind: 'mark', text: bracket });
    } else if (word !== undefined) {
      tokens.push(/general/i.test(word) ? { kind: 'mark', text: word } : { kind: 'time' });
    } else if (day !== undefined) tokens.push({ kind: 'date' });
    else if (month !== undefined) tokens.push({ kind: 'month' });
    else if (clock !== undefined) tokens.push({ kind: 'time' });
    else if (digit !== undefined) tokens.push({ kind: 'digit', isZero: digit === '0' });
    else if (mark !== undefined || exponent !== undefined) {
      tokens.push({ kind: 'mark', text: whole });
    } else {
      const text = quoted ?? escaped ?? other;
      if (text !== undefined) tokens.push({ kind: 'literal', text });
    }
  }
  return { test, tokens };
}

/** Whether a section numbers things: two zeros at least, or something between its digits, and nothing that reckons. */
function isNumbering({ tokens }: DigitSection): boolean {
  if (tokens.some(({ kind }) => kind === 'mark')) return false;
  const isDigit = tokens.map(({ kind }) => kind === 'digit');
  const inner = tokens.slice(isDigit.indexOf(true), isDigit.lastIndexOf(true) + 1);
  const zeros = inner.filter((token) => token.kind === 'digit' && token.isZero).length;
  return isDigit.includes(true) && (zeros > 1 || inner.some(({ kind }) => kind === 'literal'));
}

/**
 * A whole number as a format of digits shows it, or null where it shows something else (a fraction, a minus).
 * Example: 123 as 00000 is '00123'; 1012345678 as 000-0000-0000 is '010-1234-5678'.
 */
export function showDigits(number: number, sections: readonly DigitSection[]): string | null {
  if (!Number.isSafeInteger(number) || number < 0) return null;
  const section = sections.find(({ test }) => test === null || holds(test, number)) ?? sections[0];
  let left = String(number);
  let places = section?.tokens.filter(({ kind }) => kind === 'digit').length ?? 0;
  let shown = '';
  for (const token of section?.tokens.toReversed() ?? []) {
    if (token.kind === 'literal') shown = token.text + shown;
    if (token.kind !== 'digit') continue;
    places--;
    const digit = places === 0 ? left : left.slice(-1);
    left = places === 0 ? '' : left.slice(0, -1);
    shown = (digit || (token.isZero ? '0' : '')) + shown;
  }
  return shown;
}

function holds({ operator, limit }: { operator: string; limit: number }, number: number): boolean {
  switch (operator) {
    case '<':
      return number < limit;
    case '<=':
      return number <= limit;
    case '>':
      return number > limit;
    case '>=':
      return number >= limit;
    case '=':
      return number === limit;
    default:
      return number !== limit;
  }
}
