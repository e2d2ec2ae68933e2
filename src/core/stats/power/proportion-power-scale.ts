import type { Problem } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';

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

export interface TestScale {
  readonly distance: number;
  readonly spreadUnderNull: number;
  readonly spread: number;
}

/** The effect and its standard error with and without an effect, on the scale of the method. */
export function testScale(
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

/** The z value a result must reach. */
export function criticalValue({ alpha, sides = 2 }: ProportionPowerPlan): number {
  return -normalQuantile(alpha / sides);
}

/** Why the plan itself cannot be, or null. */
export function planProblem({ baselineShare, alpha }: ProportionPowerPlan): Problem | null {
  if (!(baselineShare > 0 && baselineShare < 1)) return { code: 'invalid-baseline', baselineShare };
  return alpha / 2 > 0 && alpha < 1 ? null : { code: 'invalid-alpha', alpha };
}
