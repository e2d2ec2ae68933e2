import { dateOrders, type ColumnFormat, type DateOrder } from './column-format.ts';
import type { DateParts } from './date-parts.ts';
import { ordersOf, readInOrder } from './date-value.ts';

/** A date whose order is in question, as it is written and taken apart. */
export interface WrittenDate {
  readonly text: string;
  readonly parts: DateParts;
}

/** What the dates of a column say about the order of their numbers. */
export type OrderFinding =
  /** No date needs an order, or none reads differently in another one. */
  | { readonly state: 'not-needed' }
  /** `decidedBy`: a date that only this order can read; null where custom decides (26.11.22 begins with the year). */
  | { readonly state: 'decided'; readonly order: DateOrder; readonly decidedBy: string | null }
  /** Several orders are possible. `example` reads as each of `readings`. */
  | {
      readonly state: 'open';
      readonly example: string;
      readonly readings: readonly { readonly order: DateOrder; readonly iso: string }[];
    }
  /** No order reads all dates: each of two dates can be read in one way only, and not in the same. */
  | { readonly state: 'contradiction'; readonly one: string; readonly other: string };

/**
 * Finds the order of day, month and year from all dates of a column: a number above 12 is no month, one above 31 no day.
 * One date that contradicts the others leaves the question open, however many they are. Where the year has two digits
 * and all dates fit, dates with points or hyphens begin with the year, as Korean ones do; with slashes nothing is taken
 * for granted.
 * `dates`: those of the column whose form does not say the order; dates that fit no order say nothing.
 * Example: 03/04/2026 alone is 'open'; with 22/11/2026 beside it the order is decided as 'day-first'.
 */
export function findDateOrder(dates: readonly WrittenDate[], format: ColumnFormat): OrderFinding {
  let possible: readonly DateOrder[] = dateOrders;
  const decisive = new Map<DateOrder, string>();
  let isByPoints = true;
  let isShort = false;
  for (const { text, parts } of dates) {
    const fitting = ordersOf(parts).filter((order) => isPossible(parts, order));
    const [only] = fitting;
    if (only === undefined) continue;
    if (fitting.length === 1 && !decisive.has(only)) decisive.set(only, text);
    possible = possible.filter((order) => fitting.includes(order));
    isByPoints &&= parts.separator !== '/';
    isShort ||= parts.shape === 'short';
  }
  const [order] = possible;
  if (order === undefined) return contradiction(decisive, dates);
  if (possible.length === 1) {
    return { state: 'decided', order, decidedBy: decisive.get(order) ?? null };
  }
  if (isShort && isByPoints && possible.includes('year-first')) {
    return { state: 'decided', order: 'year-first', decidedBy: null };
  }
  return openQuestion(dates, possible, format);
}

/** Whether the numbers can stand for a month and a day at all; an impossible day (31/04) still tells the order. */
function isPossible({ numbers }: DateParts, order: DateOrder): boolean {
  const [first, second, third] = numbers;
  const [year, month, day] =
    order === 'year-first'
      ? [first, second, third]
      : order === 'month-first'
        ? [third, first, second]
        : [third, second, first];
  return year.length > 1 && isWithin(month, 12) && isWithin(day, 31);
}

function isWithin(text: string, most: number): boolean {
  return Number(text) >= 1 && Number(text) <= most;
}

function openQuestion(
  dates: readonly WrittenDate[],
  possible: readonly DateOrder[],
  format: ColumnFormat,
): OrderFinding {
  for (const { text, parts } of dates) {
    const orders = ordersOf(parts).filter((order) => possible.includes(order));
    const readings = orders.flatMap((order) => {
      const day = readInOrder(parts, order, format);
      return typeof day === 'string' ? [] : [{ order, iso: day.iso }];
    });
    if (new Set(readings.map(({ iso }) => iso)).size > 1) {
      return { state: 'open', example: text, readings };
    }
  }
  return { state: 'not-needed' };
}

function contradiction(
  decisive: ReadonlyMap<DateOrder, string>,
  dates: readonly WrittenDate[],
): OrderFinding {
  const [one, other] = [...decisive.values(), ...dates.map(({ text }) => text)];
  return { state: 'contradiction', one: one ?? '', other: other ?? '' };
}
