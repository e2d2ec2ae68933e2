import type { TextEncodingName } from './column.ts';
import { plainDialect, plainLayout, type Dialect, type Layout } from './dialect.ts';

/** How a file is to be read: all that is decided about it before its first row is typed. */
export type SourcePlan = TextSource | WorkbookSource | ParquetSource;

/** CSV and its relatives. */
export interface TextSource {
  readonly format: 'text';
  readonly encoding: TextEncodingName;
  readonly dialect: Dialect;
  readonly layout: Layout;
}

/** A CSV file as RFC 4180 describes it, in UTF-8, with a header on its first line. */
export const plainText: TextSource = {
  format: 'text',
  encoding: 'utf-8',
  dialect: plainDialect,
  layout: plainLayout,
};

/** One sheet of an Excel workbook (.xlsx). */
export interface WorkbookSource {
  readonly format: 'workbook';
  readonly sheet: string;
  readonly layout: Layout;
}

/** A Parquet file: its columns have names and types of their own. */
export interface ParquetSource {
  readonly format: 'parquet';
}

export type FileFormat = SourcePlan['format'];

export const fileFormats: readonly FileFormat[] = ['text', 'workbook', 'parquet'];

/** What the reader has chosen about a file; what is left out is detected. */
export interface SourceChoice {
  readonly encoding?: TextEncodingName;
  readonly dialect?: Partial<Dialect>;
  readonly layout?: Partial<Layout>;
  readonly sheet?: string;
}
