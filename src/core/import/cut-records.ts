import type { Dialect } from './dialect.ts';
import { afterSpaces, closingQuote, stray, unclosed, unescapeQuotes } from './quoted-field.ts';

/** Cuts the whole records of a text, each with `\n` after it, into their fields. */
export type RecordCutter = (records: string) => string[][];

/**
 * Cuts whole records, each with `\n` after it, into their fields, in any dialect. In a dialect of repeated delimiters
 * those at the beginning and the end of a line cut nothing.
 * Example: in the plain dialect `a,"b ""c"""\n` is [['a', 'b "c"']].
 */
export function cutRecords(records: string, dialect: Dialect): string[][] {
  const { delimiter, quote, isRepeated } = dialect;
  if (!isRepeated && (quote === 'none' || !records.includes(quote))) {
    const lines = records.split('\n');
    lines.pop();
    return lines.map((line) => line.split(delimiter));
  }
  const rows: string[][] = [];
  const fieldEnd = fieldEnds(records, delimiter);
  for (let at = 0; at < records.length;) {
    const record = cutRecord(records, at, dialect, fieldEnd);
    rows.push(record.fields);
    at = record.next;
  }
  return rows;
}

function cutRecord(
  text: string,
  start: number,
  dialect: Dialect,
  fieldEnd: (from: number) => number,
): { fields: string[]; next: number } {
  const { delimiter, quote, isRepeated } = dialect;
  const skip = (from: number) => {
    let at = from;
    while (isRepeated && text.startsWith(delimiter, at)) at += delimiter.length;
    return at;
  };
  const fields: string[] = [];
  let at = skip(start);
  for (;;) {
    let end = -1;
    if (quote !== 'none' && text.startsWith(quote, at)) {
      const closed = closingQuote(text, at + 1, text.length, dialect, true);
      if (closed !== stray && closed !== unclosed) {
        fields.push(unescapeQuotes(text.slice(at + 1, closed), dialect));
        end = afterSpaces(text, closed + 1, delimiter);
      }
    }
    if (end < 0) {
      end = fieldEnd(at);
      fields.push(text.slice(at, end));
    }
    at = skip(end);
    if (at >= text.length || text[at] === '\n') return { fields, next: at + 1 };
    if (at === end) at += delimiter.length;
  }
}

/** Says where a field that is not quoted ends; asked from place to place onwards, it looks at each letter once. */
function fieldEnds(text: string, delimiter: string): (from: number) => number {
  const line = nextPlaces(text, '\n');
  const cut = nextPlaces(text, delimiter);
  return (from) => Math.min(line(from), cut(from));
}

function nextPlaces(text: string, searched: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) {
      const found = text.indexOf(searched, from);
      next = found < 0 ? text.length : found;
    }
    return next;
  };
}
