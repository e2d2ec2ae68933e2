import type { StageRules } from '../customers/journey.ts';
import type { CustomerSource, Variable } from '../customers/variable.ts';
import { quoteName, quoteText } from './quote-name.ts';
import { hasSameIds, type SqlProject } from './sql-project.ts';

/** What a stage is decided from, as expressions of a query. */
interface StageFacts {
  readonly last: string;
  readonly months: string;
  /** Null where there are no transactions. */
  readonly orders: string | null;
  readonly gap: string | null;
}

/**
 * Completed months from a date to another, as `completedMonths` counts them: NULL for a missing date, negative for one
 * after `asOf`. Both are expressions of ISO text; a quoted text is reckoned at once.
 */
export function monthsSql(date: string, asOf: string): string {
  const [, year, month, day] = /^'(\d{4})-(\d\d)-(\d\d)/.exec(asOf) ?? [];
  if (year === undefined) {
    return (
      `(substr(${asOf}, 1, 4) - substr(${date}, 1, 4)) * 12 + substr(${asOf}, 6, 2) - substr(${date}, 6, 2) ` +
      `- (substr(${date}, 9, 2) > substr(${asOf}, 9, 2))`
    );
  }
  return (
    `(${year} - substr(${date}, 1, 4)) * 12 + ${Number(month)} - substr(${date}, 6, 2) ` +
    `- (substr(${date}, 9, 2) > '${day}')`
  );
}

/** The journey stage as `classifyStage` decides it, as an expression. */
export function stageSql(facts: StageFacts, rules: StageRules): string {
  const { last, months, orders, gap } = facts;
  const prospect = orders === null ? last : `coalesce(${last}, nullif(${orders}, 0))`;
  return [
    'CASE',
    `  WHEN ${prospect} IS NULL THEN 'prospect'`,
    `  WHEN ${last} IS NULL OR ${months} < 0 THEN NULL`,
    `  WHEN ${months} >= ${rules.inactiveFromMonths} THEN 'inactive'`,
    ...(gap === null ? [] : [`  WHEN ${gap} >= ${rules.wakeUpGapMonths} THEN 'wake-up'`]),
    ...(orders === null ? [] : [`  WHEN ${orders} <= ${rules.newUpToOrders} THEN 'new'`]),
    "  ELSE 'active'",
    'END',
  ].join('\n');
}

/**
 * The last purchase of a customer row `c` with its purchases `p`: the later of what both say, where not one of them lies
 * after the as-of date and the other does not.
 */
export function lastPurchaseSql(
  { lastPurchaseColumn, transactions }: CustomerSource,
  asOf: string,
): string {
  const named = lastPurchaseColumn === null ? null : `c.${quoteName(lastPurchaseColumn)}`;
  if (!transactions) return named ?? 'NULL';
  if (named === null) return 'p.last_order';
  const day = quoteText(asOf);
  const both = `coalesce(${named}, p.last_order), coalesce(p.last_order, ${named})`;
  const isOneLater = `(substr(${named}, 1, 10) > ${day}) <> (p.last_order > ${day})`;
  return `CASE WHEN ${isOneLater} THEN min(${both}) ELSE max(${both}) END`;
}

/** A variable of a customer row `c` with its purchases `p`, as an expression. */
export function variableSql(project: SqlProject, variable: Variable, asOf: string): string {
  if (variable.from === 'customers') return `c.${quoteName(variable.column)}`;
  if (variable.from === 'stage') return stageSql(stageFacts(project, asOf), project.document.stageRules); // prettier-ignore
  if (!project.source?.transactions) return 'NULL';
  const parts = { 'last-order-date': 'p.last_order', 'order-count': 'coalesce(p.orders, 0)', spend: 'p.spend' }; // prettier-ignore
  return parts[variable.measure];
}

/** What the stage of a customer row `c` with its purchases `p` is decided from. */
export function stageFacts({ source }: SqlProject, asOf: string): StageFacts {
  const last = source ? lastPurchaseSql(source, asOf) : 'NULL';
  const hasOrders = Boolean(source?.transactions);
  return {
    last,
    months: monthsSql(last, `'${asOf}'`),
    orders: hasOrders ? 'coalesce(p.orders, 0)' : null,
    gap: hasOrders ? monthsSql('p.order_before', last) : null,
  };
}

/**
 * The parts of WITH that add up the transactions by customer, or none. `withGap`: also the last order but one. What is dated
 * after `asOf` is no purchase yet (see `purchasesOf` in the engine); null counts everything.
 */
export function purchasesSql(
  { source, nameOf }: SqlProject,
  withGap: boolean,
  asOf: string | null,
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
    `count(DISTINCT ${upToDay('number')}) AS orders`,
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
  const { transactions } = source;
  if (!withPurchases || !transactions) return customers;
  const id = `c.${quoteName(source.idColumn)}`;
  const same = hasSameIds(project, transactions.table, transactions.customerColumn)
    ? `p.customer = ${id}`
    : `CAST(p.customer AS TEXT) = CAST(${id} AS TEXT)`;
  return `${customers}\n  LEFT JOIN purchases AS p ON ${same}`;
}

/** Whether a variable takes the purchases to be told. */
export function needsPurchases({ source }: SqlProject, variable: Variable): boolean {
  return Boolean(source?.transactions) && variable.from !== 'customers';
}
