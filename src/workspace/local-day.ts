/** The day it is where the reader is, as ISO text. Example: 2026-11-25 early in the morning in Seoul. */
export function localDay(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
