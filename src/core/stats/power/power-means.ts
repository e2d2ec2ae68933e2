import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import {
  noncentralStudentLowerTail,
  noncentralStudentUpperTail,
} from '../distributions/noncentral-student-distribution.ts';
import { studentQuantile } from '../distributions/student-distribution.ts';
import { risingRoot } from './rising-root.ts';

const mostCustomers = 1e9;

/** What all questions of power for means share; `sides` is 2 by default. */
export interface MeanPowerPlan {
  /** The spread of the outcome among customers, above 0: in both arms, or in the treatment only. */
  readonly standardDeviation: number;
  /** The control's own spread: the experiment will then be judged by Welch's test. */
  readonly standardDeviationControl?: number;
  readonly alpha: number;
  readonly sides?: 1 | 2;
  /** Whether a significant result in the wrong direction counts as found (R's `strict`); false by default. */
  readonly strict?: boolean;
}

/** The sizes of the two arms, in customers. */
export interface TwoSizes {
  readonly sizeTreatment: number;
  readonly sizeControl: number;
}

/** Sizes as the method gives them (`exact…`), and rounded up to whole customers. */
export interface MeanArmSizes extends TwoSizes {
  readonly method: 'noncentral-t' | 'noncentral-t-welch';
  readonly exactSizeTreatment: number;
  readonly exactSizeControl: number;
}

/**
 * How likely an experiment of given sizes finds a true difference of means.
 * `difference`: in the unit of the outcome, not 0; sizes together above 2, with two spreads each above 1.
 * Refuses `invalid-standard-deviation`, `invalid-alpha`, `invalid-difference` and `invalid-size`.
 * Source: R `power.t.test` (with `strict`: the far tail is counted), `pwr::pwr.t2n.test`; noncentral t. With two spreads
 * the degrees of freedom are Satterthwaite's (Moser, Stevens & Watts 1989).
 * Example: 20 per arm, difference 1, standard deviation 1, alpha 0.05 gives 0.8689528.
 */
export function powerOfMeans(
  plan: MeanPowerPlan & TwoSizes & { readonly difference: number },
): Result<number> {
  const problem = planProblem(plan) ?? differenceProblem(plan.difference) ?? sizesProblem(plan);
  return problem ? refuse(problem) : succeed(powerAt(plan, plan.difference, plan));
}

/**
 * How many customers each arm needs so that a true difference of means is found with the wanted power.
 * `difference`: in the unit of the outcome; `power`: between `alpha` and 1; `ratio`: treated customers per control
 * customer, 1 by default. Never fewer than two per arm at equal sizes.
 * Refuses what `powerOfMeans` refuses of the plan, `invalid-power`, `invalid-ratio` (also beyond a billion to one), and
 * `effect-too-small` when more than a billion customers would be needed.
 * Source: R `power.t.test(n = NULL)`.
 * Example: difference 1, standard deviation 1, alpha 0.05, power 0.9 gives 22.02110 per arm, that is 23.
 */
export function sampleSizePerArmForMeans(
  plan: MeanPowerPlan & {
    readonly difference: number;
    readonly power: number;
    readonly ratio?: number;
  },
): Result<MeanArmSizes> {
  const { difference, power, ratio = 1 } = plan;
  const problem =
    planProblem(plan) ?? differenceProblem(difference) ?? powerProblem(plan.alpha, power);
  if (problem) return refuse(problem);
  if (!(ratio >= 1 / mostCustomers && ratio <= mostCustomers)) {
    return refuse({ code: 'invalid-ratio', ratio });
  }
  const sizes = (control: number): TwoSizes => ({
    sizeTreatment: control * ratio,
    sizeControl: control,
  });
  const missing = (control: number): number => powerAt(plan, difference, sizes(control)) - power;
  const welch = plan.standardDeviationControl !== undefined;
  const fewest = welch ? 2 * Math.max(1, 1 / ratio) : 4 / (1 + ratio);
  const found = risingRoot(missing, { from: fewest, most: mostCustomers });
  if (found === null) return refuse({ code: 'effect-too-small', difference });
  const exact = sizes(found);
  return succeed({
    method: welch ? 'noncentral-t-welch' : 'noncentral-t',
    exactSizeTreatment: exact.sizeTreatment,
    exactSizeControl: exact.sizeControl,
    sizeTreatment: Math.ceil(exact.sizeTreatment),
    sizeControl: Math.ceil(exact.sizeControl),
  });
}

/**
 * The smallest difference of means that an experiment of given sizes finds with the wanted power.
 * Arguments as above; the answer is in the unit of the outcome.
 * Refuses what the others refuse, `invalid-power` where even no difference has that power (as exactly as numbers tell),
 * and `no-detectable-effect` beyond a million million standard deviations (two or three customers at a tiny alpha).
 * Source: R `power.t.test(delta = NULL)`.
 * Example: 20 per arm, standard deviation 1, alpha 0.05, power 0.9 gives 1.0519931.
 */
export function minimumDetectableDifference(
  plan: MeanPowerPlan & TwoSizes & { readonly power: number },
): Result<number> {
  const problem = planProblem(plan) ?? powerProblem(plan.alpha, plan.power) ?? sizesProblem(plan);
  if (problem) return refuse(problem);
  const { standardDeviation, alpha, power } = plan;
  const standardDeviationControl =
    plan.standardDeviationControl && plan.standardDeviationControl / standardDeviation;
  const standardised = { ...plan, standardDeviation: 1, standardDeviationControl };
  const missing = (effect: number): number => powerAt(standardised, effect, plan) - power;
  // The critical value and its tail are rounded, so that alpha itself is met to about fourteen digits.
  if (missing(0) >= -1e-14 * power) return refuse({ code: 'invalid-power', power, alpha });
  const effect = risingRoot(missing, { from: 1, most: 1e12, lowest: 0 });
  const difference = (effect ?? Infinity) * standardDeviation;
  return Number.isFinite(difference)
    ? succeed(difference)
    : refuse({ code: 'no-detectable-effect' });
}

function powerAt(plan: MeanPowerPlan, difference: number, sizes: TwoSizes): number {
  const { degreesOfFreedom, standardError } = testOf(plan, sizes);
  return studentPower(plan, Math.abs(difference) / standardError, degreesOfFreedom);
}

/** The power of a t test when the truth lies so many standard errors from no effect. */
export function studentPower(
  { alpha, sides = 2, strict = false }: Pick<MeanPowerPlan, 'alpha' | 'sides' | 'strict'>,
  standardErrors: number,
  allDegreesOfFreedom: number,
): number {
  // So that their squares stay numbers: farther out nothing changes.
  const noncentrality = Math.min(1e150, standardErrors);
  const degreesOfFreedom = Math.min(1e100, allDegreesOfFreedom);
  const critical = -studentQuantile(alpha / sides, degreesOfFreedom);
  const wrongSide =
    strict && sides === 2
      ? noncentralStudentLowerTail(-critical, degreesOfFreedom, noncentrality)
      : 0;
  return noncentralStudentUpperTail(critical, degreesOfFreedom, noncentrality) + wrongSide;
}

function testOf(
  { standardDeviation, standardDeviationControl }: MeanPowerPlan,
  { sizeTreatment, sizeControl }: TwoSizes,
): { degreesOfFreedom: number; standardError: number } {
  if (standardDeviationControl === undefined) {
    const standardError = standardDeviation * Math.sqrt(1 / sizeTreatment + 1 / sizeControl);
    return { degreesOfFreedom: sizeTreatment + sizeControl - 2, standardError };
  }
  const treated = standardDeviation / Math.sqrt(sizeTreatment);
  const control = standardDeviationControl / Math.sqrt(sizeControl);
  const standardError = Math.hypot(treated, control);
  // As shares of the whole, so that neither a tiny nor a huge spread leaves the numbers.
  const [one, other] = [(treated / standardError) ** 2, (control / standardError) ** 2];
  const degreesOfFreedom =
    1 / ((one * one) / (sizeTreatment - 1) + (other * other) / (sizeControl - 1));
  return { degreesOfFreedom, standardError };
}

function planProblem(plan: MeanPowerPlan): Problem | null {
  const { standardDeviation, standardDeviationControl = standardDeviation, alpha } = plan;
  for (const spread of [standardDeviation, standardDeviationControl]) {
    if (!(spread > 0 && Number.isFinite(spread))) {
      return { code: 'invalid-standard-deviation', standardDeviation: spread };
    }
  }
  return alpha / 2 > 0 && alpha < 0.5 ? null : { code: 'invalid-alpha', alpha };
}

function powerProblem(alpha: number, power: number): Problem | null {
  return power > alpha && power < 1 ? null : { code: 'invalid-power', power, alpha };
}

function differenceProblem(difference: number): Problem | null {
  const possible = difference !== 0 && Number.isFinite(difference);
  return possible ? null : { code: 'invalid-difference', difference };
}

function sizesProblem({
  sizeTreatment,
  sizeControl,
  standardDeviationControl,
}: MeanPowerPlan & TwoSizes): Problem | null {
  const total = sizeTreatment + sizeControl;
  const possible =
    sizeTreatment > 0 &&
    sizeControl > 0 &&
    total > 2 &&
    (standardDeviationControl === undefined || Math.min(sizeTreatment, sizeControl) > 1) &&
    Number.isFinite(total + 1 / sizeTreatment + 1 / sizeControl);
  return possible ? null : { code: 'invalid-size', sizeTreatment, sizeControl };
}
