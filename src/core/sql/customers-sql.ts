import { longestMonths, shownTopPercents } from '../customers/journey.ts';
import { monthsSql } from './months-sql.ts';
import { customersSql, purchasesSql } from './purchases-sql.ts';
import { quoteName, quoteText } from './quote-name.ts';
import { columnWithRole, hasSameIds, tableOf, type SqlProject } from './sql-project.ts';
import { lastPurchaseSql, stageFacts, stageSql } from './variable-sql.ts';

/** Customers by journey stage at the project's as-of date; null without a customer list or a date. */
export function stagesSql(project: SqlProject): string | null {
  const { document, source, names } = project;
  if (!source || document.asOf === null) return null;
  const { last, months, orders, gap } = stageFacts(project, document.asOf);
  const facts = {
    last: 'last',
    months: 'months',
    orders: orders === null ? null : 'orders',
    gap: gap === null ? null : 'gap',
  };
  const columns = [
    `${last} AS last`,
    `${months} AS months`,
    ...(orders === null ? [] : [`${orders} AS orders`]),
    ...(gap === null ? [] : [`${gap} AS gap`]),
  ];
  const stage = stageSql(facts, document.stageRules).replaceAll('\n', '\n  ');
  return `WITH ${[...purchasesSql(project, true, document.asOf), `facts AS (\n  SELECT ${columns.join(',\n    ')}\n  ${customersSql(project, true)}\n)`].join(',\n')}
SELECT ${stage} AS ${quoteName(names.stage)},
  count(*) AS ${quoteName(names.customers)},
  1.0 * count(*) / sum(count(*)) OVER () AS ${quoteName(names.share)}
FROM facts
GROUP BY 1
ORDER BY 2 DESC`;
}

/** Customers by months since their last purchase, in the bands of the screen; null without a list or a date. */
export function dormancySql(project: SqlProject): string | null {
  const { document, source, names } = project;
  if (!source || document.asOf === null) return null;
  const last = lastPurchaseSql(source, document.asOf);
  if (last === 'NULL') return null;
  const cuts = document.dormancyCuts;
  const range = (from: number, to: number) =>
    quoteText(to - from === 1 ? `${from}` : `${from}–${to - 1}`);
  const cases = cuts.map(
    (cut, band) => `WHEN months < ${cut} THEN ${range(cuts[band - 1] ?? 0, cut)}`,
  );
  const end = `${quoteText(`${cuts.at(-1) ?? 0}+`)}`;
  const parts = [
    ...purchasesSql(project, false, document.asOf),
    `facts AS (\n  SELECT ${monthsSql(last, quoteText(document.asOf))} AS months\n  ${customersSql(project, true)}\n)`,
  ];
  return `WITH ${parts.join(',\n')}
SELECT ${cases.length > 0 ? `CASE ${cases.join(' ')} ELSE ${end} END` : end} AS ${quoteName(names.months)},
  count(*) AS ${quoteName(names.customers)},
  1.0 * count(*) / sum(count(*)) OVER () AS ${quoteName(names.share)}
FROM facts
WHERE months >= 0
GROUP BY 1
ORDER BY min(months)`;
}

/** Customers by every completed month since their last purchase, the longest together; null without a list or a date. */
export function monthsSinceSql(project: SqlProject): string | null {
  const { document, source, names } = project;
  if (!source || document.asOf === null) return null;
  const last = lastPurchaseSql(source, document.asOf);
  if (last === 'NULL') return null;
  const parts = [
    ...purchasesSql(project, false, document.asOf),
    `facts AS (\n  SELECT ${monthsSql(last, quoteText(document.asOf))} AS months\n  ${customersSql(project, true)}\n)`,
  ];
  return `WITH ${parts.join(',\n')}
SELECT min(months, ${longestMonths}) AS ${quoteName(names.months)}, count(*) AS ${quoteName(names.customers)}
FROM facts
WHERE months >= 0
GROUP BY 1
ORDER BY 1`;
}

/** Customers by region; null where no column is one. */
export function regionsSql({ source, nameOf, names, document }: SqlProject): string | null {
  const table = document.tables.find(({ name }) => name === source?.table);
  const region = columnWithRole(table, 'region');
  if (!source || region === null) return null;
  return `SELECT ${quoteName(region)}, count(*) AS ${quoteName(names.customers)}
FROM ${nameOf(source.table)}
GROUP BY 1
ORDER BY 2 DESC`;
}

/** Sales and orders by month; null without transactions that have amounts. */
export function monthlySql({ source, nameOf, names }: SqlProject): string | null {
  const transactions = source?.transactions;
  if (!transactions?.amountColumn) return null;
  const { table, dateColumn, orderColumn, amountColumn, customerColumn } = transactions;
  const orders = orderColumn === null ? 'count(*)' : `count(DISTINCT ${quoteName(orderColumn)})`;
  return `SELECT substr(${quoteName(dateColumn)}, 1, 7) AS ${quoteName(names.month)},
  sum(${quoteName(amountColumn)}) AS ${quoteName(names.sales)},
  ${orders} AS ${quoteName(names.orders)},
  count(DISTINCT ${quoteName(customerColumn)}) AS ${quoteName(names.customers)}
FROM ${nameOf(table)}
GROUP BY 1
ORDER BY 1`;
}

/** Customers by how often they ordered; null without transactions. */
export function repeatSql(project: SqlProject): string | null {
  if (!project.source?.transactions) return null;
  const { names } = project;
  return `WITH ${purchasesSql(project, false, project.document.asOf).join(',\n')}
SELECT coalesce(p.orders, 0) AS ${quoteName(names.orders)}, count(*) AS ${quoteName(names.customers)}
${customersSql(project, true)}
GROUP BY 1
ORDER BY 1`;
}

/** The share of sales that the top 20 % of buyers hold, as the screen counts it; null without amounts. */
export function topSql(project: SqlProject): string | null {
  const transactions = project.source?.transactions;
  if (!transactions?.amountColumn) return null;
  const { names } = project;
  return `WITH ${purchasesSql(project, false, project.document.asOf).join(',\n')},
ranked AS (
  SELECT p.spend, row_number() OVER (ORDER BY p.spend DESC) AS place, count(*) OVER () AS buyers
  ${customersSql(project, true)}
  WHERE p.spend > 0
)
SELECT max(buyers) AS ${quoteName(names.customers)},
  sum(CASE WHEN place <= round(buyers * 0.2) THEN spend END) AS ${quoteName(names.sales)},
  1.0 * sum(CASE WHEN place <= round(buyers * 0.2) THEN spend END) / sum(spend) AS ${quoteName(names.share)}
FROM ranked`;
}

/** Transactions whose customer is not in the customer list; null without transactions. */
export function orphansSql(project: SqlProject): string | null {
  const { source, nameOf, names } = project;
  if (!source?.transactions || !tableOf(project, source.transactions.table)) return null;
  const { table, customerColumn } = source.transactions;
  const customer = quoteName(customerColumn);
  const id = quoteName(source.idColumn);
  const asText = (name: string) =>
    hasSameIds(project, table, customerColumn) ? name : `CAST(${name} AS TEXT)`;
  return `SELECT ${customer}, count(*) AS ${quoteName(names.rows)}
FROM ${nameOf(table)}
WHERE ${asText(customer)} NOT IN (SELECT ${asText(id)} FROM ${nameOf(source.table)} WHERE ${id} IS NOT NULL)
GROUP BY 1
ORDER BY 2 DESC`;
}

/** The shares of sales of the best buyers and the least that they spent, as the screen lists them; null without amounts. */
export function topSharesSql(project: SqlProject): string | null {
  if (!project.source?.transactions?.amountColumn) return null;
  const { names } = project;
  const shown = shownTopPercents.map((percent) => `(${percent})`).join(', ');
  return `WITH ${purchasesSql(project, false, project.document.asOf).join(',\n')},
ranked AS (
  SELECT p.spend, row_number() OVER best AS place, sum(p.spend) OVER best AS so_far,
    count(*) OVER () AS buyers, sum(p.spend) OVER () AS all_sales
  ${customersSql(project, true)}
  WHERE p.spend > 0
  WINDOW best AS (ORDER BY p.spend DESC ROWS UNBOUNDED PRECEDING)
),
shown (percent) AS (VALUES ${shown}),
taken AS (
  SELECT percent, CAST(round((SELECT max(buyers) FROM ranked) * percent / 100.0) AS INTEGER) AS buyers FROM shown
)
SELECT t.percent AS ${quoteName(names.top)},
  t.buyers AS ${quoteName(names.customers)},
  CASE WHEN t.buyers = 0 THEN 0 ELSE 1.0 * r.so_far / r.all_sales END AS ${quoteName(names.share)},
  r.spend AS ${quoteName(names.leastSpend)}
FROM taken AS t JOIN ranked AS r ON r.place = max(t.buyers, 1)
ORDER BY 1`;
}
