import { createGenerator } from '#core/random/generator.ts';
import type { CrossFitting } from './cross-fitting.ts';
import { planProfit, planVariance, profitInFold } from './plan-value.ts';
import { estimate, plansBy, type PolicyRule } from './policy-rules.ts';
import type { PolicyProblem } from './policy-problem.ts';
import { splitCounts } from './split-counts.ts';
import { countsWithout } from './test-counts.ts';
import type { CellProfits } from './cell-profits.ts';

/** What a rule earns for each budget, judged by customers that it was not chosen from. */
export interface CrossFittedRule {
  readonly rule: PolicyRule;
  readonly value: Float64Array;
  readonly standardError: Float64Array;
  /** How much less it earns than the first rule at the last budget, judged by the same customers. */
  readonly behind: { readonly difference: number; readonly standardError: number };
}

/** A rule at work: sums over all folds so far. */
interface Judging {
  readonly rule: PolicyRule;
  readonly budgets: readonly (number | null)[];
  readonly value: Float64Array;
  /** Of the plans, taken as given; `apart`: of the last one less that of the first rule. */
  readonly variance: Float64Array;
  apart: number;
}

/**
 * What each rule earns without the winner's curse. The experiment is cut into folds at random; on all folds but one the rule
 * chooses, on the one left out its plan is judged, and so around; the mean over several cuts counts. A plan is never judged
 * by the responses that made it look good, so that the value is right on average for plans made from (folds − 1) / folds of
 * the experiment: rather below than above what the plan made from all of it earns.
 * The standard error is that of a plan that is taken as given, in the mean of all folds; where a rule chooses by the
 * counts it is 1.5 times as large, for the folds choose from customers whom the others judge by (1/folds + 1/(folds − 1) in
 * place of 1/folds). Intervals so made hold the truth rather more often than they promise.
 * `profits`: of all counts; `budgets`: null for as much as pays. The first rule is judged at all of them, the others, which it
 * is held against, at the last alone.
 * Source: Chernozhukov et al. (2018), Econometrics J. 21, for cross-fitting; Rasines & Young (2023), Biometrika 110, and
 * Neufeld et al. (2024), JMLR 25, for splitting what is only known in sums; Nadeau & Bengio (2003), Machine Learning 52, for
 * the standard error.
 */
export function crossFit(
  problem: PolicyProblem,
  profits: CellProfits,
  rules: readonly PolicyRule[],
  budgets: readonly (number | null)[],
  { folds, repeats, seed }: CrossFitting,
): readonly CrossFittedRule[] {
  const { counts, carrots, basis } = problem;
  const generator = createGenerator(`${seed}/policy`);
  const found = rules.map((rule, place): Judging => {
    const own = place === 0 ? budgets : budgets.slice(-1);
    const [value, variance] = [new Float64Array(own.length), new Float64Array(own.length)];
    return { rule, budgets: own, value, variance, apart: 0 };
  });
  const share = 1 / (folds * repeats);
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const part of splitCounts(counts, folds, generator)) {
      const chosenFrom = estimate(problem, countsWithout(counts, part));
      const judged = profitInFold(part, counts, folds, carrots, basis);
      let first: Float64Array | null = null;
      for (const judging of found) {
        const plans = plansBy(judging.rule, problem, chosenFrom, judging.budgets);
        for (const [place, plan] of plans.entries()) {
          add(judging.value, place, planProfit(plan, judged) / repeats);
          add(judging.variance, place, share * planVariance(plan, profits));
        }
        const last = plans[plans.length - 1] as Float64Array;
        first ??= last;
        const apart = first.map((count, place) => count - (last[place] as number));
        judging.apart += share * planVariance(apart, profits);
      }
    }
  }
  const asChosen = Math.sqrt(1 + folds / (folds - 1));
  const atLast = (values: Float64Array | undefined) => values?.at(-1) as number;
  return found.map(({ rule, value, variance, apart }) => {
    const widening = rule.kind === 'everyone' ? 1 : asChosen;
    return {
      rule,
      value,
      standardError: variance.map((each) => widening * Math.sqrt(each)),
      behind: {
        difference: atLast(found[0]?.value) - atLast(value),
        standardError: asChosen * Math.sqrt(apart),
      },
    };
  });
}

function add(sums: Float64Array, place: number, amount: number): void {
  sums[place] = (sums[place] as number) + amount;
}
