import type { ImportProblem, ImportReport } from '#core/import/column.ts';
import { longestQuotedRecord } from '#core/import/quoted-record.ts';
import { formatCount, formatDate } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';

const count = (number: number) => formatCount(number, language.code);

/** What became of the rows and values of a file, in a few short sentences. */
export function reportSentence(report: ImportReport): string {
  const t = catalogue().importing.report.summary;
  const { rowsRead, rowsKept, rowsRejected, rowsBefore, rowsReplaced, problems } = report;
  const said = [
    rowsRejected === 0
      ? t.all(count(rowsRead))
      : t.some(count(rowsRead), count(rowsKept), count(rowsRejected)),
  ];
  const aside = linesAside(report);
  if (aside > 0) said.push(t.aside(count(aside)));
  const emptied = problems
    .filter(({ severity }) => severity === 'value')
    .reduce((sum, problem) => sum + problem.count, 0);
  const noticed = new Set(
    problems.filter(({ severity }) => severity === 'kept').map(({ code }) => code),
  ).size;
  if (emptied > 0) said.push(t.emptied(count(emptied)));
  if (noticed > 0) said.push(t.noticed(count(noticed)));
  if (rowsBefore > 0) said.push(t.appended(count(rowsBefore)));
  if (rowsReplaced > 0) said.push(t.replaced(count(rowsReplaced)));
  if (report.columnsMissing.length > 0) said.push(t.missing(report.columnsMissing.join(', ')));
  if (report.columnsAdded.length > 0) said.push(t.added(report.columnsAdded.join(', ')));
  return said.join(' ');
}

/** How many lines of the file are no rows of the table. */
export function linesAside({ problems }: ImportReport): number {
  return problems
    .filter(({ severity }) => severity === 'aside')
    .reduce((sum, problem) => sum + problem.count, 0);
}

/** How many of them hold anything that can be downloaded. */
export function fullLinesAside(report: ImportReport): number {
  const blank = report.problems.filter(({ code }) => code === 'blank-line');
  return blank.reduce((rest, problem) => rest - problem.count, linesAside(report));
}

/** Where every line of the file went, as a sum; null where the format has no lines. */
export function lineAccount(report: ImportReport): string | null {
  const t = catalogue().importing.report.account;
  const { lines, rowsKept, rowsRejected } = report;
  if (!lines) return null;
  const aside = linesAside(report);
  const parts = [t.header(count(lines.header)), t.kept(count(rowsKept))];
  if (rowsRejected > 0) parts.push(t.rejected(count(rowsRejected)));
  if (aside > 0) parts.push(t.aside(count(aside)));
  if (lines.continued > 0) parts.push(t.continued(count(lines.continued)));
  return t.sum(count(lines.total), parts);
}

/** What a problem means and what to do about it, or null where its name says it all. */
export function problemDetail({ code, severity, value }: ImportProblem): string | null {
  const { details: t, noUnit } = catalogue().importing.report;
  switch (code) {
    case 'placeholder-id':
      return value === null ? null : t[code](value);
    case 'future-date':
    case 'implausible-date':
      return value === null ? null : t[code](formatDate(value, language.code));
    case 'mixed-units':
      return value === null ? null : t[code](value === '' ? noUnit : value);
    case 'mixed-encoding':
    case 'duplicate-id':
    case 'missing-id':
    case 'impossible-date':
    case 'blank-line':
    case 'another-table':
    case 'ambiguous-date':
    case 'became-decimal':
    case 'leading-zero':
      return t[code];
    case 'unclosed-quote':
      return severity === 'row' ? t[code](count(longestQuotedRecord)) : null;
    default:
      return null;
  }
}
