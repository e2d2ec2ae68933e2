import { monthsCounted, type TransactionMeasure, type Variable } from '../customers/variable.ts';
import { monthsSql } from './months-sql.ts';
import { quoteName, quoteText } from './quote-name.ts';
import { favouritePrefix, hasSameIds, type SqlProject } from './sql-project.ts';

/** What the part of WITH is called that has each customer's favourite value of a column as `value`. */
export function favouriteName(column: string): string {
  return quoteName(`${favouritePrefix}${column}`);
}

/** The parts of WITH that variables are told from, or none. */
export function variableParts(
  project: SqlProject,
  variables: readonly Variable[],
  asOf: string,
): string[] {
  const { withPurchases, favourites } = needsOf(project, variables);
  const withGap = variables.some((variable) => variable.from === 'stage');
  const measures = variables.flatMap((variable) =>
    'measure' in variable ? [variable.measure] : [],
  );
  return [
    ...(withPurchases ? purchasesSql(project, withGap, asOf, [...new Set(measures)]) : []),
    ...favourites.map((column) => favouriteSql(project, column, asOf)),
  ];
}

/** The rows of the customer list as `c`, with what variables are told from. */
export function customersFor(project: SqlProject, variables: readonly Variable[]): string {
  const { withPurchases, favourites } = needsOf(project, variables);
  return [
    customersSql(project, withPurchases),
    ...favourites.map((column) => joinSql(project, favouriteName(column), favouriteName(column))),
  ].join('\n  ');
}

/**
 * The parts of WITH that add up the transactions by customer, or none. `withGap`: also the last order but one. What is dated
 * after `asOf` is no purchase yet (see `purchasesOf` in the engine); null counts everything. `measures`: what is wanted beyond
 * the last order, the orders and the spend.
 */
export function purchasesSql(
  { source, nameOf }: SqlProject,
  withGap: boolean,
  asOf: string | null,
  measures: readonly TransactionMeasure[] = [],
): string[] {
  if (!source?.transactions) return [];
  const { table, customerColumn, dateColumn, orderColumn, amountColumn } = source.transactions;
  const customer = quoteName(customerColumn);
  const day = `substr(${quoteName(dateColumn)}, 1, 10)`;
  const isLater = asOf === null ? null : `day > ${quoteText(asOf)}`;
  const upToDay = (column: string) =>
    isLater === null ? column : `CASE WHEN ${isLater} THEN NULL ELSE ${column} END`;
  const sameTime = isLater === null ? '' : `, ${isLater.replace('day', day)}`;
  const columns = [
    `${customer} AS customer`,
    `${day} AS day`,
    `${orderColumn === null ? day : quoteName(orderColumn)} AS number`,
    ...(amountColumn === null ? [] : [`${quoteName(amountColumn)} AS amount`]),
    ...(withGap
      ? [
          `dense_rank() OVER (PARTITION BY ${customer}${sameTime} ORDER BY ${day} DESC NULLS LAST) AS place`,
        ]
      : []),
  ];
  const sums = [
    'customer',
    `${isLater === null ? 'max(day)' : `coalesce(max(${upToDay('day')}), max(day))`} AS last_order`,
    ...(withGap ? [`max(CASE WHEN place = 2 THEN ${upToDay('day')} END) AS order_before`] : []),
    ...(measures.includes('first-order-date')
      ? [`coalesce(min(${upToDay('day')}), min(day)) AS first_order`]
      : []),
    `count(DISTINCT ${upToDay('number')}) AS orders`,
    ...measures.flatMap((measure) => recentSql(measure, asOf)),
    `${amountColumn === null ? 'NULL' : `sum(${upToDay('amount')})`} AS spend`,
  ];
  return [
    `orders AS (\n  SELECT ${columns.join(',\n    ')}\n  FROM ${nameOf(table)}\n)`,
    `purchases AS (\n  SELECT ${sums.join(',\n    ')}\n  FROM orders\n  GROUP BY customer\n)`,
  ];
}

/** The rows of the customer list as `c`, with their purchases as `p` where a query needs them. */
export function customersSql(project: SqlProject, withPurchases: boolean): string {
  const { source, nameOf } = project;
  if (!source) throw new RangeError('The project has no customer list');
  const customers = `FROM ${nameOf(source.table)} AS c`;
  if (!withPurchases || !source.transactions) return customers;
  return `${customers}\n  ${joinSql(project, 'purchases AS p', 'p')}`;
}

/** The customers' rows of a part that is made of the transactions. */
function joinSql(project: SqlProject, part: string, name: string): string {
  const { source } = project;
  const id = `c.${quoteName(source?.idColumn ?? '')}`;
  const transactions = source?.transactions;
  const isSame = transactions && hasSameIds(project, transactions.table, transactions.customerColumn); // prettier-ignore
  const same = isSame
    ? `${name}.customer = ${id}`
    : `CAST(${name}.customer AS TEXT) = CAST(${id} AS TEXT)`;
  return `LEFT JOIN ${part} ON ${same}`;
}

function recentSql(measure: TransactionMeasure, asOf: string | null): string[] {
  const months = monthsCounted(measure);
  if (months === null || asOf === null) return [];
  const isRecent = `${monthsSql('day', quoteText(asOf))} BETWEEN 0 AND ${months - 1}`;
  return [`count(DISTINCT CASE WHEN ${isRecent} THEN number END) AS orders_${months}`];
}

/** Each customer's favourite value of a column of the transactions, as `Variable` defines it. */
function favouriteSql({ source, nameOf }: SqlProject, column: string, asOf: string): string {
  const transactions = source?.transactions;
  if (!transactions) throw new RangeError('The project has no transactions');
  const { table, customerColumn, dateColumn, orderColumn } = transactions;
  const customer = quoteName(customerColumn);
  const day = `substr(${quoteName(dateColumn)}, 1, 10)`;
  const number = orderColumn === null ? day : quoteName(orderColumn);
  const value = quoteName(column);
  return `${favouriteName(column)} AS (
  SELECT customer, value
  FROM (
    SELECT ${customer} AS customer,
      ${value} AS value,
      row_number() OVER (
        PARTITION BY ${customer} ORDER BY count(DISTINCT ${number}) DESC, max(${day}) DESC, ${value}
      ) AS place
    FROM ${nameOf(table)}
    WHERE ${value} IS NOT NULL AND ${number} IS NOT NULL AND coalesce(${day}, '') <= ${quoteText(asOf)}
    GROUP BY ${customer}, ${value}
  )
  WHERE place = 1
)`;
}

function needsOf(
  { source }: SqlProject,
  variables: readonly Variable[],
): { withPurchases: boolean; favourites: readonly string[] } {
  if (!source?.transactions) return { withPurchases: false, favourites: [] };
  const columns = variables.flatMap((variable) => variable.from === 'favourite' ? [variable.column] : []); // prettier-ignore
  return {
    withPurchases: variables.some(({ from }) => from === 'transactions' || from === 'stage'),
    favourites: [...new Set(columns)],
  };
}
