import type { Problem } from '#core/result.ts';
import { expectedMaximum } from '../distributions/normal-maximum.ts';
import type { ArmPrior } from './arm-prior.ts';

/** What is known beforehand of an arm whose effect may differ by stratum. */
export interface StratifiedArmPrior extends ArmPrior {
  /** How much its true mean differs between strata: the standard deviation around its own mean; 0 for none. */
  readonly stratumSpread: number;
}

/** Any arms over strata (cells), tried in given proportions. */
export interface StratifiedRollPlan {
  /** Customers of every stratum: those of the experiment and those who get the winner afterwards. */
  readonly population: readonly number[];
  readonly arms: readonly StratifiedArmPrior[];
  /** [stratum][arm]: the parts of the sample, in any unit. */
  readonly proportions: readonly (readonly number[])[];
  /** `one`: one arm for the whole list; `per-stratum`: the best for each. */
  readonly rule: 'one' | 'per-stratum';
}

/** Customers of each stratum and arm in an experiment of so many. */
export function sampleOf({ proportions }: StratifiedRollPlan, size: number): number[][] {
  const all = sumOf(proportions.flat());
  return proportions.map((row) => row.map((part) => (size * part) / all));
}

/** The largest experiment: one more and a stratum would be used up. */
export function largestSample({ population, proportions }: StratifiedRollPlan): number {
  const all = sumOf(proportions.flat());
  return Math.min(
    ...population.map((count, stratum) => {
      const part = sumOf(proportions[stratum] ?? []);
      return part > 0 ? (count * all) / part : Number.POSITIVE_INFINITY;
    }),
  );
}

/** For whom one arm is chosen, and how strata weigh in that choice. */
export function targetsOf(
  { rule }: StratifiedRollPlan,
  customers: readonly number[],
): { readonly weights: readonly number[]; readonly customers: number }[] {
  const total = sumOf(customers);
  if (rule === 'one') {
    return total > 0
      ? [{ weights: customers.map((count) => count / total), customers: total }]
      : [];
  }
  return customers.flatMap((count, stratum) =>
    count > 0
      ? [{ weights: customers.map((_, at) => (at === stratum ? 1 : 0)), customers: count }]
      : [],
  );
}

/**
 * How much of an arm's mean over strata an experiment shows: the variance of its posterior mean. `customers`: of the arm in
 * each stratum; null for perfect knowledge.
 * With o ~ N(0, σ²) of the arm and e_h ~ N(0, τ²) of the stratum, what stratum h shows has the variance σ² + v_h, v_h = τ² +
 * s²/n_h; the inverse of the whole covariance σ² 11' + diag(v) is Sherman & Morrison's.
 */
export function shownIn(
  { offerSpread, customerSpread, stratumSpread }: StratifiedArmPrior,
  weights: readonly number[],
  customers: readonly number[] | null,
): number {
  const [arm, stratum] = [offerSpread ** 2, stratumSpread ** 2];
  if (customers === null) return arm + stratum * sumOf(weights.map((weight) => weight * weight));
  let [squares, cross, precision] = [0, 0, 0];
  for (const [place, weight] of weights.entries()) {
    const size = customers[place] ?? 0;
    if (size === 0) continue;
    const inverse = 1 / (stratum + customerSpread ** 2 / size);
    const shared = arm + stratum * weight;
    squares += shared * shared * inverse;
    cross += shared * inverse;
    precision += inverse;
  }
  return Math.max(0, squares - (arm * cross * cross) / (1 + arm * precision));
}

/** What customers earn on average when each target gets the arm with the best posterior mean (null: the truly best arm). */
export function rolledOut(
  plan: StratifiedRollPlan,
  customers: readonly number[],
  counts: readonly (readonly number[])[] | null,
): number {
  return sumOf(
    targetsOf(plan, customers).map((target) => {
      const values = plan.arms.map((arm, place) => ({
        mean: arm.meanProfit,
        deviation: Math.sqrt(
          shownIn(arm, target.weights, counts?.map((row) => row[place] ?? 0) ?? null),
        ),
      }));
      return target.customers * expectedMaximum(values);
    }),
  );
}

const largest = 1e100;

/** Why a plan cannot be, or null. */
export function rollPlanProblem({
  population,
  arms,
  proportions,
}: StratifiedRollPlan): Problem | null {
  if (population.length === 0) return { code: 'no-strata' };
  if (arms.length < 2) return { code: 'too-few-arms', arms: arms.length };
  const wrong = population.find((count) => !(count >= 0 && count <= 1e15));
  if (wrong !== undefined || !(sumOf(population) > 0)) {
    return { code: 'invalid-population', population: wrong ?? 0 };
  }
  for (const [arm, { meanProfit, offerSpread, customerSpread, stratumSpread }] of arms.entries()) {
    if (!(Math.abs(meanProfit) <= largest)) return { code: 'invalid-mean', arm, meanProfit };
    const possible =
      [offerSpread, stratumSpread].every((spread) => spread >= 0 && spread <= 1e50) &&
      customerSpread >= 1e-50 &&
      customerSpread <= 1e50;
    if (!possible) {
      return {
        code: 'invalid-standard-deviation',
        arm,
        offerSpread,
        customerSpread,
        stratumSpread,
      };
    }
  }
  const parts = proportions.flat();
  const fits =
    proportions.length === population.length &&
    proportions.every((row) => row.length === arms.length) &&
    parts.every((part) => part >= 0 && part <= 1e15) &&
    sumOf(parts) > 0 &&
    proportions.every((row, stratum) => sumOf(row) === 0 || (population[stratum] ?? 0) > 0);
  return fits ? null : { code: 'invalid-proportions' };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
