/** How the rows of a table (orders, or contacts of an experiment) relate to the customer list, by the customer id. */
export interface RelationCheck {
  readonly list: {
    readonly rows: number;
    /** Different ids. */
    readonly customers: number;
    readonly rowsWithoutId: number;
    /** Ids that more than one row of the list has, and how many rows these have together. */
    readonly repeatedIds: number;
    readonly repeatedRows: number;
    readonly repeatedExamples: readonly IdCount[];
  };
  readonly rows: number;
  readonly rowsWithoutId: number;
  readonly matchedRows: number;
  /** Customers of the list that have a row. */
  readonly matchedCustomers: number;
  readonly customersWithoutRow: number;
  readonly withoutRowExamples: readonly string[];
  /** Rows whose id is not in the list: the most frequent ids first. */
  readonly orphanRows: number;
  readonly orphanIds: number;
  readonly orphanExamples: readonly IdCount[];
  /** What would join orphans to the list, the most rows first; none where no rule joins any. */
  readonly nearMatches: readonly NearMatch[];
  /** Null where there is no date or no as-of date. */
  readonly afterAsOf: { readonly rows: number; readonly latest: string | null } | null;
  /** Null where the list names no last purchase, or the table no date. */
  readonly lastPurchase: LastPurchaseCheck | null;
}

export interface IdCount {
  readonly id: string;
  readonly rows: number;
}

/** How ids may be written in two ways. `all`: every rule together. */
export type IdRule = 'case' | 'width' | 'spaces' | 'hyphens' | 'leading-zeros' | 'all';

export const idRules: readonly IdRule[] = [
  'case',
  'width',
  'spaces',
  'hyphens',
  'leading-zeros',
  'all',
];

export interface NearMatch {
  readonly rule: IdRule;
  /** Ids of orphans that fit exactly one customer by the rule, and their rows. */
  readonly ids: number;
  readonly rows: number;
  /** Ids of orphans that would fit several customers, and so none. */
  readonly ambiguousIds: number;
  readonly example: { readonly id: string; readonly listed: string };
}

/** The last purchase in the list against the latest date in the rows, by day. */
export interface LastPurchaseCheck {
  /** Customers that have both. */
  readonly compared: number;
  readonly equal: number;
  readonly listEarlier: number;
  readonly listLater: number;
  /** Customers with rows for whom the list names no last purchase. */
  readonly missingInList: number;
  readonly example: {
    readonly id: string;
    readonly listed: string;
    readonly latest: string;
  } | null;
}
