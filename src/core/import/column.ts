import type { SourcePlan } from './source-plan.ts';

/** What a column's values are. Dates are stored as ISO text, yes/no as 0 and 1, won as whole numbers. */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'date' | 'boolean';

export const columnKinds: readonly ColumnKind[] = ['text', 'integer', 'decimal', 'date', 'boolean'];

/** What a column means to the method. `none` is a column that is kept but plays no part. */
export type ColumnRole =
  | 'customer-id'
  | 'last-purchase'
  | 'signup-date'
  | 'points'
  | 'region'
  | 'consent'
  | 'channel'
  | 'order-id'
  | 'order-date'
  | 'amount'
  | 'arm'
  | 'outcome'
  | 'none';

export const columnRoles: readonly ColumnRole[] = [
  'customer-id',
  'last-purchase',
  'signup-date',
  'points',
  'region',
  'consent',
  'channel',
  'order-id',
  'order-date',
  'amount',
  'arm',
  'outcome',
  'none',
];

/** What a whole table is: it decides which steps of the loop can use it. */
export type TableRole = 'customers' | 'transactions' | 'experiment' | 'other';

export const tableRoles: readonly TableRole[] = [
  'customers',
  'transactions',
  'experiment',
  'other',
];

/** What a column says about a person that not everybody needs to see. */
export type PersonalDataKind =
  'name' | 'phone' | 'email' | 'resident-number' | 'address' | 'birth-date' | 'card-or-account';

export const personalDataKinds: readonly PersonalDataKind[] = [
  'name',
  'phone',
  'email',
  'resident-number',
  'address',
  'birth-date',
  'card-or-account',
];

/** A column as it was imported. `name` is the header of the file and the column name in SQLite. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: ColumnRole;
  /** Null where it says nothing personal. Personal columns are masked on screen and left out of exports by default. */
  readonly personal: PersonalDataKind | null;
}

/** A table of the project. `name` is its name in SQLite, `label` what the user sees (the file's name). */
export interface DataTable {
  readonly name: string;
  readonly label: string;
  readonly role: TableRole;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly report: ImportReport | null;
}

/** The kinds of thing an import can fail to understand. Rows are rejected, values become empty. */
export type ImportProblemCode =
  | 'too-few-fields'
  | 'too-many-fields'
  | 'unclosed-quote'
  | 'total-row'
  | 'repeated-header'
  | 'another-table'
  | 'comment-line'
  | 'line-above'
  | 'blank-line'
  | 'undecodable-bytes'
  | 'not-a-number'
  | 'not-a-whole-number'
  | 'number-too-large'
  | 'not-a-date'
  | 'ambiguous-date'
  | 'impossible-date'
  | 'not-yes-or-no'
  | 'missing-id'
  | 'duplicate-id'
  | 'placeholder-id'
  | 'future-date'
  | 'implausible-date'
  | 'mixed-units'
  | 'became-decimal'
  | 'leading-zero'
  | 'mixed-encoding';

export interface ImportProblem {
  readonly code: ImportProblemCode;
  /**
   * `row`: the whole row was rejected and can be downloaded. `aside`: it is none of the table (a title, a total, a blank
   * line), and can be downloaded unless it is blank. `value`: the row was kept, this value is empty.
   * `kept`: nothing is missing (customers that appear more than once, under the rule 'keep-all'; a header line whose
   * quote is never closed; dates in the future; decimals in a column of whole numbers; 007 kept as 7).
   */
  readonly severity: 'row' | 'aside' | 'value' | 'kept';
  readonly column: string | null;
  readonly count: number;
  /**
   * What `count` is counted of where the code does not say it: the id of placeholder-id, the date of implausible-date,
   * the unit of mixed-units (empty for none), today of future-date. Null for the others.
   */
  readonly value: string | null;
  /** Share of the rows (of the values, for mixed-units) that `count` is, 0..1, where it is the point; else null. */
  readonly share: number | null;
  /** The first few, with the line number in the file (header = line 1). Personal columns are masked in them. */
  readonly examples: readonly { readonly line: number; readonly text: string }[];
}

/**
 * The lines of a file, or the rows of a sheet: `total` = `header` + rows kept + rows rejected + what was set aside +
 * `continued`.
 */
export interface LineAccount {
  readonly total: number;
  /** Rows that make up the header. */
  readonly header: number;
  /** Lines that go on with a row that began above them: line breaks inside quotes. */
  readonly continued: number;
}

/**
 * What happened on an import. `rowsRead` = `rowsKept` + `rowsRejected`: every row of the table. What is none of it is
 * counted among the problems, as set aside. A blank line is a row only in a table of one column, and not at the end of
 * the file.
 */
export interface ImportReport {
  readonly fileName: string;
  readonly byteCount: number;
  readonly source: SourcePlan;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsRejected: number;
  /** What became of every line; null where the format has none (Parquet), and in reports from before it was counted. */
  readonly lines: LineAccount | null;
  /** Where the file was appended: rows of the table of before that the new one begins with, and stayed in it. */
  readonly rowsBefore: number;
  /** Rows of before that gave way to a row of the file with the same id; they are kept with the rejected ones. */
  readonly rowsReplaced: number;
  /** Columns of before that the file does not have, and columns that it brought: nothing stands there in the others. */
  readonly columnsMissing: readonly string[];
  readonly columnsAdded: readonly string[];
  readonly seconds: number;
  readonly problems: readonly ImportProblem[];
}

/** Encodings as the Encoding Standard names them; `euc-kr` is CP949 in every browser. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr' | 'windows-1252';

export const textEncodings: readonly TextEncodingName[] = [
  'utf-8',
  'euc-kr',
  'utf-16le',
  'utf-16be',
  'windows-1252',
];

/**
 * What to do with a second row of the same customer id in a customer list: reject it, reject the earlier row, keep both,
 * or refuse the whole file.
 */
export type DuplicateRule = 'keep-first' | 'keep-last' | 'keep-all' | 'stop';

export const duplicateRules: readonly DuplicateRule[] = [
  'keep-first',
  'keep-last',
  'keep-all',
  'stop',
];

/**
 * What to do with a row without a customer id in a customer list: reject it, keep it, or refuse the whole file.
 */
export type BlankIdRule = 'reject' | 'keep' | 'stop';

export const blankIdRules: readonly BlankIdRule[] = ['reject', 'keep', 'stop'];
