import { isCalendarDay } from './civil-day.ts';

const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** How sure a text is a Korean resident number: by its form, or by its check digit as well. */
export type ResidentNumberEvidence = 'none' | 'form' | 'check-digit';

/**
 * Whether a text is a Korean resident registration number (주민등록번호) or one of a foreigner: six digits of a birth date
 * and seven that begin with the century and sex, with or without a hyphen; its last six may be hidden by asterisks.
 * Numbers given since October 2020 have no check digit, so that only some of a column pass it.
 * Source: 주민등록법 시행규칙; weights 2 to 9 and 2 to 5, check digit (11 - sum mod 11) mod 10, for foreigners 13 instead of 11.
 * Example: '900101-1234568' is of the form and has its check digit, '901301-1234568' is none: there is no 13th month.
 */
export function residentNumberEvidence(text: string): ResidentNumberEvidence {
  const found = /^(\d{2})(\d{2})(\d{2})-?([0-9])(\d{6}|\*{6})$/.exec(text);
  if (!found) return 'none';
  const [, year, month, day, mark, others] = found as unknown as readonly string[];
  const century = '90'.includes(mark as string)
    ? 1800
    : '1256'.includes(mark as string)
      ? 1900
      : 2000;
  if (!isCalendarDay(century + Number(year), Number(month), Number(day))) return 'none';
  if (others?.startsWith('*')) return 'form';
  const digits = text.replace('-', '');
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const base = '5678'.includes(mark as string) ? 13 : 11;
  return (base - (sum % 11)) % 10 === Number(digits[12]) ? 'check-digit' : 'form';
}
