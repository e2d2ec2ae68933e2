import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { dunnettCriticalValue } from '../distributions/dunnett-distribution.ts';
import { maximumUpperTail } from '../distributions/maximum-distribution.ts';
import { noncentralStudentUpperTail } from '../distributions/noncentral-student-distribution.ts';
import { normalQuantile, normalUpperTail } from '../distributions/normal-distribution.ts';
import { studentQuantile } from '../distributions/student-distribution.ts';
import { risingRoot } from './rising-root.ts';

/**
 * How several comparisons with one control share alpha. `dunnett`: exactly, by their common distribution; `bonferroni`:
 * alpha divided by the comparisons (Holm finds whatever this finds, and its chance to find any is the same); `none`:
 * each comparison has alpha for itself.
 */
export type ManyArmRule = 'dunnett' | 'bonferroni' | 'none';

/** What all plans of several arms against one control share. */
export interface ManyArmPlan {
  readonly alpha: number;
  /** 2 by default. */
  readonly sides?: 1 | 2;
  /** `dunnett` by default. */
  readonly rule?: ManyArmRule;
}

/** Customers of the control, and of each arm compared with it. */
export interface ManySizes {
  readonly sizeControl: number;
  readonly sizes: readonly number[];
}

/** Which chance shall reach the wanted power: the arm hardest to find, at least one arm, or all of them. */
export type WantedPower = 'each' | 'any' | 'all';

/** Chances to find effects in their true direction; arms without an effect are left out of `any` and `all`. */
export interface ManyArmPower {
  readonly rule: ManyArmRule;
  /** The number of standard errors each comparison must reach. */
  readonly criticalValue: number;
  /** For each arm; null where it has no effect to be found. */
  readonly each: readonly (number | null)[];
  readonly any: number;
  readonly all: number;
}

/** Sizes as the method gives them, and rounded up to whole customers. */
export interface ManyArmSizes {
  readonly exactSizeControl: number;
  readonly exactSizePerArm: number;
  readonly sizeControl: number;
  readonly sizePerArm: number;
  /** All customers of the rounded sizes. */
  readonly total: number;
}

/** One comparison, in units of its own spread: how far the truth lies, and how much it shares with the others. */
export interface ArmComparison {
  readonly shift: number;
  readonly loading: number;
  /** The limit's own spread over that of the comparison, 1 where they are the same. */
  readonly limitSpread: number;
}

/** The limit that the comparisons are held against. */
export function manyArmCriticalValue(
  { alpha, sides = 2, rule = 'dunnett' }: ManyArmPlan,
  sizes: ManySizes,
  degreesOfFreedom: number,
): number {
  if (rule === 'dunnett') {
    const alternative = sides === 2 ? 'two-sided' : 'greater';
    return dunnettCriticalValue({
      ...sizes,
      degreesOfFreedom,
      alternative,
      confidenceShare: 1 - alpha,
    });
  }
  const tail = alpha / sides / (rule === 'bonferroni' ? sizes.sizes.length : 1);
  return degreesOfFreedom > 1e16 ? -normalQuantile(tail) : -studentQuantile(tail, degreesOfFreedom);
}

/** All comparisons of a plan, and the limit they are held against. */
export interface ArmComparisons {
  readonly comparisons: readonly ArmComparison[];
  readonly criticalValue: number;
  readonly degreesOfFreedom: number;
}

/** The chances of a plan whose comparisons are known. */
export function manyArmPower({ rule = 'dunnett' }: ManyArmPlan, all: ArmComparisons): ManyArmPower {
  const { criticalValue } = all;
  const chances = chancesOf(all);
  return {
    rule,
    criticalValue,
    each: chances.each(),
    any: chances.any(),
    all: chances.all(),
  };
}

/** The chance that is wanted, alone: the others take their time. */
export function wantedChance(all: ArmComparisons, wanted: WantedPower): number {
  const chances = chancesOf(all);
  if (wanted !== 'each') return chances[wanted]();
  return Math.min(...chances.each().filter((chance) => chance !== null));
}

function chancesOf({ comparisons, criticalValue, degreesOfFreedom }: ArmComparisons) {
  // Each seen in its true direction, and moved so that one limit serves all.
  const seen = comparisons.map(({ shift, loading, limitSpread }) => ({
    effect: shift !== 0,
    loading: shift < 0 ? -loading : loading,
    shift: Math.abs(shift) + criticalValue * (1 - limitSpread),
  }));
  const told = seen.filter(({ effect }) => effect);
  const beyond = (some: typeof seen, sign: 1 | -1): number =>
    maximumUpperTail({
      loadings: some.map(({ loading }) => sign * loading),
      shifts: some.map(({ shift }) => sign * shift),
      degreesOfFreedom,
      critical: sign * criticalValue,
      sides: 1,
    });
  return {
    each: () =>
      seen.map(({ effect, shift }) =>
        effect ? chanceOfOne(criticalValue, shift, degreesOfFreedom) : null,
      ),
    any: () => beyond(told, 1),
    // All are beyond the limit unless the least of them is not.
    all: () => 1 - beyond(told, -1),
  };
}

function chanceOfOne(criticalValue: number, shift: number, degreesOfFreedom: number): number {
  return degreesOfFreedom === Number.POSITIVE_INFINITY
    ? normalUpperTail(criticalValue - shift)
    : noncentralStudentUpperTail(criticalValue, degreesOfFreedom, shift);
}

const mostCustomers = 1e9;

/** The smallest arm from `fewest` on whose chance reaches the power, with so many control customers for each of its own. */
export function smallestArms(
  chanceAt: (sizePerArm: number) => number,
  power: number,
  { arms, controlRatio, fewest }: { arms: number; controlRatio: number; fewest: number },
): Result<ManyArmSizes> {
  const missing = (size: number): number => chanceAt(size) - power;
  const exactSizePerArm = risingRoot(missing, { from: fewest, most: mostCustomers });
  if (exactSizePerArm === null) return refuse({ code: 'effect-too-small' });
  const exactSizeControl = exactSizePerArm * controlRatio;
  const [sizePerArm, sizeControl] = [Math.ceil(exactSizePerArm), Math.ceil(exactSizeControl)];
  const total = sizePerArm * arms + sizeControl;
  return succeed({ exactSizeControl, exactSizePerArm, sizeControl, sizePerArm, total });
}

/** Why a plan of several arms cannot be, or null. */
export function manyArmProblem(
  { alpha, sides = 2 }: ManyArmPlan,
  effects: readonly number[],
): Problem | null {
  if (!(alpha >= 1e-12 && alpha < 0.5)) return { code: 'invalid-alpha', alpha };
  if (!(effects.length >= 1 && effects.length <= 100)) {
    return { code: 'invalid-arms', arms: effects.length };
  }
  const finite = effects.every((effect) => Number.isFinite(effect));
  if (!finite || effects.every((effect) => effect === 0)) return { code: 'no-effect', effects };
  const mixed = Math.max(...effects) > 0 && Math.min(...effects) < 0;
  return sides === 1 && mixed ? { code: 'mixed-directions', effects } : null;
}

/** Why the sizes cannot be, or null. */
export function manySizesProblem({ sizeControl, sizes }: ManySizes, arms: number): Problem | null {
  const possible =
    sizes.length === arms && [sizeControl, ...sizes].every((size) => size >= 1 && size <= 1e12);
  return possible ? null : { code: 'invalid-size', sizeControl, sizes };
}

/** Why a wanted power or a ratio of sizes cannot be, or null. */
export function wantedProblem(alpha: number, power: number, controlRatio: number): Problem | null {
  if (!(power > alpha && power < 1)) return { code: 'invalid-power', power, alpha };
  const possible = controlRatio >= 1e-3 && controlRatio <= 1e3;
  return possible ? null : { code: 'invalid-ratio', ratio: controlRatio };
}
