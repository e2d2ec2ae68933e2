/** How a text file writes its rows. */
export interface Dialect {
  /** What stands between two fields: a character, or two as in `, `. */
  readonly delimiter: string;
  /** Whether several delimiters in a row count as one, as in a table that is aligned with spaces. */
  readonly isRepeated: boolean;
  readonly quote: QuoteMark;
  /** What makes a quote inside quotes an ordinary character: a second quote, or a backslash before it. */
  readonly escape: QuoteEscape;
  /** What a line begins with that is a remark and no row; null where there are no such lines. */
  readonly comment: string | null;
}

export type QuoteMark = '"' | "'" | 'none';
export type QuoteEscape = 'doubled' | 'backslash';

export const quoteMarks: readonly QuoteMark[] = ['"', "'", 'none'];
export const quoteEscapes: readonly QuoteEscape[] = ['doubled', 'backslash'];

/** What RFC 4180 describes. */
export const plainDialect: Dialect = {
  delimiter: ',',
  isRepeated: false,
  quote: '"',
  escape: 'doubled',
  comment: null,
};

/**
 * Where the table stands in its file or sheet. Lines are counted as a person counts them in an editor: the first line of
 * the file, or the first row of the sheet, is 1.
 */
export interface Layout {
  /** The line on which the header begins, or the first row of data where there is none. */
  readonly headerLine: number;
  /** Lines that make up the header; 0 where the file has none and the columns are named by their place. */
  readonly headerRows: number;
  /** Whether rows that add up the rows above them (합계, Total) are left out of the table. */
  readonly totalRows: TotalRowRule;
  /** The line after the last one that belongs to this table, where another table follows; null: to the end. */
  readonly endLine: number | null;
}

/** Rejected total rows are counted in the report and can be downloaded like every rejected row. */
export type TotalRowRule = 'reject' | 'keep';

export const totalRowRules: readonly TotalRowRule[] = ['reject', 'keep'];

/** A header on the first line, and nothing else but rows. */
export const plainLayout: Layout = {
  headerLine: 1,
  headerRows: 1,
  totalRows: 'reject',
  endLine: null,
};
