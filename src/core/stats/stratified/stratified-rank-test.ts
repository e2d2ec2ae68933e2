import { refuse, succeed, type Result } from '#core/result.ts';
import { normalTwoSided, normalUpperTail } from '../distributions/normal-distribution.ts';
import { rankProblem, rankSumTest, rankVariance } from '../means/rank-sum-test.ts';
import { customersOf, mergeCounts, type ValueCounts } from '../means/value-counts.ts';
import type { Alternative } from '../proportions/alternative.ts';

/** The values of one stratum: every distinct value of either arm with its customers, ascending. */
export interface ValueStratum {
  readonly treatment: ValueCounts;
  readonly control: ValueCounts;
}

/** How the strata are put together; by default two-sided, and with van Elteren's weights. */
export interface StratifiedRankOptions {
  readonly alternative?: Alternative;
  /** `van-elteren`: 1 / (customers + 1), best when the shift is alike everywhere. `equal`: won pairs simply added. */
  readonly weighting?: 'van-elteren' | 'equal';
}

/** The arms compared by the ranks of their values within strata. */
export interface StratifiedRankTest {
  readonly weighting: 'van-elteren' | 'equal';
  readonly alternative: Alternative;
  readonly zValue: number;
  readonly pValue: number;
  /** The share of pairs within strata the treated customer wins, ties half, strata weighted as in the test. */
  readonly superiorityShare: number;
  readonly usedStrata: number;
}

/**
 * Whether values (of spend, say) tend to be higher in one arm, judged by their order within each stratum.
 * `strata`: value counts of both arms, ascending (`countValues` makes them from raw values). Ties share their ranks, no
 * continuity correction. Strata with an empty arm, or in which all values are equal, add nothing.
 * Refuses `invalid-counts` with its stratum and `no-informative-strata`.
 * Source: van Elteren (1960), Bulletin of the International Statistical Institute 37; Lehmann (1975), 3.3; R
 * `coin::independence_test` on ranks / (n + 1) within strata. With one stratum it is `rankSumTest`.
 * Example: 1, 2, 9 against 0, 1, 3 and 5, 5, 7 against 2, 5 give z 1.498117, p 0.134103.
 */
export function stratifiedRankTest(
  strata: readonly ValueStratum[],
  { alternative = 'two-sided', weighting = 'van-elteren' }: StratifiedRankOptions = {},
): Result<StratifiedRankTest> {
  let distance = 0;
  let variance = 0;
  let wonPairs = 0;
  let pairs = 0;
  let usedStrata = 0;
  for (const [stratum, { treatment, control }] of strata.entries()) {
    const problem = rankProblem(treatment, control);
    if (problem?.code === 'invalid-counts') return refuse({ ...problem, stratum });
    if (problem) continue;
    const ranked = rankSumTest(treatment, control, { method: 'normal' });
    if (!ranked.ok) continue;
    const [treated, controls] = [customersOf(treatment), customersOf(control)];
    const weight = weighting === 'equal' ? 1 : 1 / (treated + controls + 1);
    const { statistic } = ranked.value;
    distance += weight * (statistic - (treated * controls) / 2);
    variance +=
      weight * weight * rankVariance(treated, controls, mergeCounts([treatment, control]));
    wonPairs += weight * statistic;
    pairs += weight * treated * controls;
    usedStrata += 1;
  }
  if (usedStrata === 0) return refuse({ code: 'no-informative-strata', strata: strata.length });
  const zValue = distance / Math.sqrt(variance);
  return succeed({
    weighting,
    alternative,
    zValue,
    pValue: pValueOf(zValue, alternative),
    superiorityShare: wonPairs / pairs,
    usedStrata,
  });
}

function pValueOf(zValue: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return normalTwoSided(zValue);
  return normalUpperTail(alternative === 'greater' ? zValue : -zValue);
}
