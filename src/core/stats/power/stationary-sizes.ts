import { bracketedRoot } from '../numerics/bracketed-root.ts';
import {
  expectedExcess,
  normalDensity,
  shownVariance,
  type ArmPrior,
  type UnequalPlan,
} from './arm-prior.ts';

const scanned = 240;

/**
 * The sizes at which one customer more in either arm's test neither earns nor loses.
 * Let v be the standard deviation of the shown difference and R the worth of showing more. Then an arm of spreads σ and s
 * has size s √(R / shortfall) - s²/σ², its shortfall being what the winner earns more than it; one R fits each v, and the
 * sizes are right where the rest of the list makes R just that.
 */
export function stationarySizes(plan: UnequalPlan): [number, number][] {
  const { population, first, second } = plan;
  const gap = first.meanProfit - second.meanProfit;
  const possible = Math.hypot(first.offerSpread, second.offerSpread);
  const sizesAt = (shown: number): { sizes: [number, number]; worth: number } => {
    const winner = expectedExcess(gap, shown);
    // By how much the winner is expected to earn more than each arm.
    const shortfalls = [expectedExcess(-gap, shown), winner] as const;
    const sizeFor = (worth: number): [number, number] => [
      sizeOf(first, worth, shortfalls[0]),
      sizeOf(second, worth, shortfalls[1]),
    ];
    const missing = (logWorth: number): number => {
      const [sizeFirst, sizeSecond] = sizeFor(Math.exp(logWorth));
      return shownVariance(first, sizeFirst) + shownVariance(second, sizeSecond) - shown * shown;
    };
    let [low, high] = [0, 0];
    while (missing(low) > 0) low -= 10;
    while (missing(high) < 0) high += 10;
    // So much can be shown only with more customers than a number can count.
    if (!(missing(low) <= 0 && missing(high) >= 0)) return { sizes: [0, 0], worth: Infinity };
    const worth = Math.exp(low === high ? low : bracketedRoot(missing, low, high));
    return { sizes: sizeFor(worth), worth };
  };
  const excess = (shown: number): number => {
    const { sizes, worth } = sizesAt(shown);
    const rest = population - sizes[0] - sizes[1];
    return (rest * normalDensity(gap / shown)) / (2 * shown) - worth;
  };
  const grid = Array.from({ length: scanned }, (_, place) => {
    const x = ((place + 0.5) / scanned) * 12 - 6;
    return possible / (1 + Math.exp(-2 * x));
  });
  const found: [number, number][] = [];
  for (const [place, shown] of grid.entries()) {
    const next = grid[place + 1];
    if (next === undefined || !(excess(shown) > 0 && excess(next) <= 0)) continue;
    found.push(sizesAt(bracketedRoot(excess, shown, next)).sizes);
  }
  return found;
}

/** The size at which a further customer of an arm is worth what it costs; 0 when even the first is not. */
function sizeOf(
  { offerSpread, customerSpread }: ArmPrior,
  worth: number,
  shortfall: number,
): number {
  const known = (customerSpread / offerSpread) ** 2;
  return Math.max(0, customerSpread * Math.sqrt(worth / shortfall) - known);
}
