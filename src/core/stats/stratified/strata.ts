import type { Problem } from '#core/result.ts';
import { countsProblem, type ArmPair } from '../proportions/arm-counts.ts';

/** One stratum (a quota cell) as a two-by-two table, with the names the sources use. */
export interface StratumTable {
  readonly treatmentEvents: number;
  readonly treatmentMisses: number;
  readonly controlEvents: number;
  readonly controlMisses: number;
  readonly treatmentTrials: number;
  readonly controlTrials: number;
  readonly events: number;
  readonly total: number;
}

/** The tables of the strata in which both arms have customers; the others say nothing about the comparison. */
export function comparableTables(strata: readonly ArmPair[]): StratumTable[] {
  return strata
    .filter(({ treatment, control }) => treatment.trials > 0 && control.trials > 0)
    .map(({ treatment, control }) => ({
      treatmentEvents: treatment.events,
      treatmentMisses: treatment.trials - treatment.events,
      controlEvents: control.events,
      controlMisses: control.trials - control.events,
      treatmentTrials: treatment.trials,
      controlTrials: control.trials,
      events: treatment.events + control.events,
      total: treatment.trials + control.trials,
    }));
}

/** Whether somebody, but not everybody, responded in the stratum. */
export function hasVariation({ events, total }: StratumTable): boolean {
  return events > 0 && events < total;
}

/** The first stratum whose counts are impossible (`invalid-counts` with its place), or null. Empty arms are allowed. */
export function strataProblem(strata: readonly ArmPair[]): Problem | null {
  for (const [stratum, { treatment, control }] of strata.entries()) {
    const problem = [countsProblem('treatment', treatment), countsProblem('control', control)].find(
      (found) => found !== null && found.code !== 'no-trials',
    );
    if (problem) return { ...problem, stratum };
  }
  return null;
}

/** Adds up one figure over the strata. */
export function sumOver(
  tables: readonly StratumTable[],
  figure: (table: StratumTable) => number,
): number {
  return tables.reduce((sum, table) => sum + figure(table), 0);
}
