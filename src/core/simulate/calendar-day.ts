const millisecondsPerDay = 86_400_000;

/** Days from 1970-01-01 to an ISO date. Example: `dayOf('2017-03-26')` is 17251. */
export function dayOf(isoDate: string): number {
  return Date.parse(isoDate) / millisecondsPerDay;
}

/** The ISO date of a day. Example: `isoDateOf(17251)` is '2017-03-26'. */
export function isoDateOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
