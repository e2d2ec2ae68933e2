import { refuse, succeed, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { normalQuantile, normalUpperTail } from '../distributions/normal-distribution.ts';
import {
  continuityCorrection,
  countsWrongSide,
  criticalValue,
  planProblem,
  testScale,
  type EffectDirection,
  type ProportionPowerMethod,
  type ProportionPowerPlan,
} from './proportion-power-scale.ts';

import {
  liftProblem,
  powerProblem,
  sizesProblem,
  type TwoSizesOfList,
} from './proportion-plan-problems.ts';

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
 * Source: Fleiss, Levin & Paik (2003), chapter 4; R `power.prop.test`.
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
  const reach = neededReach(plan, power, spreadUnderNull, spread);
  if (!(reach > 0)) return refuse({ code: 'invalid-power', power, alpha: plan.alpha });
  const uncorrected = withContinuity(plan, (reach / distance) ** 2, ratio);
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
 * `lift`: in shares; `sizeTreatment`, `sizeControl`: customers, above 0 (so far that they can be divided by);
 * `population`: when given, a statement about this list only, of which the arms are a part (as in `sampleSizePerArm`).
 * Refuses what `sampleSizePerArm` refuses of the plan and the lift, `invalid-size`, and `invalid-population` (not larger
 * than both arms together).
 * Source: R `power.prop.test` (with `strict`: the far tail is counted).
 * Example: 50 per arm, 50% against 75% gives 0.7401659, strict 0.7401672.
 */
export function powerOfProportions(
  plan: ProportionPowerPlan & {
    readonly lift: number;
    readonly sizeTreatment: number;
    readonly sizeControl: number;
    readonly population?: number;
  },
): Result<number> {
  const problem =
    planProblem(plan) ?? liftProblem(plan.baselineShare, plan.lift) ?? sizesProblem(plan);
  return problem ? refuse(problem) : succeed(powerAt(ofEndlessList(plan), plan.lift));
}

/**
 * The smallest change of the response share that an experiment of given sizes finds with the wanted power.
 * Arguments as above; `direction`: `rise` by default, or `fall`; the answer is in shares, below 0 for a fall.
 * Refuses what the others refuse, `invalid-power` where even no change has that power (as exactly as numbers tell), and
 * `no-detectable-effect` when even a rise to 100% (a fall to 0%) would not be found (with the power that would have).
 * Source: R `power.prop.test(p2 = NULL)`, which knows the rise only.
 * Example: 50 per arm, 50%, power 0.9 gives 0.3026306 (R prints 0.3026141: its search stops at a tolerance of 1e-4).
 */
export function minimumDetectableLift(
  asked: ProportionPowerPlan & {
    readonly power: number;
    readonly sizeTreatment: number;
    readonly sizeControl: number;
    readonly direction?: EffectDirection;
    readonly population?: number;
  },
): Result<number> {
  const problem =
    planProblem(asked) ?? powerProblem(asked.alpha, asked.power) ?? sizesProblem(asked);
  if (problem) return refuse(problem);
  const plan = ofEndlessList(asked);
  const { power, alpha, direction = 'rise', baselineShare } = plan;
  if (powerAt(plan, 0) >= power) return refuse({ code: 'invalid-power', power, alpha });
  const sign = direction === 'rise' ? 1 : -1;
  const largest = direction === 'rise' ? 1 - baselineShare : baselineShare;
  const largestPower = powerAt(plan, sign * largest);
  if (largestPower < power) {
    return refuse({ code: 'no-detectable-effect', largestLift: sign * largest, largestPower });
  }
  const size = bracketedRoot((change) => powerAt(plan, sign * change) - power, 0, largest);
  return succeed(sign * size);
}

/** The power of a plan that has been checked. */
export function powerAt(
  plan: ProportionPowerPlan & { readonly sizeTreatment: number; readonly sizeControl: number },
  lift: number,
): number {
  const scale = testScale(plan, lift, plan.sizeTreatment, plan.sizeControl);
  const { spreadUnderNull, spread } = scale;
  const distance = scale.distance - continuityCorrection(plan, plan);
  const limit = criticalValue(plan) * spreadUnderNull;
  // Shares next to 0 and 1 leave no spread that a number can hold: the effect is then found always or never.
  if (!(spread > 0)) return Number(limit < distance);
  return foundBeyond(limit, distance, spread, countsWrongSide(plan));
}

/** How far from no effect the truth must lie so that the limit is passed with the wanted power. */
function neededReach(
  plan: ProportionPowerPlan,
  power: number,
  spreadUnderNull: number,
  spread: number,
): number {
  const critical = criticalValue(plan);
  const oneTail = critical * spreadUnderNull - normalQuantile(1 - power) * spread;
  if (!countsWrongSide(plan) || !(spread > 0 && oneTail < Number.POSITIVE_INFINITY)) return oneTail;
  const missing = (reach: number): number =>
    foundBeyond(critical * spreadUnderNull, reach, spread, true) - power;
  if (missing(0) >= 0) return 0;
  return missing(oneTail) <= 0 ? oneTail : bracketedRoot(missing, 0, oneTail);
}

/** How likely a result passes the limit on the right side (or on either) when the truth lies at `distance`. */
function foundBeyond(limit: number, distance: number, spread: number, eitherSide: boolean): number {
  const wrongSide = eitherSide ? normalUpperTail((limit + distance) / spread) : 0;
  return normalUpperTail((limit - distance) / spread) + wrongSide;
}

/** The control's size with Fleiss' continuity correction, where the method has it. */
function withContinuity(
  { method, lift }: ProportionPowerPlan & { readonly lift: number },
  size: number,
  ratio: number,
): number {
  if (method !== 'fleiss-corrected') return size;
  return (size / 4) * (1 + Math.sqrt(1 + (2 * (ratio + 1)) / (size * ratio * Math.abs(lift)))) ** 2;
}

/** The same plan with the sizes that would tell as much about a list without end. */
function ofEndlessList<Plan extends TwoSizesOfList>(plan: Plan): Plan {
  const { sizeTreatment, sizeControl, population } = plan;
  if (population === undefined) return plan;
  const factor = (population - 1) / (population - sizeTreatment - sizeControl);
  return { ...plan, sizeTreatment: sizeTreatment * factor, sizeControl: sizeControl * factor };
}
