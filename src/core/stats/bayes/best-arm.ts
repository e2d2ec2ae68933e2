import { logSumExp } from '../numerics/log-sum.ts';
import { beliefGrid, commonReach } from './belief-grid.ts';
import type { Belief } from './belief.ts';

/** What is believed of one arm among several, in the unit of the figure. */
export interface BestChance {
  readonly bestShare: number;
  readonly expectedLoss: number;
}

/**
 * How likely each figure is the highest, and how far it falls short of the highest on average.
 * `beliefs`: all on the same kind of scale, independent of each other. One quadrature along the scale serves all: the
 * chance is the integral of one density times the others' chances to lie below, the loss that of the chance to lie below
 * where another lies above. Both keep their digits when they are tiny.
 */
export function bestChances(beliefs: readonly Belief[]): BestChance[] {
  const grid = beliefGrid(beliefs, commonReach(beliefs));
  const chances = beliefs.map((): number[] => []);
  const losses = beliefs.map((): number[] => []);
  for (const { place, logWeight } of grid) {
    const below = beliefs.map((belief) => belief.logBelow(place));
    const growth = beliefs[0]?.logGrowth(place) ?? Number.NaN;
    for (const [own, belief] of beliefs.entries()) {
      const othersBelow = below.reduce((sum, log, arm) => (arm === own ? sum : sum + log), 0);
      chances[own]?.push(logWeight + belief.logDensity(place) + othersBelow);
      const someAbove = Math.log(-Math.expm1(othersBelow));
      losses[own]?.push(logWeight + (below[own] ?? Number.NaN) + someAbove + growth);
    }
  }
  return beliefs.map((_, own) => ({
    bestShare: Math.min(1, Math.exp(logSumExp(chances[own] ?? []))),
    expectedLoss: Math.exp(logSumExp(losses[own] ?? [])),
  }));
}
