/**
 * A property of a customer that filters and attributes are made of: a column of the customer table, something counted
 * from the transactions, or the journey stage at the as-of date.
 */
export type Variable =
  | { readonly from: 'customers'; readonly column: string }
  | { readonly from: 'transactions'; readonly measure: TransactionMeasure }
  | { readonly from: 'stage' };

export type TransactionMeasure = 'last-order-date' | 'order-count' | 'spend';

/** How the values of a variable are compared: numbers by size, dates by completed months, categories by name. */
export type VariableKind = 'number' | 'date' | 'category';

/** A stable key of a variable. Example: `variableKey({ from: 'customers', column: 'points' })` is `customers.points`. */
export function variableKey(variable: Variable): string {
  switch (variable.from) {
    case 'customers':
      return `customers.${variable.column}`;
    case 'transactions':
      return `transactions.${variable.measure}`;
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
