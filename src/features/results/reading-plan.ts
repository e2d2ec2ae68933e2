import type { Design } from '#core/design/design.ts';
import type { DataTable } from '#core/import/column.ts';
import {
  noFurtherColumns,
  usualReading,
  type AnalysisPlan,
  type Strata,
  type TableSource,
} from '#core/results/analysis.ts';
import {
  guessArmColumn,
  guessControl,
  guessCustomerColumn,
  guessMoneyColumn,
  likelyOutcomes,
} from './column-guess.ts';

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
    ...noFurtherColumns,
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
    ...usualReading,
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
  const outcomeColumn = likelyOutcomes(table)[0]?.name ?? null;
  return {
    source: {
      kind: 'drawn',
      experiment,
      table: table.name,
      customerColumn,
      outcomeColumn,
      everyRow: outcomeColumn === null ? 'responded' : 'nothing',
      moneyColumn: guessMoneyColumn(table),
      ...noFurtherColumns,
      furtherFiles: [],
    },
    control: design.arms.find(({ role }) => role === 'holdout')?.id ?? '',
    strata: usualStrata(design, customerColumn),
    ...usualReading,
  };
}

function usualStrata(design: Design | null, customerColumn: string | null): Strata {
  return design?.attributes.length && customerColumn !== null
    ? { kind: 'cells', design }
    : { kind: 'none' };
}
