import type { Dialect } from './dialect.ts';

type Quoting = Pick<Dialect, 'delimiter' | 'quote' | 'escape'>;

/**
 * Whether a part of a file, from the beginning of one of its lines, begins inside a quoted field. Read in the right way,
 * quotes open where a field begins and close where it ends; of both ways it is the one with fewer quotes elsewhere, and
 * outside where they are equal.
 * Example: `나머지",5\n7,"메모",8\n` begins inside quotes, `7,"메모",8\n` does not.
 */
export function beginsInsideQuotes(text: string, dialect: Quoting): boolean {
  if (dialect.quote === 'none') return false;
  return strayQuotes(text, dialect, true) < strayQuotes(text, dialect, false);
}

/**
 * The whole records of such a part: without the one that it begins within, where it begins inside a quoted field, and without
 * the one that it ends within.
 * Example: of `나머지",5\n7,"메모",8\n9,"또\n` it is `7,"메모",8\n`.
 */
export function wholeRecords(text: string, dialect: Quoting): string {
  const beginsInside = beginsInsideQuotes(text, dialect);
  let isInside = beginsInside;
  let start = beginsInside ? -1 : 0;
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (isInside && isEscape(text, at, dialect)) at++;
    else if (character === dialect.quote) {
      if (isInside ? endsField(text, at, dialect) : beginsField(text, at, dialect)) {
        isInside = !isInside;
      }
    } else if (!isInside && character === '\n') {
      end = at + 1;
      if (start < 0) start = end;
    }
  }
  return start < 0 ? '' : text.slice(start, end);
}

function strayQuotes(text: string, dialect: Quoting, beginsInside: boolean): number {
  let isInside = beginsInside;
  let stray = 0;
  for (let at = 0; at < text.length; at++) {
    if (isInside && isEscape(text, at, dialect)) {
      at++;
      continue;
    }
    if (text[at] !== dialect.quote) continue;
    const isInPlace = isInside ? endsField(text, at, dialect) : beginsField(text, at, dialect);
    if (isInPlace) isInside = !isInside;
    else stray++;
  }
  return stray;
}

/** Whether a character inside quotes makes the quote after it an ordinary one. */
function isEscape(text: string, at: number, { quote, escape }: Quoting): boolean {
  return text[at] === (escape === 'doubled' ? quote : '\\') && text[at + 1] === quote;
}

function beginsField(text: string, at: number, { delimiter }: Quoting): boolean {
  return at === 0 || /[\r\n]/.test(text[at - 1] as string) || text.endsWith(delimiter, at);
}

function endsField(text: string, at: number, { delimiter }: Quoting): boolean {
  const next = text[at + 1];
  return next === undefined || next === '\r' || next === '\n' || text.startsWith(delimiter, at + 1);
}
