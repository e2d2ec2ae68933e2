import { toHalfWidth } from './half-width.ts';

/** A date as it is written, taken apart. What the three numbers mean is said by the shape, or by the column's order. */
export interface DateParts {
  /**
   * - `known`: year, month and day are told apart by what is written (2026-11-22, 2026년 11월 22일, 22 Nov 2026).
   * - `joined`: eight digits, of which the first four are the year.
   * - `year-last`: two numbers of day and month, then a year of four digits.
   * - `short`: three numbers of at most two digits, any of which may be the year.
   */
  readonly shape: 'known' | 'joined' | 'year-last' | 'short';
  /** Year, month, day for `known` and `joined`; as they are written for the others. */
  readonly numbers: readonly [string, string, string];
  readonly separator: string;
  /** What follows the day: empty, or a time to read. */
  readonly rest: string;
}

const separated = /^(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)(.*)$/;
const inKorean = /^['’]?(\d{4}|\d{2})\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일?(?!\d)(.*)$/;
const eightDigits = /^(\d{4})(\d{2})(\d{2})((?:\d{4}(?:\d{2})?(?!\d)|[T\s]).*)?$/i;
const weekday = '(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*,?\\s+)?';
const dayBeforeName = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?[-\\s/.]+([a-z]{3,9})[-\\s/.,]+(\\d{4}|\\d{2})(?!\\d)(.*)$`,
  'i',
);
const nameBeforeDay = new RegExp(
  `^${weekday}([a-z]{3,9})[.\\s]+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)(.*)$`,
  'i',
);
const yearBeforeName = /^(\d{4})[-\s/]([a-z]{3,9})[-\s/](\d{1,2})(?!\d)(.*)$/i;
/** A day of the week after the date says nothing more. */
const weekdayAfter =
  /^\s*(?:[월화수목금토일]요일|\((?:[월화수목금토일]|sun|mon|tue|wed|thu|fri|sat)[^()]*\))/i;

const monthNames =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** No date that a program or person writes is longer; it spares long texts the expressions. */
const longest = 72;

/** Takes a date apart, or null where the text is not made like one. Whether there is such a day is not looked at. */
export function dateParts(text: string): DateParts | null {
  if (text.length > longest || text.length < 5) return null;
  const plain = toHalfWidth(text);
  const apart = separated.exec(plain);
  if (apart) {
    const [, first = '', separator = '', second = '', third = '', rest = ''] = apart;
    const shape = shapeOf(first.length, third.length);
    return shape && parts(shape, [first, second, third], rest, separator);
  }
  const korean = inKorean.exec(plain);
  if (korean) {
    const [, year = '', month = '', day = '', rest = ''] = korean;
    return parts('known', [year, month, day], rest);
  }
  const joined = eightDigits.exec(plain);
  if (joined) {
    const [, year = '', month = '', day = '', rest = ''] = joined;
    return parts('joined', [year, month, day], rest);
  }
  return /[a-z]{3}/i.test(plain) ? withMonthName(plain) : null;
}

function shapeOf(firstLength: number, lastLength: number): DateParts['shape'] | null {
  if (firstLength === 4) return lastLength <= 2 ? 'known' : null;
  if (firstLength > 2) return null;
  if (lastLength === 4) return 'year-last';
  if (lastLength > 2 || (firstLength === 1 && lastLength === 1)) return null;
  return 'short';
}

function withMonthName(text: string): DateParts | null {
  const dayFirst = dayBeforeName.exec(text);
  const monthFirst = dayFirst ? null : nameBeforeDay.exec(text);
  const yearFirst = dayFirst || monthFirst ? null : yearBeforeName.exec(text);
  const [, first = '', second = '', third = '', rest = ''] =
    dayFirst ?? monthFirst ?? yearFirst ?? [];
  const [year, name, day] = dayFirst
    ? [third, second, first]
    : monthFirst
      ? [third, first, second]
      : [first, second, third];
  const month = monthOf(name);
  return month === 0 ? null : parts('known', [year, String(month), day], rest);
}

/** The number of a month by its name or its first three or four letters; 0 for no month. */
function monthOf(name: string): number {
  const word = name.toLowerCase();
  const place = monthNames.findIndex((month) => month.startsWith(word));
  const isShortened = word.length === 3 || word === 'sept';
  return word.length >= 3 && (isShortened || word === monthNames[place]) ? place + 1 : 0;
}

function parts(
  shape: DateParts['shape'],
  numbers: DateParts['numbers'],
  rest: string,
  separator = '',
): DateParts {
  const isOver = rest === '' || rest === '.';
  const after = isOver ? '' : rest.replace(/^\./, '').replace(weekdayAfter, '').trimEnd();
  return { shape, numbers, separator, rest: after };
}
