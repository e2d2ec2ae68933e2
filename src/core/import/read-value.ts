import type { ColumnKind, ImportProblemCode } from './column.ts';
import { readDate } from './date-value.ts';
import { readNumber } from './number-value.ts';
import { readYesNo } from './yes-no-value.ts';

/** A value as it is stored, or the code of what is wrong with it. */
export type ValueReading =
  | { readonly value: string | number | null; readonly problem: null }
  | { readonly value: null; readonly problem: ImportProblemCode };

const empty: ValueReading = { value: null, problem: null };
const plainInteger = /^(?:0|-?[1-9]\d{0,14})$/;

/**
 * Reads a field of a file as a value of a kind. Blank fields (spaces only) are missing values, not problems. Text keeps
 * its inner spaces and loses the outer ones.
 * Refuses, as a problem: not-a-number, not-a-whole-number (12.5 for an integer), number-too-large (a whole number beyond
 * 2^53 - 1), not-a-date, impossible-date (2026-02-30), not-yes-or-no.
 * Example: `readValue('12,300', 'integer')` is `{ value: 12300, problem: null }`.
 */
export function readValue(field: string, kind: ColumnKind): ValueReading {
  const text = field.trim();
  if (text === '') return empty;
  switch (kind) {
    case 'text':
      return { value: text, problem: null };
    case 'integer':
      if (plainInteger.test(text)) return { value: Number(text), problem: null };
      return readWhole(text);
    case 'decimal': {
      const value = readNumber(text);
      return value === null ? refused('not-a-number') : { value, problem: null };
    }
    case 'date': {
      const reading = readDate(text);
      return typeof reading === 'string' ? refused(reading) : { value: reading.iso, problem: null };
    }
    case 'boolean': {
      const value = readYesNo(text);
      return value === null ? refused('not-yes-or-no') : { value, problem: null };
    }
  }
}

function readWhole(text: string): ValueReading {
  const value = readNumber(text);
  if (value === null) return refused('not-a-number');
  if (!Number.isInteger(value)) return refused('not-a-whole-number');
  if (!Number.isSafeInteger(value)) return refused('number-too-large');
  return { value: value === 0 ? 0 : value, problem: null };
}

function refused(problem: ImportProblemCode): ValueReading {
  return { value: null, problem };
}
