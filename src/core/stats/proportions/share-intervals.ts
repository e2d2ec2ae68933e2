import { refuse, succeed, type Result } from '#core/result.ts';
import { countsProblem } from './arm-counts.ts';
import { betaQuantile, betaUpperQuantile } from '../distributions/beta-distribution.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';

/**
 * Between which shares the true response share of one group lies, with at least the stated confidence whatever that
 * share is (exact interval; wider than Wilson's).
 * `events`, `trials`: whole numbers, 0 <= events <= trials; `confidenceShare`: between 0 and 1, usually 0.95.
 * It leaves out a share exactly when a one-sided `exactBinomialTest` of it gives less than half of alpha.
 * Refuses `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Clopper & Pearson (1934), Biometrika 26; R `binom.test(x, n)$conf.int`.
 * Example: 100 of 200 at 0.95 gives 0.4286584 to 0.5713416.
 */
export function clopperPearsonInterval(
  events: number,
  trials: number,
  confidenceShare: number,
): Result<Interval> {
  return betaInterval({ events, trials, confidenceShare }, { low: 0, high: 1 });
}

/**
 * Between which shares the true response share of one group plausibly lies, when every share is held likely by Jeffreys'
 * rule beforehand: as short as Wilson's interval and equally wrong on both sides.
 * `events`, `trials`: whole numbers, 0 <= events <= trials; `confidenceShare`: between 0 and 1, usually 0.95.
 * By convention the interval begins at 0 where nobody responded and ends at 1 where everybody did.
 * Refuses `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Brown, Cai & DasGupta (2001), Statistical Science 16, section 3; statsmodels
 * `proportion_confint(method='jeffreys')`, which has no such convention.
 * Example: 100 of 200 at 0.95 gives 0.4311217 to 0.5688783.
 */
export function jeffreysInterval(
  events: number,
  trials: number,
  confidenceShare: number,
): Result<Interval> {
  return betaInterval({ events, trials, confidenceShare }, { low: 0.5, high: 0.5 });
}

interface ShareQuestion {
  readonly events: number;
  readonly trials: number;
  readonly confidenceShare: number;
}

/** Limits that are quantiles of beta distributions; `added` is what each limit's distribution adds to the events. */
function betaInterval(
  { events, trials, confidenceShare }: ShareQuestion,
  added: Interval,
): Result<Interval> {
  const problem = countsProblem('group', { events, trials }) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const tail = (1 - confidenceShare) / 2;
  const shape = (more: number) => ({ alpha: events + more, beta: trials - events + 1 - more });
  return succeed({
    low: events === 0 ? 0 : betaQuantile(tail, shape(added.low)),
    high: events === trials ? 1 : betaUpperQuantile(tail, shape(added.high)),
  });
}

/**
 * Between which shares the true response share of one group plausibly lies, by hand: z²/2 responders and as many others
 * are added, and the plain standard error is taken.
 * `events`, `trials`: whole numbers, 0 <= events <= trials; `confidenceShare`: between 0 and 1, usually 0.95. The limits
 * are cut at 0 and 1.
 * Refuses `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Agresti & Coull (1998), The American Statistician 52; statsmodels `proportion_confint(method='agresti_coull')`.
 * Example: 100 of 200 at 0.95 gives 0.4313609 to 0.5686391.
 */
export function agrestiCoullInterval(
  events: number,
  trials: number,
  confidenceShare: number,
): Result<Interval> {
  return plainInterval({ events, trials, confidenceShare }, (z) => (z * z) / 2);
}

/**
 * The textbook interval of one share, for comparison only: it has no width where nobody responded, and far less than the
 * stated confidence for rare responses.
 * `events`, `trials`: whole numbers, 0 <= events <= trials; `confidenceShare`: between 0 and 1. Cut at 0 and 1.
 * Refuses `no-trials`, `invalid-counts`, `invalid-confidence`, and `no-variation` when nobody or everybody responded.
 * Source: Laplace (1812); statsmodels `proportion_confint(method='normal')`.
 * Example: 100 of 200 at 0.95 gives 0.4307048 to 0.5692952.
 */
export function waldInterval(
  events: number,
  trials: number,
  confidenceShare: number,
): Result<Interval> {
  const found = plainInterval({ events, trials, confidenceShare }, () => 0);
  const unvaried = events === 0 || events === trials;
  return found.ok && unvaried ? refuse({ code: 'no-variation', events, total: trials }) : found;
}

function plainInterval(
  { events, trials, confidenceShare }: ShareQuestion,
  addedEvents: (z: number) => number,
): Result<Interval> {
  const problem = countsProblem('group', { events, trials }) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const added = addedEvents(z);
  const total = trials + 2 * added;
  const responders = events + added;
  const share = responders / total;
  const halfWidth = (z / total) * Math.sqrt((responders * (trials - events + added)) / total);
  return succeed({ low: Math.max(0, share - halfWidth), high: Math.min(1, share + halfWidth) });
}
