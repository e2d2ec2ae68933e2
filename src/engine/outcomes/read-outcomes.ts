import type { OutcomeDetail } from '#core/results/outcome-detail.ts';
import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { totalAggregated } from '../aggregated-totals.ts';
import type { Engine } from '../engine.ts';
import type { ExperimentToRead, TotalProblem } from '../results-protocol.ts';
import type { TotalsResult } from '../stratum-table.ts';
import type { Viewpoint } from '../variables.ts';
import type { CustomerOutcomes } from './customer-outcomes.ts';
import { detailOutcomes } from './detail-outcomes.ts';
import { drawnOutcomes } from './drawn-outcomes.ts';
import { tableOutcomes } from './table-outcomes.ts';
import { totalOutcomes } from './total-outcomes.ts';

type ViewOf = (asOf: string) => Viewpoint | null;

/**
 * Sufficient statistics of an experiment by stratum and arm.
 * Refuses: too-many-arms, too-many-strata, no-rows, outcome-not-yes-or-no, nobody-on-list, impossible-aggregate.
 */
export function totalExperiment(
  engine: Engine,
  request: ExperimentToRead,
  viewOf: ViewOf,
): TotalsResult {
  const { source } = request.plan;
  if (source.kind === 'aggregated') return totalAggregated(engine, request.plan, source);
  const outcomes = outcomesOf(engine, request, viewOf);
  if (!outcomes.ok) return outcomes;
  const totals = totalOutcomes(outcomes.value);
  const isEmpty = totals.strata.every((each) =>
    each.totals.every(({ customers }) => customers === 0),
  );
  return isEmpty ? refuse({ code: 'no-rows' }) : succeed(totals);
}

/** What there is to see beside the totals. Refuses what these refuse, and `no-customers` where only counts are known. */
export function detailExperiment(
  engine: Engine,
  request: ExperimentToRead,
  viewOf: ViewOf,
): Result<OutcomeDetail, TotalProblem | Problem<'no-customers'>> {
  if (request.plan.source.kind === 'aggregated') return refuse({ code: 'no-customers' });
  const outcomes = outcomesOf(engine, request, viewOf);
  if (!outcomes.ok) return outcomes;
  return succeed(detailOutcomes(outcomes.value, request.plan.moneyCapShare));
}

/** The totals and the detail of one reading are asked for one after the other: its outcomes are read once. */
export function outcomesOf(
  engine: Engine,
  request: ExperimentToRead,
  viewOf: ViewOf,
): Result<CustomerOutcomes, TotalProblem> {
  const { source, strata, window, beforeColumn, control, severalArms } = request.plan;
  const key = JSON.stringify([
    { ...request, plan: { source, strata, window, beforeColumn, control, severalArms } },
  ]);
  return engine.columns.latest('outcomes', key, () => {
    if (source.kind === 'drawn') return drawnOutcomes(engine, request, source, viewOf);
    if (source.kind === 'table') return tableOutcomes(engine, request.plan, source, viewOf);
    throw new Error('Counts of a warehouse have no customers');
  });
}
