import { refuse, succeed, type Result } from '#core/result.ts';
import type { CountTable } from '../stratified/score-moments.ts';
import { marginsOf, tableProblem } from './contingency-table.ts';
import { TableNetwork, WorkLimitReached } from './table-network.ts';

/** More customers than this are refused before anything is counted. */
export const mostTableCustomers = 5000;

/**
 * Whether the outcome has to do with the group, exactly and however few customers there are (Fisher's test for tables of
 * any shape).
 * `table`: whole counts, one row per group, one column per outcome, at least two of each and none of them empty, at most
 * 5,000 customers. The probabilities of all tables with these margins that are not more likely than the observed one are
 * added up, ties within 1e-7 included. Tables whose possibilities would take more than about half a second are refused: 5 by
 * 7 with 45 customers, 4 by 4 with 100 and 2 by 4 with 1,000 are not, 4 by 4 with 200 are.
 * Refuses what `chiSquareTest` refuses, and `too-large-for-exact`.
 * Source: Freeman & Halton (1951), Biometrika 38; Mehta & Patel (1983), network algorithm; R `fisher.test`.
 * Example: income by job satisfaction (R `example(fisher.test)`, 4 by 4) gives p 0.7826849.
 */
export function fisherTableTest(table: CountTable): Result<{ readonly pValue: number }> {
  const problem = tableProblem(table);
  if (problem) return refuse(problem);
  const { rows, columns, total } = marginsOf(table);
  const size = { customers: total, rows: rows.length, columns: columns.length };
  const tooLarge = { code: 'too-large-for-exact', ...size };
  if (total > mostTableCustomers) return refuse(tooLarge);
  // The fewer sums a place in the network has, the fewer places there are.
  const [sums, steps] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  try {
    const pValue = new TableNetwork(sums, steps).unlikelyShare(table.flat());
    return succeed({ pValue: Math.min(1, Math.max(pValue, Number.MIN_VALUE)) });
  } catch (error) {
    if (error instanceof WorkLimitReached) return refuse(tooLarge);
    throw error;
  }
}
