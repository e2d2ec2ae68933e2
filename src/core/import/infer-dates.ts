import { defaultFormat, type ColumnFormat } from './column-format.ts';
import { isBirthHeader, isDateHeader, mayBeDateHeader } from './date-header.ts';
import { findDateOrder, type OrderFinding } from './date-order.ts';
import { dateParts, type DateParts } from './date-parts.ts';
import { ordersOf, readDate, readParts } from './date-value.ts';
import { isPlausibleSerial } from './excel-serial.ts';
import { isIdHeader } from './id-header.ts';
import { enoughFit, type KindFinding, type KindNote, type KindReason } from './kind-guess.ts';
import { readTime } from './time-value.ts';

/** Short years reach back a hundred years for birthdays, and not so far for purchases. */
const firstBirthYear = 1930;

interface Written {
  readonly text: string;
  readonly parts: DateParts | null;
}

/**
 * Whether a column holds dates, and how they are written; null where it does not. Rows of eight digits are dates where
 * the header allows it, plain numbers are Excel's dates only where the header says so and all could be of 1970 to 2099.
 * Where the order of day and month is open, the finding is text with the question as its reason.
 * Dates that no calendar has count as dates, where their form leaves no doubt; the import reports them.
 * `values`: those that are there.
 */
export function inferDates(header: string, values: readonly string[]): KindFinding | null {
  const isNumbersDate = isDateHeader(header);
  const written = values.map((text): Written => ({ text, parts: datePartsOf(text) }));
  const isSerialDate = ({ text }: Written) => isNumbersDate && isPlausibleSerial(text);
  const likely = written.filter((value) => value.parts !== null || isSerialDate(value));
  if (likely.length < enoughFit * values.length || likely.length === 0) return null;
  if (likely.some(({ parts }) => parts?.shape === 'joined') && !mayBeDateHeader(header))
    return null;
  // Codes such as 12-11-10 have the form of short dates: under a header that names things they are none.
  const isShort = likely.some(({ parts }) => parts?.shape === 'short');
  if (isShort && isIdHeader(header)) return null;
  const ordered = likely.flatMap(({ text, parts }) =>
    parts && ordersOf(parts).length > 0 ? [{ text, parts }] : [],
  );
  const hasSerials = likely.some(({ parts }) => parts === null);
  const basis: ColumnFormat = {
    ...defaultFormat,
    firstYear: isBirthHeader(header) ? firstBirthYear : defaultFormat.firstYear,
    serials: hasSerials ? '1900' : null,
  };
  const finding = findDateOrder(ordered, basis);
  const order =
    finding.state === 'decided' ? finding.order : ordered.length > 0 ? null : 'year-first';
  const format = { ...basis, dateOrder: order };
  // Excel turns the dates it can read into numbers, in its own order: those that it left as text contradict them.
  if (hasSerials && ordered.length > 0) return null;
  // A few stray dates of two readings are not worth a question: they are reported like other values that do not fit.
  const isWorthAsking = ordered.length > (1 - enoughFit) * values.length;
  const question = isWorthAsking ? questionOf(finding) : null;
  if (!isEnough(likely, values.length, format, question !== null)) return null;
  if (question) return { kind: 'text', format, reason: question, notes: [] };
  const reason = reasonOf(likely, format, finding);
  return reason && { kind: 'date', format, reason, notes: notesOf(likely) };
}

/** Whether a value counts as fitting a column of dates. */
export function fitsDate(text: string, format: ColumnFormat): boolean {
  const reading = readDate(text, format);
  if (typeof reading !== 'string') return true;
  const shape = reading === 'impossible-date' ? dateParts(text)?.shape : undefined;
  return shape === 'known' || shape === 'year-last';
}

function datePartsOf(text: string): DateParts | null {
  const parts = dateParts(text);
  return parts && (parts.rest === '' || readTime(parts.rest) !== 'not-a-time') ? parts : null;
}

/** Where the reader is asked for the order, dates that several orders can read count as fitting. */
function isEnough(
  likely: readonly Written[],
  all: number,
  format: ColumnFormat,
  isAsked: boolean,
): boolean {
  const fits = likely.filter(
    ({ text }) =>
      fitsDate(text, format) || (isAsked && readDate(text, format) === 'ambiguous-date'),
  );
  return fits.length >= enoughFit * all;
}

function questionOf(finding: OrderFinding): KindReason | null {
  if (finding.state === 'open') {
    return { code: 'open-order', example: finding.example, readings: finding.readings };
  }
  if (finding.state !== 'contradiction') return null;
  return { code: 'contradictory-order', one: finding.one, other: finding.other };
}

function reasonOf(
  likely: readonly Written[],
  format: ColumnFormat,
  finding: OrderFinding,
): KindReason | null {
  const read = likely.flatMap(({ text, parts }) => {
    const reading = parts ? readParts(parts, format) : readDate(text, format);
    return typeof reading === 'string' ? [] : [{ text, parts, iso: reading.iso }];
  });
  const [first] = read;
  if (!first) return null;
  const short = read.find(({ parts }) => parts && hasShortYear(parts, format));
  const order = format.dateOrder ?? 'year-first';
  if (short) {
    const { text: example, iso } = short;
    return { code: 'short-years', order, firstYear: format.firstYear, example, iso };
  }
  const named = (found: typeof first) => ({ example: found.text, iso: found.iso });
  if (finding.state === 'decided') {
    const ordered = read.find(({ parts }) => parts && ordersOf(parts).length > 0) ?? first;
    return { code: 'ordered-dates', order, decidedBy: finding.decidedBy, ...named(ordered) };
  }
  const serial = read.find(({ parts }) => parts === null);
  if (serial) return { code: 'serial-dates', ...named(serial) };
  const joined = read.find(({ parts }) => parts?.shape === 'joined');
  return joined
    ? { code: 'eight-digit-dates', ...named(joined) }
    : { code: 'dates', ...named(first) };
}

function hasShortYear({ shape, numbers }: DateParts, { dateOrder }: ColumnFormat): boolean {
  if (shape === 'short') return dateOrder !== null;
  return shape === 'known' && numbers[0].length === 2;
}

function notesOf(likely: readonly Written[]): KindNote[] {
  const offsets = new Set<number>();
  const times: string[] = [];
  const withOffset: string[] = [];
  for (const { text, parts } of likely) {
    if (!parts || parts.rest === '') continue;
    times.push(text);
    const time = readTime(parts.rest);
    if (typeof time === 'string' || time.offset === null) continue;
    offsets.add(time.offset);
    withOffset.push(text);
  }
  const notes: KindNote[] = [];
  const [example] = times;
  if (example !== undefined) notes.push({ code: 'times', count: times.length, example });
  const [carrier] = withOffset;
  if (carrier !== undefined) {
    const all = [...offsets].sort((one, other) => one - other);
    notes.push({ code: 'offsets', count: withOffset.length, example: carrier, offsets: all });
  }
  return notes;
}
