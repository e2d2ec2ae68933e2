import { totalAggregated } from './aggregated-totals.ts';
import type { Engine } from './engine.ts';
import { totalDrawn } from './list-totals.ts';
import type { Params } from './protocol.ts';
import type { TotalsResult } from './stratum-table.ts';
import { totalTable } from './table-totals.ts';
import type { Viewpoint } from './variables.ts';

/**
 * Sufficient statistics of an experiment by stratum and arm.
 * Refuses: too-many-arms, too-many-strata, no-rows, outcome-not-yes-or-no, nobody-on-list, impossible-aggregate.
 */
export function totalExperiment(
  engine: Engine,
  request: Params<'total-experiment'>,
  viewOf: (asOf: string) => Viewpoint | null,
): TotalsResult {
  const { outcome } = request;
  switch (outcome.kind) {
    case 'table':
      return totalTable(engine, request, outcome, viewOf);
    case 'drawn':
      return totalDrawn(engine, request, outcome, viewOf);
    case 'aggregated':
      return totalAggregated(engine, request, outcome);
  }
}
