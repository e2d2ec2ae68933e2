import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { dunnettLoadings } from '../distributions/dunnett-distribution.ts';
import {
  manyArmCriticalValue,
  manyArmPower,
  manyArmProblem,
  manySizesProblem,
  smallestArms,
  wantedChance,
  wantedProblem,
  type ArmComparisons,
  type ManyArmPlan,
  type ManyArmPower,
  type ManyArmSizes,
  type ManySizes,
  type WantedPower,
} from './many-arm-power.ts';
import { risingRoot } from './rising-root.ts';

/** Several arms against one control, by the mean of an outcome with the same spread in all. */
export interface ManyMeansPlan extends ManyArmPlan {
  readonly standardDeviation: number;
}

/**
 * How likely several arms' true differences from one control are found: each, any, all.
 * `differences`: one per arm, in the unit of the outcome, some not 0 (with one side all in one direction); sizes: 1 or
 * more customers each, together more than there are arms; `alpha`: of all comparisons together (by `rule`).
 * Refuses `invalid-alpha`, `invalid-arms` (none or above 100), `no-effect`, `mixed-directions`, `invalid-size` and
 * `invalid-standard-deviation`.
 * Source: Dunnett (1955), JASA 50; Hsu (1996), appendix; the comparisons' common t distribution, R `mvtnorm::pmvt`.
 * Example: three arms and a control of 20, differences 1, 1 and 1, spread 1, alpha 0.05: each 0.7761, any 0.9366, all 0.5795.
 */
export function powerOfManyMeans(
  plan: ManyMeansPlan & ManySizes & { readonly differences: readonly number[] },
): Result<ManyArmPower> {
  const { differences } = plan;
  const problem = meansProblem(plan, differences) ?? manySizesProblem(plan, differences.length);
  if (problem) return refuse(problem);
  const customers = plan.sizeControl + plan.sizes.reduce((sum, size) => sum + size, 0);
  return customers > differences.length + 1
    ? succeed(manyArmPower(plan, comparisonsAt(plan, differences, plan)))
    : refuse({ code: 'invalid-size', sizeControl: plan.sizeControl, sizes: plan.sizes });
}

/**
 * How many customers several arms and one control need to find true differences with the wanted power.
 * `power`: between `alpha` and 1; `wanted`: `each` (the hardest arm to find; by default), `any` or `all`;
 * `controlRatio`: control customers per customer of an arm, 1 by default (`optimalControlRatio` needs fewest in all).
 * Refuses what the power refuses, `invalid-power`, `invalid-ratio`, and `effect-too-small` beyond a billion per arm.
 * Source: Dunnett (1955), JASA 50; R `mvtnorm::pmvt`, solved for the size.
 * Example: three arms, differences 0.5, spread 1, alpha 0.05, power 0.8: 83 in each arm and in the control.
 */
export function sampleSizeForManyMeans(
  plan: ManyMeansPlan & {
    readonly differences: readonly number[];
    readonly power: number;
    readonly wanted?: WantedPower;
    readonly controlRatio?: number;
  },
): Result<ManyArmSizes> {
  const { differences, power, wanted = 'each', controlRatio = 1 } = plan;
  const problem = meansProblem(plan, differences) ?? wantedProblem(plan.alpha, power, controlRatio);
  if (problem) return refuse(problem);
  const chanceAt = (size: number): number =>
    wantedChance(
      comparisonsAt(plan, differences, equalArms(differences.length, size, controlRatio)),
      wanted,
    );
  const fewest = Math.max(2, 2 / controlRatio);
  return smallestArms(chanceAt, power, { arms: differences.length, controlRatio, fewest });
}

/**
 * The smallest difference, the same in all arms, that several arms and one control find with the wanted power.
 * Arguments as above; the answer is in the unit of the outcome, above 0.
 * Refuses what the others refuse, and `no-detectable-effect` beyond a million million standard deviations.
 * Source: Dunnett (1955), JASA 50; R `mvtnorm::pmvt`, solved for the effect.
 * Example: three arms and a control of 20, spread 1, alpha 0.05, power 0.8, each: 1.026572.
 */
export function detectableDifferenceForManyMeans(
  plan: ManyMeansPlan & ManySizes & { readonly power: number; readonly wanted?: WantedPower },
): Result<number> {
  const { standardDeviation, power, wanted = 'each', sizes } = plan;
  const effects = (size: number): number[] => sizes.map(() => size);
  const problem =
    meansProblem(plan, effects(1)) ??
    wantedProblem(plan.alpha, power, 1) ??
    manySizesProblem(plan, sizes.length);
  if (problem) return refuse(problem);
  const standardised = { ...plan, standardDeviation: 1 };
  const { criticalValue } = comparisonsAt(standardised, effects(1), plan);
  const missing = (size: number): number =>
    wantedChance(comparisonsAt(standardised, effects(size), plan, criticalValue), wanted) - power;
  const smallest = 1e-12;
  if (missing(smallest) >= 0) return refuse({ code: 'invalid-power', power, alpha: plan.alpha });
  const effect = risingRoot(missing, { from: 1, most: 1e12, lowest: smallest });
  return effect === null
    ? refuse({ code: 'no-detectable-effect' })
    : succeed(effect * standardDeviation);
}

/** Arms of one size, and a control so many times as large. */
export function equalArms(arms: number, sizePerArm: number, controlRatio: number): ManySizes {
  return {
    sizeControl: sizePerArm * controlRatio,
    sizes: new Array<number>(arms).fill(sizePerArm),
  };
}

function comparisonsAt(
  plan: ManyMeansPlan,
  differences: readonly number[],
  arms: ManySizes,
  limit?: number,
): ArmComparisons {
  const { sizeControl, sizes } = arms;
  const customers = sizes.reduce((sum, size) => sum + size, sizeControl);
  const degreesOfFreedom = customers - sizes.length - 1;
  const loadings = dunnettLoadings(sizeControl, sizes);
  const comparisons = differences.map((difference, arm) => {
    const perCustomer = 1 / sizeControl + 1 / (sizes[arm] ?? Number.NaN);
    const shift = difference / (plan.standardDeviation * Math.sqrt(perCustomer));
    const bounded = Math.sign(shift) * Math.min(1e6, Math.abs(shift));
    return { shift: bounded, loading: loadings[arm] ?? Number.NaN, limitSpread: 1 };
  });
  const criticalValue = limit ?? manyArmCriticalValue(plan, arms, degreesOfFreedom);
  return { comparisons, criticalValue, degreesOfFreedom };
}

function meansProblem(plan: ManyMeansPlan, differences: readonly number[]): Problem | null {
  const { standardDeviation } = plan;
  if (!(standardDeviation > 0 && Number.isFinite(standardDeviation))) {
    return { code: 'invalid-standard-deviation', standardDeviation };
  }
  return manyArmProblem(plan, differences);
}
