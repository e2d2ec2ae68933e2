/** The delimiters that are looked for, in order of preference where they fit equally well. */
export const delimiters: readonly string[] = [',', '\t', ';', '|'];

/**
 * Finds the delimiter of a table: the one that cuts most lines into the same number of fields, more than one. Where
 * none does, the table has one column and the answer is a comma. Delimiters inside quotes do not count, unless the quote
 * of the first line is never closed.
 * `text`: the beginning of the file, with its header.
 * Example: `sniffDelimiter('a;b\n1,5;2\n')` is ';'.
 */
export function sniffDelimiter(text: string): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = fieldCounts(text, delimiter);
    const fields = counts[0] ?? 1;
    if (fields < 2) continue;
    const same = counts.filter((count) => count === fields).length / counts.length;
    const score = same * same * (1 + Math.log(fields) / 10);
    if (score > bestScore * 1.0001) {
      bestScore = score;
      best = delimiter;
    }
  }
  return best;
}

/** Fields per line of the first 200 lines that are not blank. The last line may be cut off and is left out of more. */
function fieldCounts(text: string, delimiter: string, quote: string | null = '"'): number[] {
  const counts: number[] = [];
  let fields = 1;
  let isQuoted = false;
  let isBlank = true;
  for (const character of text) {
    if (character === quote) {
      isQuoted = !isQuoted;
      isBlank = false;
    } else if (isQuoted) {
      continue;
    } else if (character === delimiter) {
      fields++;
      isBlank = false;
    } else if (character === '\n' || character === '\r') {
      if (!isBlank) counts.push(fields);
      if (counts.length === 200) return counts;
      fields = 1;
      isBlank = true;
    } else {
      isBlank = false;
    }
  }
  if (counts.length === 0 && isQuoted) return fieldCounts(text, delimiter, null);
  if (counts.length === 0) counts.push(fields);
  return counts;
}
