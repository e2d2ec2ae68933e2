import { isoDate } from '../customers/completed-months.ts';
import { dayNumber, isCalendarDay, isoDay } from '../import/civil-day.ts';
import type { Attribute } from './design.ts';
import { levelRange, type LevelRange } from './edit-cuts.ts';
import { cutDates } from './levels.ts';

/** How the time since a date is counted: in completed months, or in days. */
export type DateUnit = 'months-since' | 'days-since';

const daysPerMonth = 365.2425 / 12;

/**
 * Cuts of the time since a date in another unit. From months to days the same customers stay on the same side, whatever
 * the lengths of the months; from days to months the nearest number of months, at least one, each cut once.
 * `asOf`: ISO date.
 * Example: at 2017-03-26 cuts of 3 and 6 months are 90 and 181 days; 90 and 181 days are 3 and 6 months.
 */
export function cutsInUnit(
  cuts: readonly number[],
  unit: DateUnit,
  asOf: string,
): readonly number[] {
  if (unit === 'months-since')
    return [...new Set(cuts.map((days) => Math.max(1, Math.round(days / daysPerMonth))))];
  const today = dayOf(asOf);
  return cutDates('months-since', cuts, asOf).map((date) => today - dayOf(isoDate(date)));
}

/**
 * An attribute of dates counted in another unit. Levels keep their names, unless they were named after what they cover, or
 * there are fewer of them than before. `rangeNames`: the names a range may go by in a unit, the one to use first.
 * Example: 단기 (under 3 months) and `3개월 이상` become 단기 (under 90 days) and `90일 이상`.
 */
export function withUnit(
  attribute: Attribute,
  unit: DateUnit,
  asOf: string,
  rangeNames: (unit: DateUnit) => (range: LevelRange) => readonly string[],
): Attribute {
  const { banding, levelNames } = attribute;
  if (banding.kind !== 'months-since' && banding.kind !== 'days-since') return attribute;
  if (banding.kind === unit) return attribute;
  const cuts = cutsInUnit(banding.cuts, unit, asOf);
  const before = rangeNames(banding.kind);
  const names = Array.from({ length: cuts.length + 1 }, (_, level): string => {
    const name = levelNames[level];
    const wasRange = before(levelRange(banding.cuts, level)).includes(name ?? '');
    const keeps = name !== undefined && !wasRange && cuts.length === banding.cuts.length;
    return keeps ? name : (rangeNames(unit)(levelRange(cuts, level))[0] ?? '');
  });
  return { ...attribute, banding: { kind: unit, cuts }, levelNames: names };
}

/** Day number of an ISO text; a day that the month does not have is its last. */
function dayOf(iso: string): number {
  const [year = NaN, month = NaN, day = NaN] = iso.split('-').map(Number);
  let last = day;
  while (last > 28 && !isCalendarDay(year, month, last)) last--;
  return dayNumber(year, month, last);
}

/** The dates from which a level is reached to where the next one is, both inclusive, as ISO texts; null where it is open. */
export interface DateRange {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The dates that a level of the time since a date covers.
 * Example: at 2017-03-26 the level from 3 to under 6 months covers 2016-09-27 to 2016-12-26.
 */
export function datesOfLevel(
  kind: DateUnit,
  cuts: readonly number[],
  level: number,
  asOf: string,
): DateRange {
  const reached = cutDates(kind, cuts, asOf);
  const start = reached[level];
  const end = reached[level - 1];
  const shifted = (compact: number, days: number) => isoDay(dayOf(isoDate(compact)) + days);
  return {
    from: start === undefined || !Number.isFinite(start) ? null : shifted(start, 1),
    to: end === undefined || !Number.isFinite(end) ? (level === 0 ? asOf : null) : shifted(end, 0),
  };
}
