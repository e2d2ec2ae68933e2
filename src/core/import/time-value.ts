import { twoDigits } from './civil-day.ts';

/** A time of day as it is written. */
export interface TimeOfDay {
  /** 'HH:MM:SS'; fractions of a second are left out. */
  readonly clock: string;
  /** Minutes that the clock is ahead of UTC; null where nothing is said of it. */
  readonly offset: number | null;
}

const halves = '오전|오후|am|pm|a\\.m\\.|p\\.m\\.';
const zones =
  '(z|utc|gmt|kst|jst)?\\s*([+-]\\d{1,2}(?::?\\d{2})?)?\\s*(?:\\([^()]*\\)|\\[[^[\\]]*\\])?';
const withColons = new RegExp(
  `^[t\\s,]*(${halves})?\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*(${halves})?\\s*${zones}$`,
  'i',
);
const inWords = new RegExp(
  `^[\\s,]*(${halves})?\\s*(\\d{1,2})시(?:\\s?(\\d{1,2})분(?:\\s?(\\d{1,2})초)?)?()\\s*${zones}$`,
  'i',
);
const joined = new RegExp(
  `^[t\\s]?()(\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d{1,9})?()\\s*${zones}$`,
  'i',
);

/** Clocks that are named without doubt. CST, EST and their like are several or change in summer: they are refused. */
const namedOffsets: Readonly<Record<string, number>> = { z: 0, utc: 0, gmt: 0, kst: 540, jst: 540 };
const greatestOffset = 14 * 60;

/**
 * Reads what stands after a date: 15:20, 15:20:30.123, T15:20:30Z, 오후 3:20, PM 3:20, 3:20 pm, 15시 20분, T152030, each
 * with Z, UTC, GMT, KST, JST or an offset (+09:00, +0900, +9, GMT+0900 (한국 표준시)).
 * Refuses: not-a-time; impossible-time (25:00, 24:00, 10:60, 오전 13:20, +15:00), never rolled over to the next day.
 * Example: `readTime(' 오후 3:20')` is `{ clock: '15:20:00', offset: null }`.
 */
export function readTime(text: string): TimeOfDay | 'not-a-time' | 'impossible-time' {
  const match = withColons.exec(text) ?? inWords.exec(text) ?? joined.exec(text);
  if (!match) return 'not-a-time';
  const [, before, hourText, minuteText = '0', secondText = '0', after, zone, shift] = match;
  if (before && after) return 'not-a-time';
  const hour = hourOfDay(Number(hourText), before || after || '');
  const [minute, second] = [Number(minuteText), Number(secondText)];
  if (hour === null || minute > 59 || second > 59) return 'impossible-time';
  const offset = offsetOf(zone, shift);
  if (offset === 'impossible') return 'impossible-time';
  return { clock: `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`, offset };
}

/** The hour 0..23 of a clock of 12 or 24 hours; 오후 15시 is 15, since only one hour can be meant. Null: there is none. */
function hourOfDay(hour: number, half: string): number | null {
  if (hour > 23) return null;
  if (half === '') return hour;
  if (/^(?:오후|p)/i.test(half)) return hour < 12 ? hour + 12 : hour;
  return hour > 12 ? null : hour % 12;
}

function offsetOf(zone = '', shift = ''): number | null | 'impossible' {
  const named = zone === '' ? null : (namedOffsets[zone.toLowerCase()] ?? null);
  if (shift === '') return named;
  const minutes = offsetMinutes(shift);
  if (minutes === null || (named !== null && named !== 0)) return 'impossible';
  return minutes;
}

/**
 * Minutes of an offset from UTC, +09:00, -0330 or +9; null for what is none, or beyond 14 hours.
 * Example: `offsetMinutes('+09:00')` is 540.
 */
export function offsetMinutes(text: string): number | null {
  const match = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [, sign, hours, minutes = '0'] = match;
  const size = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || size > greatestOffset) return null;
  return sign === '-' && size > 0 ? -size : size;
}
