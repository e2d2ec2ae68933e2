import { monthsSql } from './months-sql.ts';
import { quoteName, quoteText } from './quote-name.ts';
import { hasSameIds, type SqlProject } from './sql-project.ts';

/**
 * What the worth of customers who came back is reckoned from: by the months without an order before, and by month since the
 * return, the customers watched so long, their later orders and sales. The last rows take every gap of at least the first cut
 * together. Null without transactions. `months`: how long customers are watched.
 */
export function laterOrdersSql(
  project: SqlProject,
  asOf: string | null,
  months: number,
): string | null {
  const { source, names, nameOf, document } = project;
  if (!source?.transactions || asOf === null) return null;
  const { table, customerColumn, dateColumn, orderColumn, amountColumn } = source.transactions;
  const customer = quoteName(customerColumn);
  const id = quoteName(source.idColumn);
  const day = `substr(${quoteName(dateColumn)}, 1, 10)`;
  const asText = (name: string) =>
    hasSameIds(project, table, customerColumn) ? name : `CAST(${name} AS TEXT)`;
  const amount = amountColumn === null ? '1' : `sum(${quoteName(amountColumn)})`;
  const cuts = document.dormancyCuts;
  const range = (from: number, next: number | undefined) =>
    quoteText(
      next === undefined ? `${from}+` : next - from === 1 ? `${from}` : `${from}–${next - 1}`,
    );
  const bands = [0, ...cuts];
  const cases = bands.map((from, band) => {
    const next = bands[band + 1];
    const text = range(from, next);
    return next === undefined ? `ELSE ${text}` : `WHEN gap < ${next} THEN ${text}`;
  });
  const band = cuts.length > 0 ? `CASE ${cases.join(' ')} END` : range(0, undefined);
  const any =
    cuts[0] === undefined
      ? ''
      : `
  UNION ALL
  SELECT customer, ${quoteText(`≥ ${cuts[0]}`)} AS band, 1 AS pooled, min(day) AS day, ${cuts[0]} AS gap
  FROM gaps WHERE gap >= ${cuts[0]} GROUP BY customer`;
  const places = Array.from({ length: months }, (_, month) => `(${month})`).join(', ');
  return `WITH placed AS (
  SELECT ${asText(customer)} AS customer,
    min(${day}) AS day,
    ${amount} AS amount
  FROM ${nameOf(table)}
  WHERE ${orderColumn === null ? day : quoteName(orderColumn)} IS NOT NULL AND ${day} <= ${quoteText(asOf)}
    AND ${asText(customer)} IN (SELECT ${asText(id)} FROM ${nameOf(source.table)} WHERE ${id} IS NOT NULL)
  GROUP BY 1, ${orderColumn === null ? day : quoteName(orderColumn)}
  HAVING ${amount} > 0
),
steps AS (
  SELECT customer, day, lag(day) OVER (PARTITION BY customer ORDER BY day) AS before FROM placed
),
gaps AS (
  SELECT customer, day, ${monthsSql('before', 'day')} AS gap FROM steps WHERE before IS NOT NULL
),
events AS (
  SELECT customer, ${band} AS band, 0 AS pooled, min(day) AS day, min(gap) AS gap
  FROM gaps GROUP BY customer, 2${any}
),
watched AS (
  SELECT customer, band, pooled, gap, day, min(${months}, ${monthsSql('day', quoteText(asOf))}) AS months FROM events
),
later AS (
  SELECT w.band, ${monthsSql('w.day', 'o.day')} AS month, count(*) AS orders, sum(o.amount) AS sales
  FROM watched AS w JOIN placed AS o ON o.customer = w.customer AND o.day > w.day
  WHERE ${monthsSql('w.day', 'o.day')} < w.months
  GROUP BY 1, 2
),
since (month) AS (VALUES ${places}),
at_risk AS (
  SELECT band, pooled, min(gap) AS gap, month, count(*) AS customers
  FROM watched JOIN since ON month < months
  GROUP BY band, pooled, month
)
SELECT r.band AS ${quoteName(names.band)},
  r.month AS ${quoteName(names.months)},
  r.customers AS ${quoteName(names.customers)},
  coalesce(l.orders, 0) AS ${quoteName(names.orders)},
  ${amountColumn === null ? 'NULL' : 'coalesce(l.sales, 0)'} AS ${quoteName(names.sales)}
FROM at_risk AS r LEFT JOIN later AS l ON l.band = r.band AND l.month = r.month
ORDER BY r.pooled, r.gap, r.month`;
}
