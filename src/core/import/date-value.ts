import { isCalendarDay, isoText } from './civil-day.ts';
import { dateOrders, defaultFormat, type ColumnFormat, type DateOrder } from './column-format.ts';
import { dateParts, type DateParts } from './date-parts.ts';
import { isSerial, readSerial } from './excel-serial.ts';
import { inZone } from './time-zone.ts';
import { readTime } from './time-value.ts';

/** What databases and programs write; it is told from the rest at once, because most dates of most files are like it. */
const iso = /^(\d{4})(-?)(\d\d)\2(\d\d)(?:[ T]([01]\d|2[0-3]):([0-5]\d):([0-5]\d))?$/;

/**
 * What a text says about a date: 'YYYY-MM-DD', with ' HH:MM:SS' after it where a time is written, or why it is none.
 * `ambiguous-date` is one that two orders of day and month read differently (03/04/2026) while none is chosen.
 */
export type DateReading = { iso: string } | 'not-a-date' | 'impossible-date' | 'ambiguous-date';

/**
 * Reads a date as Korean and English systems write it: 2026-11-22, 2026.11.22, 2026. 11. 22., 2026/11/22, 20261122,
 * 2026년 11월 22일, 26.11.22, 11/22/2026, 22/11/2026, 22 Nov 2026, Nov 22, 2026, 22-Nov-26, each with a time of day
 * (15:20, 오후 3:20, T15:20:30+09:00, 15시 20분) or without; a day of the week is passed over.
 * A date that no calendar has (2026-02-30) and a time that no clock shows (24:00) are `impossible-date`; they are never
 * rolled over. Week numbers, months without a day and other texts are `not-a-date`; so are six digits, because 202011
 * is a month as often as a day.
 * `format`: the order of day and month, the century of short years, Excel's serials and the zone of the column.
 * Default: see `defaultFormat`.
 * Example: `readDate('2026. 1. 5. 오후 3:20')` is `{ iso: '2026-01-05 15:20:00' }`.
 */
export function readDate(text: string, format: ColumnFormat = defaultFormat): DateReading {
  const plain = iso.exec(text);
  if (plain) return readIso(plain);
  if (format.serials !== null && isSerial(text)) {
    const shown = readSerial(Number(text), format.serials);
    if (shown !== null) return { iso: shown };
    return 'impossible-date';
  }
  const parts = dateParts(text);
  return parts ? readParts(parts, format) : 'not-a-date';
}

function readIso([, year, , month, day, hour, minute, second]: readonly (
  string | undefined
)[]): DateReading {
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return 'impossible-date';
  const date = `${year}-${month}-${day}`;
  return { iso: hour === undefined ? date : `${date} ${hour}:${minute}:${second}` };
}

/** Reads a date that is taken apart already. */
export function readParts(parts: DateParts, format: ColumnFormat): DateReading {
  const time = parts.rest === '' ? null : readTime(parts.rest);
  if (time === 'not-a-time') return 'not-a-date';
  const day = readDay(parts, format);
  if (time === null || typeof day === 'string') return day;
  if (time === 'impossible-time') return 'impossible-date';
  if (format.zone === 'as-written' || time.offset === null) {
    return { iso: `${day.iso} ${time.clock}` };
  }
  const shown = inZone(day.iso, time.clock, time.offset, format.zone);
  // The last hours of the year 9999, which means "no end", may fall into the next year elsewhere.
  const isInRange = shown.length === 'YYYY-MM-DD HH:MM:SS'.length && !shown.startsWith('0000');
  return isInRange ? { iso: shown } : 'impossible-date';
}

/** The orders that the three numbers of a date may stand in; none where its form says which is which. */
export function ordersOf({ shape }: DateParts): readonly DateOrder[] {
  if (shape === 'short') return dateOrders;
  return shape === 'year-last' ? dateOrders.slice(1) : [];
}

function readDay(parts: DateParts, format: ColumnFormat): DateReading {
  const orders = ordersOf(parts);
  if (orders.length === 0) return calendarDay(parts.numbers, format);
  const { dateOrder } = format;
  if (dateOrder !== null && orders.includes(dateOrder)) {
    return readInOrder(parts, dateOrder, format);
  }
  const days = new Set<string>();
  for (const order of orders) {
    const day = readInOrder(parts, order, format);
    if (typeof day !== 'string') days.add(day.iso);
  }
  const [only] = days;
  if (only === undefined) return 'impossible-date';
  return days.size === 1 ? { iso: only } : 'ambiguous-date';
}

/** The day of a date, without its time, when its three numbers stand in an order. */
export function readInOrder(
  { numbers: [first, second, third] }: DateParts,
  order: DateOrder,
  format: ColumnFormat,
): { iso: string } | 'impossible-date' {
  if (order === 'year-first') return calendarDay([first, second, third], format);
  if (order === 'month-first') return calendarDay([third, first, second], format);
  return calendarDay([third, second, first], format);
}

/** A year of one digit is none, so that 1.2.26 is not read as a day of the year 1. */
function calendarDay(
  [yearText, monthText, dayText]: DateParts['numbers'],
  { firstYear }: ColumnFormat,
): { iso: string } | 'impossible-date' {
  if (yearText.length < 2) return 'impossible-date';
  const year = yearText.length === 2 ? fullYear(Number(yearText), firstYear) : Number(yearText);
  const [month, day] = [Number(monthText), Number(dayText)];
  return isCalendarDay(year, month, day) ? { iso: isoText(year, month, day) } : 'impossible-date';
}

/** The year with these last two digits among the hundred from `firstYear` on. */
function fullYear(twoDigits: number, firstYear: number): number {
  const year = firstYear - (firstYear % 100) + twoDigits;
  return year < firstYear ? year + 100 : year;
}
