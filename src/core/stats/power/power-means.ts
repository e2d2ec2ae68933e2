import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { noncentralStudentUpperTail } from '../distributions/noncentral-student-distribution.ts';
import { studentQuantile } from '../distributions/student-distribution.ts';

const mostCustomers = 1e9;

/** What all questions of power for means share; `sides` is 2 by default. */
export interface MeanPowerPlan {
  /** The spread of the outcome among customers, the same in both arms, above 0. */
  readonly standardDeviation: number;
  readonly alpha: number;
  readonly sides?: 1 | 2;
}

/** The sizes of the two arms, in customers. */
export interface TwoSizes {
  readonly sizeTreatment: number;
  readonly sizeControl: number;
}

/** Sizes as the method gives them (`exact…`), and rounded up to whole customers. */
export interface MeanArmSizes extends TwoSizes {
  readonly method: 'noncentral-t';
  readonly exactSizeTreatment: number;
  readonly exactSizeControl: number;
}

/**
 * How likely an experiment of given sizes finds a true difference of means.
 * `difference`: in the unit of the outcome, not 0; sizes together above 2.
 * Refuses `invalid-standard-deviation`, `invalid-alpha`, `invalid-difference` and `invalid-size`.
 * Source: noncentral t; R `power.t.test` (not strict: the far tail is not counted).
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
  const fewest = 4 / (1 + ratio);
  let most = fewest;
  while (missing(most) < 0) {
    if (most > mostCustomers) return refuse({ code: 'effect-too-small', difference });
    most *= 2;
  }
  const exact = sizes(most === fewest ? fewest : bracketedRoot(missing, most / 2, most));
  return succeed({
    method: 'noncentral-t',
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
  const standardised = { ...plan, standardDeviation: 1 };
  const missing = (effect: number): number => powerAt(standardised, effect, plan) - power;
  if (missing(0) >= 0) return refuse({ code: 'invalid-power', power, alpha });
  let largest = 1;
  while (!(missing(largest) >= 0)) {
    if (largest > 1e12) return refuse({ code: 'no-detectable-effect' });
    largest *= 2;
  }
  const difference = bracketedRoot(missing, 0, largest) * standardDeviation;
  return Number.isFinite(difference)
    ? succeed(difference)
    : refuse({ code: 'no-detectable-effect' });
}

function powerAt(plan: MeanPowerPlan, difference: number, sizes: TwoSizes): number {
  const degreesOfFreedom = sizes.sizeTreatment + sizes.sizeControl - 2;
  const perCustomer = 1 / sizes.sizeTreatment + 1 / sizes.sizeControl;
  const noncentrality = Math.abs(difference) / (plan.standardDeviation * Math.sqrt(perCustomer));
  const critical = -studentQuantile(plan.alpha / (plan.sides ?? 2), degreesOfFreedom);
  return noncentralStudentUpperTail(critical, degreesOfFreedom, noncentrality);
}

function planProblem({ standardDeviation, alpha }: MeanPowerPlan): Problem | null {
  if (!(standardDeviation > 0 && Number.isFinite(standardDeviation))) {
    return { code: 'invalid-standard-deviation', standardDeviation };
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

function sizesProblem({ sizeTreatment, sizeControl }: TwoSizes): Problem | null {
  const total = sizeTreatment + sizeControl;
  const possible =
    sizeTreatment > 0 &&
    sizeControl > 0 &&
    total > 2 &&
    Number.isFinite(total + 1 / sizeTreatment + 1 / sizeControl);
  return possible ? null : { code: 'invalid-size', sizeTreatment, sizeControl };
}
