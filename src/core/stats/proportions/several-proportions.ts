import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { countsProblem, type ArmCounts } from './arm-counts.ts';
import { chiSquareTest } from './contingency-table.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';

/** Whether several response shares differ; below 5 for `smallestExpected` the chi-square is no longer trusted. */
export interface SharesDiffer {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly commonShare: number;
  readonly smallestExpected: number;
}

/**
 * Whether the response shares of several arms differ at all.
 * `arms`: whole counts, at least two. Refuses `too-few-arms`, `no-trials` and `invalid-counts` with the arm's place, and
 * `no-variation` when nobody or everybody responded.
 * Source: Pearson (1900); R `prop.test` for k groups.
 * Example: 83 of 86, 90 of 93, 129 of 136 and 70 of 82 give 12.600411, df 3, p 0.005585.
 */
export function sharesDiffer(arms: readonly ArmCounts[]): Result<SharesDiffer> {
  const problem = armsProblem(arms);
  if (problem) return refuse(problem);
  const tested = chiSquareTest(arms.map(({ events, trials }) => [events, trials - events]));
  if (!tested.ok) return tested;
  const { statistic, degreesOfFreedom, pValue, smallestExpected } = tested.value;
  const { events, total } = totalsOf(arms);
  const commonShare = events / total;
  return succeed({ statistic, degreesOfFreedom, pValue, commonShare, smallestExpected });
}

/** Whether the share rises or falls with the score; `slope` in shares per unit of the score. */
export interface ShareTrend {
  readonly statistic: number;
  readonly degreesOfFreedom: 1;
  readonly pValue: number;
  readonly slope: number;
}

/**
 * Whether the response share rises or falls steadily over arms in an order (0, 500, 1000 points).
 * `arms`: whole counts, at least two; `scores`: one finite number for each, by default 1, 2, 3, ….
 * Refuses `too-few-arms`, `no-trials` and `invalid-counts` with the arm's place, `invalid-scores` (not finite, not one for
 * each arm, or all the same), and `no-variation` when nobody or everybody responded.
 * Source: Cochran (1954), Armitage (1955), Biometrics 11; R `prop.trend.test`.
 * Example: 83 of 86, 90 of 93, 129 of 136 and 70 of 82 give 8.224922, p 0.004132.
 */
export function cochranArmitageTrend(
  arms: readonly ArmCounts[],
  scores: readonly number[] = arms.map((_, arm) => arm + 1),
): Result<ShareTrend> {
  const problem = armsProblem(arms);
  if (problem) return refuse(problem);
  const { events, total } = totalsOf(arms);
  const scored = arms.map((arm, place) => ({ ...arm, score: scores[place] ?? NaN }));
  const center = scored.reduce((sum, { trials, score }) => sum + (trials / total) * score, 0);
  const spread = scored.reduce((sum, { trials, score }) => sum + trials * (score - center) ** 2, 0);
  if (scores.length !== arms.length || !(spread > 0 && Number.isFinite(spread))) {
    return refuse({ code: 'invalid-scores', scores });
  }
  const share = events / total;
  const moment = scored.reduce(
    (sum, arm) => sum + (arm.events - arm.trials * share) * (arm.score - center),
    0,
  );
  const slope = moment / spread;
  const statistic = (slope * moment) / (share * ((total - events) / total));
  if (!Number.isFinite(statistic)) return refuse({ code: 'invalid-scores', scores });
  return succeed({
    statistic,
    degreesOfFreedom: 1,
    pValue: chiSquareUpperTail(statistic, 1),
    slope,
  });
}

function armsProblem(arms: readonly ArmCounts[]): Problem | null {
  if (arms.length < 2) return { code: 'too-few-arms', arms: arms.length };
  for (const [place, counts] of arms.entries()) {
    const problem = countsProblem(String(place), counts);
    if (problem) return problem;
  }
  const { events, total } = totalsOf(arms);
  return events === 0 || events === total ? { code: 'no-variation', events, total } : null;
}

function totalsOf(arms: readonly ArmCounts[]): { readonly events: number; readonly total: number } {
  const events = arms.reduce((sum, arm) => sum + arm.events, 0);
  return { events, total: arms.reduce((sum, arm) => sum + arm.trials, 0) };
}
