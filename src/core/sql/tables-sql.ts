import type { Attribute } from '../design/design.ts';
import { bandedSql } from './design-sql.ts';
import { experimentsTable, ideasTable } from './made-tables.ts';
import { customersFor, variableParts } from './purchases-sql.ts';
import { quoteName, quoteText } from './quote-name.ts';
import { tableOf, type SqlProject } from './sql-project.ts';
import { variableSql } from './variable-sql.ts';

/** SQLite joins no more SELECTs than this. */
const mostColumns = 400;

/**
 * Different and missing values of every column of a table; null where the project has no such table. Of a column that is
 * masked the different values that are shown are counted.
 */
export function profileSql(project: SqlProject, table: string): string | null {
  const found = tableOf(project, table);
  if (!found || found.columns.length === 0) return null;
  const { names } = project;
  const from = project.nameOf(table);
  return found.columns
    .slice(0, mostColumns)
    .map(({ name }, place) => {
      const as = (called: string) => (place === 0 ? ` AS ${quoteName(called)}` : '');
      const column = quoteName(name);
      return `SELECT ${quoteText(name)}${as(names.column)}, count(DISTINCT ${column})${as(names.distinct)}, count(*) - count(${column})${as(names.missing)} FROM ${from}`;
    })
    .join('\nUNION ALL ');
}

/**
 * How many customers have which value of what an attribute divides: the counts behind its levels and its histogram.
 * Dates that are divided by the months since them are counted by those months. Null without a customer list.
 */
export function valuesSql(
  project: SqlProject,
  { variable, banding }: Attribute,
  asOf: string,
): string | null {
  if (!project.source) return null;
  const { names } = project;
  const value = variableSql(project, variable, asOf);
  const counted = bandedSql(banding.kind, value, asOf);
  const parts = variableParts(project, [variable], asOf);
  const order = banding.kind === 'category' ? '2 DESC, 1' : '1';
  return `${parts.length > 0 ? `WITH ${parts.join(',\n')}\n` : ''}SELECT ${counted} AS ${quoteName(names.value)}, count(*) AS ${quoteName(names.customers)}
${customersFor(project, [variable])}
GROUP BY 1
ORDER BY ${order}`;
}

/** The ideas in the order of the screen; null without any. */
export function ideasSql({ document }: SqlProject): string | null {
  if (document.ideas.length === 0) return null;
  return `SELECT rank() OVER (ORDER BY product DESC) AS rank_by_product,
  rank() OVER (ORDER BY impact + confidence + ease DESC) AS rank_by_mean,
  name, target, impact, confidence, ease, product, mean
FROM ${ideasTable}
ORDER BY 1, 2, id`;
}

/** The experiments with their plan and outcome, the newest first; null without any. */
export function experimentsSql({ document }: SqlProject): string | null {
  if (document.experiments.length === 0) return null;
  return `SELECT *\nFROM ${experimentsTable}\nORDER BY rowid DESC`;
}
