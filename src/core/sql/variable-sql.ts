import type { StageRules } from '../customers/journey.ts';
import {
  monthsCounted,
  type CustomerSource,
  type TransactionMeasure,
  type Variable,
} from '../customers/variable.ts';
import { monthsSql } from './months-sql.ts';
import { quoteName, quoteText } from './quote-name.ts';
import { favouriteName } from './purchases-sql.ts';
import type { SqlProject } from './sql-project.ts';

/** What a stage is decided from, as expressions of a query. */
interface StageFacts {
  readonly last: string;
  readonly months: string;
  /** Null where there are no transactions. */
  readonly orders: string | null;
  readonly gap: string | null;
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
  return variable.from === 'favourite' ? `${favouriteName(variable.column)}.value` : measureSql(variable.measure); // prettier-ignore
}

/** A measure of the purchases `p`, as an expression. */
function measureSql(measure: TransactionMeasure): string {
  switch (measure) {
    case 'last-order-date':
      return 'p.last_order';
    case 'first-order-date':
      return 'p.first_order';
    case 'order-count':
      return 'coalesce(p.orders, 0)';
    case 'spend':
      return 'p.spend';
    case 'average-order-value':
      return '1.0 * p.spend / nullif(p.orders, 0)';
    default:
      return `coalesce(p.orders_${monthsCounted(measure)}, 0)`;
  }
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
