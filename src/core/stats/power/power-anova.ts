import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { fUpperQuantile } from '../distributions/f-distribution.ts';
import { noncentralFUpperTail } from '../distributions/noncentral-f-distribution.ts';
import { risingRoot } from './rising-root.ts';

const mostCustomers = 1e9;
/** Beyond this noncentrality every such test is certain to find the effect. */
const certain = 1e9;

/** Several arms compared at once. Variances in the squared unit of the outcome. */
export interface AnovaPlan {
  /** How many arms: whole, 2 to 1000. */
  readonly arms: number;
  /** The variance of the outcome among the customers of an arm, above 0. */
  readonly varianceWithin: number;
  readonly alpha: number;
}

/**
 * How likely an analysis of variance finds that the means of several arms are not all the same.
 * `varianceBetween`: the variance of the true means (divisor: arms - 1), above 0; `sizePerArm`: customers, above 1.
 * Refuses `invalid-arms`, `invalid-standard-deviation` (of the variance within), `invalid-alpha`, `invalid-difference`
 * (of the variance between) and `invalid-size`.
 * Source: R `power.anova.test`, statsmodels `FTestAnovaPower` with Cohen's f; noncentral F.
 * Example: 4 arms of 5, variance between 1 and within 3, alpha 0.05 gives 0.3535594.
 */
export function powerOfAnova(
  plan: AnovaPlan & { readonly varianceBetween: number; readonly sizePerArm: number },
): Result<number> {
  const { varianceBetween, sizePerArm } = plan;
  const problem = anovaProblem(plan) ?? effectProblem(varianceBetween) ?? sizeProblem(sizePerArm);
  return problem ? refuse(problem) : succeed(powerAt(plan, varianceBetween, sizePerArm));
}

/**
 * How many customers each arm needs so that an analysis of variance finds true differences with the wanted power.
 * `power`: between `alpha` and 1. The formula's value, at least 2, to be rounded up.
 * Refuses what the power refuses, `invalid-power`, and `effect-too-small` beyond a billion per arm.
 * Source: R `power.anova.test(n = NULL)`.
 * Example: 4 arms, variance between 1 and within 3, alpha 0.05, power 0.8 gives 11.92611 (R prints 11.92613: its search stops at a tolerance of
 * 1e-4).
 */
export function sampleSizePerArmForAnova(
  plan: AnovaPlan & { readonly varianceBetween: number; readonly power: number },
): Result<number> {
  const { varianceBetween, power } = plan;
  const problem = anovaProblem(plan) ?? effectProblem(varianceBetween) ?? powerProblem(plan);
  if (problem) return refuse(problem);
  const missing = (size: number): number => powerAt(plan, varianceBetween, size) - power;
  const size = risingRoot(missing, { from: 2, most: mostCustomers });
  return size === null ? refuse({ code: 'effect-too-small', varianceBetween }) : succeed(size);
}

/**
 * The smallest variance of the true means that an analysis of variance of given size finds with the wanted power.
 * Arguments as above; the answer is a variance in the squared unit of the outcome (its root: a typical distance).
 * Refuses what the others refuse.
 * Source: R `power.anova.test(between.var = NULL)`.
 * Example: 4 arms of 12, variance within 3, alpha 0.05, power 0.85 gives 1.120861.
 */
export function minimumDetectableAnovaEffect(
  plan: AnovaPlan & { readonly sizePerArm: number; readonly power: number },
): Result<number> {
  const { sizePerArm, power, varianceWithin } = plan;
  const problem = anovaProblem(plan) ?? powerProblem(plan) ?? sizeProblem(sizePerArm);
  if (problem) return refuse(problem);
  const missing = (ratio: number): number =>
    powerAt({ ...plan, varianceWithin: 1 }, ratio, sizePerArm) - power;
  if (missing(0) >= 0) return refuse({ code: 'invalid-power', power, alpha: plan.alpha });
  const ratio = risingRoot(missing, { from: 1, most: 1e12, lowest: 0 });
  const variance = (ratio ?? Infinity) * varianceWithin;
  return Number.isFinite(variance) ? succeed(variance) : refuse({ code: 'no-detectable-effect' });
}

function powerAt(plan: AnovaPlan, varianceBetween: number, sizePerArm: number): number {
  const numerator = plan.arms - 1;
  const denominator = plan.arms * (sizePerArm - 1);
  const noncentrality = numerator * sizePerArm * (varianceBetween / plan.varianceWithin);
  if (noncentrality > certain) return 1;
  const critical = fUpperQuantile(plan.alpha, { numerator, denominator });
  return noncentralFUpperTail(critical, numerator, denominator, noncentrality);
}

function anovaProblem({ arms, varianceWithin, alpha }: AnovaPlan): Problem | null {
  if (!(Number.isSafeInteger(arms) && arms >= 2 && arms <= 1000)) {
    return { code: 'invalid-arms', arms };
  }
  if (!(varianceWithin > 0 && Number.isFinite(varianceWithin))) {
    return { code: 'invalid-standard-deviation', varianceWithin };
  }
  return alpha >= 1e-100 && alpha < 0.5 ? null : { code: 'invalid-alpha', alpha };
}

function effectProblem(varianceBetween: number): Problem | null {
  const possible = varianceBetween > 0 && Number.isFinite(varianceBetween);
  return possible ? null : { code: 'invalid-difference', varianceBetween };
}

function sizeProblem(sizePerArm: number): Problem | null {
  const possible = sizePerArm >= 1.001 && sizePerArm <= 2 * mostCustomers;
  return possible ? null : { code: 'invalid-size', sizePerArm };
}

function powerProblem({ alpha, power }: AnovaPlan & { readonly power: number }): Problem | null {
  return power > alpha && power < 1 ? null : { code: 'invalid-power', power, alpha };
}
