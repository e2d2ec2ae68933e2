import type { Column, PersonalDataKind } from './column.ts';

/**
 * As what a column is masked on screen and left out of exports, or null where it is shown. The customer id is always
 * shown, whatever it is made of: tables are joined by it and a list without it is of no use.
 * Example: a column that is the `customer-id` and holds phone numbers gives null.
 */
export function maskedAs({
  role,
  personal,
}: Pick<Column, 'role' | 'personal'>): PersonalDataKind | null {
  return role === 'customer-id' ? null : personal;
}

/**
 * A value of a personal column as it may be seen over somebody's shoulder. What is left of it:
 * - name: the first and the last letter in Korean, Chinese and Japanese (the first of two), the first of each word otherwise;
 * - phone: the last four of at least seven digits, and the first three (two after 02) where three remain hidden;
 * - email: the first two letters before the @ (one of two or three, none of one), and what is behind it;
 * - resident-number: the six digits of the birth date, of thirteen;
 * - address: leading words that are a province, a city or a district in Korean, at most three;
 * - birth-date: the year where it stands first in four digits;
 * - card-or-account: the last four of at least eight digits.
 * Everything else becomes an asterisk, and a value that is not of the kind is hidden altogether. Missing values stay so.
 * Example: `maskPersonal('홍길동', 'name')` is '홍*동', `maskPersonal('hong@naver.com', 'email')` is 'ho***@naver.com'.
 */
export function maskPersonal(value: string | number | null, kind: PersonalDataKind): string | null {
  if (value === null) return null;
  const text = String(value).trim();
  return text === '' ? '' : masks[kind](text);
}

/** A column that is to be masked, and as what. */
export interface ColumnMask {
  readonly column: string;
  readonly kind: PersonalDataKind;
}

/** The columns of a table that are masked by default. */
export function columnMasks(
  columns: readonly Pick<Column, 'name' | 'role' | 'personal'>[],
): readonly ColumnMask[] {
  return columns.flatMap((column) => {
    const kind = maskedAs(column);
    return kind === null ? [] : [{ column: column.name, kind }];
  });
}

/** Stands for what is hidden where not even its length is to be seen. */
const hidden = '***';
const digit = /\p{Nd}/u;

const masks: Readonly<Record<PersonalDataKind, (text: string) => string>> = {
  name: maskName,
  phone: maskPhone,
  email: maskEmail,
  'resident-number': (text) => (digitCount(text) === 13 ? showDigits(text, 6, 0) : hidden),
  address: maskAddress,
  'birth-date': (text) => (/^(?:19|20)\d\d(?!\d{5})/.test(text) ? showDigits(text, 4, 0) : hidden),
  'card-or-account': (text) => (digitCount(text) < 8 ? hidden : showDigits(text, 0, 4)),
};

function maskName(text: string): string {
  const letters = [...text];
  if (/^[\p{sc=Hang}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]+$/u.test(text)) {
    const ends = [0, letters.length - 1].slice(0, letters.length - 1);
    return letters.map((letter, place) => (ends.includes(place) ? letter : '*')).join('');
  }
  if (digit.test(text)) return hidden;
  return text.replace(/(\S)(\S*)/gu, (_, first: string, others: string) =>
    others === '' ? '*' : first + '*'.repeat([...others].length),
  );
}

function maskPhone(text: string): string {
  const count = digitCount(text);
  if (count < 7) return hidden;
  const lead = text.startsWith('02') ? 2 : 3;
  return showDigits(text, count - lead - 4 >= 3 ? lead : 0, 4);
}

function maskEmail(text: string): string {
  const at = text.lastIndexOf('@');
  if (at < 0) return hidden;
  const letters = [...text.slice(0, at)];
  const shown = letters.length > 3 ? 2 : letters.length > 1 ? 1 : 0;
  return letters.slice(0, shown).join('') + hidden + text.slice(at);
}

const district =
  /^[가-힣]{1,8}(?:시|도|군|구)$|^(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)$/;

function maskAddress(text: string): string {
  const words = text.split(/\s+/);
  const end = words.slice(0, 3).findIndex((word) => !district.test(word));
  return [...words.slice(0, end < 0 ? 3 : end), hidden].join(' ');
}

function digitCount(text: string): number {
  return [...text].filter((letter) => digit.test(letter)).length;
}

/** The first and the last so many digits; the others and every letter become asterisks, what parts them stays. */
function showDigits(text: string, first: number, last: number): string {
  const count = digitCount(text);
  let place = 0;
  return [...text]
    .map((letter) => {
      if (/\p{L}/u.test(letter)) return '*';
      if (!digit.test(letter)) return letter;
      place++;
      return place <= first || place > count - last ? letter : '*';
    })
    .join('');
}
