import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { bracketedRoot } from './bracketed-root.ts';
import { normalQuantile, normalUpperTail } from './normal-distribution.ts';

/**
 * How the size of a two-arm experiment is reckoned. `r`: pooled variance under "no effect" (R `power.prop.test`,
 * Fleiss). `arcsine`: variance-stabilised, and the far tail counts as found (G*Power, statsmodels). `evan-miller`: the
 * control's variance twice.
 */
export type ProportionPowerMethod = 'r' | 'arcsine' | 'evan-miller';

/** What all questions of power share. `alpha`: the false-alarm chance, over both `sides` (2 by default) or one. */
export interface ProportionPowerPlan {
  /** The control's response share, strictly between 0 and 1. */
  readonly baselineShare: number;
  readonly alpha: number;
  readonly sides?: 1 | 2;
  readonly method?: ProportionPowerMethod;
}

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
 * Refuses `invalid-baseline`, `invalid-alpha`, `invalid-power`, `invalid-ratio`, `invalid-population` and
 * `invalid-lift` (0, or the treated share would leave 0 to 1).
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
  const uncorrected = (reach / distance) ** 2;
  const total = uncorrected * (1 + ratio);
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
 * `lift`: in shares; `sizeTreatment`, `sizeControl`: customers, above 0.
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
 * Refuses what the others refuse, and `no-detectable-effect` when even a rise to 100% would not be found (with the
 * power that would have).
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
  const largestLift = 1 - plan.baselineShare;
  const largestPower = powerAt(plan, largestLift);
  if (largestPower < plan.power) {
    return refuse({ code: 'no-detectable-effect', largestLift, largestPower });
  }
  return succeed(bracketedRoot((lift) => powerAt(plan, lift) - plan.power, 0, largestLift));
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
  return plan.method === 'arcsine'
    ? twoTailedPower(plan, distance / spread)
    : normalUpperTail((criticalValue(plan) * spreadUnderNull - distance) / spread);
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

interface TestScale {
  readonly distance: number;
  readonly spreadUnderNull: number;
  readonly spread: number;
}

/** The effect and its standard error with and without an effect, on the scale of the method. */
function testScale(
  { baselineShare, method = 'r' }: ProportionPowerPlan,
  lift: number,
  sizeTreatment: number,
  sizeControl: number,
): TestScale {
  const treatedShare = Math.min(1, Math.max(0, baselineShare + lift));
  const perCustomer = 1 / sizeTreatment + 1 / sizeControl;
  if (method === 'arcsine') {
    const angle = (share: number): number => 2 * Math.asin(Math.sqrt(share));
    const spread = Math.sqrt(perCustomer);
    const distance = Math.abs(angle(treatedShare) - angle(baselineShare));
    return { distance, spreadUnderNull: spread, spread };
  }
  const pooledShare =
    method === 'r'
      ? (treatedShare * sizeTreatment + baselineShare * sizeControl) / (sizeTreatment + sizeControl)
      : baselineShare;
  return {
    distance: Math.abs(lift),
    spreadUnderNull: Math.sqrt(pooledShare * (1 - pooledShare) * perCustomer),
    spread: Math.sqrt(
      (treatedShare * (1 - treatedShare)) / sizeTreatment +
        (baselineShare * (1 - baselineShare)) / sizeControl,
    ),
  };
}

function criticalValue({ alpha, sides = 2 }: ProportionPowerPlan): number {
  return -normalQuantile(alpha / sides);
}

function planProblem({ baselineShare, alpha }: ProportionPowerPlan): Problem | null {
  if (!(baselineShare > 0 && baselineShare < 1)) return { code: 'invalid-baseline', baselineShare };
  return alpha > 0 && alpha < 1 ? null : { code: 'invalid-alpha', alpha };
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
    sizeTreatment > 0 && sizeControl > 0 && Number.isFinite(sizeTreatment + sizeControl);
  return possible ? null : { code: 'invalid-size', sizeTreatment, sizeControl };
}
