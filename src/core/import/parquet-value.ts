import { isoDay, twoDigits } from './civil-day.ts';

const nanosecondsPerSecond = 1_000_000_000n;
const secondsPerDay = 86_400n;
/** Days of the years 1 to 9999, from 1970-01-01. */
const firstDay = -719_162;
const lastDay = 2_932_896;

/**
 * A decimal with all its digits. `unscaled`: the number without its point; `scale`: digits behind the point, at least 0.
 * Example: `decimalText(-123456789012345678901n, 2)` is '-1234567890123456789.01'.
 */
export function decimalText(unscaled: bigint, scale: number): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A whole number from its bytes, the highest first, in two's complement. Example: [0xff, 0x85] is -123. */
export function signedNumber(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

/** A day by its number from 1970-01-01; beyond the years 1 to 9999 the number itself. Example: 20779 is '2026-11-22'. */
export function dayText(days: number): string {
  return days >= firstDay && days <= lastDay ? isoDay(days) : String(days);
}

/**
 * A moment by its nanoseconds from 1970-01-01 on the clock of its own column: the day alone at midnight, a fraction of
 * the second where there is one. Example: 1795360830123000000 is '2026-11-22 15:20:30.123'.
 */
export function momentText(nanoseconds: bigint): string {
  const perDay = secondsPerDay * nanosecondsPerSecond;
  const rest = ((nanoseconds % perDay) + perDay) % perDay;
  const day = dayText(Number((nanoseconds - rest) / perDay));
  return rest === 0n ? day : `${day} ${timeText(rest)}`;
}

/** A time of day by its nanoseconds since midnight. Example: 55230500000000 is '15:20:30.5'. */
export function timeText(nanoseconds: bigint): string {
  const seconds = Number(nanoseconds / nanosecondsPerSecond);
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const fraction = String(nanoseconds % nanosecondsPerSecond)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return parts.map(twoDigits).join(':') + (fraction && `.${fraction}`);
}

/** The shortest text that gives back a number of single precision. Example: the single next to 0.1 is '0.1'. */
export function singleText(single: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return String(short);
  }
  return String(Number(single.toPrecision(9)));
}
