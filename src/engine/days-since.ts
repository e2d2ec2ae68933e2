import { dayNumber } from '#core/import/civil-day.ts';

/** Days from each compact date to an ISO date; NaN stays NaN, later dates are negative. */
export function daysSince(dates: Float64Array, asOf: string): Float64Array {
  const [year = NaN, month = NaN, day = NaN] = asOf.split('-').map(Number);
  const end = dayNumber(year, month, day);
  return dates.map(
    (date) => end - dayNumber(Math.floor(date / 10000), Math.floor(date / 100) % 100, date % 100),
  );
}
