import type { Dialect } from '../dialect.ts';
import type { FileRow } from '../file-row.ts';
import { cellShape } from './cell-shape.ts';

/** How much a delimiter is believed, where the rows look alike under several. A space and a colon stand in texts too. */
const belief: ReadonlyMap<string, number> = new Map([
  ['|', 0.99],
  ['^', 0.95],
  ['~', 0.95],
  [':', 0.6],
  [' ', 0.35],
]);
const beliefInAlignment = 0.7;
const beliefInOneColumn = 0.25;
const wordsAreWorth = 0.75;
const remnantsAreWorth = 0.1;

/**
 * How well a dialect explains the rows that it cuts a text into, 0..1: whether they are alike in width, and whether what
 * stands in their cells is whole: a number, a date, a code or words, and not a remnant with quotes and delimiters in it.
 * One column explains any text, and is worth less than columns that fit.
 * After van den Burg, Nazábal and Sutton, “Wrangling messy CSV files by detecting row and type patterns” (2019), who
 * multiply a score for the pattern of rows with one for the types of cells in the same way.
 */
export function scoreDialect(dialect: Dialect, rows: readonly FileRow[]): number {
  const filled = rows.filter(({ isBlank, aside }) => !isBlank && aside === null);
  if (filled.length === 0) return 0;
  const widths = new Map<number, number>();
  for (const { fields } of filled) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
  const [width = 1] = [...widths].reduce((best, next) => (next[1] > best[1] ? next : best));
  const mayHaveDecimalComma = width > 1 && !dialect.delimiter.startsWith(',');
  const cells = meanWorth(filled, mayHaveDecimalComma);
  let alike = 0;
  for (const count of widths.values()) alike += (count / filled.length) ** 2;
  if (width === 1) return alike * cells * beliefInOneColumn;
  const columns = (width - 1) / width;
  return alike * cells * columns * beliefIn(dialect, filled, width);
}

function beliefIn(dialect: Dialect, rows: readonly FileRow[], width: number): number {
  const { delimiter, isRepeated } = dialect;
  const believed = isRepeated ? beliefInAlignment : (belief.get(delimiter) ?? 1);
  const isDoubtful = delimiter === ' ' || delimiter === ':';
  return isDoubtful && rows[0]?.fields.length !== width ? believed / 3 : believed;
}

function meanWorth(rows: readonly FileRow[], mayHaveDecimalComma: boolean): number {
  let worth = 0;
  let cells = 0;
  for (const { fields, isBroken } of rows) {
    for (const field of fields) {
      if (field === '') continue;
      cells++;
      worth += isBroken ? remnantsAreWorth : cellWorth(field, mayHaveDecimalComma);
    }
  }
  return cells === 0 ? 0 : worth / cells;
}

function cellWorth(field: string, mayHaveDecimalComma: boolean): number {
  // A tab beside a number is no space around it: somebody cuts fields there.
  if (field.includes('\t')) return remnantsAreWorth;
  const shape = cellShape(field, mayHaveDecimalComma);
  if (shape !== 'text' && shape !== 'code') return startsWithSpace(field) ? wordsAreWorth : 1;
  if (isRemnant(field)) return remnantsAreWorth;
  return shape === 'code' && !startsWithSpace(field) ? 1 : wordsAreWorth;
}

/** A remnant has quotes at its ends, escaped ones, gaps, or a delimiter that no space follows, as none has in a sentence. */
function isRemnant(field: string): boolean {
  return /\S {3,}\S|^\s*"|^\s*'.*'\s*$|\\"|"\s*[,;|\t]\s*"|[^\s,],[^\s\d]|\d,(?!\d{3}(?!\d))(?!\s)|[;|\t][^\s]|\s"[^"]*"\s|\t/.test(
    field.length > 2000 ? field.slice(0, 2000) : field,
  );
}

function startsWithSpace(field: string): boolean {
  return field.startsWith(' ');
}
