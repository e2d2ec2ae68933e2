import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { betaQuantile, betaUpperQuantile } from '../distributions/beta-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { countsProblem, type ArmCounts } from '../proportions/arm-counts.ts';
import type { BetaPrior } from './beta-prior.ts';

/** What to believe of one cell's response share, once all cells are known. */
export interface ShrunkenShare {
  readonly estimate: number;
  readonly interval: Interval;
  /** How far the estimate is drawn to the mean of all: 0 not at all, 1 all the way. */
  readonly borrowedShare: number;
}

/**
 * The response share of each cell, drawn towards the mean of all cells as far as the cell itself says little.
 * `cells`: whole counts; a cell without customers gets the prior itself; `prior`: from `betaPriorByMoments` or
 * `betaPriorByLikelihood`, mean strictly between 0 and 1, size above 0; `confidenceShare`: of the equal-tailed posterior
 * interval, between 0 and 1. The prior is taken as known.
 * Refuses `invalid-counts`, `invalid-prior` and `invalid-confidence`.
 * Source: Casella (1985), The American Statistician 39; Robinson (2017), package `ebbr`; R `qbeta`.
 * Example: 28 of 100 with prior mean 0.104444 worth 12.9934 customers gives 0.259812, interval 0.183562 to 0.344114.
 */
export function shrunkenShares(
  cells: readonly ArmCounts[],
  prior: BetaPrior,
  confidenceShare: number,
): Result<ShrunkenShare[]> {
  const problem = priorProblem(prior) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const { meanShare, priorSize } = prior;
  const tail = (1 - confidenceShare) / 2;
  const found: ShrunkenShare[] = [];
  for (const [place, cell] of cells.entries()) {
    const wrong = countsProblem(`cell ${place + 1}`, cell);
    if (wrong && wrong.code !== 'no-trials') return refuse(wrong);
    const { events, trials } = cell;
    const alpha = meanShare * priorSize + events;
    const beta = (1 - meanShare) * priorSize + trials - events;
    found.push({
      estimate: alpha / (alpha + beta),
      interval: {
        low: betaQuantile(tail, { alpha, beta }),
        high: betaUpperQuantile(tail, { alpha, beta }),
      },
      borrowedShare: priorSize / (priorSize + trials),
    });
  }
  return succeed(found);
}

function priorProblem({ meanShare, priorSize }: BetaPrior): Problem | null {
  const possible = meanShare > 0 && meanShare < 1 && priorSize >= 1e-6 && priorSize <= 1e15;
  return possible ? null : { code: 'invalid-prior', meanShare, priorSize };
}
