import { defaultFormat, type ColumnFormat } from './column-format.ts';
import { isPlausibleSerial } from './excel-serial.ts';
import { isIdHeader } from './id-header.ts';
import { enoughFit, type KindFinding, type KindNote, type KindReason } from './kind-guess.ts';
import { numberParts } from './number-parts.ts';
import {
  hasLeadingZero,
  isCodeWithE,
  isDialledNumber,
  isLongNumber,
  isShortened,
  readNumber,
} from './number-value.ts';
import { readValue } from './read-value.ts';

const withPointsAndComma = /^\D*\d{1,3}(?:\.\d{3})+,\d+\D*$/;
const withCommasAndPoint = /^\D*\d{1,3}(?:,\d{3})+(?:\.\d+|,\d{3})\D*$/;
const yearMonth = /^(?:19|20)\d{2}\.(?:0[1-9]|1[0-2])$/;
const koreanUnit = /[조억만천백십]/;

type NameCode = 'leading-zeros' | 'long-numbers' | 'dialled-numbers';

/** What looks like a number and is a name: one such value keeps the whole column as text. */
const names: readonly (readonly [NameCode, (text: string) => boolean])[] = [
  ['leading-zeros', hasLeadingZero],
  ['long-numbers', isLongNumber],
  ['dialled-numbers', isDialledNumber],
];

/**
 * Whether a column holds numbers, and how they are written; null where it does not. Numbers with leading zeros (007), of
 * more than 15 digits, with a country code (+8210…) or that may be codes (12E5) stay text, so that ids and phone numbers
 * keep every digit. A comma is the decimal mark only where a number like 1.234,56 leaves no other reading; ▲ is a rise
 * only where falls have ▼ or ▽. Percentages are decimals even where all of those looked at are whole.
 * `values`: those that are there.
 */
export function inferNumbers(header: string, values: readonly string[]): KindFinding | null {
  const format = numberFormat(values);
  const numeric = values.filter((value) => readNumber(value, format) !== null);
  if (numeric.length === 0 || numeric.length < enoughFit * values.length) return null;
  const name = nameAmong(values) ?? nameByHeader(header, values, format);
  if (name) return { kind: 'text', format, reason: name, notes: [] };
  const fitting = numeric.filter((value) => fitsNumber(value, 'decimal', format));
  if (fitting.length < enoughFit * values.length) return null;
  const numbers = fitting.map((value) => readNumber(value, format));
  const hasPercent = values.some((value) => /[%％]|퍼센트/.test(value));
  const isWhole = !hasPercent && numbers.every(Number.isSafeInteger);
  const kind = isWhole ? 'integer' : 'decimal';
  return { kind, format, reason: reasonOf(values, format, kind), notes: notesOf(values, format) };
}

/** Whether a value fits a column of numbers of this kind. */
export function fitsNumber(
  text: string,
  kind: 'integer' | 'decimal',
  format: ColumnFormat,
): boolean {
  return readValue(text, kind, format).problem === null;
}

/** `serials` is for a reader who says that the numbers are Excel's dates after all. */
function numberFormat(values: readonly string[]): ColumnFormat {
  const has = (form: RegExp) => values.some((value) => form.test(value));
  const decimalMark = has(withPointsAndComma) && !has(withCommasAndPoint) ? ',' : '.';
  const serials = values.every(isPlausibleSerial) ? '1900' : null;
  const triangles = has(/^[▼▽]/) && has(/^[▲△]/) ? 'rise' : 'minus';
  return { ...defaultFormat, decimalMark, triangles, serials };
}

function nameAmong(values: readonly string[]): KindReason | null {
  for (const [code, isName] of names) {
    const example = values.find(isName);
    if (example !== undefined) return { code, example };
  }
  const code = values.find(isCodeWithE);
  if (code !== undefined && !values.some((value) => value.includes('.'))) {
    return { code: 'codes-with-e', example: code };
  }
  if (areYearMonths(values)) return { code: 'year-months', example: values[0] ?? '' };
  const shortened = values.filter(isShortened);
  const [example] = shortened;
  if (example === undefined || shortened.length < enoughFit * values.length) return null;
  return { code: 'shortened-numbers', example };
}

/** 2026.10 would be 2026.1 as a number, and no longer the tenth month. */
function areYearMonths(values: readonly string[]): boolean {
  const fitting = values.filter((value) => yearMonth.test(value));
  return fitting.length >= enoughFit * values.length;
}

/** Ids stay text though all that were looked at are numbers: one further down may begin with a zero or a letter. */
function nameByHeader(
  header: string,
  values: readonly string[],
  format: ColumnFormat,
): KindReason | null {
  if (!isIdHeader(header)) return null;
  const strange = values.filter((value) => !fitsNumber(value, 'integer', format));
  const digits = values.filter((value) => /^\d+$/.test(value));
  if (digits.length + strange.length < values.length) return null;
  const [example] = digits;
  return example === undefined ? null : { code: 'identifiers', example };
}

function reasonOf(
  values: readonly string[],
  format: ColumnFormat,
  kind: 'integer' | 'decimal',
): KindReason {
  const find = (form: RegExp) => {
    const example = values.find((value) => form.test(value) && fitsNumber(value, kind, format));
    return example === undefined ? null : { example, value: readNumber(example, format) as number };
  };
  const withComma = format.decimalMark === ',' ? find(withPointsAndComma) : null;
  if (withComma) return { code: 'decimal-comma', ...withComma };
  const amount = find(koreanUnit);
  if (amount) return { code: 'korean-amounts', ...amount };
  const percentage = find(/[%％]|퍼센트/);
  if (percentage) return { code: 'percentages', ...percentage };
  const isTelling = (value: string) => {
    const number = readNumber(value, format);
    return number !== null && (kind === 'integer' || !Number.isInteger(number));
  };
  const example = values.find(isTelling) ?? values[0] ?? '';
  return { code: kind === 'integer' ? 'whole-numbers' : 'decimals', example };
}

function notesOf(values: readonly string[], { triangles }: ColumnFormat): KindNote[] {
  const example = values.find((value) => /[▲△]/.test(value) && numberParts(value) !== null);
  return example === undefined ? [] : [{ code: 'triangles', meaning: triangles, example }];
}
