import { refuse, succeed, type Result } from '#core/result.ts';
import { minimumDetectableLift, powerOfProportions } from '#core/stats/power/power-proportions.ts';
import { armSizes } from './cost.ts';
import type { Design } from './design.ts';

/** The power that a plan is asked for when it states none. */
export const usualPower = 0.8;

/** How well one carrot against the holdout can be told, at one false-alarm chance. */
export interface PowerAtAlpha {
  readonly alpha: number;
  /** Chance of finding the planned lift, 0..1. */
  readonly power: number;
  /** Smallest rise of the response share found with a power of 0.8. */
  readonly minimumDetectableLift: Result<number>;
}

export interface PlanPower {
  readonly holdoutSize: number;
  /** Customers of the smallest carrot arm. */
  readonly carrotSize: number;
  readonly carrots: number;
  /** One comparison on its own, at the design's alpha. */
  readonly single: PowerAtAlpha;
  /** The first step of Holm over all carrots: alpha divided by their number. Every later step has more power. */
  readonly adjusted: PowerAtAlpha;
}

/**
 * How likely the experiment is to find the planned lift of a carrot over the holdout.
 * `counts`: customers drawn, [cell][arm], arms in the order of the design. `design`: shares and alpha in 0..1; the
 * lift is absolute.
 * Refuses `no-holdout`, `no-carrot`, and what `powerOfProportions` refuses (`invalid-baseline`, `invalid-lift`,
 * `invalid-alpha`, `invalid-size` for an empty arm).
 * Source: R `power.prop.test`, two-sided.
 * Example: 900 against 900, 3 percent and a lift of 5 points at alpha 0.05 has a power of 0.99662.
 */
export function planPower(
  counts: readonly (readonly number[])[],
  design: Pick<Design, 'arms' | 'power'>,
): Result<PlanPower> {
  const { arms, power } = design;
  const sizes = armSizes(counts, arms.length);
  const holdout = arms.findIndex(({ role }) => role === 'holdout');
  const carrotSizes = sizes.filter((_, arm) => arms[arm]?.role === 'carrot');
  if (holdout < 0) return refuse({ code: 'no-holdout' });
  if (carrotSizes.length === 0) return refuse({ code: 'no-carrot' });
  const holdoutSize = sizes[holdout] as number;
  const carrotSize = Math.min(...carrotSizes);
  const at = (alpha: number): Result<PowerAtAlpha> => {
    const { baselineShare, lift } = power;
    const plan = { baselineShare, alpha, sizeTreatment: carrotSize, sizeControl: holdoutSize };
    const found = powerOfProportions({ ...plan, lift });
    if (!found.ok) return found;
    return succeed({
      alpha,
      power: found.value,
      minimumDetectableLift: minimumDetectableLift({ ...plan, power: usualPower }),
    });
  };
  const single = at(power.alpha);
  if (!single.ok) return single;
  const adjusted = at(power.alpha / carrotSizes.length);
  if (!adjusted.ok) return adjusted;
  return succeed({
    holdoutSize,
    carrotSize,
    carrots: carrotSizes.length,
    single: single.value,
    adjusted: adjusted.value,
  });
}
