import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalTwoSided, normalUpperTail } from '../distributions/normal-distribution.ts';
import type { Alternative } from '../proportions/alternative.ts';
import { exactRankSumTails, exactWork, mostExactWork } from './rank-sum-exact.ts';
import { customersOf, mergeCounts, valueCountsProblem, type ValueCounts } from './value-counts.ts';

/** How a rank sum test is made. By default two-sided, with the continuity correction, exact where R is. */
export interface RankSumOptions {
  readonly alternative?: Alternative;
  /** `automatic`: exact when both arms have fewer than 50 customers and no two values are equal, else normal. */
  readonly method?: 'automatic' | 'exact' | 'normal';
  readonly continuityCorrection?: boolean;
}

/** Two arms compared by the ranks of their values. */
export interface RankSumTest {
  readonly method: 'exact' | 'normal';
  readonly alternative: Alternative;
  /** Pairs in which the treated customer has the higher value, a tie counted as half (R's W, Mann and Whitney's U). */
  readonly statistic: number;
  /** The same pairs seen from the control: the number of all pairs less `statistic`. */
  readonly controlStatistic: number;
  /** The share of the pairs the treated customer wins, ties half: 0.5 is no difference (the area under the ROC curve). */
  readonly superiorityShare: number;
  /** Null when the p-value is exact. */
  readonly zValue: number | null;
  readonly pValue: number;
}

/**
 * Whether values (of spend, say) tend to be higher in one arm, judged by their order only (Mann-Whitney, Wilcoxon).
 * `treatment`, `control`: value counts, ascending; a list of raw values becomes one by `countValues`. The normal
 * p-value corrects for ties. The exact one counts all ways to deal the same values to the arms, ties or not; two-sided,
 * it adds up the ways at least as far from the expected statistic (without ties this is twice the smaller tail).
 * Refuses `too-few-values`, `invalid-counts`, `no-variation` when all values are equal, and `too-large-for-exact` when
 * `method` is `exact` and counting would take longer than a second or so.
 * Source: Mann & Whitney (1947); Lehmann (1975), chapter 1; R `wilcox.test`, with ties `exactRankTests::wilcox.exact`.
 * Example: G29, .80 .83 1.89 1.04 1.45 1.38 1.91 1.64 .73 1.46 against 1.15 .88 .90 .74 1.21, `greater`, gives
 * W 35, exact p 0.127206127; without correction the normal p is 0.1103.
 */
export function rankSumTest(
  treatment: ValueCounts,
  control: ValueCounts,
  options: RankSumOptions = {},
): Result<RankSumTest> {
  const { alternative = 'two-sided', method = 'automatic', continuityCorrection = true } = options;
  const problem = rankProblem(treatment, control);
  if (problem) return refuse(problem);
  const pairs = customersOf(treatment) * customersOf(control);
  const statistic = wonPairs(treatment, control);
  const shared = {
    alternative,
    statistic,
    controlStatistic: pairs - statistic,
    superiorityShare: statistic / pairs,
  };
  const exact =
    method === 'exact' || (method === 'automatic' && exactByDefault(treatment, control));
  if (exact) {
    if (exactWork(treatment, control) > mostExactWork) {
      return refuse({ code: 'too-large-for-exact', pairs });
    }
    const tails = exactRankSumTails(treatment, control);
    const pValue =
      alternative === 'two-sided'
        ? tails.bothSides
        : alternative === 'greater'
          ? tails.upper
          : tails.lower;
    return succeed({ ...shared, method: 'exact', zValue: null, pValue });
  }
  const distance = statistic - pairs / 2;
  const correction = continuityCorrection ? correctionOf(distance, alternative) : 0;
  const merged = mergeCounts([treatment, control]);
  const spread = Math.sqrt(rankVariance(customersOf(treatment), customersOf(control), merged));
  const zValue = (distance - correction) / spread;
  return succeed({ ...shared, method: 'normal', zValue, pValue: normalP(zValue, alternative) });
}

/** R's rule: small arms and no ties. */
export function exactByDefault(treatment: ValueCounts, control: ValueCounts): boolean {
  const small = customersOf(treatment) < 50 && customersOf(control) < 50;
  return small && mergeCounts([treatment, control]).every(({ count }) => count === 1);
}

/** Why two arms cannot be ranked, or null when they can. */
export function rankProblem(treatment: ValueCounts, control: ValueCounts): Problem | null {
  const problem =
    valueCountsProblem('treatment', treatment) ?? valueCountsProblem('control', control);
  if (problem) return problem;
  const pairs = customersOf(treatment) * customersOf(control);
  if (!Number.isSafeInteger(2 * pairs)) return { code: 'invalid-counts', pairs };
  const alone = treatment.length === 1 && control.length === 1;
  return alone && treatment[0]?.value === control[0]?.value ? { code: 'no-variation' } : null;
}

/**
 * The variance of the number of won pairs when the arms do not differ.
 * As in Lehmann (1975), chapter 1; N³ - Σt³ is summed as Σ t (N - t)(N + t), in which nothing cancels.
 */
export function rankVariance(treated: number, controls: number, ties: ValueCounts): number {
  const total = treated + controls;
  const untied = ties.reduce(
    (sum, { count }) => sum + (count / total) * ((total - count) / (total - 1)) * (total + count),
    0,
  );
  return ((treated * controls) / 12) * untied;
}

/** Half a pair towards the expected value. */
function correctionOf(distance: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return Math.sign(distance) * 0.5;
  return alternative === 'greater' ? 0.5 : -0.5;
}

function normalP(zValue: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return normalTwoSided(zValue);
  return normalUpperTail(alternative === 'greater' ? zValue : -zValue);
}

/** Pairs in which the first arm has the higher value, ties half. */
function wonPairs(first: ValueCounts, second: ValueCounts): number {
  let below = 0;
  let place = 0;
  let won = 0;
  for (const { value, count } of first) {
    for (let next = second[place]; next && next.value < value; next = second[place]) {
      below += next.count;
      place += 1;
    }
    const level = second[place];
    const tied = level?.value === value ? level.count : 0;
    won += count * (below + tied / 2);
  }
  return won;
}
