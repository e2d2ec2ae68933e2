/**
 * A property of a customer that filters and attributes are made of: a column of the customer table, something counted
 * from the transactions up to the as-of date, their favourite value of a column, or the journey stage at that date.
 *
 * The favourite (a category, a brand, a shop) is the value that stands in most of the customer's orders; of several the
 * one that was ordered last, and of those still equal the first in the order of their characters. Lines without a value
 * do not count; without orders there is none.
 */
export type Variable =
  | { readonly from: 'customers'; readonly column: string }
  | { readonly from: 'transactions'; readonly measure: TransactionMeasure }
  | { readonly from: 'favourite'; readonly column: string }
  | { readonly from: 'stage' };

/**
 * What is counted from the transactions. Orders are different order ids, or different days where orders have none;
 * `orders-3-months` are those of fewer than three completed months ago.
 */
export const transactionMeasures = [
  'last-order-date',
  'first-order-date',
  'order-count',
  'orders-3-months',
  'orders-6-months',
  'orders-12-months',
  'spend',
  'average-order-value',
] as const;

export type TransactionMeasure = (typeof transactionMeasures)[number];

/** How many months back a measure counts orders; null for one that counts all, or something else. */
export function monthsCounted(measure: TransactionMeasure): number | null {
  const [, months] = /^orders-(\d+)-months$/.exec(measure) ?? [];
  return months === undefined ? null : Number(months);
}

/** Whether a measure takes the amounts of the orders. */
export function needsAmounts(measure: TransactionMeasure): boolean {
  return measure === 'spend' || measure === 'average-order-value';
}

/** Whether a measure is a date. */
export function isDateMeasure(measure: TransactionMeasure): boolean {
  return measure === 'last-order-date' || measure === 'first-order-date';
}

/** How the values of a variable are compared: numbers by size, dates by completed months, categories by name. */
export type VariableKind = 'number' | 'date' | 'category';

/** A stable key of a variable. Example: `variableKey({ from: 'customers', column: 'points' })` is `customers.points`. */
export function variableKey(variable: Variable): string {
  switch (variable.from) {
    case 'customers':
      return `customers.${variable.column}`;
    case 'transactions':
      return `transactions.${variable.measure}`;
    case 'favourite':
      return `favourite.${variable.column}`;
    case 'stage':
      return 'stage';
  }
}

/** Where customers come from: the tables and columns that the roles of the import named. */
export interface CustomerSource {
  readonly table: string;
  readonly idColumn: string;
  readonly lastPurchaseColumn: string | null;
  readonly transactions: TransactionSource | null;
}

export interface TransactionSource {
  readonly table: string;
  readonly customerColumn: string;
  readonly dateColumn: string;
  readonly orderColumn: string | null;
  readonly amountColumn: string | null;
}
