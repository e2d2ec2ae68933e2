import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { armWeights, costPerCustomer } from './arm-weights.ts';
import type { CellBounds } from './cell-bounds.ts';
import type { Design } from './design.ts';
import { divideCells } from './divide-cells.ts';
import { shareWithin } from './share-total.ts';

export type SpendProblem =
  | (Problem<'budget-not-positive'> & { budget: number })
  /** `least`: what the fewest customers that may be drawn cost. */
  | (Problem<'budget-below-least'> & { budget: number; least: number });

/**
 * The most precise customers that money buys, [cell][arm]: within a cell arms by spread over the root of cost, the cells in
 * proportion within their limits, and as many in all as the expected cost allows; never more than the budget.
 * `budget`: money above 0; where everybody costs less, everybody is drawn that the limits let through.
 * Refuses `budget-not-positive` and `budget-below-least`.
 * Source: Cochran (1977), 5.5; Wesołowski, Wieczorkowski & Wójciak (2024), RNABOX, in money.
 * Example: one cell of 1,000, a holdout and a carrot of 1,000 a customer, both expected at 50%, 50,000: 51 and 50.
 */
export function spendBudget(
  design: Pick<Design, 'arms' | 'channels' | 'power' | 'allocation'>,
  population: readonly number[],
  bounds: readonly CellBounds[],
  budget: number,
): Result<number[][], SpendProblem> {
  if (!(budget > 0)) return refuse({ code: 'budget-not-positive', budget });
  const weights = armWeights(design);
  const costs = design.arms.map((arm) => costPerCustomer(design, arm));
  const draw = (total: number): number[][] =>
    divideCells(shareWithin(population, bounds, total), weights);
  const price = (counts: readonly (readonly number[])[]): number =>
    counts.reduce(
      (sum, row) => row.reduce((cost, size, arm) => cost + size * (costs[arm] ?? 0), sum),
      0,
    );
  const fewest = Math.max(
    1,
    bounds.reduce((sum, { least }) => sum + least, 0),
  );
  const most = bounds.reduce((sum, cell) => sum + cell.most, 0);
  const least = price(draw(fewest));
  if (least > budget) return refuse({ code: 'budget-below-least', budget, least });
  // Whole customers make the cost a staircase: halving finds a step that the money reaches, next to one that it does not.
  let [fits, tooMany] = [fewest, most + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (price(draw(middle)) <= budget) fits = middle;
    else tooMany = middle;
  }
  return succeed(draw(fits));
}
