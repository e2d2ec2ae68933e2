import { classifyStage } from '#core/customers/classify-stage.ts';
import { compactDate, completedMonths } from '#core/customers/completed-months.ts';
import { stages, type StageRules } from '#core/customers/journey.ts';
import type { CustomerSource, TransactionMeasure, Variable } from '#core/customers/variable.ts';
import type { ColumnKind } from '#core/import/column.ts';
import type { CategoryColumn, ColumnCache } from './columns.ts';
import { lastPurchases, purchasesOf } from './purchases.ts';

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

const measureKinds: Readonly<Record<TransactionMeasure, ColumnKind>> = {
  'last-order-date': 'date',
  'order-count': 'integer',
  spend: 'decimal',
};

/** The kind of the values of a variable. */
export function kindOfVariable({ columns, source }: Viewpoint, variable: Variable): ColumnKind {
  if (variable.from === 'customers') return columns.kindOf(source.table, variable.column);
  return variable.from === 'stage' ? 'text' : measureKinds[variable.measure];
}

/** A variable as numbers, one per customer, NaN where there is none. Dates and categories are no numbers. */
export function numbersOf(view: Viewpoint, variable: Variable): Float64Array {
  const { columns, source, asOf } = view;
  if (variable.from === 'customers') return columns.numbers(source.table, variable.column);
  if (variable.from === 'stage' || variable.measure === 'last-order-date') return none(view);
  const purchases = source.transactions && purchasesOf(columns, source, source.transactions, asOf);
  if (!purchases) return none(view);
  return variable.measure === 'spend' ? purchases.spend : purchases.orders;
}

/** A variable as compact dates, one per customer, NaN where there is none. */
export function datesOf(view: Viewpoint, variable: Variable): Float64Array {
  const { columns, source, asOf } = view;
  if (variable.from === 'customers') return columns.dates(source.table, variable.column);
  if (variable.from === 'stage' || variable.measure !== 'last-order-date') return none(view);
  return source.transactions
    ? purchasesOf(columns, source, source.transactions, asOf).lastOrder
    : none(view);
}

/** A variable as categories: its values as text. */
export function categoriesOf(view: Viewpoint, variable: Variable): CategoryColumn {
  if (variable.from === 'customers') {
    return view.columns.categories(view.source.table, variable.column);
  }
  if (variable.from === 'stage') return { values: stages, codes: stagesOf(view) };
  const numbers =
    variable.measure === 'last-order-date' ? datesOf(view, variable) : numbersOf(view, variable);
  const codes = new Map<number, number>();
  return {
    codes: Int32Array.from(numbers, (number) => {
      if (Number.isNaN(number)) return -1;
      const code = codes.get(number) ?? codes.size;
      codes.set(number, code);
      return code;
    }),
    values: [...codes.keys()].map(String),
  };
}

/** The journey stage of each customer as an index into `stages`, -1 for none. */
export function stagesOf({ columns, source, asOf, rules }: Viewpoint): Int32Array {
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

function none({ columns, source }: Viewpoint): Float64Array {
  return new Float64Array(columns.rowCount(source.table)).fill(NaN);
}
