import {
  columnKinds,
  columnRoles,
  personalDataKinds,
  tableRoles,
  textEncodings,
  type Column,
  type DataTable,
  type ImportProblem,
  type ImportProblemCode,
  type ImportReport,
  type LineAccount,
} from '../import/column.ts';
import {
  quoteEscapes,
  quoteMarks,
  totalRowRules,
  type Dialect,
  type Layout,
} from '../import/dialect.ts';
import type {
  ParquetSource,
  SourcePlan,
  TextSource,
  WorkbookSource,
} from '../import/source-plan.ts';
import {
  count,
  flag,
  listOf,
  number,
  oneOf,
  orAbsent,
  orNull,
  record,
  text,
  variants,
} from './shape.ts';

/** Written as a record so that a code that is added to the import cannot be forgotten here. */
const problemCodes: Readonly<Record<ImportProblemCode, true>> = {
  'too-few-fields': true,
  'too-many-fields': true,
  'unclosed-quote': true,
  'total-row': true,
  'repeated-header': true,
  'another-table': true,
  'comment-line': true,
  'line-above': true,
  'blank-line': true,
  'undecodable-bytes': true,
  'not-a-number': true,
  'not-a-whole-number': true,
  'number-too-large': true,
  'not-a-date': true,
  'ambiguous-date': true,
  'impossible-date': true,
  'not-yes-or-no': true,
  'missing-id': true,
  'duplicate-id': true,
  'placeholder-id': true,
  'future-date': true,
  'implausible-date': true,
  'mixed-units': true,
  'became-decimal': true,
  'leading-zero': true,
  'mixed-encoding': true,
};

const severities: Record<ImportProblem['severity'], true> = {
  row: true,
  aside: true,
  value: true,
  kept: true,
};

const problem = record<ImportProblem>({
  code: oneOf(Object.keys(problemCodes) as ImportProblemCode[]),
  severity: oneOf(Object.keys(severities) as ImportProblem['severity'][]),
  column: orNull(text),
  count,
  value: orNull(text),
  share: orNull(number),
  examples: listOf(record({ line: count, text })),
});

const dialect = record<Dialect>({
  delimiter: text,
  isRepeated: flag,
  quote: oneOf(quoteMarks),
  escape: oneOf(quoteEscapes),
  comment: orNull(text),
});

const layout = record<Layout>({
  headerLine: count,
  headerRows: count,
  totalRows: oneOf(totalRowRules),
  endLine: orNull(count),
});

const source = variants<SourcePlan>('format', {
  text: record<TextSource>({
    format: oneOf(['text']),
    encoding: oneOf(textEncodings),
    dialect,
    layout,
  }),
  workbook: record<WorkbookSource>({ format: oneOf(['workbook']), sheet: text, layout }),
  parquet: record<ParquetSource>({ format: oneOf(['parquet']) }),
});

const report = record<ImportReport>({
  fileName: text,
  byteCount: count,
  source,
  rowsRead: count,
  rowsKept: count,
  rowsRejected: count,
  lines: orAbsent(record<LineAccount>({ total: count, header: count, continued: count })),
  rowsBefore: count,
  rowsReplaced: count,
  columnsMissing: listOf(text),
  columnsAdded: listOf(text),
  seconds: number,
  problems: listOf(problem),
});

const column = record<Column>({
  name: text,
  kind: oneOf(columnKinds),
  role: oneOf(columnRoles),
  personal: orNull(oneOf(personalDataKinds)),
});

/** The shape of an imported table: its description, not its rows. */
export const tableShape = record<DataTable>({
  name: text,
  label: text,
  role: oneOf(tableRoles),
  columns: listOf(column),
  rowCount: count,
  report: orNull(report),
});
