import { refuse, succeed, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import type { ArmCounts } from '../proportions/arm-counts.ts';
import { cellsProblem, type BetaPrior } from './beta-prior.ts';
import { placedRisingSum, risingSum } from './rising-sum.ts';

/**
 * How the true response shares of cells are spread, by maximum likelihood of the beta-binomial distribution.
 * `cells`: two or more, whole counts of up to 1e9 customers. Closer than moments when cells are of very different sizes.
 * Refuses `too-few-cells`, `no-trials`, `invalid-counts`, `no-variation`, `no-visible-difference` (the likelihood only falls as
 * cells are allowed to differ) and `all-or-nothing` (in every cell all or none responded).
 * Source: Griffiths (1973), Biometrics 29; R `VGAM::vglm(betabinomial)`, package `ebbr`.
 * Example: 12, 18, 28, 1, 2, 4, 6, 9 and 14 of 100: mean 0.1042041, worth 14.3438 customers.
 */
export function betaPriorByLikelihood(cells: readonly ArmCounts[]): Result<BetaPrior> {
  const problem = cellsProblem(cells);
  if (problem) return refuse(problem);
  const pooled = meanAt(cells, 0);
  if (cells.every(({ events, trials }) => events === 0 || events === trials)) {
    return refuse({ code: 'all-or-nothing', meanShare: pooled });
  }
  const slope = (spread: number): number => spreadSlope(cells, meanAt(cells, spread), spread);
  if (!(slope(0) > 0)) return refuse({ code: 'no-visible-difference', meanShare: pooled });
  let high = 1 / Math.max(...cells.map(({ trials }) => trials));
  while (slope(high) > 0) high *= 4;
  const spread = bracketedRoot(slope, 0, high);
  // So little spread that a prior would be worth more customers than a number can count is none.
  if (!(spread > 1e-15)) return refuse({ code: 'no-visible-difference', meanShare: pooled });
  return succeed({ meanShare: meanAt(cells, spread), priorSize: 1 / spread });
}

/** The most likely mean for a given spread (1 / prior size); the likelihood is concave in it. */
function meanAt(cells: readonly ArmCounts[], spread: number): number {
  const slope = (mean: number): number =>
    cells.reduce(
      (sum, { events, trials }) =>
        sum + risingSum(mean, spread, events) - risingSum(1 - mean, spread, trials - events),
      0,
    );
  return bracketedRoot(
    (mean) => (mean === 0 ? Infinity : mean === 1 ? -Infinity : slope(mean)),
    0,
    1,
  );
}

/** How the likelihood changes with the spread, at a given mean. */
function spreadSlope(cells: readonly ArmCounts[], mean: number, spread: number): number {
  return cells.reduce(
    (sum, { events, trials }) =>
      sum +
      placedRisingSum(mean, spread, events) +
      placedRisingSum(1 - mean, spread, trials - events) -
      placedRisingSum(1, spread, trials),
    0,
  );
}
