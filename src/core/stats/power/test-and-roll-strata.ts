import { createGenerator } from '#core/random/generator.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import {
  largestSample,
  rolledOut,
  rollPlanProblem,
  sampleOf,
  shownIn,
  targetsOf,
  type StratifiedRollPlan,
} from './roll-strata.ts';

/** What an experiment of a given size earns on average, per customer of the list. */
export interface StratifiedOutlook {
  /** Customers of the experiment. */
  readonly size: number;
  readonly profitPerCustomer: number;
  /** When the best arm by what is known beforehand simply goes to everybody, and if the truth were known. */
  readonly profitWithoutTest: number;
  readonly profitWithPerfectKnowledge: number;
  readonly regretPerCustomer: number;
}

/**
 * What an experiment over strata and several arms earns on average, when the arm with the best posterior mean goes to the rest.
 * `plan`: 1 or more strata, 2 or more arms; `size`: above 0, at most what the first stratum to be used up allows.
 * Refuses `no-strata`, `too-few-arms`, `invalid-population`, `invalid-mean`, `invalid-standard-deviation`,
 * `invalid-proportions` and `invalid-size` with the `most` possible.
 * Source: Feit & Berman (2019), Marketing Science 38, equation 18, with arms known unequally well and strata that vary around
 * their arm (posterior means of a two-level normal model; the expected maximum by quadrature).
 * Example: two equal arms without strata, 100,000 customers, 0.68 ± 0.03, 4,568 tested: 0.695360, as `testAndRollOutlook`.
 */
export function stratifiedOutlook(
  plan: StratifiedRollPlan,
  size: number,
): Result<StratifiedOutlook> {
  const problem = rollPlanProblem(plan);
  if (problem) return refuse(problem);
  const most = largestSample(plan);
  if (!(size > 0 && size <= most * (1 + 1e-12)))
    return refuse({ code: 'invalid-size', size, most });
  const { arms, population } = plan;
  const counts = sampleOf(plan, size);
  const customers = population.reduce((sum, count) => sum + count, 0);
  const tested = arms.reduce(
    (sum, { meanProfit }, arm) =>
      sum + meanProfit * counts.reduce((all, row) => all + (row[arm] ?? 0), 0),
    0,
  );
  const rest = population.map((count, stratum) =>
    Math.max(0, count - (counts[stratum] ?? []).reduce((sum, some) => sum + some, 0)),
  );
  const profitPerCustomer = (tested + rolledOut(plan, rest, counts)) / customers;
  const profitWithPerfectKnowledge = rolledOut(plan, population, null) / customers;
  return succeed({
    size,
    profitPerCustomer,
    profitWithoutTest: Math.max(...arms.map(({ meanProfit }) => meanProfit)),
    profitWithPerfectKnowledge,
    regretPerCustomer: profitWithPerfectKnowledge - profitPerCustomer,
  });
}

const gridSteps = 60;

/**
 * The size of an experiment over strata and several arms that earns most on a list, its proportions given.
 * Refuses what `stratifiedOutlook` refuses, and `testing-does-not-pay` when every size earns less than none.
 * Source: Feit & Berman (2019), Marketing Science 38: equation 18 at its maximum, sought on a grid and then by thirds.
 * Example: the plan above: 4,567.78 customers, twice 2,283.89.
 */
export function stratifiedSize(plan: StratifiedRollPlan): Result<StratifiedOutlook> {
  const problem = rollPlanProblem(plan);
  if (problem) return refuse(problem);
  const most = largestSample(plan);
  const profit = (log: number): number => {
    const outlook = stratifiedOutlook(plan, Math.min(most, Math.exp(log)));
    return outlook.ok ? outlook.value.profitPerCustomer : Number.NEGATIVE_INFINITY;
  };
  const [first, last] = [Math.log(Math.min(1, most / 2)), Math.log(most)];
  const step = (last - first) / gridSteps;
  const grid = Array.from({ length: gridSteps + 1 }, (_, place) => first + place * step);
  const earned = grid.map(profit);
  const best = grid[earned.indexOf(Math.max(...earned))] ?? first;
  let [low, high] = [Math.max(first, best - step), Math.min(last, best + step)];
  for (let round = 0; round < 40; round += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (profit(left) < profit(right)) low = left;
    else high = right;
  }
  const found = stratifiedOutlook(plan, Math.min(most, Math.exp((low + high) / 2)));
  if (!found.ok) return found;
  const { profitPerCustomer, profitWithoutTest } = found.value;
  return profitPerCustomer > profitWithoutTest
    ? found
    : refuse({ code: 'testing-does-not-pay', profitWithoutTest });
}

/**
 * How likely customers of the rest get an arm that is not truly the best for them (by the rule), simulated.
 * `repetitions`: whole, 1 to 10 million; the same `seed` gives the same figure. With its Monte-Carlo standard error.
 * Refuses what `stratifiedOutlook` refuses, and `invalid-repetitions`.
 * Source: Feit & Berman (2019), Marketing Science 38, equation 13, for any number of arms.
 * Example: two equal arms as above, 4,568 tested: about 0.1001.
 */
export function stratifiedErrorShare(
  plan: StratifiedRollPlan,
  size: number,
  { seed, repetitions }: { readonly seed: string; readonly repetitions: number },
): Result<{ readonly value: number; readonly standardError: number }> {
  const outlook = stratifiedOutlook(plan, size);
  if (!outlook.ok) return outlook;
  if (!(Number.isInteger(repetitions) && repetitions >= 1 && repetitions <= 1e7)) {
    return refuse({ code: 'invalid-repetitions', repetitions });
  }
  const counts = sampleOf(plan, size);
  const generator = createGenerator(seed);
  const normal = (): number => normalQuantile((generator.nextWord() + 0.5) / 2 ** 32);
  const targets = targetsOf(plan, plan.population).map(({ weights, customers }) => ({
    customers,
    arms: plan.arms.map((arm, place) => ({
      mean: arm.meanProfit,
      shown: Math.sqrt(
        shownIn(
          arm,
          weights,
          counts.map((row) => row[place] ?? 0),
        ),
      ),
      all: Math.sqrt(shownIn(arm, weights, null)),
    })),
  }));
  const customers = targets.reduce((sum, target) => sum + target.customers, 0);
  let [sum, squares] = [0, 0];
  for (let step = 0; step < repetitions; step += 1) {
    let wrong = 0;
    for (const target of targets) {
      const means = target.arms.map(({ mean, shown }) => mean + shown * normal());
      const truths = target.arms.map(
        ({ shown, all }, arm) =>
          (means[arm] ?? 0) + Math.sqrt(Math.max(0, all * all - shown * shown)) * normal(),
      );
      if (placeOfLargest(means) !== placeOfLargest(truths)) wrong += target.customers / customers;
    }
    sum += wrong;
    squares += wrong * wrong;
  }
  const value = sum / repetitions;
  const variance = Math.max(0, squares / repetitions - value * value);
  return succeed({ value, standardError: Math.sqrt(variance / repetitions) });
}

function placeOfLargest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
