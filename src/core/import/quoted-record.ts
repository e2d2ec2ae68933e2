import type { Dialect } from './dialect.ts';

/** A record with line breaks inside quotes may have so many characters: 16 MB of Latin letters, 48 MB of Hangul in UTF-8. */
export const longestQuotedRecord = 1 << 24;

/** A quote that is still open after so many characters, and on another line, is looked at (Excel's cells hold 2^15). */
export const doubtfulQuotedRecord = 1 << 16;

const fewestLines = 3;
const mostLines = 0.8;

/**
 * Whether the lines behind a quote that is not closed for long go on as rows of the table, as where somebody forgot to
 * close it: most of them have just as many delimiters as the line on which it opens, or the one before. The lines of a
 * long letter, of HTML or of JSON have not.
 * `lines`: the line with the quote and those after it; `before`: the line before it, empty where there is none.
 * Example: after `1,"five inches` the lines `2,abc` and `3,def` and `4,ghi` are rows.
 */
export function goesOnAsRows(
  lines: readonly string[],
  before: string,
  { delimiter, isRepeated }: Dialect,
): boolean {
  const [opening = '', ...inside] = lines;
  const cuts = (line: string) =>
    line.split(delimiter).filter((part) => !isRepeated || part !== '').length - 1;
  const filled = inside.filter((line) => line.trim() !== '');
  if (filled.length < fewestLines) return false;
  return [opening, before].some((row) => {
    const wanted = cuts(row);
    const alike = filled.filter((line) => cuts(line) === wanted);
    return wanted > 0 && alike.length >= mostLines * filled.length;
  });
}
