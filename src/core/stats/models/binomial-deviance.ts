import { poissonDeviance } from '../distributions/gamma-tail.ts';
import { stirlingError } from '../numerics/stirling-error.ts';
import type { BinomialGroup } from './logistic.ts';

/** How many responded, of how many. */
export type BinomialCounts = Pick<BinomialGroup, 'events' | 'trials'>;

/** The response share at given log odds. */
export function shareAt(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Twice the distance of the log-likelihood from that of a perfect fit. */
export function binomialDeviance(
  groups: readonly BinomialCounts[],
  logOdds: readonly number[],
): number {
  return groups.reduce((sum, { events, trials }, place) => {
    const at = logOdds[place] ?? 0;
    const fromEvents = countDeviance(events, trials * shareAt(at));
    return sum + 2 * (fromEvents + countDeviance(trials - events, trials * shareAt(-at)));
  }, 0);
}

/** The parts of both counts that cancel are left out of both, so that nothing is lost where a fit is good. */
function countDeviance(count: number, expected: number): number {
  return count === 0 ? expected : poissonDeviance(count, expected);
}

/** The log-likelihood of a perfect fit: every group's binomial chance of exactly its count, at its own share. */
export function perfectLogLikelihood(groups: readonly BinomialCounts[]): number {
  return groups.reduce((sum, { events, trials }) => {
    const misses = trials - events;
    if (events === 0 || misses === 0) return sum;
    const remainder = stirlingError(trials) - stirlingError(events) - stirlingError(misses);
    return sum + remainder + 0.5 * Math.log(trials / events / misses / (2 * Math.PI));
  }, 0);
}
