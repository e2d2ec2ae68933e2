import type { Design } from '#core/design/design.ts';
import type { DataTable } from '#core/import/column.ts';
import type { AggregatedSource, AnalysisPlan, TableSource } from '#core/results/analysis.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import {
  aggregatedPlan,
  guessAggregatedSource,
  guessTableSource,
  tablePlan,
} from './reading-plan.ts';

export type FinishedSource = TableSource | AggregatedSource;

/** How a table of a finished experiment is read: counts that were made already, or a row per customer. Null for any other table. */
export function guessFinished(table: DataTable): FinishedSource | null {
  return guessAggregatedSource(table) ?? guessTableSource(table);
}

/** The plan for such a table; its control is looked for among its arms. */
export async function finishedPlan(
  source: FinishedSource,
  table: DataTable,
  design: Design | null,
): Promise<AnalysisPlan> {
  const column = { table: source.table, column: source.armColumn };
  const names = (await workspace.ask('list-values', column)).map(({ value }) => value);
  return source.kind === 'table'
    ? tablePlan(source, names, design)
    : aggregatedPlan(source, table, names);
}
