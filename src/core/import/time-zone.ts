import { dayNumber, isoDay, twoDigits } from './civil-day.ts';
import { offsetMinutes } from './time-value.ts';

const minutesPerDay = 24 * 60;
const minutesPerHour = 60;

const clocks = new Map<string, Intl.DateTimeFormat>();
const knownOffsets = new Map<string, Map<number, number>>();

/**
 * Whether a text names a time zone that times can be converted to: an offset (+09:00), UTC, or a zone that the browser
 * knows (Asia/Seoul).
 */
export function isTimeZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return offsetMinutes(zone) !== null;
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * Day and time as the clocks of a zone show them when those with an offset show `day` and `clock`.
 * `day`: ISO text. `clock`: 'HH:MM:SS'. `offset`: minutes ahead of UTC. `zone`: an offset or a name; others throw.
 * Example: `inZone('2026-11-22', '15:30:00', 0, 'Asia/Seoul')` is '2026-11-23 00:30:00'.
 */
export function inZone(day: string, clock: string, offset: number, zone: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const instant = dayNumber(year, month, date) * minutesPerDay + hour * 60 + minute - offset;
  const shown = instant + (offsetMinutes(zone) ?? offsetAt(instant, zone));
  const days = Math.floor(shown / minutesPerDay);
  const rest = shown - days * minutesPerDay;
  return `${isoDay(days)} ${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}:${clock.slice(6)}`;
}

/**
 * Whole minutes that a zone is ahead of UTC at a minute since 1970. Clocks may change at any minute (St John's did so at
 * 00:01), so the offset of the full hour holds for the hour only where the next one has it too.
 */
function offsetAt(instant: number, zone: string): number {
  const hour = Math.floor(instant / minutesPerHour);
  const offset = offsetOfHour(hour, zone);
  return offset === offsetOfHour(hour + 1, zone) ? offset : askClock(instant, zone);
}

function offsetOfHour(hour: number, zone: string): number {
  const offsets = knownOffsets.get(zone) ?? new Map<number, number>();
  knownOffsets.set(zone, offsets);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const offset = askClock(hour * minutesPerHour, zone);
  offsets.set(hour, offset);
  return offset;
}

function askClock(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(instant * 60_000)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
  return dayNumber(year, month, day) * minutesPerDay + hour * 60 + minute - instant;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}
