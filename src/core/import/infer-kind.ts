import type { ColumnKind } from './column.ts';
import { readDate } from './date-value.ts';
import { hasLeadingZero, isTooLong, readNumber } from './number-value.ts';
import { isOneWriting, readYesNo } from './yes-no-value.ts';

export interface KindGuess {
  readonly kind: ColumnKind;
  /** Share of the non-empty values that fit the kind, 0..1; 1 where there are none. */
  readonly fitShare: number;
  readonly emptyShare: number;
  readonly keptAsText: 'leading-zeros' | 'long-number' | null;
}

/** A column is of a kind when this share of its values fits; the rest is reported on import. */
const enoughFit = 0.9;

const dateHeader = /date|day$|_dt$|dt$|일$|일자|날짜|일시|시각|time/i;
const yesNoHeader =
  /visit|conver|respon|purchased|bought|click|open|consent|agree|opt_?in|^is_|^has_|flag|yn$|방문|전환|반응|응답|구매\s*(여부|했)|^구매$|동의|여부|클릭|수신/i;
const countHeader = /visits|clicks|opens|count|amount|value|revenue|_n$|횟수|건수|일수|금액|액$/i;

/**
 * The kind of a column by its values. Numbers with leading zeros (007) or beyond 2^53 stay text, so that ids and phone
 * numbers keep every digit. Rows of eight digits are dates where the header says so. 0 and 1 are yes/no only where the
 * header suggests it (visit, responded, 구매, 수신동의 …), otherwise whole numbers. Words are yes/no where there are both
 * a yes and a no, or the header suggests it, and all are of one writing: x and y are text, and so is O/X mixed with Y/N.
 * `fields`: the fields of the column as text; blank ones are left out of the judgement.
 * Example: `inferKind('points', ['12,300', '0'])` has the kind 'integer'.
 */
export function inferKind(header: string, fields: readonly string[]): KindGuess {
  const values = fields.map((field) => field.trim()).filter((field) => field !== '');
  const emptyShare = fields.length === 0 ? 0 : 1 - values.length / fields.length;
  const guess = (kind: ColumnKind, fits: number, keptAsText: KindGuess['keptAsText'] = null) => ({
    kind,
    fitShare: values.length === 0 ? 1 : fits / values.length,
    emptyShare,
    keptAsText,
  });
  const count = (fits: (value: string) => boolean) => values.filter(fits).length;
  const isEnough = (fits: number) => values.length > 0 && fits >= enoughFit * values.length;

  const yesNo = count((value) => readYesNo(value) !== null);
  if (isEnough(yesNo) && looksLikeYesNo(header, values)) return guess('boolean', yesNo);

  const dates = count(isDate);
  const isJoined = values.some((value) => /^\d{8}$/.test(value));
  if (isEnough(dates) && (!isJoined || dateHeader.test(header))) return guess('date', dates);

  const numbers = count((value) => readNumber(value) !== null);
  if (!isEnough(numbers)) return guess('text', values.length);
  if (values.some(hasLeadingZero)) return guess('text', values.length, 'leading-zeros');
  if (values.some(isTooLong)) return guess('text', values.length, 'long-number');
  const wholes = count((value) => Number.isSafeInteger(readNumber(value)));
  return wholes === numbers ? guess('integer', wholes) : guess('decimal', numbers);
}

/** Digits are yes and no only where they are all 0 and 1 and the header names something that happens or not. */
function looksLikeYesNo(header: string, values: readonly string[]): boolean {
  const distinct = new Set(values.map((value) => value.toLowerCase()));
  const suggests = yesNoHeader.test(header) && !countHeader.test(header);
  const isDigits = distinct.has('0') || distinct.has('1');
  if (isDigits) return suggests && distinct.size <= 2 && [...distinct].every(isZeroOrOne);
  if (!isOneWriting(distinct)) return false;
  const meanings = new Set([...distinct].map(readYesNo).filter((meaning) => meaning !== null));
  return meanings.size > 1 || suggests;
}

function isZeroOrOne(value: string): boolean {
  return value === '0' || value === '1';
}

/** Impossible dates count as fitting: the column is one of dates, and the import reports them. */
function isDate(value: string): boolean {
  const reading = readDate(value);
  return typeof reading !== 'string' || (reading === 'impossible-date' && !/^\d{8}/.test(value));
}
