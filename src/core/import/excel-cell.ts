import { twoDigits } from './civil-day.ts';
import type { SerialSystem } from './column-format.ts';
import { showDigits, type NumberFormat } from './excel-format.ts';
import { readSerial } from './excel-serial.ts';

const secondsPerDay = 86_400;

/**
 * A number of a sheet as text: with every digit that the double has (the shortest text that gives it back), as a date or
 * a time where its format shows one, and as the format has it where that numbers things (00123). Thousands, currency and
 * percent are left to the screen. What no calendar has stays a number.
 * `raw`: the number as the file writes it; `system`: what serial 1 is.
 * Example: `numberText('46348', { shows: 'date' }, '1900')` is '2026-11-22'.
 */
export function numberText(raw: string, format: NumberFormat, system: SerialSystem): string {
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return raw;
  return shown(number, format, system) ?? String(number);
}

function shown(number: number, format: NumberFormat, system: SerialSystem): string | null {
  switch (format.shows) {
    case 'number':
      return null;
    case 'digits':
      return showDigits(number, format.sections);
    case 'date':
      return number < 0 ? null : readSerial(number, system);
    case 'time':
      if (number < 0) return null;
      return number < 1 ? clock(number) : readSerial(number, system);
    case 'duration':
      return number < 0 ? null : clock(number);
  }
}

/** Hours, minutes and seconds of a number of days, to the nearest second; 24 hours and more are counted on. */
function clock(days: number): string {
  const seconds = Math.round(days * secondsPerDay);
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return parts.map(twoDigits).join(':');
}

/** A date of a strict workbook, which writes it as ISO 8601. Example: '2026-11-22T00:00:00' is '2026-11-22'. */
export function isoDateText(raw: string): string {
  return raw.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 ');
}

/**
 * A text of a workbook with its escapes resolved: _x000D_ is a carriage return, _x005F_ an underscore before what would
 * be one. Example: 'a_x000D_b' is 'a\rb'.
 * Source: ECMA-376 part 1, 22.4.2.4 (bstr), ST_Xstring.
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

/** The place of a cell by its letters, from 0. Example: `columnIndex('AB7')` is 27; no letters give null. */
export function columnIndex(reference: string): number | null {
  const letters = /^[a-z]{1,3}/i.exec(reference)?.[0];
  if (!letters) return null;
  let place = 0;
  for (const letter of letters.toUpperCase()) place = place * 26 + letter.charCodeAt(0) - 64;
  return place - 1;
}
