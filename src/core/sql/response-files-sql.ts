import type { DrawnSource, ResponseFile, ResponseWindow } from '../results/analysis.ts';
import { quoteName, quoteText } from './quote-name.ts';
import { kindOf, type SqlProject } from './sql-project.ts';

/** The usual ways to write yes, for outcomes that are texts. */
const yes = [
  'y',
  'yes',
  '예',
  '네',
  'o',
  'true',
  't',
  '1',
  '참',
  '유',
  '있음',
  '동의',
  '반응',
  '응답',
  '성공',
  '구매',
  '전환',
  '방문',
  '클릭',
];

/**
 * The parts of WITH that end in `responses`: a row per customer of any of the files, with `responded` and, where a file
 * tells of it, `money`.
 */
export function responsesSql(
  project: SqlProject,
  outcome: DrawnSource,
  window: ResponseWindow | null,
): { readonly parts: readonly string[]; readonly hasMoney: boolean } {
  const files: readonly ResponseFile[] = [outcome, ...outcome.furtherFiles];
  const hasMoney = files.some(({ moneyColumn }) => moneyColumn !== null);
  const responses =
    files.length === 1
      ? `responses AS (
  SELECT ${fileSql(project, outcome, files, window, { responded: 'max', money: hasMoney ? 'total' : null })}
  GROUP BY 1
)`
      : `told AS (
  SELECT ${files.map((file) => fileSql(project, file, files, window, { responded: '', money: '' })).join('\n  UNION ALL SELECT ')}
),
responses AS (
  SELECT customer, max(responded) AS responded, total(money) AS money
  FROM told
  GROUP BY 1
)`;
  return { parts: [responses], hasMoney };
}

/** What one file tells: customer, responded, and money where `sums.money` says how it is added up. */
function fileSql(
  project: SqlProject,
  file: ResponseFile,
  files: readonly ResponseFile[],
  window: ResponseWindow | null,
  sums: { readonly responded: string; readonly money: string | null },
): string {
  const responded = `${sums.responded}(${answeredSql(project, file, files)})`;
  const amount = file.moneyColumn === null ? '0' : quoteName(file.moneyColumn);
  const money = sums.money === null ? '' : `, ${sums.money}(${amount}) AS money`;
  const conditions = [
    ...(file.outcomeColumn === null ? [] : [`${quoteName(file.outcomeColumn)} IS NOT NULL`]),
    ...windowSql(window, file.dateColumn === null ? null : quoteName(file.dateColumn)),
  ];
  const known = conditions.length > 0 ? `\n  WHERE ${conditions.join('\n    AND ')}` : '';
  return `CAST(${quoteName(file.customerColumn)} AS TEXT) AS customer, ${responded} AS responded${money}
  FROM ${project.nameOf(file.table)}${known}`;
}

/** 1 where a row is a response. Where no file tells of responses a purchase is one. */
function answeredSql(
  project: SqlProject,
  { table, outcomeColumn, everyRow, purchaseColumn }: ResponseFile,
  files: readonly ResponseFile[],
): string {
  if (outcomeColumn !== null)
    return yesSql(project, table, outcomeColumn, quoteName(outcomeColumn));
  if (everyRow === 'responded') return '1';
  const tellsResponses = files.some(
    (file) => file.outcomeColumn !== null || file.everyRow === 'responded',
  );
  if (tellsResponses) return '0';
  if (everyRow === 'purchased') return '1';
  return purchaseColumn === null
    ? '0'
    : yesSql(project, table, purchaseColumn, quoteName(purchaseColumn));
}

/** Rows on days that count, and rows without a day. */
export function windowSql(window: ResponseWindow | null, day: string | null): readonly string[] {
  return window === null || day === null
    ? []
    : [`(${day} IS NULL OR ${day} BETWEEN ${quoteText(window.from)} AND ${quoteText(window.to)})`];
}

/** 1 where a value says yes, 0 where it says no. */
export function yesSql(project: SqlProject, table: string, column: string, value: string): string {
  const kind = kindOf(project, table, column);
  return kind === 'text'
    ? `(lower(trim(${value})) IN (${yes.map(quoteText).join(', ')}))`
    : `(${value} = 1)`;
}
