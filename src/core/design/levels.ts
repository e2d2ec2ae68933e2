/** No level: the value is missing, lies in the future, or is in no group. */
export const noLevel = -1;

/**
 * The level of a number among cuts c0 < c1 < …: 0 below c0, 1 from c0 to below c1, …, or `noLevel` for NaN.
 * Example: with the cuts [3000, 10000], 2999 is level 0, 3000 is 1 and 10000 is 2.
 */
export function levelOfNumber(cuts: readonly number[], value: number): number {
  if (Number.isNaN(value)) return noLevel;
  let level = 0;
  for (const cut of cuts) {
    if (value < cut) break;
    level++;
  }
  return level;
}

/**
 * The level of completed months since a date: as for numbers, but a date after the as-of date (negative months) has
 * none. Example: with the cuts [3, 6], 2 months are level 0, 6 are level 2, -1 has no level.
 */
export function levelOfMonths(cuts: readonly number[], months: number): number {
  return months < 0 ? noLevel : levelOfNumber(cuts, months);
}

/** Finds the level of a category by its group; a value in no group has `noLevel`. The first group that names it wins. */
export function categoryLevels(
  groups: readonly (readonly string[])[],
): (value: string | null) => number {
  const levels = new Map<string, number>();
  groups.forEach((group, level) => {
    for (const value of group) if (!levels.has(value)) levels.set(value, level);
  });
  return (value) => (value === null ? noLevel : (levels.get(value) ?? noLevel));
}
