import type { Design, Earnings } from '../design.ts';

/**
 * What is assumed until somebody knows better: true lifts differ between carrots by half the planned lift, one carrot's between
 * cells by a quarter of it, and the share without a carrot is uncertain by a tenth of itself (standard deviations).
 * `profitPerResponse`: money.
 * Example: at 3% and a lift of 5 points: 2.5 points, 1.25 points and 0.3 points.
 */
export function assumedEarnings(
  { baselineShare, lift }: Design['power'],
  profitPerResponse: number,
): Earnings {
  const size = Math.abs(lift);
  return {
    profitPerResponse,
    meanLift: null,
    liftSpread: size / 2,
    cellSpread: size / 4,
    baselineSpread: baselineShare / 10,
  };
}
