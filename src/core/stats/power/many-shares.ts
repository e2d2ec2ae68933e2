import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
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
import { equalArms } from './many-means.ts';
import { testScale, type EffectDirection } from './proportion-power-scale.ts';

/** Several arms against one control, by their response shares. */
export interface ManySharesPlan extends ManyArmPlan {
  /** The control's response share, strictly between 0 and 1. */
  readonly baselineShare: number;
}

/**
 * How likely several arms' true lifts over one control are found: each, any, all.
 * `lifts`: one per arm, in shares, some not 0 (with one side all in one direction); sizes: 1 or more customers each;
 * `alpha`: of all comparisons together (by `rule`). With one arm it is `powerOfProportions`.
 * Refuses `invalid-baseline`, `invalid-lift`, `invalid-alpha`, `invalid-arms` (none or above 100), `no-effect`,
 * `mixed-directions` and `invalid-size`.
 * Source: Dunnett (1955), JASA 50, for the limit; Fleiss' two variances per comparison, correlated through the control's own; R
 * `mvtnorm::pmvnorm`.
 * Example: three arms and a control of 1000, 5% against 8% in each, alpha 0.05: each 0.6454, any 0.8876, all 0.3722.
 */
export function powerOfManyShares(
  plan: ManySharesPlan & ManySizes & { readonly lifts: readonly number[] },
): Result<ManyArmPower> {
  const { lifts } = plan;
  const problem = sharesProblem(plan, lifts) ?? manySizesProblem(plan, lifts.length);
  return problem ? refuse(problem) : succeed(manyArmPower(plan, comparisonsAt(plan, lifts, plan)));
}

/**
 * How many customers several arms and one control need to find true lifts with the wanted power.
 * `power`: between `alpha` and 1; `wanted`: `each` (the hardest arm to find; by default), `any` or `all`;
 * `controlRatio`: control customers per customer of an arm, 1 by default (`optimalControlRatio` needs fewest in all).
 * Refuses what the power refuses, `invalid-power`, `invalid-ratio`, and `effect-too-small` beyond a billion per arm.
 * Source: Dunnett (1955), JASA 50, for the limit; R `mvtnorm::pmvnorm`, solved for the size.
 * Example: three arms, 5% against 6% in each, alpha 0.05, power 0.8: 10,581 in each arm and in the control.
 */
export function sampleSizeForManyShares(
  plan: ManySharesPlan & {
    readonly lifts: readonly number[];
    readonly power: number;
    readonly wanted?: WantedPower;
    readonly controlRatio?: number;
  },
): Result<ManyArmSizes> {
  const { lifts, power, wanted = 'each', controlRatio = 1 } = plan;
  const problem = sharesProblem(plan, lifts) ?? wantedProblem(plan.alpha, power, controlRatio);
  if (problem) return refuse(problem);
  const arms = (size: number): ManySizes => equalArms(lifts.length, size, controlRatio);
  const criticalValue = manyArmCriticalValue(plan, arms(1), endless);
  const chanceAt = (size: number): number =>
    wantedChance(comparisonsAt(plan, lifts, arms(size), criticalValue), wanted);
  const fewest = Math.max(1, 1 / controlRatio);
  return smallestArms(chanceAt, power, { arms: lifts.length, controlRatio, fewest });
}

/**
 * The smallest lift, the same in all arms, that several arms and one control find with the wanted power.
 * Arguments as above; `direction`: `rise` by default; the answer is in shares, below 0 for a fall.
 * Refuses what the others refuse, and `no-detectable-effect` when even the largest change would not be found.
 * Source: Dunnett (1955), JASA 50, for the limit; R `mvtnorm::pmvnorm`, solved for the effect.
 * Example: three arms and a control of 1000, 5%, alpha 0.05, power 0.8, each: 0.0358825.
 */
export function detectableLiftForManyShares(
  plan: ManySharesPlan &
    ManySizes & {
      readonly power: number;
      readonly wanted?: WantedPower;
      readonly direction?: EffectDirection;
    },
): Result<number> {
  const { baselineShare, power, wanted = 'each', sizes, direction = 'rise' } = plan;
  const sign = direction === 'rise' ? 1 : -1;
  const largest = direction === 'rise' ? 1 - baselineShare : baselineShare;
  const effects = (size: number): number[] => sizes.map(() => sign * size);
  const problem =
    sharesProblem(plan, effects(largest)) ??
    wantedProblem(plan.alpha, power, 1) ??
    manySizesProblem(plan, sizes.length);
  if (problem) return refuse(problem);
  const criticalValue = manyArmCriticalValue(plan, plan, endless);
  const missing = (size: number): number =>
    wantedChance(comparisonsAt(plan, effects(size), plan, criticalValue), wanted) - power;
  if (missing(largest) < 0) {
    const largestPower = missing(largest) + power;
    return refuse({ code: 'no-detectable-effect', largestLift: sign * largest, largestPower });
  }
  const smallest = 1e-12 * largest;
  if (missing(smallest) >= 0) return refuse({ code: 'invalid-power', power, alpha: plan.alpha });
  return succeed(sign * bracketedRoot(missing, smallest, largest));
}

/** The limit of shares is that of normal comparisons: it depends on the proportions of the sizes only. */
const endless = Number.POSITIVE_INFINITY;

function comparisonsAt(
  plan: ManySharesPlan,
  lifts: readonly number[],
  arms: ManySizes,
  criticalValue = manyArmCriticalValue(plan, arms, endless),
): ArmComparisons {
  const { baselineShare } = plan;
  const controlSpread = Math.sqrt((baselineShare * (1 - baselineShare)) / arms.sizeControl);
  const comparisons = lifts.map((lift, arm) => {
    const scale = testScale(plan, lift, arms.sizes[arm] ?? Number.NaN, arms.sizeControl);
    const { spread, spreadUnderNull } = scale;
    const shift = lift / spread;
    const bounded = Math.sign(shift) * Math.min(1e6, Math.abs(shift));
    return {
      shift: bounded,
      loading: Math.min(1, controlSpread / spread),
      limitSpread: spreadUnderNull / spread,
    };
  });
  return { comparisons, criticalValue, degreesOfFreedom: endless };
}

function sharesProblem(plan: ManySharesPlan, lifts: readonly number[]): Problem | null {
  const { baselineShare } = plan;
  if (!(baselineShare >= 1e-9 && baselineShare <= 1 - 1e-9)) {
    return { code: 'invalid-baseline', baselineShare };
  }
  const possible = (lift: number): boolean => {
    const share = baselineShare + lift;
    return share >= 0 && share <= 1;
  };
  const lift = lifts.find((one) => !possible(one));
  if (lift !== undefined) return { code: 'invalid-lift', lift, baselineShare };
  return manyArmProblem(plan, lifts);
}
