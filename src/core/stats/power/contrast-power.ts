import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalQuantile, normalUpperTail } from '../distributions/normal-distribution.ts';
import { criticalValue } from './proportion-power-scale.ts';

/** One group of customers (a cell and an arm) in a question, and what it adds to the answer. */
export interface ContrastGroup {
  /** Its weight in the question: 1 and -1 for a difference, 1 -1 -1 1 for a difference of differences. */
  readonly weight: number;
  /** The variance of the outcome among its customers: p (1 - p) for a share, 1 / (p (1 - p)) on the scale of log odds. */
  readonly variance: number;
  /** Its customers, above 0 (for a size: its part of all, whatever the parts add up to). */
  readonly size: number;
}

/** A question put to many groups at once. */
export interface ContrastPlan {
  readonly groups: readonly ContrastGroup[];
  /** After the declared rule for several questions (Bonferroni: alpha divided by their number). */
  readonly alpha: number;
  readonly sides?: 1 | 2;
}

/**
 * How precisely a question is answered: the standard error of its contrast.
 * `groups`: at least one with a weight that is not 0.
 * Refuses `invalid-groups` (none with a weight, a variance below 0, a size not above 0).
 * Source: Cochran (1977), 5.3 (the variance of a weighted sum of means): root of the sum of weight² · variance / size.
 * Example: a difference of 10% of 400 and 5% of 400 gives 0.01854050.
 */
export function contrastStandardError(groups: readonly ContrastGroup[]): Result<number> {
  const problem = groupsProblem(groups);
  return problem ? refuse(problem) : succeed(standardErrorOf(groups));
}

/**
 * How likely a question over cells and arms is answered: the power of its contrast.
 * `effect`: the true value of the contrast, not 0.
 * Refuses `invalid-groups`, `invalid-alpha` and `invalid-difference` (of the effect).
 * Source: Cochran (1977), 5.3, with the variances expected; R `pnorm`. The interaction of two factors is the contrast
 * 1 -1 -1 1.
 * Example: 10% against 5% with 400 each, alpha 0.05 gives 0.7693888.
 */
export function powerOfContrast(plan: ContrastPlan & { readonly effect: number }): Result<number> {
  const { groups, effect } = plan;
  const problem = groupsProblem(groups) ?? alphaProblem(plan) ?? effectProblem(effect);
  if (problem) return refuse(problem);
  return succeed(normalUpperTail(criticalValue(plan) - Math.abs(effect) / standardErrorOf(groups)));
}

/**
 * How many customers, all groups together and in the proportion of their sizes, answer a question with the wanted power.
 * `power`: between `alpha` and 1. The formula's value, to be rounded up.
 * Refuses what the power refuses, `invalid-power`, and `effect-too-small` when the size is beyond the numbers.
 * Source: Cochran (1977), 5.3, with the variances expected; R `qnorm`, solved for the size.
 * Example: 10% against 5%, equal parts, alpha 0.05, power 0.8 gives 863.3768, that is 432 each.
 */
export function sampleSizeForContrast(
  plan: ContrastPlan & { readonly effect: number; readonly power: number },
): Result<number> {
  const { groups, effect } = plan;
  const problem =
    groupsProblem(groups) ?? alphaProblem(plan) ?? effectProblem(effect) ?? powerProblem(plan);
  if (problem) return refuse(problem);
  const customers = groups.reduce((sum, { size }) => sum + size, 0);
  const size = customers * (reachOf(plan) * (standardErrorOf(groups) / effect)) ** 2;
  return Number.isFinite(size) ? succeed(size) : refuse({ code: 'effect-too-small', effect });
}

/**
 * The smallest value of a question's contrast that its groups answer with the wanted power.
 * Arguments as above; in the unit of the contrast, above 0, the variances held as given.
 * Refuses what the others refuse.
 * Source: Cochran (1977), 5.3, with the variances expected; R `qnorm`, solved for the effect.
 * Example: variances of 10% and 5% with 400 each, alpha 0.05, power 0.8 gives 0.05194278.
 */
export function detectableContrast(
  plan: ContrastPlan & { readonly power: number },
): Result<number> {
  const problem = groupsProblem(plan.groups) ?? alphaProblem(plan) ?? powerProblem(plan);
  return problem ? refuse(problem) : succeed(reachOf(plan) * standardErrorOf(plan.groups));
}

function standardErrorOf(groups: readonly ContrastGroup[]): number {
  return Math.sqrt(
    groups.reduce(
      (sum, { weight, variance, size }) => sum + (weight * weight * variance) / size,
      0,
    ),
  );
}

function reachOf(plan: ContrastPlan & { readonly power: number }): number {
  return criticalValue(plan) - normalQuantile(1 - plan.power);
}

function groupsProblem(groups: readonly ContrastGroup[]): Problem | null {
  const possible =
    groups.every(
      ({ weight, variance, size }) =>
        Number.isFinite(weight) && variance >= 0 && variance <= 1e100 && size > 0 && size <= 1e100,
    ) && groups.some(({ weight, variance }) => weight !== 0 && variance > 0);
  const standardError = possible ? standardErrorOf(groups) : Number.NaN;
  return standardError > 0 && Number.isFinite(standardError)
    ? null
    : { code: 'invalid-groups', groups: groups.length };
}

function alphaProblem({ alpha }: ContrastPlan): Problem | null {
  return alpha >= 1e-100 && alpha < 0.5 ? null : { code: 'invalid-alpha', alpha };
}

function effectProblem(effect: number): Problem | null {
  const possible = effect !== 0 && Number.isFinite(effect);
  return possible ? null : { code: 'invalid-difference', effect };
}

function powerProblem(plan: ContrastPlan & { readonly power: number }): Problem | null {
  const { power, alpha, sides = 2 } = plan;
  // At no effect the near tail alone has alpha / sides.
  return power > alpha / sides && power < 1 ? null : { code: 'invalid-power', power, alpha };
}
