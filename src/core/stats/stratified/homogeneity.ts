import { refuse, succeed, type Result } from '#core/result.ts';
import type { ArmPair } from '../proportions/arm-counts.ts';
import { fittedCell } from '../proportions/fitted-cell.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import { mantelHaenszelOddsRatio } from './common-odds-ratio.ts';
import { comparableTables, hasVariation, strataProblem } from './strata.ts';

/** Whether the odds ratio is the same everywhere; `statistic` and `pValue` carry Tarone's correction. */
export interface BreslowDay {
  readonly statistic: number;
  readonly pValue: number;
  readonly degreesOfFreedom: number;
  readonly uncorrectedStatistic: number;
  readonly uncorrectedPValue: number;
}

/**
 * Whether the treatment works equally well in every stratum (Breslow-Day with Tarone's correction).
 * `strata`: whole counts; strata with an empty arm, or with all or none responding, are left out with their degree of
 * freedom.
 * Refuses `invalid-counts` with its stratum, `too-few-strata` (fewer than two that can tell) and `no-common-odds-ratio`
 * (it is 0 or infinite).
 * Source: Breslow & Day (1980), section 4.4; Tarone (1985), Biometrika 72; statsmodels
 * `StratifiedTable.test_equal_odds(adjust=True)`.
 * Example: the Berkeley admissions give 18.825501, df 5, p 0.002071 (18.825514 without the correction).
 */
export function breslowDay(strata: readonly ArmPair[]): Result<BreslowDay> {
  const problem = strataProblem(strata);
  if (problem) return refuse(problem);
  const tables = comparableTables(strata).filter(hasVariation);
  if (tables.length < 2) return refuse({ code: 'too-few-strata', usedStrata: tables.length });
  const oddsRatio = mantelHaenszelOddsRatio(tables);
  if (!oddsRatio) return refuse({ code: 'no-common-odds-ratio', oddsRatio });
  let uncorrectedStatistic = 0;
  let distances = 0;
  let variances = 0;
  for (const table of tables) {
    const { treatmentTrials, controlTrials, events, total } = table;
    const fitted = fittedCell(treatmentTrials, events, total, oddsRatio);
    const distance = table.treatmentEvents - fitted;
    // Each cell on its own: as the difference of a margin and another cell, a small one would be lost in rounding.
    const variance =
      1 /
      (1 / fitted +
        1 / fittedCell(treatmentTrials, total - events, total, 1 / oddsRatio) +
        1 / fittedCell(controlTrials, events, total, 1 / oddsRatio) +
        1 / fittedCell(controlTrials, total - events, total, oddsRatio));
    uncorrectedStatistic += (distance * distance) / variance;
    distances += distance;
    variances += variance;
  }
  const statistic = Math.max(0, uncorrectedStatistic - (distances * distances) / variances);
  const degreesOfFreedom = tables.length - 1;
  return succeed({
    statistic,
    pValue: chiSquareUpperTail(statistic, degreesOfFreedom),
    degreesOfFreedom,
    uncorrectedStatistic,
    uncorrectedPValue: chiSquareUpperTail(uncorrectedStatistic, degreesOfFreedom),
  });
}
