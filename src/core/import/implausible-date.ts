/** Days that programs write where there is no date, and that nobody bought, joined or ended anything on. */
const standIns = new Set([
  '0001-01-01',
  '1111-11-11',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1970-01-01',
  '2099-12-31',
  '2999-12-31',
  '9999-12-31',
]);

/**
 * Whether a date of a file about today's customers stands for none: before 1900 (1111-11-11, Excel's 1899-12-30), from
 * 2100 on (9999-12-31), or a day that databases begin or end with (1900-01-01, 1970-01-01, 2099-12-31).
 * `iso`: a stored date, with or without a time. `isBirthDate`: people are born on 1970-01-01. Default: false.
 * Example: `isImplausibleDate('9999-12-31')` is true.
 */
export function isImplausibleDate(iso: string, isBirthDate = false): boolean {
  if (iso < '1900-01-02' || iso >= '2099-12-31') return true;
  const day = iso.slice(0, 10);
  return standIns.has(day) && !(isBirthDate && day === '1970-01-01');
}

/**
 * The day that stands for no date where it is one that is known for it, else null.
 * Example: `standInDay('9999-12-31 00:00:00')` is '9999-12-31'.
 */
export function standInDay(iso: string): string | null {
  const day = iso.slice(0, 10);
  return standIns.has(day) ? day : null;
}

/**
 * Whether dates of a column may well be in the future: when something ends, is due, planned or delivered.
 * `header`: the name of the column. Example: 유효기간, expiry_date and 배송예정일 may; 구매일 may not.
 */
export function mayLieAhead(header: string): boolean {
  return /만료|유효|예정|예약|종료|마감|기한|소멸|갱신|expir|valid|until|due|end|schedul|plan|next|renew|reserv|booking|deliver/i.test(
    header,
  );
}
