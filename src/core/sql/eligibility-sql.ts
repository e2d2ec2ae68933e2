import { dayBefore } from '../customers/date-limits.ts';
import { isDateMeasure, type Variable } from '../customers/variable.ts';
import type { Condition, EligibilityRule } from '../design/eligibility.ts';
import { monthsSql } from './months-sql.ts';
import { idSampleLimit } from '../design/id-sample.ts';
import { quoteName, quoteText } from './quote-name.ts';
import { hasSameIds, kindOf, type SqlProject } from './sql-project.ts';
import { variableSql } from './variable-sql.ts';

/** What the rules of a design are asked about. `running`: ids of the other experiments that are running. */
export interface RuleContext {
  readonly asOf: string;
  readonly running: readonly number[];
}

/** A rule as a condition of a query over the rows `c` of the customer list; what excludes lets missing values through. */
export function ruleSql(
  project: SqlProject,
  { exclude, any }: EligibilityRule,
  context: RuleContext,
): string {
  const conditions = any.map((condition) => conditionSql(project, condition, context));
  const [first = 'false', ...others] = conditions;
  if (others.length === 0) return exclude ? `(${first}) IS NOT TRUE` : first;
  const either = `(${conditions.map((condition) => `(${condition})`).join('\n      OR ')})`;
  return exclude ? `${either} IS NOT TRUE` : either;
}

/** The variables that rules ask about. */
export function ruleVariables(rules: readonly EligibilityRule[]): readonly Variable[] {
  return rules.flatMap(({ any }) =>
    any.flatMap((condition) => ('variable' in condition ? [condition.variable] : [])),
  );
}

function conditionSql(project: SqlProject, condition: Condition, context: RuleContext): string {
  if (condition.kind === 'listed') return listedSql(project, condition, context.asOf);
  if (condition.kind === 'running-experiment') return runningSql(project, context.running);
  if (condition.kind === 'id-sample') return idSampleSql(project, condition);
  const value = variableSql(project, condition.variable, context.asOf);
  switch (condition.kind) {
    case 'category':
      return oneOfSql(project, condition.variable, value, condition.values);
    case 'number': {
      const { from, below } = condition;
      const limits = [
        ...(from === null ? [] : [`${value} >= ${from}`]),
        ...(below === null ? [] : [`${value} < ${below}`]),
      ];
      return limits.join(' AND ') || `${value} IS NOT NULL`;
    }
    case 'months-since': {
      const months = monthsSql(value, quoteText(context.asOf));
      const from = Math.max(0, condition.from ?? 0);
      return condition.to === null
        ? `${months} >= ${from}`
        : `${months} BETWEEN ${from} AND ${condition.to}`;
    }
    case 'days-since':
      return withinDaysSql(value, context.asOf, condition.from ?? 0, condition.to);
    case 'missing':
      return `${value} IS NULL`;
  }
}

/** Whether a date lies `from` to `to` days before the as-of date, both inclusive. */
function withinDaysSql(date: string, asOf: string, from: number, to: number | null): string {
  const latest = dayBefore(asOf, Math.max(0, from));
  const earliest = to === null ? null : dayBefore(asOf, Math.floor(to));
  const day = `substr(${date}, 1, 10)`;
  if (latest === null) return 'false';
  return earliest === null
    ? `${day} <= ${quoteText(latest)}`
    : `${day} BETWEEN ${quoteText(earliest)} AND ${quoteText(latest)}`;
}

function listedSql(
  project: SqlProject,
  { table, customerColumn, within }: Extract<Condition, { kind: 'listed' }>,
  asOf: string,
): string {
  const id = `c.${quoteName(project.source?.idColumn ?? '')}`;
  const named = quoteName(customerColumn);
  const isSame = hasSameIds(project, table, customerColumn);
  const days = within
    ? `\n    WHERE ${withinDaysSql(quoteName(within.dateColumn), asOf, 0, within.days)}`
    : '';
  return (
    `${isSame ? id : asText(id)} IN (\n` +
    `    SELECT ${isSame ? named : asText(named)} FROM ${project.nameOf(table)}${days}\n  )`
  );
}

function runningSql({ source }: SqlProject, running: readonly number[]): string {
  if (running.length === 0) return 'false';
  const id = asText(`c.${quoteName(source?.idColumn ?? '')}`);
  const lists = `SELECT customer FROM assignments WHERE experiment IN (${running.join(', ')})`;
  return `${id} IN (${lists})`;
}

/** In hexadecimal of equal length the order of the texts is that of the numbers; any warehouse with `md5` answers the same. */
function idSampleSql(
  { source }: SqlProject,
  { seed, share }: Extract<Condition, { kind: 'id-sample' }>,
): string {
  const id = asText(`c.${quoteName(source?.idColumn ?? '')}`);
  const limit = idSampleLimit(share);
  if (limit > 0xffffffff) return `${id} IS NOT NULL`;
  const digits = limit.toString(16).padStart(8, '0');
  return `substr(md5(${quoteText(`${seed}:`)} || ${id}), 1, 8) < ${quoteText(digits)}`;
}

/** Whether a value is one of some categories, which are texts whatever the column holds. */
export function oneOfSql(
  project: SqlProject,
  variable: Variable,
  value: string,
  categories: readonly string[],
): string {
  if (categories.length === 0) return 'false';
  const texts = categories.map(quoteText).join(', ');
  if (variable.from === 'stage') return `${value} IN (${texts})`;
  if (variable.from === 'transactions' && isDateMeasure(variable.measure)) {
    return `replace(${value}, '-', '') IN (${texts})`;
  }
  const { source } = project;
  const table = variable.from === 'favourite' ? source?.transactions?.table : source?.table;
  const kind =
    'column' in variable && table !== undefined
      ? kindOf(project, table, variable.column)
      : 'decimal';
  if (kind === 'text' || kind === 'date') return `${value} IN (${texts})`;
  const areNumbers = categories.every(
    (category) => category !== '' && Number.isFinite(Number(category)),
  );
  return areNumbers ? `${value} IN (${categories.join(', ')})` : `${asText(value)} IN (${texts})`;
}

function asText(value: string): string {
  return `CAST(${value} AS TEXT)`;
}
