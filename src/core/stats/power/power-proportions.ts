import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { normalQuantile, normalUpperTail } from '../distributions/normal-distribution.ts';
import {
  criticalValue,
  planProblem,
  testScale,
  type ProportionPowerMethod,
  type ProportionPowerPlan,
} from './proportion-power-scale.ts';

/** Sizes as the formula gives them (`exact…`), and rounded up to whole customers. */
export interface ArmSizes {
  readonly method: ProportionPowerMethod;
  readonly exactSizeTreatment: number;
  readonly exactSizeControl: number;
  readonly sizeTreatment: number;
  readonly sizeControl: number;
}

/**
 * How many customers each arm needs so that a true effect is found with the wanted power.
 * `lift`: the effect in shares, not relative (0.01 is one point; negative allowed); `power`: between `alpha` and 1;
 * `ratio`: treated customers per control customer, 1 by default; `population`: when given, the sizes are reduced for
 * statements about this list only (Feit & Berman 2019: total · N / (N - 1 + total)).
 * Refuses `invalid-baseline`, `invalid-alpha`, `invalid-power` (not above what no customers at all would have),
 * `invalid-ratio`, `invalid-population`, `invalid-lift` (0, or the treated share would leave 0 to 1), and
 * `effect-too-small` when the size is beyond the numbers.
 * Source: Fleiss, Levin & Paik (2003), 4.2; R `power.prop.test`.
 * Example: 5% against 6%, alpha 0.05, power 0.8 gives 8157.73 per arm, that is 8158.
 */
export function sampleSizePerArm(
  plan: ProportionPowerPlan & {
    readonly lift: number;
    readonly power: number;
    readonly ratio?: number;
    readonly population?: number;
  },
): Result<ArmSizes> {
  const { lift, power, ratio = 1, population } = plan;
  const problem =
    planProblem(plan) ?? liftProblem(plan.baselineShare, lift) ?? powerProblem(plan.alpha, power);
  if (problem) return refuse(problem);
  if (!(ratio > 0 && Number.isFinite(ratio))) return refuse({ code: 'invalid-ratio', ratio });
  if (population !== undefined && !(population >= 2)) {
    return refuse({ code: 'invalid-population', population });
  }
  const { distance, spreadUnderNull, spread } = testScale(plan, lift, ratio, 1);
  const reach =
    plan.method === 'arcsine'
      ? twoTailedReach(plan, power) * spread
      : criticalValue(plan) * spreadUnderNull - normalQuantile(1 - power) * spread;
  if (!(reach > 0)) return refuse({ code: 'invalid-power', power, alpha: plan.alpha });
  const uncorrected = (reach / distance) ** 2;
  const total = uncorrected * (1 + ratio);
  if (!Number.isFinite(total)) return refuse({ code: 'effect-too-small', lift });
  const kept = population === undefined ? 1 : population / (population - 1 + total);
  const exactSizeControl = uncorrected * kept;
  const exactSizeTreatment = exactSizeControl * ratio;
  return succeed({
    method: plan.method ?? 'r',
    exactSizeTreatment,
    exactSizeControl,
    sizeTreatment: Math.ceil(exactSizeTreatment),
    sizeControl: Math.ceil(exactSizeControl),
  });
}

/**
 * How likely an experiment of given sizes finds a true effect.
 * `lift`: in shares; `sizeTreatment`, `sizeControl`: customers, above 0 (so far that they can be divided by).
 * Refuses what `sampleSizePerArm` refuses of the plan and the lift, and `invalid-size`.
 * Source: R `power.prop.test` (not strict: the far tail is not counted).
 * Example: 50 per arm, 50% against 75% gives 0.7401659.
 */
export function powerOfProportions(
  plan: ProportionPowerPlan & {
    readonly lift: number;
    readonly sizeTreatment: number;
    readonly sizeControl: number;
  },
): Result<number> {
  const problem =
    planProblem(plan) ?? liftProblem(plan.baselineShare, plan.lift) ?? sizesProblem(plan);
  return problem ? refuse(problem) : succeed(powerAt(plan, plan.lift));
}

/**
 * The smallest rise of the response share that an experiment of given sizes finds with the wanted power.
 * Arguments as above; the answer is in shares.
 * Refuses what the others refuse, `invalid-power` where even no rise has that power (as exactly as numbers tell), and
 * `no-detectable-effect` when even a rise to 100% would not be found (with the power that would have).
 * Source: R `power.prop.test(p2 = NULL)`.
 * Example: 50 per arm, 50%, power 0.9 gives 0.3026141.
 */
export function minimumDetectableLift(
  plan: ProportionPowerPlan & {
    readonly power: number;
    readonly sizeTreatment: number;
    readonly sizeControl: number;
  },
): Result<number> {
  const problem = planProblem(plan) ?? powerProblem(plan.alpha, plan.power) ?? sizesProblem(plan);
  if (problem) return refuse(problem);
  const { power, alpha } = plan;
  if (powerAt(plan, 0) >= power) return refuse({ code: 'invalid-power', power, alpha });
  const largestLift = 1 - plan.baselineShare;
  const largestPower = powerAt(plan, largestLift);
  if (largestPower < power) {
    return refuse({ code: 'no-detectable-effect', largestLift, largestPower });
  }
  return succeed(bracketedRoot((lift) => powerAt(plan, lift) - power, 0, largestLift));
}

function powerAt(
  plan: ProportionPowerPlan & { readonly sizeTreatment: number; readonly sizeControl: number },
  lift: number,
): number {
  const { distance, spreadUnderNull, spread } = testScale(
    plan,
    lift,
    plan.sizeTreatment,
    plan.sizeControl,
  );
  if (plan.method === 'arcsine') return twoTailedPower(plan, distance / spread);
  const shortfall = criticalValue(plan) * spreadUnderNull - distance;
  // Shares next to 0 and 1 leave no spread that a number can hold: the effect is then found always or never.
  return spread > 0 ? normalUpperTail(shortfall / spread) : Number(shortfall < 0);
}

/** The power at an effect of so many standard errors, a significant result on the wrong side included. */
function twoTailedPower(plan: ProportionPowerPlan, standardErrors: number): number {
  const critical = criticalValue(plan);
  const wrongSide = plan.sides === 1 ? 0 : normalUpperTail(critical + standardErrors);
  return normalUpperTail(critical - standardErrors) + wrongSide;
}

/** How many standard errors the effect must measure for the wanted power. */
function twoTailedReach(plan: ProportionPowerPlan, power: number): number {
  const nearTailOnly = criticalValue(plan) - normalQuantile(1 - power);
  const missing = (standardErrors: number): number => twoTailedPower(plan, standardErrors) - power;
  return missing(nearTailOnly) <= 0 ? nearTailOnly : bracketedRoot(missing, 0, nearTailOnly);
}

function powerProblem(alpha: number, power: number): Problem | null {
  return power > alpha && power < 1 ? null : { code: 'invalid-power', power, alpha };
}

function liftProblem(baselineShare: number, lift: number): Problem | null {
  const treatedShare = baselineShare + lift;
  const possible = lift !== 0 && treatedShare >= 0 && treatedShare <= 1;
  return possible ? null : { code: 'invalid-lift', lift, baselineShare };
}

function sizesProblem(sizes: {
  readonly sizeTreatment: number;
  readonly sizeControl: number;
}): Problem | null {
  const { sizeTreatment, sizeControl } = sizes;
  const possible =
    sizeTreatment > 0 &&
    sizeControl > 0 &&
    Number.isFinite(sizeTreatment + sizeControl + 1 / sizeTreatment + 1 / sizeControl);
  return possible ? null : { code: 'invalid-size', sizeTreatment, sizeControl };
}
