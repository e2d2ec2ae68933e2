import type { Design } from '#core/design/design.ts';
import type { DataTable } from '#core/import/column.ts';
import type { AnalysisPlan, OutcomeSource, Strata } from '#core/results/analysis.ts';
import {
  guessArmColumn,
  guessControl,
  guessCustomerColumn,
  guessMoneyColumn,
  likelyOutcomes,
} from './column-guess.ts';

export type TableSource = Extract<OutcomeSource, { kind: 'table' }>;
export type DrawnSource = Extract<OutcomeSource, { kind: 'drawn' }>;

const usualConfidenceShare = 0.95;

/** How a finished file is most likely to be read; null where it has no yes/no column or none that can name the arm. */
export function guessTableSource(table: DataTable): TableSource | null {
  const outcome = likelyOutcomes(table)[0];
  const arm =
    guessArmColumn(table) ??
    table.columns.find(({ kind, role }) => kind === 'text' && role === 'none')?.name;
  if (!outcome || arm === undefined) return null;
  return {
    kind: 'table',
    table: table.name,
    customerColumn: guessCustomerColumn(table),
    armColumn: arm,
    outcomeColumn: outcome.name,
    moneyColumn: guessMoneyColumn(table),
  };
}

/** The plan for a finished file. `armValues`: the values of the arm column, most frequent first. */
export function tablePlan(
  source: TableSource,
  armValues: readonly string[],
  design: Design | null,
): AnalysisPlan {
  const planned = design?.arms.find(({ id, role }) => role === 'holdout' && armValues.includes(id));
  return {
    source,
    control: planned?.id ?? guessControl(armValues) ?? '',
    strata: usualStrata(design, source.customerColumn),
    confidenceShare: usualConfidenceShare,
  };
}

/** How the responses to a drawn list are most likely to be read. */
export function drawnPlan(
  experiment: number,
  design: Design,
  table: DataTable,
): AnalysisPlan | null {
  const customerColumn = guessCustomerColumn(table);
  if (customerColumn === null) return null;
  return {
    source: {
      kind: 'drawn',
      experiment,
      table: table.name,
      customerColumn,
      outcomeColumn: likelyOutcomes(table)[0]?.name ?? null,
      moneyColumn: guessMoneyColumn(table),
    },
    control: design.arms.find(({ role }) => role === 'holdout')?.id ?? '',
    strata: usualStrata(design, customerColumn),
    confidenceShare: usualConfidenceShare,
  };
}

function usualStrata(design: Design | null, customerColumn: string | null): Strata {
  return design?.attributes.length && customerColumn !== null
    ? { kind: 'cells', design }
    : { kind: 'none' };
}
