import { isoDay, twoDigits } from './civil-day.ts';
import type { SerialSystem } from './column-format.ts';

const serial = /^\d{1,7}(?:\.\d+)?$/;
/** Day numbers (from 1970) of serial 0: 1899-12-30 counts from the 61st on, as Excel has a 29 February 1900. */
const starts: Readonly<Record<SerialSystem, number>> = { '1900': -25_569, '1904': -24_107 };
const secondsPerDay = 86_400;
const lastDay = 2_932_896;

/** Whether a text is a number such as Excel keeps for a date or a time. */
export function isSerial(text: string): boolean {
  return serial.test(text);
}

/** Whether a text is a number that a date of a customer file can have: 1970 to 2099 in the system of 1900. */
export function isPlausibleSerial(text: string): boolean {
  return isSerial(text) && Number(text) >= 25_569 && Number(text) < 73_051;
}

/**
 * The date that Excel shows for a number, with the time of its fraction to the nearest second. Null for days that no
 * calendar has: 0, the 60 that Excel shows as 29 February 1900, and beyond the year 9999.
 * `number`: days since the start of the system, at least 0.
 * Source: Microsoft, "Differences between the 1900 and the 1904 date system in Excel".
 * Example: `readSerial(46348.5, '1900')` is '2026-11-22 12:00:00'.
 */
export function readSerial(number: number, system: SerialSystem): string | null {
  const seconds = Math.round(number * secondsPerDay);
  const day = Math.floor(seconds / secondsPerDay);
  const isEarly = system === '1900' && day < 61;
  if (isEarly && (day < 1 || day === 60)) return null;
  const days = starts[system] + day + (isEarly ? 1 : 0);
  if (days > lastDay) return null;
  const rest = seconds - day * secondsPerDay;
  if (rest === 0) return isoDay(days);
  const [hours, minutes] = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60)];
  return `${isoDay(days)} ${[hours, minutes, rest % 60].map(twoDigits).join(':')}`;
}
