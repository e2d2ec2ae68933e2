import type { Dialect } from '../dialect.ts';
import type { FileRow } from '../file-row.ts';
import { RowReader } from '../row-reader.ts';
import { candidateDialects, unusedDelimiter } from './candidate-dialects.ts';
import { cellShape } from './cell-shape.ts';
import { scoreDialect } from './score-dialect.ts';

/** So much of a text tells its dialect. */
const lookedAtCharacters = 1 << 15;
const lookedAtRows = 400;

/** What stands at the beginning of a line that is a remark. */
const commentMarks: readonly string[] = ['#', '//', '--'];

/** The delimiter that the first line of a text names for Excel (`sep=;`), or null. Letters and digits are none. */
export function namedDelimiter(text: string): string | null {
  return /^\s*"?sep=([^"\r\n\p{L}\p{N}]{1,2})"?[ \t]*(?:\r|\n|$)/iu.exec(text)?.[1] ?? null;
}

/**
 * The dialect that explains the beginning of a text best: see `scoreDialect`. What is `chosen` is kept, and the rest found
 * under it. A `sep=` line is believed.
 * `isWhole`: whether the text is all there is; else its last row may be cut off.
 * Example: for `a;b\n1,5;2\n` the delimiter is ';'.
 */
export function detectDialect(text: string, isWhole: boolean, chosen: Partial<Dialect>): Dialect {
  const named = namedDelimiter(text);
  const body = named === null ? text : text.slice(text.search(/[\r\n]|$/));
  const given = named === null ? chosen : { delimiter: named, ...chosen };
  const beginning = body.slice(0, lookedAtCharacters);
  const isAll = isWhole && beginning.length === body.length;
  const found = explain(beginning, isAll, given);
  // Cells of many lines: so short a part of them says nothing.
  const best =
    found.rows.length < 3 && beginning.length < body.length ? explain(body, isWhole, given) : found;
  const dialect =
    given.delimiter === undefined ? unlessOneColumn(best, beginning, isAll) : best.dialect;
  if (chosen.comment !== undefined) return dialect;
  return { ...dialect, comment: commentMark(firstRows(beginning, dialect, isAll)) };
}

interface Explanation {
  readonly dialect: Dialect;
  readonly rows: readonly FileRow[];
  readonly score: number;
}

function explain(text: string, isWhole: boolean, given: Partial<Dialect>): Explanation {
  let best: Explanation | null = null;
  for (const dialect of candidateDialects(text, given)) {
    const rows = firstRows(text, dialect, isWhole);
    const score = scoreDialect(dialect, rows);
    if (!best || score > best.score * 1.000001) best = { dialect, rows, score };
  }
  if (!best) throw new Error('A text has a dialect');
  return best;
}

function firstRows(text: string, dialect: Dialect, isWhole: boolean): FileRow[] {
  const reader = new RowReader(dialect);
  let rows: FileRow[] = [];
  // Each piece is as long as all before it: few rows need little of a text, and a cell of megabytes is not gone over often.
  for (let from = 0; from < text.length && rows.length < lookedAtRows;) {
    const end = Math.max(lookedAtCharacters, from * 2);
    rows = rows.concat(reader.push(text.slice(from, end)));
    from = end;
  }
  // The last row may be cut off, unless it is the only one.
  if (isWhole || rows.length === 0) rows = rows.concat(reader.end(!isWhole));
  return rows.slice(0, lookedAtRows);
}

/** Lines that are numbers, dates or times as a whole are one column, though there be a space or a comma in each. */
function unlessOneColumn({ dialect, rows }: Explanation, text: string, isWhole: boolean): Dialect {
  const [header] = rows.filter(({ isBlank }) => !isBlank);
  const delimiter = unusedDelimiter(text);
  const oneColumn: Dialect = { ...dialect, delimiter, isRepeated: false, quote: '"' };
  const lines = firstRows(text, oneColumn, isWhole).filter(({ isBlank }) => !isBlank);
  const plain = new Set(['number', 'date', 'time']);
  const isPlain = ({ fields }: FileRow) => plain.has(cellShape(fields[0] ?? '', false));
  if (lines.length < 2 || !lines.slice(1).every(isPlain)) return dialect;
  const [first] = lines;
  if (header && header.fields.length > 1 && first && !isPlain(first)) return dialect;
  return oneColumn;
}

/** The mark of remarks: all lines that begin with it are of another width than most. */
function commentMark(rows: readonly FileRow[]): string | null {
  const counts = new Map<number, number>();
  for (const { fields, isBlank } of rows) {
    if (!isBlank) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  }
  const width = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0])[0];
  if (width === 1) return null;
  for (const mark of commentMarks) {
    const marked = rows.filter(({ fields }) => fields[0]?.startsWith(mark));
    if (marked.length > 0 && marked.every(({ fields }) => fields.length !== width)) return mark;
  }
  return null;
}
