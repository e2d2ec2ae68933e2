import type { ColumnProfile, TextProfile } from './column-profile.ts';

const mostTopValues = 10;

/** How many different values a column has, and how many rows have each of the most frequent. */
export type ValueSummary = Pick<
  ColumnProfile,
  'distinct' | 'isConstant' | 'isUnique' | 'topValues' | 'otherRows'
>;

/**
 * Distinct and most frequent values of a column, from the rows of each value; of equally frequent ones the smaller comes
 * first. `show`: how a value is shown.
 * Example: of a (2 rows) and b (1) there are 2 values, of which a is the most frequent.
 */
export function summariseCounts<Value extends string | number>(
  counts: Iterable<readonly [Value, number]>,
  show: (value: Value) => string,
): ValueSummary {
  let top: (readonly [Value, number])[] = [];
  let distinct = 0;
  let filled = 0;
  let least = 0;
  for (const entry of counts) {
    distinct++;
    filled += entry[1];
    if (top.length === mostTopValues * 8) {
      top = sortedByCount(top).slice(0, mostTopValues);
      least = top.at(-1)?.[1] ?? 0;
    }
    if (entry[1] >= least) top.push(entry);
  }
  top = sortedByCount(top).slice(0, mostTopValues);
  const named = top.reduce((sum, [, count]) => sum + count, 0);
  return {
    distinct,
    isConstant: distinct === 1,
    isUnique: distinct > 0 && distinct === filled,
    topValues: top.map(([value, count]) => ({ value: show(value), count })),
    otherRows: filled - named,
  };
}

function sortedByCount<Value extends string | number>(
  entries: (readonly [Value, number])[],
): (readonly [Value, number])[] {
  return entries.sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1));
}

/** The runs of equal numbers in ascending order, each with its length. */
export function* runsOf(sorted: Float64Array): Generator<readonly [number, number]> {
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from] as number;
    let to = from + 1;
    while (sorted[to] === value) to++;
    yield [value, to - from];
    from = to;
  }
}

/**
 * How long the texts of a column are, in characters; null where there are none.
 * Example: of 가 (1 row) and 가나다 (1) the average length is 2.
 */
export function profileTexts(
  counts: ReadonlyMap<string, number>,
  show: (text: string) => string,
): TextProfile | null {
  let shortest = Infinity;
  let longest = -1;
  let longestText = '';
  let characters = 0;
  let rows = 0;
  for (const [text, count] of counts) {
    const length = characterCount(text);
    shortest = Math.min(shortest, length);
    if (length > longest) [longest, longestText] = [length, text];
    characters += length * count;
    rows += count;
  }
  if (rows === 0) return null;
  return {
    shortest,
    longest,
    averageLength: characters / rows,
    longestText: show(longestText),
  };
}

/** Letters outside the basic plane, like many emoji, are two units of a JavaScript text but one character. */
function characterCount(text: string): number {
  let count = text.length;
  for (let place = 0; place < text.length; place++) {
    if ((text.charCodeAt(place) & 0xfc00) === 0xd800) count--;
  }
  return count;
}
