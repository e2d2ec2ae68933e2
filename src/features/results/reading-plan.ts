import { windowClosesOn, type Brief } from '#core/design/brief.ts';
import type { Design } from '#core/design/design.ts';
import type { DataTable } from '#core/import/column.ts';
import {
  usualReading,
  type AggregatedSource,
  type AnalysisPlan,
  type ResponseFile,
  type ResponseWindow,
  type Strata,
  type TableSource,
} from '#core/results/analysis.ts';
import { declaredRule } from '#core/results/declared-rule.ts';
import {
  guessArmColumn,
  guessCounts,
  guessEveryRow,
  guessFurther,
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
    ...guessFurther(table, [arm, outcome.name]),
  };
}

/** How a table of counts is most likely to be read; null where it does not look like one. */
export function guessAggregatedSource(table: DataTable): AggregatedSource | null {
  const counts = guessCounts(table);
  const arm = guessArmColumn(table) ?? table.columns.find(({ kind }) => kind === 'text')?.name;
  if (!counts || arm === undefined) return null;
  return { kind: 'aggregated', table: table.name, customerColumn: null, armColumn: arm, ...counts };
}

/** The plan for counts of a warehouse: every column of words beside the arm is taken for a stratum. */
export function aggregatedPlan(
  source: AggregatedSource,
  { columns }: DataTable,
  armValues: readonly string[],
): AnalysisPlan {
  const names = columns
    .filter(({ name, kind }) => kind === 'text' && name !== source.armColumn)
    .map(({ name }) => name);
  return {
    source,
    control: guessControl(armValues) ?? '',
    strata: names.length > 0 ? { kind: 'columns', columns: names } : { kind: 'none' },
    ...usualReading,
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
    ...(design && {
      multiplicity: declaredRule(design) ?? usualReading.multiplicity,
      looks: design.looks,
    }),
  };
}

/** How a file of responses is most likely to be read; null where no column names the customer. */
export function guessResponseFile(table: DataTable): ResponseFile | null {
  const customerColumn = guessCustomerColumn(table);
  if (customerColumn === null) return null;
  const outcomeColumn = likelyOutcomes(table)[0]?.name ?? null;
  const further = guessFurther(table, [outcomeColumn]);
  return {
    table: table.name,
    customerColumn,
    outcomeColumn,
    everyRow:
      outcomeColumn === null ? guessEveryRow(table, further.deliveryColumn !== null) : 'nothing',
    moneyColumn: guessMoneyColumn(table),
    ...further,
  };
}

/** How the responses to a drawn list are most likely to be read: within the days that the plan counts, where it has any. */
export function drawnPlan(
  experiment: number,
  design: Design,
  table: DataTable,
): AnalysisPlan | null {
  const file = guessResponseFile(table);
  return (
    file && {
      source: { kind: 'drawn', experiment, ...file, furtherFiles: [] },
      control: design.arms.find(({ role }) => role === 'holdout')?.id ?? '',
      strata: usualStrata(design, file.customerColumn),
      ...usualReading,
      multiplicity: declaredRule(design) ?? usualReading.multiplicity,
      window: plannedWindow(design.brief),
      looks: design.looks,
    }
  );
}

/** From the first contact to the last day on which a response counts; null while either is undecided. */
export function plannedWindow(brief: Brief): ResponseWindow | null {
  const to = windowClosesOn(brief);
  return brief.startsOn === null || to === null ? null : { from: brief.startsOn, to };
}

function usualStrata(design: Design | null, customerColumn: string | null): Strata {
  return design?.attributes.length && customerColumn !== null
    ? { kind: 'cells', design }
    : { kind: 'none' };
}
