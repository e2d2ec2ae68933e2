const separated =
  /^(\d{4})(?:[-/]|\.\s?|년\s?)(\d{1,2})(?:[-/]|\.\s?|월\s?)(\d{1,2})(?:일|\.)?(?:[T\s].*)?$/;
const joined = /^(\d{4})(\d{2})(\d{2})(?:\d{6}|[T\s].*)?$/;

/** What a text says about a date: ISO text, or why it is none. */
export type DateReading = { iso: string } | 'not-a-date' | 'impossible-date';

/**
 * Reads a date as Korean and English systems write it, and drops a time after it: 2026-11-22, 2026.11.22,
 * 2026. 11. 22., 2026/11/22, 20261122, 2026년 11월 22일.
 * A date that no calendar has (2026-02-30) is `impossible-date`; it is never rolled over. Other texts are `not-a-date`.
 * Example: `readDate('2026. 1. 5.')` is `{ iso: '2026-01-05' }`.
 */
export function readDate(text: string): DateReading {
  const parts = separated.exec(text) ?? joined.exec(text);
  if (!parts) return 'not-a-date';
  const [, year = '', month = '', day = ''] = parts;
  if (!isCalendarDate(Number(year), Number(month), Number(day))) return 'impossible-date';
  return { iso: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}
