import { classifyStage } from '#core/customers/classify-stage.ts';
import { compactDate, completedMonths } from '#core/customers/completed-months.ts';
import { stages, type StageRules } from '#core/customers/journey.ts';
import {
  isDateMeasure,
  monthsCounted,
  type CustomerSource,
  type TransactionMeasure,
  type Variable,
} from '#core/customers/variable.ts';
import type { ColumnKind } from '#core/import/column.ts';
import type { CategoryColumn, ColumnCache } from './columns.ts';
import { favourites, firstOrders, recentOrders, type OrderQuestion } from './order-measures.ts';
import { lastPurchases, purchasesOf } from './purchases.ts';
import { rankColumn } from './ranked-column.ts';

/** Where and when a variable is looked at. */
export interface Viewpoint {
  readonly columns: ColumnCache;
  readonly source: CustomerSource;
  /** ISO date. */
  readonly asOf: string;
  readonly rules: StageRules;
  /** Ids of the other experiments that are running. */
  readonly running: readonly number[];
}

/** The kind of the values of a variable. */
export function kindOfVariable({ columns, source }: Viewpoint, variable: Variable): ColumnKind {
  if (variable.from === 'customers') return columns.kindOf(source.table, variable.column);
  if (variable.from === 'stage') return 'text';
  if (variable.from === 'transactions') return kindOfMeasure(variable.measure);
  const { transactions } = source;
  return transactions ? columns.kindOf(transactions.table, variable.column) : 'text';
}

function kindOfMeasure(measure: TransactionMeasure): ColumnKind {
  if (isDateMeasure(measure)) return 'date';
  return measure === 'spend' || measure === 'average-order-value' ? 'decimal' : 'integer';
}

/** A variable as numbers, one per customer, NaN where there is none. Dates and categories are no numbers. */
export function numbersOf(view: Viewpoint, variable: Variable): Float64Array {
  const { columns, source, asOf } = view;
  if (variable.from === 'customers') return columns.numbers(source.table, variable.column);
  const question = orderQuestion(view);
  if (variable.from !== 'transactions' || !question || isDateMeasure(variable.measure))
    return none(view);
  const months = monthsCounted(variable.measure);
  if (months !== null) return recentOrders(question, months);
  const { orders, spend } = purchasesOf(columns, source, question.transactions, asOf);
  if (variable.measure === 'order-count') return orders;
  if (variable.measure === 'spend') return spend;
  // Nobody who never ordered has an average.
  return columns.derived(JSON.stringify(['average', source, asOf]), () =>
    spend.map((amount, row) => (orders[row] === 0 ? NaN : amount / (orders[row] as number))),
  );
}

/** A variable as compact dates, one per customer, NaN where there is none. */
export function datesOf(view: Viewpoint, variable: Variable): Float64Array {
  const { columns, source, asOf } = view;
  if (variable.from === 'customers') return columns.dates(source.table, variable.column);
  const question = orderQuestion(view);
  if (variable.from !== 'transactions' || !question) return none(view);
  if (variable.measure === 'first-order-date') return firstOrders(question);
  if (variable.measure !== 'last-order-date') return none(view);
  return purchasesOf(columns, source, question.transactions, asOf).lastOrder;
}

/** A variable as categories: its values as text. */
export function categoriesOf(view: Viewpoint, variable: Variable): CategoryColumn {
  if (variable.from === 'customers') {
    return view.columns.categories(view.source.table, variable.column);
  }
  if (variable.from === 'stage') return { values: stages, codes: stagesOf(view) };
  const question = orderQuestion(view);
  if (variable.from === 'favourite') {
    return question ? favourites(question, variable.column) : { values: [], codes: noCodes(view) };
  }
  const { values, codes } = rankColumn(
    isDateMeasure(variable.measure) ? datesOf(view, variable) : numbersOf(view, variable),
  );
  return { values: Array.from(values, String), codes };
}

/** The journey stage of each customer as an index into `stages`, -1 for none. */
export function stagesOf(view: Viewpoint): Int32Array {
  const { columns, source, asOf, rules } = view;
  const key = JSON.stringify(['stage', source, asOf, rules]);
  return columns.derived(key, () => classifyStages(view));
}

function classifyStages({ columns, source, asOf, rules }: Viewpoint): Int32Array {
  const asOfDate = compactDate(asOf);
  const last = lastPurchases(columns, source, asOf);
  const purchases = source.transactions && purchasesOf(columns, source, source.transactions, asOf);
  const codes = new Int32Array(last.length);
  for (let row = 0; row < last.length; row++) {
    const lastDate = last[row] as number;
    const before = purchases?.orderBefore[row] ?? NaN;
    const stage = classifyStage(
      {
        orders: purchases ? (purchases.orders[row] as number) : null,
        monthsSinceLastOrder: Number.isNaN(lastDate) ? null : completedMonths(lastDate, asOfDate),
        monthsBetweenLastTwoOrders: Number.isNaN(before) ? null : completedMonths(before, lastDate),
      },
      rules,
    );
    codes[row] = stage === null ? -1 : stages.indexOf(stage);
  }
  return codes;
}

function orderQuestion({ columns, source, asOf }: Viewpoint): OrderQuestion | null {
  return source.transactions && { columns, source, transactions: source.transactions, asOf };
}

function noCodes(view: Viewpoint): Int32Array {
  return new Int32Array(view.columns.rowCount(view.source.table)).fill(-1);
}

function none({ columns, source }: Viewpoint): Float64Array {
  return new Float64Array(columns.rowCount(source.table)).fill(NaN);
}
