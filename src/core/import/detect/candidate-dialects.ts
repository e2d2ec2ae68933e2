import { plainDialect, type Dialect, type QuoteMark } from '../dialect.ts';

/** The delimiters that are looked for, in order of preference where they fit equally well. */
const singleDelimiters: readonly string[] = [',', '\t', ';', '|', '^', '~', '\x1f', ':', ' '];

/** A delimiter is looked at when it stands in the first line, or in at least this share of the lines. */
const enoughLines = 0.2;

/**
 * The dialects that a text may be written in, the likelier first where they fit equally well. What is `chosen` is in all
 * of them.
 */
export function candidateDialects(text: string, chosen: Partial<Dialect>): Dialect[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const delimiters = chosen.delimiter === undefined ? candidates(text, lines) : [chosen.delimiter];
  const candidatesFound: Dialect[] = [];
  for (const delimiter of delimiters) {
    for (const quote of chosen.quote ? [chosen.quote] : quotesBy(text, delimiter)) {
      for (const escape of chosen.escape ? [chosen.escape] : escapesBy(text, quote)) {
        for (const isRepeated of repetitions(lines, delimiter, chosen)) {
          const dialect = { ...plainDialect, ...chosen, delimiter, quote, escape, isRepeated };
          candidatesFound.push(dialect);
        }
      }
    }
  }
  return candidatesFound;
}

function candidates(text: string, lines: readonly string[]): string[] {
  const found = singleDelimiters.filter((delimiter) => {
    const having = lines.filter((line) => line.trim().includes(delimiter)).length;
    return lines[0]?.includes(delimiter) || having >= Math.max(1, lines.length * enoughLines);
  });
  if (found.includes('|') && !text.replaceAll('||', '').includes('|')) {
    found.splice(found.indexOf('|'), 1, '||');
  }
  const commas = text.match(/,/g)?.length ?? 0;
  const spaced = text.match(/,(?= |\r|\n|$)/g)?.length ?? 0;
  if (found.includes(',') && spaced >= commas * 0.98) found.splice(1, 0, ', ');
  return [...found, unusedDelimiter(text)];
}

/** A delimiter that cuts nothing in a text, for a table of one column. */
export function unusedDelimiter(text: string): string {
  return [',', '\t', ';', '|'].find((delimiter) => !text.includes(delimiter)) ?? '\x1f';
}

function quotesBy(text: string, delimiter: string): QuoteMark[] {
  const quotes: QuoteMark[] = ['"'];
  const opened = new RegExp(`(?:^|[\\r\\n]|${escaped(delimiter)})'[^'\\r\\n]`, 'g');
  const closed = new RegExp(`[^'\\r\\n]'\\s*(?:$|[\\r\\n]|${escaped(delimiter)})`, 'g');
  if (opened.test(text) && closed.test(text)) quotes.push("'");
  if (delimiter !== ',' && delimiter !== ';' && isOftenUnclosed(text)) quotes.push('none');
  return quotes;
}

/** Whether so many lines have a quote without its fellow that quotes seem to mean nothing, as in dumps of databases. */
function isOftenUnclosed(text: string): boolean {
  const lines = text.split(/[\r\n]+/);
  const unclosed = lines.filter((line) => (line.match(/"/g)?.length ?? 0) % 2 === 1).length;
  return unclosed >= 5 && unclosed >= lines.length * 0.1;
}

function escapesBy(text: string, quote: QuoteMark): Dialect['escape'][] {
  return quote !== 'none' && text.includes(`\\${quote}`) ? ['doubled', 'backslash'] : ['doubled'];
}

function repetitions(
  lines: readonly string[],
  delimiter: string,
  { isRepeated }: Partial<Dialect>,
): boolean[] {
  if (isRepeated !== undefined) return [isRepeated];
  if (delimiter !== ' ') return [false];
  const aligned = lines.filter((line) => /\S {2,}\S/.test(line)).length;
  return aligned >= lines.length * 0.5 ? [true] : [false];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
