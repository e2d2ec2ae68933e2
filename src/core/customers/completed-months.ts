/**
 * A calendar date as one number that sorts by time, year × 10,000 + month × 100 + day, or NaN where the text does not
 * begin with an ISO date. Example: `compactDate('2017-03-26')` is 20170326.
 */
export function compactDate(isoDate: string): number {
  if (isoDate.length < 10 || isoDate[4] !== '-' || isoDate[7] !== '-') return NaN;
  return (
    Number(isoDate.slice(0, 4)) * 10000 +
    Number(isoDate.slice(5, 7)) * 100 +
    Number(isoDate.slice(8, 10))
  );
}

/** The ISO text of a compact date. Example: `isoDate(20170326)` is '2017-03-26'. */
export function isoDate(compact: number): string {
  const text = String(compact).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

/**
 * Completed months between two dates: the difference of the calendar months, less one where the day of the month has
 * not been reached. Month ends are not clamped (2016-11-30 to 2017-02-28 is 2). Negative for a date after `asOf`, NaN
 * for a missing one.
 * `from`, `asOf`: ISO text or compact dates (20170326).
 * Example: `completedMonths('2016-12-26', '2017-03-26')` is 3, from 2016-12-27 it is 2.
 */
export function completedMonths(from: number | string, asOf: number | string): number {
  const start = typeof from === 'string' ? compactDate(from) : from;
  const end = typeof asOf === 'string' ? compactDate(asOf) : asOf;
  const startMonth = Math.floor(start / 100);
  const endMonth = Math.floor(end / 100);
  const months =
    (Math.floor(endMonth / 100) - Math.floor(startMonth / 100)) * 12 +
    ((endMonth % 100) - (startMonth % 100));
  return end - endMonth * 100 < start - startMonth * 100 ? months - 1 : months;
}
