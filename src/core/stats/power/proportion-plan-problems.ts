import type { Problem } from '#core/result.ts';

/** Sizes, and the list they are to speak of when it is to speak of no other. */
export interface TwoSizesOfList {
  readonly sizeTreatment: number;
  readonly sizeControl: number;
  readonly population?: number;
}

/** Why a power cannot be asked for, or null: it lies between the chance of a false alarm and 1. */
export function powerProblem(alpha: number, power: number): Problem | null {
  return power > alpha && power < 1 ? null : { code: 'invalid-power', power, alpha };
}

/** Why an effect cannot be, or null. */
export function liftProblem(baselineShare: number, lift: number): Problem | null {
  const treatedShare = baselineShare + lift;
  const possible = lift !== 0 && treatedShare >= 0 && treatedShare <= 1;
  return possible ? null : { code: 'invalid-lift', lift, baselineShare };
}

/** Why sizes cannot be, or null. */
export function sizesProblem(sizes: TwoSizesOfList): Problem | null {
  const { sizeTreatment, sizeControl, population } = sizes;
  const possible =
    sizeTreatment > 0 &&
    sizeControl > 0 &&
    Number.isFinite(sizeTreatment + sizeControl + 1 / sizeTreatment + 1 / sizeControl);
  if (!possible) return { code: 'invalid-size', sizeTreatment, sizeControl };
  // A little larger at least, so that what is left of the list can be divided by.
  const fits = population === undefined || population > (sizeTreatment + sizeControl) * (1 + 1e-9);
  return fits ? null : { code: 'invalid-population', population };
}
