/**
 * What the text of a cell looks like at a glance, before anything is known about its column. `code`: letters and digits
 * without spaces, as in ids and phone numbers.
 */
export type CellShape = 'blank' | 'number' | 'date' | 'time' | 'code' | 'link' | 'text';

const absent = /^(?:-+|n\/?a|#n\/a|nan|null|none)$/i;
const number =
  /^(?:[-+△▲(−]\s*)?(?:[₩￦$€£¥]\s*)?[-+]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?\s*(?:%|[천만억]*원|[만억]|점|개|건|명|회|세|p|krw|usd)?\)?$/i;
const decimalComma = /^[-+]?\d{1,3}(?:\.\d{3})*,\d+$|^[-+]?\d+,\d+$/;
const day =
  /^(?:(?:\d{4}|\d{2})\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}\s?[일.]?|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,2}[-\s][a-z]{3,9}[-\s,]+\d{2,4}|[a-z]{3,9}\.?\s\d{1,2},\s\d{4})(?=[T\s(]|$)/i;
/** What may follow a day: the day of the week, and a time with its zone. */
const afterDay =
  /^\s?(?:\([^)]{1,9}\))?(?:[T\s]+(?:[가-힣ap.m]{2,4}\s?)?\d{1,2}[:시][\d:.,시분초\s]*(?:[ap]m)?\s?\S{0,8})?$/i;
const time = /^(?:오전|오후|am|pm)?\s?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:am|pm)?$/i;
const link = /^(?:https?:\/\/|www\.)\S+$|^[\w.+*-]+@[\w-]+\.[\w.-]+$/i;
const code = /^(?=.*\d)[\p{L}\d_*#=."+()/:-]{2,60}$/u;

/**
 * The shape of a cell.
 * `mayHaveDecimalComma`: whether 1,5 is a number, as where fields are not cut at commas.
 * Example: `cellShape('₩1,200', false)` is 'number', `cellShape('010-1234-5678', false)` is 'code'.
 */
export function cellShape(cell: string, mayHaveDecimalComma: boolean): CellShape {
  if (cell.length > 100) return 'text';
  const text = cell.trim();
  if (text === '' || absent.test(text)) return 'blank';
  // Nine in ten cells of words end here.
  if (!/\d/.test(text)) return /[@/]/.test(text) && link.test(text) ? 'link' : 'text';
  if (number.test(text)) return 'number';
  if (mayHaveDecimalComma && decimalComma.test(text)) return 'number';
  const [found] = day.exec(text) ?? [];
  if (found !== undefined && afterDay.test(text.slice(found.length))) return 'date';
  if (time.test(text)) return 'time';
  if (link.test(text)) return 'link';
  return code.test(text) ? 'code' : 'text';
}
