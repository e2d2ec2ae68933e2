import type { CustomerSource } from '../customers/variable.ts';
import {
  noFurtherColumns,
  type AnalysisPlan,
  type OutcomeColumns,
  type OutcomeSource,
} from '../results/analysis.ts';

/** Columns of a table. */
export interface ColumnsOfTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/**
 * The columns that a result was made from, table by table: the files of outcomes, and of the customer list what puts
 * customers in strata or was known before. Names in alphabetical order, each once.
 * Example: the sample's finished experiment: arm, outcomes, amount and customer id of its contacts; the customers' id, points
 * and last purchase.
 */
export function columnsRead(
  plan: AnalysisPlan,
  customers: CustomerSource | null,
): readonly ColumnsOfTable[] {
  const { source, strata, beforeColumn } = plan;
  const inOutcome = source.kind !== 'drawn';
  const stratumColumns = strata.kind === 'columns' ? strata.columns : [];
  const main = named(source.table, [
    ...outcomeColumns(source),
    ...(inOutcome ? [...stratumColumns, beforeColumn] : []),
  ]);
  const further =
    source.kind === 'drawn'
      ? source.furtherFiles.map((file) =>
          named(file.table, [
            ...furtherColumns(file),
            file.customerColumn,
            file.outcomeColumn,
            file.moneyColumn,
          ]),
        )
      : [];
  const ofCustomers = [
    ...(strata.kind === 'cells' ? attributeColumns(plan, customers) : []),
    ...(inOutcome ? [] : [...stratumColumns, beforeColumn]),
  ].filter((name) => name !== null);
  const list =
    customers && ofCustomers.length > 0
      ? [named(customers.table, [customers.idColumn, ...ofCustomers])]
      : [];
  return [main, ...further, ...list, ...ordersRead(plan, customers)];
}

function named(table: string, columns: readonly (string | null)[]): ColumnsOfTable {
  return { table, columns: [...new Set(columns.filter((name) => name !== null))].sort() };
}

function furtherColumns(columns: OutcomeColumns): readonly (string | null)[] {
  return (Object.keys(noFurtherColumns) as (keyof OutcomeColumns)[]).map((name) => columns[name]);
}

function outcomeColumns(source: OutcomeSource): readonly (string | null)[] {
  switch (source.kind) {
    case 'aggregated':
      return [
        source.armColumn,
        source.customersColumn,
        source.outcomeColumn,
        source.moneyColumn,
        source.moneySquaresColumn,
      ];
    case 'table':
      return [
        source.armColumn,
        source.customerColumn,
        source.outcomeColumn,
        source.moneyColumn,
        ...furtherColumns(source),
      ];
    case 'drawn':
      return [
        source.customerColumn,
        source.outcomeColumn,
        source.moneyColumn,
        ...furtherColumns(source),
      ];
  }
}

function attributeColumns(
  { strata }: AnalysisPlan,
  customers: CustomerSource | null,
): readonly (string | null)[] {
  if (strata.kind !== 'cells') return [];
  return strata.design.attributes.flatMap(({ variable }) =>
    variable.from === 'customers'
      ? [variable.column]
      : variable.from === 'stage'
        ? [customers?.lastPurchaseColumn ?? null]
        : [],
  );
}

/** The orders, where the cells are made of what was counted from them. */
function ordersRead(
  { strata }: AnalysisPlan,
  customers: CustomerSource | null,
): readonly ColumnsOfTable[] {
  const orders = customers?.transactions;
  if (!orders || strata.kind !== 'cells') return [];
  const counted = strata.design.attributes.filter(({ variable }) => variable.from !== 'customers');
  if (counted.length === 0) return [];
  const favourites = counted.map(({ variable }) =>
    variable.from === 'favourite' ? variable.column : null,
  );
  const { customerColumn, dateColumn, orderColumn, amountColumn } = orders;
  return [
    named(orders.table, [customerColumn, dateColumn, orderColumn, amountColumn, ...favourites]),
  ];
}
