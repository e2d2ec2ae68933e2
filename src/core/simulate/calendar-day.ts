const millisecondsPerDay = 86_400_000;

/** Days from 1970-01-01 to an ISO date. Example: `dayOf('2017-03-26')` is 17251. */
export function dayOf(isoDate: string): number {
  return Date.parse(isoDate) / millisecondsPerDay;
}

/** The dates written so far: the market asks a hundred thousand times for the same few thousand days. */
const written = new Map<number, string>();

/** The ISO date of a day. Example: `isoDateOf(17251)` is '2017-03-26'. */
export function isoDateOf(day: number): string {
  let date = written.get(day);
  if (date === undefined) {
    date = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
    written.set(day, date);
  }
  return date;
}
