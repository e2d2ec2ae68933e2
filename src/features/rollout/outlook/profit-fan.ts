import { quantileOf } from '#core/rollout/outlook/amount.ts';
import type { ProfitPoint } from '#core/rollout/outlook/profit-by-share.ts';

/** The bands of the fan, from the narrowest: which share of the chances each holds. */
export const fanBands = [0.5, 0.8, 0.95] as const;

export interface FanPoint {
  readonly at: number;
  readonly middle: number;
  readonly bands: readonly { readonly low: number; readonly high: number }[];
}

/** The points of a profit as a fan of its quantiles. */
export function fanOf(points: readonly ProfitPoint[]): readonly FanPoint[] {
  return points.map((point) => ({
    at: point.customers,
    middle: point.estimate,
    bands: fanBands.map((share) => ({
      low: quantileOf(point, (1 - share) / 2),
      high: quantileOf(point, (1 + share) / 2),
    })),
  }));
}

/** Where the expected profit is highest. */
export function bestPoint(points: readonly ProfitPoint[]): ProfitPoint | null {
  return points.reduce<ProfitPoint | null>(
    (best, point) => (best === null || point.estimate > best.estimate ? point : best),
    null,
  );
}
