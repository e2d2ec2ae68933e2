import type { ImportProblem, ImportReport, LineAccount } from './column.ts';

const mostExamples = 5;

/**
 * One report of files that were read into one table, one after the other: counts are added up, and an example says which
 * file its line is of. The first file speaks for how they are written. A single report stays as it is.
 * `reports`: at least one, in the order of reading.
 * Example: 3 and 4 rows read, with 1 and 2 values that are no numbers, give 7 rows read and 3 such values.
 */
export function joinReports(reports: readonly ImportReport[]): ImportReport {
  const [first, ...others] = reports;
  if (!first) throw new RangeError('There is no report to join.');
  if (others.length === 0) return first;
  const sum = (count: (report: ImportReport) => number) =>
    reports.reduce((total, report) => total + count(report), 0);
  // Rows of one file that gave way to a later one's are rejected in the end.
  const gaveWay = others.reduce((total, { rowsReplaced }) => total + rowsReplaced, 0);
  return {
    ...first,
    fileName: reports.map(({ fileName }) => fileName).join(', '),
    byteCount: sum(({ byteCount }) => byteCount),
    rowsRead: sum(({ rowsRead }) => rowsRead),
    rowsKept: sum(({ rowsKept }) => rowsKept) - gaveWay,
    rowsRejected: sum(({ rowsRejected }) => rowsRejected) + gaveWay,
    lines: joinLines(reports),
    columnsMissing: [...new Set(reports.flatMap(({ columnsMissing }) => columnsMissing))],
    columnsAdded: [...new Set(reports.flatMap(({ columnsAdded }) => columnsAdded))],
    seconds: sum(({ seconds }) => seconds),
    problems: joinProblems(reports),
  };
}

/** Null where one of the files has no lines. */
function joinLines(reports: readonly ImportReport[]): LineAccount | null {
  const joined = { total: 0, header: 0, continued: 0 };
  for (const { lines } of reports) {
    if (!lines) return null;
    joined.total += lines.total;
    joined.header += lines.header;
    joined.continued += lines.continued;
  }
  return joined;
}

function joinProblems(reports: readonly ImportReport[]): readonly ImportProblem[] {
  const joined = new Map<string, ImportProblem>();
  for (const { fileName, problems } of reports) {
    for (const problem of problems) {
      const { code, severity, column, value, examples } = problem;
      const key = JSON.stringify([code, severity, column, value]);
      const known = joined.get(key);
      const named = examples.map(({ line, text }) => ({ line, text: `${fileName}: ${text}` }));
      joined.set(key, {
        ...problem,
        count: problem.count + (known?.count ?? 0),
        share: joinedShare(known, problem),
        examples: [...(known?.examples ?? []), ...named].slice(0, mostExamples),
      });
    }
  }
  return [...joined.values()];
}

/** The share of what both are shares of, together. */
function joinedShare(one: ImportProblem | undefined, other: ImportProblem): number | null {
  if (!one) return other.share;
  if (one.share === null || other.share === null) return null;
  return (one.count + other.count) / (one.count / one.share + other.count / other.share);
}
