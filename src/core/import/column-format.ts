/** The order of day and month in dates that end in the year, and of the three parts where the year has two digits. */
export type DateOrder = 'year-first' | 'month-first' | 'day-first';

export const dateOrders: readonly DateOrder[] = ['year-first', 'month-first', 'day-first'];

/** Numbers that Excel shows as dates: days since 1900 as usual, or since 1904 as on old Macs. */
export type SerialSystem = '1900' | '1904';

export const serialSystems: readonly SerialSystem[] = ['1900', '1904'];

/** What the decimals of a number begin with; the other mark separates the thousands. */
export type DecimalMark = '.' | ',';

export const decimalMarks: readonly DecimalMark[] = ['.', ','];

/**
 * What ▲ and △ before a number mean: minus, as in Korean accounts, or a rise, in a column that marks falls with ▼ or ▽
 * (which are minus either way).
 */
export type TriangleMeaning = 'minus' | 'rise';

export const triangleMeanings: readonly TriangleMeaning[] = ['minus', 'rise'];

/** How the values of one column are written, beyond their kind. It is inferred from the whole column and can be changed. */
export interface ColumnFormat {
  /**
   * Null where it is not decided: then only dates that can be read in one way are read (22/11/2026, 05/05/2026), and
   * the others are refused. 'year-first' leaves 03/04/2026 undecided too, and reads 26.11.22 as 2026.
   */
  readonly dateOrder: DateOrder | null;
  /** Years of two digits belong to the hundred years from this one: 1970 reads 69 as 2069 and 70 as 1970. */
  readonly firstYear: number;
  /** How plain numbers in a column of dates are read; null where they are no dates. */
  readonly serials: SerialSystem | null;
  /**
   * What clock the stored times show. 'as-written': the one of the file, whatever its offset. Otherwise a zone
   * ('Asia/Seoul', 'UTC', '+09:00') that times with an offset are converted to; times without one stay as written.
   */
  readonly zone: string;
  readonly decimalMark: DecimalMark;
  readonly triangles: TriangleMeaning;
}

/** How columns are read of which nothing else is known: the Korean custom, nothing that could be misread. */
export const defaultFormat: ColumnFormat = {
  dateOrder: 'year-first',
  firstYear: 1970,
  serials: null,
  zone: 'as-written',
  decimalMark: '.',
  triangles: 'minus',
};
