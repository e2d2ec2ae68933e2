import type { ArmTotals } from '../../results/analysis.ts';
import type { WhatIf } from '../outlook/policy-inputs.ts';
import type { Expected } from './list-forecast.ts';

/** Money per customer of an arm: its mean, and the variance from customer to customer. */
export interface HeldMean {
  readonly customers: number;
  readonly mean: number;
  readonly variance: number;
}

/** A cell, what it is sent, and the money of the two arms there; null where an arm had fewer than two customers. */
export interface MeasuredCell {
  readonly contacted: number;
  readonly treatment: HeldMean | null;
  readonly control: HeldMean | null;
}

/** The mean of an arm's money; null for fewer than two customers, who tell no variance. */
export function heldMean(totals: ArmTotals | undefined): HeldMean | null {
  if (!totals || totals.customers < 2) return null;
  const { customers, moneySum, moneySumOfSquares } = totals;
  const mean = moneySum / customers;
  const variance = Math.max(0, (moneySumOfSquares - customers * mean * mean) / (customers - 1));
  return { customers, mean, variance };
}

/**
 * Sales to expect per contacted customer: the arms' means, cells weighted by their contacted customers. Not drawn towards each
 * other. Null where a cell measured none, or nobody spent anything.
 */
export function salesOf(
  cells: readonly MeasuredCell[],
  { effectKept, responseFactor }: WhatIf,
): Expected | null {
  const contacted = cells.reduce((sum, cell) => sum + cell.contacted, 0);
  let [estimate, squaredError, chance] = [0, 0, 0];
  for (const { contacted: sent, treatment, control } of cells) {
    if (!treatment || !control) return null;
    const weight = (sent / contacted) * responseFactor;
    const [onTreatment, onControl] = [effectKept, 1 - effectKept];
    estimate += weight * (onTreatment * treatment.mean + onControl * control.mean);
    squaredError +=
      weight ** 2 *
      ((onTreatment ** 2 * treatment.variance) / treatment.customers +
        (onControl ** 2 * control.variance) / control.customers);
    chance += (weight ** 2 * treatment.variance) / sent;
  }
  if (squaredError === 0) return null;
  return { estimate, standardError: Math.sqrt(squaredError), chance: Math.sqrt(chance) };
}
