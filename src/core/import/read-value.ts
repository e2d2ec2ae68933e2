import { defaultFormat, type ColumnFormat } from './column-format.ts';
import type { ColumnKind, ImportProblemCode } from './column.ts';
import { readDate } from './date-value.ts';
import { isMissing } from './missing-value.ts';
import { readNumber } from './number-value.ts';
import { plainField } from './quoted-formula.ts';
import { readYesNo } from './yes-no-value.ts';

/** A value as it is stored, or the code of what is wrong with it. */
export type ValueReading =
  | { readonly value: string | number | null; readonly problem: null }
  | { readonly value: null; readonly problem: ImportProblemCode };

const empty: ValueReading = { value: null, problem: null };
const plainInteger = /^(?:0|-?[1-9]\d{0,14})$/;
const exponent = /e[+-]?\d+$/i;

/**
 * Reads a field of a file as a value of a kind. Blank fields and texts that stand for a missing value (see `isMissing`)
 * are missing values, not problems. Text keeps its inner spaces and loses the outer ones, and ="007" is 007. Dates are stored as
 * 'YYYY-MM-DD', or 'YYYY-MM-DD HH:MM:SS' where a time is written.
 * `format`: how the column is written (`inferKind` finds it). Default: `defaultFormat`.
 * Refuses, as a problem: not-a-number, not-a-whole-number (12.5 for an integer), number-too-large (a whole number beyond
 * 2^53 - 1, which would be rounded, or any beyond 1.8e308), not-a-date, ambiguous-date (03/04/2026 where no order of day
 * and month is decided), impossible-date (2026-02-30, 24:00), not-yes-or-no.
 * Example: `readValue('12,300', 'integer')` is `{ value: 12300, problem: null }`.
 */
export function readValue(
  field: string,
  kind: ColumnKind,
  format: ColumnFormat = defaultFormat,
): ValueReading {
  const text = plainField(field.trim());
  if (kind === 'text') return isMissing(text, kind) ? empty : { value: text, problem: null };
  if (kind === 'integer' && plainInteger.test(text)) return { value: Number(text), problem: null };
  const reading = readAs(text, kind, format);
  // Nothing that stands for a missing value reads as a number, date or yes/no, so the usual case pays nothing for it.
  return reading.problem !== null && isMissing(text, kind) ? empty : reading;
}

function readAs(
  text: string,
  kind: Exclude<ColumnKind, 'text'>,
  format: ColumnFormat,
): ValueReading {
  switch (kind) {
    case 'integer':
      return readWhole(text, format);
    case 'decimal':
      return readDecimal(text, format);
    case 'date': {
      const reading = readDate(text, format);
      return typeof reading === 'string' ? refused(reading) : { value: reading.iso, problem: null };
    }
    case 'boolean': {
      const value = readYesNo(text);
      return value === null ? refused('not-yes-or-no') : { value, problem: null };
    }
  }
}

function readWhole(text: string, format: ColumnFormat): ValueReading {
  const value = readNumber(text, format);
  if (value === null) return refused('not-a-number');
  if (!Number.isFinite(value)) return refused('number-too-large');
  if (!Number.isInteger(value)) return refused('not-a-whole-number');
  if (!Number.isSafeInteger(value)) return refused('number-too-large');
  return { value: value === 0 ? 0 : value, problem: null };
}

/** Digits that a double cannot hold are refused; 1e20 says itself how exact it is. */
function readDecimal(text: string, format: ColumnFormat): ValueReading {
  const value = readNumber(text, format);
  if (value === null) return refused('not-a-number');
  const isRounded = Math.abs(value) > Number.MAX_SAFE_INTEGER && !exponent.test(text);
  if (isRounded || !Number.isFinite(value)) return refused('number-too-large');
  return { value: value === 0 ? 0 : value, problem: null };
}

function refused(problem: ImportProblemCode): ValueReading {
  return { value: null, problem };
}
