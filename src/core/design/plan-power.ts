import { refuse, succeed, type Result } from '#core/result.ts';
import { minimumDetectableLift, powerOfProportions } from '#core/stats/power/power-proportions.ts';
import { liftOfArm } from './channel.ts';
import { armSizes } from './cost.ts';
import type { Design } from './design.ts';

/** The power that a plan is asked for when it states none. */
export const usualPower = 0.8;

export interface PlanPower {
  readonly holdoutSize: number;
  /** Customers of the carrot arm that is hardest to tell: the smallest, or the one that reaches the fewest. */
  readonly carrotSize: number;
  /** The planned rise over all customers of that arm: the lift times the share that its channel reaches. */
  readonly lift: number;
  readonly alpha: number;
  /** Chance of finding that rise, 0..1. */
  readonly power: number;
  /** Smallest rise of the response share, over all of the arm, found with a power of 0.8. */
  readonly minimumDetectableLift: Result<number>;
}

/**
 * How likely the experiment is to find the planned lift of one carrot over the holdout, looking at no other and at no cells:
 * the quick figure of every sample size table. The plan's questions say more (`judgePlan`).
 * `counts`: customers drawn, [cell][arm], arms in the order of the design. `design`: shares and alpha in 0..1; the
 * lift is absolute.
 * Refuses `no-holdout`, `no-carrot`, and what `powerOfProportions` refuses (`invalid-baseline`, `invalid-lift`,
 * `invalid-alpha`, `invalid-size` for an empty arm).
 * Source: R `power.prop.test`, two-sided.
 * Example: 900 against 900, 3 percent and a lift of 5 points at alpha 0.05 has a power of 0.99662.
 */
export function planPower(
  counts: readonly (readonly number[])[],
  design: Pick<Design, 'arms' | 'channels' | 'power'>,
): Result<PlanPower> {
  const { arms, power } = design;
  const sizes = armSizes(counts, arms.length);
  const holdout = arms.findIndex(({ role }) => role === 'holdout');
  const carrots = arms.flatMap((arm, place) =>
    arm.role === 'carrot' ? [{ size: sizes[place] as number, lift: liftOfArm(design, arm) }] : [],
  );
  if (holdout < 0) return refuse({ code: 'no-holdout' });
  // A carrot that nothing is expected of cannot be found.
  const promising = carrots.filter(({ lift }) => lift !== 0);
  const [first, ...others] = promising.length > 0 ? promising : carrots;
  if (!first) return refuse({ code: 'no-carrot' });
  const holdoutSize = sizes[holdout] as number;
  // What the size and the squared lift are worth together; the power falls with it.
  const worth = ({ size, lift }: { size: number; lift: number }) =>
    (lift * lift) / (1 / size + 1 / holdoutSize);
  const hardest = others.reduce((one, other) => (worth(other) < worth(one) ? other : one), first);
  const { size: carrotSize, lift } = hardest;
  const { baselineShare, alpha } = power;
  const plan = { baselineShare, alpha, sizeTreatment: carrotSize, sizeControl: holdoutSize };
  const found = powerOfProportions({ ...plan, lift });
  if (!found.ok) return found;
  return succeed({
    holdoutSize,
    carrotSize,
    lift,
    alpha,
    power: found.value,
    minimumDetectableLift: minimumDetectableLift({ ...plan, power: usualPower }),
  });
}
