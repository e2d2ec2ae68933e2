import { refuse, succeed, type Result } from '#core/result.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import type { ArmPair } from '../proportions/arm-counts.ts';
import { comparableTables, hasVariation, strataProblem, type StratumTable } from './strata.ts';

/** Whether one half is added to every cell of every stratum, so that no odds ratio is 0 or infinite. */
export type AddedHalf = 'never' | 'where-a-cell-is-zero' | 'always';

/** Whether the odds ratio is the same everywhere; `halfAdded` says whether the cells were changed. */
export interface WoolfHomogeneity {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** The mean of the strata's log odds ratios, weighted by their precision, as an odds ratio. */
  readonly oddsRatio: number;
  readonly halfAdded: boolean;
}

/**
 * Whether the odds ratios of the strata differ by more than chance (Woolf's test; `breslowDay` is the better one for
 * small cells, this is the one older reports print).
 * `strata`: whole counts; strata with an empty arm, or with all or none responding, are left out with their degree of
 * freedom. `addedHalf`: by default one half is added to every cell of all strata as soon as any used cell is zero.
 * Refuses `invalid-counts` with its stratum, `too-few-strata` (fewer than two that can tell), and `zero-cell` with its
 * stratum when nothing may be added.
 * Source: Woolf (1955), Annals of Human Genetics 19; R `vcd::woolf_test` (the default) and, with one half always added,
 * the function in R `example(mantelhaen.test)`.
 * Example: the Berkeley admissions give 17.901712, df 5, p 0.003072, and with one half added 17.644076, p 0.003427.
 */
export function woolfHomogeneity(
  strata: readonly ArmPair[],
  addedHalf: AddedHalf = 'where-a-cell-is-zero',
): Result<WoolfHomogeneity> {
  const problem = strataProblem(strata);
  if (problem) return refuse(problem);
  const tables = comparableTables(strata).filter(hasVariation);
  if (tables.length < 2) return refuse({ code: 'too-few-strata', usedStrata: tables.length });
  const hasZero = (table: StratumTable): boolean => Math.min(...cellsOf(table)) === 0;
  if (addedHalf === 'never') {
    const stratum = strata.findIndex((pair) =>
      comparableTables([pair]).some((table) => hasVariation(table) && hasZero(table)),
    );
    if (stratum >= 0) return refuse({ code: 'zero-cell', stratum });
  }
  const halfAdded = addedHalf === 'always' || tables.some(hasZero);
  const parts = tables.map((table) => {
    const [a, b, c, d] = cellsOf(table, halfAdded ? 0.5 : 0);
    return { logRatio: Math.log((a / b) * (d / c)), weight: 1 / (1 / a + 1 / b + 1 / c + 1 / d) };
  });
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const mean = parts.reduce((sum, part) => sum + part.weight * part.logRatio, 0) / weight;
  const statistic = parts.reduce((sum, part) => sum + part.weight * (part.logRatio - mean) ** 2, 0);
  const degreesOfFreedom = parts.length - 1;
  const pValue = chiSquareUpperTail(statistic, degreesOfFreedom);
  return succeed({ statistic, degreesOfFreedom, pValue, oddsRatio: Math.exp(mean), halfAdded });
}

/** Treated responders and others, control responders and others. */
function cellsOf(table: StratumTable, added = 0): readonly [number, number, number, number] {
  return [
    table.treatmentEvents + added,
    table.treatmentMisses + added,
    table.controlEvents + added,
    table.controlMisses + added,
  ];
}
