import { dayNumber, isoDay } from '../import/civil-day.ts';

const firstDay = dayNumber(1, 1, 1);

/**
 * The latest date from which a number of months are completed at the as-of date, as a compact date (20170326). Dates are
 * compared with it instead of counting the months of each: `completedMonths(date, asOf) >= months` holds exactly where
 * `date <= latestDateBefore(asOf, months)`. The result need not be a day of the calendar (31 April is after 30 April).
 * `asOf`: compact date. `months`: any number, a fraction counts as the next whole one.
 * Example: `latestDateBefore(20170326, 3)` is 20161226.
 */
export function latestDateBefore(asOf: number, months: number): number {
  const month = Math.floor(asOf / 10000) * 12 + (Math.floor(asOf / 100) % 100) - 1;
  const shifted = month - Math.ceil(months);
  const year = Math.floor(shifted / 12);
  return year * 10000 + (shifted - year * 12 + 1) * 100 + (asOf % 100);
}

/**
 * The day a number of days before an ISO date, or null where that is before the year 1.
 * `days`: a fraction counts as the next whole day.
 * Example: `dayBefore('2017-03-26', 30)` is '2017-02-24'.
 */
export function dayBefore(asOf: string, days: number): string | null {
  const [year = NaN, month = NaN, day = NaN] = asOf.split('-').map(Number);
  const number = dayNumber(year, month, day) - Math.ceil(days);
  return number >= firstDay ? isoDay(number) : null;
}
