import { refuse, succeed, type Result } from '#core/result.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import { adjustHolm } from '../multiplicity/adjusted-p-values.ts';
import { exactMultinomialTest } from './exact-multinomial.ts';
import { sampleRatioAlarm, sampleRatioCheck } from './sample-ratio.ts';

/** One stratum: how many customers each arm has, and the planned shares or sizes. */
export interface StratumArms {
  readonly observedCounts: readonly number[];
  readonly expectedWeights: readonly number[];
}

/** One stratum's check; `stratum` is its place, `exact` tells whether its p-value was counted out. */
export interface StratumRatio {
  readonly stratum: number;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Times the number of strata, step by step (Holm). */
  readonly adjustedPValue: number;
  readonly exact: boolean;
}

/** All strata together, each on its own, and the worst of them. */
export interface SampleRatioByStratum {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly strata: readonly StratumRatio[];
  readonly worst: StratumRatio;
  readonly alarm: boolean;
}

/** Below this expected count chi-square is not trusted for a single stratum. */
const smallestTrusted = 5;

/**
 * Whether the arms have the planned sizes in every stratum: losses in one cell drown in the total, and opposite ones
 * cancel there.
 * `strata`: counts and weights as in `sampleRatioCheck`; strata without customers are left out. A stratum in which an
 * arm expects fewer than five customers is counted out exactly where that is possible. `alarm`: the p-value of all
 * strata together, or the worst one's after Holm's adjustment, is below one in a thousand.
 * Refuses what `sampleRatioCheck` refuses, with its stratum, and `no-customers` when all strata are empty.
 * Source: Pearson's goodness of fit, added over independent strata; Holm (1979); R `chisq.test`, `binom.test`,
 * `p.adjust(p, 'holm')`.
 * Example: 500 and 500, 260 and 240, and 180 and 320 at even weights give 40, df 3, p 1.07e-8; the third is the worst.
 */
export function sampleRatioByStratum(strata: readonly StratumArms[]): Result<SampleRatioByStratum> {
  const checked: Omit<StratumRatio, 'adjustedPValue'>[] = [];
  for (const [stratum, { observedCounts, expectedWeights }] of strata.entries()) {
    const found = sampleRatioCheck(observedCounts, expectedWeights);
    if (!found.ok && found.problem.code === 'no-customers') continue;
    if (!found.ok) return refuse({ ...found.problem, stratum });
    const { statistic, degreesOfFreedom, pValue } = found.value;
    const exactPValue = exactWhereSmall(observedCounts, expectedWeights);
    checked.push({
      stratum,
      statistic,
      degreesOfFreedom,
      pValue: exactPValue ?? pValue,
      exact: exactPValue !== null,
    });
  }
  const adjusted = adjustHolm(checked.map(({ pValue }) => pValue));
  const judged = checked.map((one, place) => ({
    ...one,
    adjustedPValue: adjusted[place] ?? one.pValue,
  }));
  const [first, ...others] = judged;
  if (!first) return refuse({ code: 'no-customers' });
  const worst = others.reduce((most, one) => (one.pValue < most.pValue ? one : most), first);
  const statistic = judged.reduce((sum, one) => sum + one.statistic, 0);
  const degreesOfFreedom = judged.reduce((sum, one) => sum + one.degreesOfFreedom, 0);
  const pValue = chiSquareUpperTail(statistic, degreesOfFreedom);
  return succeed({
    statistic,
    degreesOfFreedom,
    pValue,
    strata: judged,
    worst,
    alarm: Math.min(pValue, worst.adjustedPValue) < sampleRatioAlarm,
  });
}

/** The exact p-value where some arm expects too few customers and the outcomes can be counted, or null. */
function exactWhereSmall(counts: readonly number[], weights: readonly number[]): number | null {
  const arms = counts
    .map((count, arm) => ({ count, weight: weights[arm] ?? 0 }))
    .filter(({ weight }) => weight > 0);
  const customers = arms.reduce((sum, { count }) => sum + count, 0);
  const totalWeight = arms.reduce((sum, { weight }) => sum + weight, 0);
  const fewest = Math.min(...arms.map(({ weight }) => (customers * weight) / totalWeight));
  if (fewest >= smallestTrusted) return null;
  const found = exactMultinomialTest(
    arms.map(({ count }) => count),
    arms.map(({ weight }) => weight),
  );
  return found.ok ? found.value.pValue : null;
}
