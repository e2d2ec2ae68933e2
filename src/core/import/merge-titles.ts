/**
 * One title per column from a header of several rows. A title that was merged over several columns stands above the first
 * of them only, so it is carried to the right, as long as there are titles below it. The parts are joined by a space;
 * what is said twice is said once.
 * Example: `mergeTitles([['지역', '2026', ''], ['', '매출', '건수']])` is ['지역', '2026 매출', '2026 건수'].
 */
export function mergeTitles(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const levels = rows.map((row, level) => carriedRight(row, rows.slice(level + 1), width));
  return Array.from({ length: width }, (_, column) => {
    const parts = levels.map((level) => level[column] ?? '').filter((part) => part !== '');
    return parts.filter((part, index) => part !== parts[index - 1]).join(' ');
  });
}

function carriedRight(
  row: readonly string[],
  below: readonly (readonly string[])[],
  width: number,
): string[] {
  const hasBelow = (column: number) => below.some((level) => (level[column] ?? '').trim() !== '');
  let carried = '';
  return Array.from({ length: width }, (_, column) => {
    const own = (row[column] ?? '').trim();
    if (own !== '') carried = hasBelow(column) ? own : '';
    return own === '' && hasBelow(column) ? carried : own;
  });
}
