import type { Problem } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';

/**
 * How the size of a two-arm experiment is reckoned. `r`: pooled variance under "no effect" (R `power.prop.test`,
 * Fleiss). `fleiss-corrected`: the same with Fleiss' continuity correction, near Fisher's exact test. `arcsine`:
 * variance-stabilised, and the far tail counts as found (G*Power, statsmodels). `evan-miller`: the control's variance
 * twice.
 */
export type ProportionPowerMethod = 'r' | 'fleiss-corrected' | 'arcsine' | 'evan-miller';

/** Which change is sought: a higher or a lower response share. */
export type EffectDirection = 'rise' | 'fall';

/** What all questions of power share. `alpha`: the false-alarm chance, over both `sides` (2 by default) or one. */
export interface ProportionPowerPlan {
  /** The control's response share, strictly between 0 and 1. */
  readonly baselineShare: number;
  readonly alpha: number;
  readonly sides?: 1 | 2;
  readonly method?: ProportionPowerMethod;
  /** Whether a significant result in the wrong direction counts as found (R's `strict`); false by default. */
  readonly strict?: boolean;
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
    method !== 'evan-miller'
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

/** What the continuity correction takes off the distance. Fleiss, Levin & Paik (2003), chapter 4. */
export function continuityCorrection(
  { method }: ProportionPowerPlan,
  { sizeTreatment, sizeControl }: { readonly sizeTreatment: number; readonly sizeControl: number },
): number {
  return method === 'fleiss-corrected' ? (1 / sizeTreatment + 1 / sizeControl) / 2 : 0;
}

/** Whether a significant result on the wrong side counts as found. */
export function countsWrongSide({ method, strict, sides = 2 }: ProportionPowerPlan): boolean {
  return sides === 2 && (strict ?? method === 'arcsine');
}

/** The z value a result must reach. */
export function criticalValue({
  alpha,
  sides = 2,
}: Pick<ProportionPowerPlan, 'alpha' | 'sides'>): number {
  return -normalQuantile(alpha / sides);
}

/** Why the plan itself cannot be, or null. */
export function planProblem({ baselineShare, alpha }: ProportionPowerPlan): Problem | null {
  if (!(baselineShare > 0 && baselineShare < 1)) return { code: 'invalid-baseline', baselineShare };
  return alpha / 2 > 0 && alpha < 1 ? null : { code: 'invalid-alpha', alpha };
}
