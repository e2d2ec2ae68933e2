import type { DateProfile } from './column-profile.ts';
import { isImplausibleDate } from './implausible-date.ts';

/** Beyond so many months the periods are years. */
const mostMonths = 120;

/**
 * Range, median and counts by month or year of a column of dates (see `DateProfile`); null where there are none. Dates
 * that stand for none are counted apart and play no part in the rest.
 * `counts`: how many rows have each date (ISO text, with or without a time). `today`: ISO day.
 * `isBirthDate`: the dates say when somebody was born; then no single one is named.
 * Example: of 2026-01-05, 2026-03-01 and 2026-03-02 the periods are 2026-01: 1, 2026-02: 0, 2026-03: 2.
 */
export function profileDates(
  counts: ReadonlyMap<string, number>,
  today: string,
  isBirthDate: boolean,
): DateProfile | null {
  if (counts.size === 0) return null;
  const days = new Map<string, number>();
  let future = 0;
  let implausible = 0;
  for (const [text, count] of counts) {
    const day = text.slice(0, 10);
    if (isImplausibleDate(day, isBirthDate)) {
      implausible += count;
      continue;
    }
    if (day > today) future += count;
    days.set(day, (days.get(day) ?? 0) + count);
  }
  const sorted = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  const isNamed = !isBirthDate;
  return {
    earliest: isNamed ? (sorted[0]?.[0] ?? null) : null,
    median: isNamed ? medianDay(sorted) : null,
    latest: isNamed ? (sorted.at(-1)?.[0] ?? null) : null,
    ...periodsOf(sorted, isBirthDate),
    future,
    implausible,
  };
}

type DayCounts = readonly (readonly [string, number])[];

/** The day in the middle, the earlier of two. */
function medianDay(sorted: DayCounts): string | null {
  const all = sorted.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [day, count] of sorted) {
    passed += count;
    if (passed * 2 >= all) return day;
  }
  return null;
}

function periodsOf(sorted: DayCounts, byYear: boolean): Pick<DateProfile, 'unit' | 'periods'> {
  const first = sorted[0]?.[0];
  const last = sorted.at(-1)?.[0];
  if (first === undefined || last === undefined) return { unit: 'month', periods: [] };
  const months = monthNumber(last) - monthNumber(first) + 1;
  const unit = byYear || months > mostMonths ? 'year' : 'month';
  const counts = new Map<string, number>();
  for (const [day, count] of sorted) {
    const from = day.slice(0, unit === 'year' ? 4 : 7);
    counts.set(from, (counts.get(from) ?? 0) + count);
  }
  const start = unit === 'year' ? Number(first.slice(0, 4)) : monthNumber(first);
  const end = unit === 'year' ? Number(last.slice(0, 4)) : monthNumber(last);
  const periods = Array.from({ length: end - start + 1 }, (_, place) => {
    const from = unit === 'year' ? String(start + place) : monthText(start + place);
    return { from, count: counts.get(from) ?? 0 };
  });
  return { unit, periods };
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
