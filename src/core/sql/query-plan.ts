/** What a step of a query plan does, as far as it is known; `detail` is SQLite's own line. */
export type PlanStepKind =
  | 'scan'
  | 'scan-index'
  | 'search-index'
  | 'search-rowid'
  | 'search-automatic'
  | 'sort-group'
  | 'sort-order'
  | 'sort-distinct'
  | 'constant'
  | 'subquery'
  | 'correlated'
  | 'materialize'
  | 'compound'
  | 'recursive'
  | 'bloom'
  | 'other';

export interface PlanStep {
  readonly kind: PlanStepKind;
  /** The table or sub-query it is about, or null. */
  readonly table: string | null;
  readonly detail: string;
  readonly steps: readonly PlanStep[];
}

/** A row of EXPLAIN QUERY PLAN. */
export interface PlanRow {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

/** In order: the first that matches. The captured name is the table. */
const kinds: readonly (readonly [RegExp, PlanStepKind])[] = [
  [/^SCAN (?:\d+|)\s*CONSTANT ROWS?$/, 'constant'],
  [/^SEARCH (.+?) USING AUTOMATIC /, 'search-automatic'],
  [/^SEARCH (.+?) USING INTEGER PRIMARY KEY/, 'search-rowid'],
  [/^SEARCH (.+?) USING /, 'search-index'],
  [/^SCAN (.+?) USING (?:COVERING )?INDEX/, 'scan-index'],
  [/^SCAN (.+?)(?: LEFT-JOIN| VIRTUAL TABLE.*)?$/, 'scan'],
  [/^USE TEMP B-TREE FOR (?:LAST \d+ TERMS? OF |RIGHT PART OF )?ORDER BY/, 'sort-order'],
  [/^USE TEMP B-TREE FOR GROUP BY/, 'sort-group'],
  [/^USE TEMP B-TREE FOR/, 'sort-distinct'],
  [/^CORRELATED /, 'correlated'],
  [/^(?:SCALAR|LIST) SUBQUERY|^REUSE /, 'subquery'],
  [/^(?:MATERIALIZE|CO-ROUTINE) (.+)$/, 'materialize'],
  [
    /^COMPOUND QUERY|^LEFT-MOST SUBQUERY|^UNION|^EXCEPT|^INTERSECT|^MERGE|^LEFT$|^RIGHT$/,
    'compound',
  ],
  [/^SETUP$|^RECURSIVE STEP$/, 'recursive'],
  [/^BLOOM FILTER ON (.+?) \(/, 'bloom'],
];

/**
 * The rows of EXPLAIN QUERY PLAN as a tree of steps.
 * Source: https://sqlite.org/eqp.html
 * Example: `SCAN customers` is a step of the kind `scan` about customers.
 */
export function planTree(rows: readonly PlanRow[], parent = 0): PlanStep[] {
  return rows
    .filter((row) => row.parent === parent && row.id !== parent)
    .map(({ id, detail }) => {
      const found = kinds.find(([pattern]) => pattern.test(detail));
      return {
        kind: found?.[1] ?? 'other',
        table: found?.[0].exec(detail)?.[1] ?? null,
        detail,
        steps: planTree(rows, id),
      };
    });
}
