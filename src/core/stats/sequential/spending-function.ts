import type { Problem } from '#core/result.ts';
import { normalQuantile, normalUpperTail } from '../distributions/normal-distribution.ts';

/**
 * How the false-alarm chance is spent as information comes in. `lan-demets-obrien-fleming` spends almost nothing early;
 * `lan-demets-pocock` spends evenly on every look; `power` spends alpha · t^exponent; `hwang-shih-decani` lies between
 * (gamma -4 is near O'Brien-Fleming, 1 near Pocock, 0 spends in proportion to the information).
 */
export type SpendingFunction =
  | { readonly kind: 'lan-demets-obrien-fleming' | 'lan-demets-pocock' }
  | { readonly kind: 'power'; readonly exponent: number }
  | { readonly kind: 'hwang-shih-decani'; readonly gamma: number };

/**
 * How much of one side's false-alarm chance may be spent once a share of the planned information is in.
 * `alpha`: the side's whole chance, between 0 and 1; `informationShare`: 0 or more; beyond 1 all is spent.
 * Source: Lan & DeMets (1983), Biometrika 70; Kim & DeMets (1987); Hwang, Shih & DeCani (1990).
 * Example: the O'Brien-Fleming kind with alpha 0.025 at one half gives 0.001525323.
 */
export function alphaSpent(
  spending: SpendingFunction,
  alpha: number,
  informationShare: number,
): number {
  const share = Math.min(1, informationShare);
  if (share === 1) return alpha;
  switch (spending.kind) {
    case 'lan-demets-obrien-fleming':
      return 2 * normalUpperTail(-normalQuantile(alpha / 2) / Math.sqrt(share));
    case 'lan-demets-pocock':
      return alpha * Math.log1p((Math.E - 1) * share);
    case 'power':
      return alpha * share ** spending.exponent;
    case 'hwang-shih-decani':
      return spending.gamma === 0
        ? alpha * share
        : (alpha * Math.expm1(-spending.gamma * share)) / Math.expm1(-spending.gamma);
  }
}

const largestGamma = 100;

/** Why a spending function cannot be used (`invalid-spending`), or null. */
export function spendingProblem(spending: SpendingFunction): Problem | null {
  const possible =
    spending.kind === 'power'
      ? spending.exponent > 0 && spending.exponent <= largestGamma
      : spending.kind !== 'hwang-shih-decani' || Math.abs(spending.gamma) <= largestGamma;
  return possible ? null : { code: 'invalid-spending', ...spending };
}
