import { compactDate } from '../customers/completed-months.ts';
import { dayBefore, latestDateBefore } from '../customers/date-limits.ts';

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
 * The latest dates from which each cut is reached at the as-of date, for `levelOfDate`: a date is compared with them instead
 * of counting its months or days.
 * `kind`: completed months or days; `cuts`: increasing; `asOf`: ISO date. The answer: compact dates (20170326), latest first.
 * Example: cuts of 3 and 6 months at 2017-03-26 give [20161226, 20160926].
 */
export function cutDates(
  kind: 'months-since' | 'days-since',
  cuts: readonly number[],
  asOf: string,
): readonly number[] {
  const asOfDate = compactDate(asOf);
  return cuts.map((cut) => {
    if (kind === 'months-since') return latestDateBefore(asOfDate, cut);
    const day = dayBefore(asOf, cut);
    return day === null ? -Infinity : compactDate(day);
  });
}

/**
 * The level of a date among cuts: how many of them it has reached; a date after the as-of date, and NaN, have none.
 * `reached`: of `cutDates`; `date`, `asOf`: compact dates.
 * Example: with the cuts of 3 and 6 months, 2 months are level 0 and 6 are level 2.
 */
export function levelOfDate(reached: readonly number[], date: number, asOf: number): number {
  if (!(date <= asOf)) return noLevel;
  let level = 0;
  for (const latest of reached) {
    if (date > latest) break;
    level++;
  }
  return level;
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
