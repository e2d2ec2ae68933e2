import { normalQuantile } from '#core/stats/distributions/normal-distribution.ts';
import type { RandomGenerator } from '#core/random/generator.ts';
import { drawHypergeometric } from './hypergeometric-draw.ts';
import type { TestCounts } from './test-counts.ts';

/**
 * The experiment cut at random into `folds` parts, as if its customers had been shared out one by one: only counts are
 * known, and of how many responders fall into a part exactly the hypergeometric distribution is known as well. Each arm of
 * each cell is cut into parts that differ by one customer at most; which of them get the one more is random too.
 * The money of the responders in a part is drawn from the normal distribution with the mean and the variance that such a
 * part has (without replacement); its squares go in proportion.
 * `folds`: two or more. Parts of one experiment are independent where its customers are.
 * Source: hypergeometric thinning of binomial counts; Neufeld et al. (2024), Data Thinning for Convolution-Closed
 * Distributions, JMLR 25; Cochran (1977), 2.5, for the money of a part.
 */
export function splitCounts(
  counts: TestCounts,
  folds: number,
  generator: RandomGenerator,
): readonly TestCounts[] {
  const size = counts.customers.length;
  const parts = Array.from({ length: folds }, () => ({
    cells: counts.cells,
    arms: counts.arms,
    customers: new Float64Array(size),
    responders: new Float64Array(size),
    money: new Float64Array(size),
    moneySquares: new Float64Array(size),
  }));
  for (let place = 0; place < size; place++) {
    const customers = counts.customers[place] as number;
    if (customers === 0) continue;
    const responders = counts.responders[place] as number;
    const money = counts.money[place] as number;
    const squares = counts.moneySquares[place] as number;
    const variance = responders > 1 ? Math.max(0, squares - (money * money) / responders) / (responders - 1) : 0; // prettier-ignore
    const first = generator.nextInteger(folds);
    const left = { customers, responders, money };
    for (let fold = 0; fold < folds; fold++) {
      const part = parts[fold] as (typeof parts)[number];
      const isOneMore = (fold + folds - first) % folds < customers % folds;
      const drawn = Math.floor(customers / folds) + (isOneMore ? 1 : 0);
      const found = drawHypergeometric(generator, left.customers, left.responders, drawn);
      const amount = moneyOf(found, left, variance, generator);
      part.customers[place] = drawn;
      part.responders[place] = found;
      part.money[place] = amount;
      part.moneySquares[place] = responders > 0 ? (squares * found) / responders : 0;
      left.customers -= drawn;
      left.responders -= found;
      left.money -= amount;
    }
  }
  return parts;
}

/** The money of `found` of the responders that are left. */
function moneyOf(
  found: number,
  left: { readonly responders: number; readonly money: number },
  variance: number,
  generator: RandomGenerator,
): number {
  if (found === 0 || left.money === 0) return 0;
  if (found === left.responders) return left.money;
  const spread = Math.sqrt(variance * found * (1 - found / left.responders));
  const z = spread > 0 ? normalQuantile(Math.max(generator.nextShare(), 2 ** -53)) : 0;
  return (left.money * found) / left.responders + z * spread;
}
