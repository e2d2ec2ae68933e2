import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { studentPower } from './power-means.ts';
import { risingRoot } from './rising-root.ts';

const mostCustomers = 1e9;

/**
 * One mean held against a fixed value, or the change of the same customers from before to after. `standardDeviation`:
 * the spread of the outcome, or of the changes (not of the values before or after), above 0.
 */
export interface OneMeanPlan {
  readonly standardDeviation: number;
  readonly alpha: number;
  readonly sides?: 1 | 2;
  readonly strict?: boolean;
}

/**
 * How likely a true change of a mean is found among so many customers (one sample, or pairs).
 * `difference`: in the unit of the outcome, not 0; `size`: customers (pairs), above 1.
 * Refuses `invalid-standard-deviation`, `invalid-alpha`, `invalid-difference` and `invalid-size`.
 * Source: R `power.t.test(type = "one.sample")`, `type = "paired"`; noncentral t.
 * Example: 20 pairs, difference 0.5, standard deviation 1, alpha 0.05 gives 0.5644829.
 */
export function powerOfOneMean(
  plan: OneMeanPlan & { readonly difference: number; readonly size: number },
): Result<number> {
  const { difference, size } = plan;
  const problem = oneMeanProblem(plan) ?? differenceProblem(difference) ?? sizeProblem(size);
  return problem ? refuse(problem) : succeed(powerAt(plan, difference, size));
}

/**
 * How many customers (pairs) are needed so that a true change of a mean is found with the wanted power.
 * `power`: between `alpha` and 1. The formula's value, at least 2, to be rounded up.
 * Refuses what the power refuses, `invalid-power`, and `effect-too-small` beyond a billion customers.
 * Source: R `power.t.test(n = NULL, type = "one.sample")`.
 * Example: difference 0.5, standard deviation 1, alpha 0.05, power 0.9 gives 43.99550.
 */
export function sampleSizeForOneMean(
  plan: OneMeanPlan & { readonly difference: number; readonly power: number },
): Result<number> {
  const { difference, power } = plan;
  const problem = oneMeanProblem(plan) ?? differenceProblem(difference) ?? powerProblem(plan);
  if (problem) return refuse(problem);
  const missing = (size: number): number => powerAt(plan, difference, size) - power;
  const size = risingRoot(missing, { from: 2, most: mostCustomers });
  return size === null ? refuse({ code: 'effect-too-small', difference }) : succeed(size);
}

/**
 * The smallest change of a mean that so many customers (pairs) show with the wanted power.
 * Arguments as above; the answer is in the unit of the outcome.
 * Refuses what the others refuse, and `no-detectable-effect` beyond a million million standard deviations.
 * Source: R `power.t.test(delta = NULL, type = "one.sample")`.
 * Example: 20 pairs, standard deviation 1, alpha 0.05, power 0.9 gives 0.7644580.
 */
export function minimumDetectableChange(
  plan: OneMeanPlan & { readonly size: number; readonly power: number },
): Result<number> {
  const { size, power, alpha, standardDeviation } = plan;
  const problem = oneMeanProblem(plan) ?? powerProblem(plan) ?? sizeProblem(size);
  if (problem) return refuse(problem);
  const missing = (effect: number): number =>
    powerAt({ ...plan, standardDeviation: 1 }, effect, size) - power;
  if (missing(0) >= 0) return refuse({ code: 'invalid-power', power, alpha });
  const effect = risingRoot(missing, { from: 1, most: 1e12, lowest: 0 });
  const difference = (effect ?? Infinity) * standardDeviation;
  return Number.isFinite(difference)
    ? succeed(difference)
    : refuse({ code: 'no-detectable-effect' });
}

function powerAt(plan: OneMeanPlan, difference: number, size: number): number {
  const standardErrors = (Math.abs(difference) / plan.standardDeviation) * Math.sqrt(size);
  return studentPower(plan, standardErrors, size - 1);
}

function oneMeanProblem({ standardDeviation, alpha }: OneMeanPlan): Problem | null {
  if (!(standardDeviation > 0 && Number.isFinite(standardDeviation))) {
    return { code: 'invalid-standard-deviation', standardDeviation };
  }
  return alpha / 2 > 0 && alpha < 0.5 ? null : { code: 'invalid-alpha', alpha };
}

function differenceProblem(difference: number): Problem | null {
  const possible = difference !== 0 && Number.isFinite(difference);
  return possible ? null : { code: 'invalid-difference', difference };
}

function sizeProblem(size: number): Problem | null {
  return size > 1 && Number.isFinite(size) ? null : { code: 'invalid-size', size };
}

function powerProblem({ alpha, power }: OneMeanPlan & { readonly power: number }): Problem | null {
  return power > alpha && power < 1 ? null : { code: 'invalid-power', power, alpha };
}
