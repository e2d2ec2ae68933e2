import {
  columnKinds,
  columnRoles,
  tableRoles,
  textEncodings,
  type Column,
  type DataTable,
  type ImportProblem,
  type ImportProblemCode,
  type ImportReport,
} from '../import/column.ts';
import { count, listOf, number, oneOf, orNull, record, text } from './shape.ts';

/** Written as a record so that a code that is added to the import cannot be forgotten here. */
const problemCodes: Readonly<Record<ImportProblemCode, true>> = {
  'too-few-fields': true,
  'too-many-fields': true,
  'unclosed-quote': true,
  'undecodable-bytes': true,
  'not-a-number': true,
  'not-a-whole-number': true,
  'number-too-large': true,
  'not-a-date': true,
  'impossible-date': true,
  'not-yes-or-no': true,
  'missing-id': true,
  'duplicate-id': true,
};

const severities: Record<ImportProblem['severity'], true> = { row: true, value: true, kept: true };

const problem = record<ImportProblem>({
  code: oneOf(Object.keys(problemCodes) as ImportProblemCode[]),
  severity: oneOf(Object.keys(severities) as ImportProblem['severity'][]),
  column: orNull(text),
  count,
  examples: listOf(record({ line: count, text })),
});

const report = record<ImportReport>({
  fileName: text,
  byteCount: count,
  encoding: oneOf(textEncodings),
  delimiter: text,
  rowsRead: count,
  rowsKept: count,
  rowsRejected: count,
  seconds: number,
  problems: listOf(problem),
});

const column = record<Column>({ name: text, kind: oneOf(columnKinds), role: oneOf(columnRoles) });

/** The shape of an imported table: its description, not its rows. */
export const tableShape = record<DataTable>({
  name: text,
  label: text,
  role: oneOf(tableRoles),
  columns: listOf(column),
  rowCount: count,
  report: orNull(report),
});
