import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import { logarithmGap } from '../numerics/logarithm-gap.ts';
import type { CountTable } from '../stratified/score-moments.ts';

/** Whether rows and columns have to do with each other, and where. All tables have the shape of the counts. */
export interface TableAssociation {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** What independence would give; below 5 the chi-square is no longer trusted (`smallestExpected`). */
  readonly expectedCounts: CountTable;
  readonly smallestExpected: number;
  /** In standard errors of their own: beyond 2 or -2 a cell stands out. */
  readonly adjustedResiduals: CountTable;
  /** How strong the association is: 0 none, 1 complete. */
  readonly cramersV: number;
}

/**
 * Whether the outcome has to do with the group, for any number of groups and outcomes, and which cells stand out.
 * `table`: whole counts, one row per group, one column per outcome, at least two of each and none of them empty.
 * Refuses `table-not-rectangular`, `too-few-rows-or-columns`, `invalid-counts` and `empty-row-or-column` with its place.
 * Source: Pearson (1900); Haberman (1973), Biometrics 29 (adjusted residuals); Cramér (1946); R
 * `chisq.test(correct = FALSE)` with its `stdres`.
 * Example: 762, 327, 468 against 484, 239, 477 gives 30.0701491, df 2, p 2.954e-07, first residual 4.5020535.
 */
export function chiSquareTest(table: CountTable): Result<TableAssociation> {
  return associationOf(table, (observed, expected) => (observed - expected) ** 2 / expected);
}

/**
 * The same question by the likelihood ratio (G test): it adds up over parts of a table where the chi-square does not.
 * `table`: as in `chiSquareTest`, which also says what is refused. An empty cell adds nothing but its expected count.
 * Source: Sokal & Rohlf (1995), chapter 17; SciPy `chi2_contingency(lambda_='log-likelihood', correction=False)`.
 * Example: 762, 327, 468 against 484, 239, 477 gives 30.0167, df 2, p 3.034e-07.
 */
export function gTest(table: CountTable): Result<TableAssociation> {
  return associationOf(table, (observed, expected) => {
    // observed ln(observed / expected) + expected - observed: the last two cancel over the table, digits survive.
    if (observed === 0) return 2 * expected;
    return 2 * observed * logarithmGap((expected - observed) / observed);
  });
}

function associationOf(
  table: CountTable,
  distance: (observed: number, expected: number) => number,
): Result<TableAssociation> {
  const problem = tableProblem(table);
  if (problem) return refuse(problem);
  const { rows, columns, total } = marginsOf(table);
  const cells = <Value>(
    cell: (observed: number, row: number, column: number) => Value,
  ): Value[][] =>
    table.map((counts, row) =>
      counts.map((observed, column) => cell(observed, rows[row] ?? NaN, columns[column] ?? NaN)),
    );
  const expectedOf = (row: number, column: number): number => (row / total) * column;
  const expectedCounts = cells((_, row, column) => expectedOf(row, column));
  const statistic = sum(
    cells((seen, row, column) => distance(seen, expectedOf(row, column))).flat(),
  );
  const pearson = cells(
    (seen, row, column) => (seen - expectedOf(row, column)) ** 2 / expectedOf(row, column),
  );
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  const smallerSide = Math.min(rows.length, columns.length) - 1;
  return succeed({
    statistic,
    degreesOfFreedom,
    pValue: chiSquareUpperTail(statistic, degreesOfFreedom),
    expectedCounts,
    smallestExpected: Math.min(...expectedCounts.flat()),
    adjustedResiduals: cells((seen, row, column) => {
      const variance = expectedOf(row, column) * (1 - row / total) * (1 - column / total);
      return (seen - expectedOf(row, column)) / Math.sqrt(variance);
    }),
    cramersV: Math.min(1, Math.sqrt(sum(pearson.flat()) / total / smallerSide)),
  });
}

/** Why counts are no table that can be tested, or null. */
export function tableProblem(table: CountTable): Problem | null {
  const columns = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== columns)) return { code: 'table-not-rectangular' };
  if (table.length < 2 || columns < 2) {
    return { code: 'too-few-rows-or-columns', rows: table.length, columns };
  }
  const counts = table.flat();
  const total = sum(counts);
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    return { code: 'invalid-counts', table };
  }
  if (!Number.isSafeInteger(total)) return { code: 'invalid-counts', table };
  const margins = marginsOf(table);
  const row = margins.rows.indexOf(0);
  if (row >= 0) return { code: 'empty-row-or-column', side: 'row', place: row };
  const column = margins.columns.indexOf(0);
  return column >= 0 ? { code: 'empty-row-or-column', side: 'column', place: column } : null;
}

/** The sums of the rows, of the columns, and of all. */
export function marginsOf(table: CountTable): {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
} {
  const rows = table.map(sum);
  const columns = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  return { rows, columns, total: sum(rows) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
