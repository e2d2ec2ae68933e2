import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile, normalTwoSided } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import type { ArmPair } from '../proportions/arm-counts.ts';
import { constrainedControlShare } from '../proportions/proportion-constrained.ts';
import { comparableTables, strataProblem, sumOver, type StratumTable } from './strata.ts';

/** The common difference of response shares with the interval that agrees with its p-value. */
export interface StratifiedScore {
  readonly method: 'stratified-miettinen-nurminen';
  readonly difference: number;
  readonly interval: Interval;
  readonly statistic: number;
  readonly pValue: number;
  readonly usedStrata: number;
}

/**
 * By how many points the treatment changes the response in all strata, with an interval that leaves out 0 exactly when
 * the p-value of `cochranMantelHaenszel` is below 1 - confidenceShare.
 * `strata`: whole counts; strata with an empty arm are left out; `confidenceShare`: between 0 and 1, 0.95 by default.
 * Every stratum has the weight n1 n0 / n of Mantel and Haenszel, and its variance where its own two shares are just the
 * assumed difference apart. With one stratum it is `compareProportions`. Where nobody, or everybody, responded the
 * statistic is 0 by continuity and the interval still has a width.
 * Refuses `invalid-counts` with its stratum, `invalid-confidence` and `no-informative-strata` (no stratum with customers
 * in both arms).
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4, section on stratified series, with fixed weights;
 * `ratesci::scoreci(stratified = TRUE, weighting = "MH")`.
 * Example: the point carrot of the sample campaign against none, nine strata, gives 0.0767 (0.053781 to 0.101258).
 */
export function stratifiedScoreDifference(
  strata: readonly ArmPair[],
  { confidenceShare = 0.95 }: { readonly confidenceShare?: number } = {},
): Result<StratifiedScore> {
  const problem = strataProblem(strata) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const tables = comparableTables(strata);
  if (tables.length === 0) return refuse({ code: 'no-informative-strata', strata: strata.length });
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const difference = commonDifference(tables);
  const score = (assumed: number): number => commonScore(tables, assumed);
  const statistic = score(0);
  return succeed({
    method: 'stratified-miettinen-nurminen',
    difference,
    interval: {
      low: difference <= -1 ? -1 : bracketedRoot((assumed) => score(assumed) - z, -1, difference),
      high: difference >= 1 ? 1 : bracketedRoot((assumed) => score(assumed) + z, difference, 1),
    },
    statistic,
    pValue: normalTwoSided(statistic),
    usedStrata: tables.length,
  });
}

/**
 * How far the common difference lies from an assumed one, in standard errors under that assumption.
 * `assumed`: -1 to 1. Infinite where the assumption is impossible for these counts.
 */
export function stratifiedDifferenceScore(strata: readonly ArmPair[], assumed: number): number {
  return commonScore(comparableTables(strata), assumed);
}

function commonScore(tables: readonly StratumTable[], assumed: number): number {
  const weight = sumOver(tables, weightOf);
  const distance = weight * (commonDifference(tables) - assumed);
  if (distance === 0) return 0;
  const variance = sumOver(tables, (table) => weightOf(table) ** 2 * varianceAt(table, assumed));
  return distance / Math.sqrt(variance);
}

function weightOf({ treatmentTrials, controlTrials, total }: StratumTable): number {
  return (treatmentTrials * controlTrials) / total;
}

function commonDifference(tables: readonly StratumTable[]): number {
  const crossed = sumOver(
    tables,
    (t) => (t.treatmentEvents * t.controlTrials - t.controlEvents * t.treatmentTrials) / t.total,
  );
  return crossed / sumOver(tables, weightOf);
}

/** The variance of a stratum's difference where its likeliest shares are just `assumed` apart. */
function varianceAt(table: StratumTable, assumed: number): number {
  const treatment = { events: table.treatmentEvents, trials: table.treatmentTrials };
  const control = { events: table.controlEvents, trials: table.controlTrials };
  const controlShare = constrainedControlShare(treatment, control, assumed);
  const treatmentShare = Math.min(1, Math.max(0, controlShare + assumed));
  const variance =
    (treatmentShare * (1 - treatmentShare)) / treatment.trials +
    (controlShare * (1 - controlShare)) / control.trials;
  return (variance * table.total) / (table.total - 1);
}
