import type { Design } from '#core/design/design.ts';
import type { ArmTotals } from '#core/results/analysis.ts';
import { forecastList, type ForecastCell } from '#core/rollout/list/forecast-list.ts';
import type { ListForecast } from '#core/rollout/list/list-forecast.ts';
import { moneyOf, termsOf } from '../rollout-plan.ts';
import type { RolloutWork } from '../rollout-work.svelte.ts';

const nobody: ArmTotals = { customers: 0, responders: 0, moneySum: 0, moneySumOfSquares: 0 };

/** What is about to be drawn. */
interface ListShape {
  readonly design: Design;
  readonly carrots: readonly (string | null)[];
  /** [cell][slot], the holdout first. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * What to expect of a list by the experiment's result as it is read now. Null where that says nothing of the list's cells, or
 * must not be read.
 */
export function listForecast(
  { found, plan, experiment, withheld }: RolloutWork,
  { design, carrots, counts }: ListShape,
): ListForecast | null {
  if (!found || !plan || !experiment || withheld) return null;
  const { totals, analysis } = found;
  const compared = analysis.comparisons.map(({ arm }) => arm);
  const control = totals.arms.indexOf(analysis.control);
  const { strata } = found.plan;
  const isByCell =
    strata.kind === 'cells' &&
    JSON.stringify(strata.design.attributes) === JSON.stringify(design.attributes);
  const rows = isByCell ? byCell(carrots, counts) : pooledCell(carrots, counts);
  if (!rows) return null;
  const cells = rows.map(({ cell, ...row }): ForecastCell => {
    const stratum = isByCell
      ? totals.strata.find(({ key }) => key[0] === String(cell))?.totals
      : totals.arms.map((_, place) => pooled(totals.strata.map(({ totals: arms }) => arms[place])));
    return {
      ...row,
      control: stratum?.[control] ?? nobody,
      carrots: compared.map((arm) => stratum?.[totals.arms.indexOf(arm)] ?? nobody),
    };
  });
  const forecast = forecastList({
    cells,
    terms: compared.map((arm) => {
      const terms = termsOf(arm, plan, experiment.design, totals);
      const { marginPerResponse, rewardPerResponse, costPerContact } = moneyOf(terms, plan.value);
      return { arm, marginPerResponse, rewardPerResponse, costPerContact };
    }),
    whatIf: plan.outlook,
    conclusion: experiment.conclusions.at(-1)?.fingerprint ?? null,
  });
  return forecast.ok ? forecast.value : null;
}

type Row = Pick<ForecastCell, 'contacted' | 'heldBack' | 'carrot'> & { readonly cell: number };

function byCell(carrots: ListShape['carrots'], counts: ListShape['counts']): Row[] {
  return counts.map(([heldBack = 0, ...waves], cell) => ({
    cell,
    carrot: carrots[cell] ?? null,
    heldBack,
    contacted: waves.reduce((sum, count) => sum + count, 0),
  }));
}

/** A result that knows no cells speaks of all customers alike, and so of one carrot alone. */
function pooledCell(carrots: ListShape['carrots'], counts: ListShape['counts']): Row[] | null {
  const rows = byCell(carrots, counts).filter(({ contacted }) => contacted > 0);
  const [first] = rows;
  if (!first || rows.some(({ carrot }) => carrot !== first.carrot)) return null;
  const sum = (part: 'contacted' | 'heldBack') => rows.reduce((total, row) => total + row[part], 0);
  return [{ ...first, contacted: sum('contacted'), heldBack: sum('heldBack') }];
}

function pooled(parts: readonly (ArmTotals | undefined)[]): ArmTotals {
  return parts.reduce<ArmTotals>(
    (sum, part) => ({
      customers: sum.customers + (part?.customers ?? 0),
      responders: sum.responders + (part?.responders ?? 0),
      moneySum: sum.moneySum + (part?.moneySum ?? 0),
      moneySumOfSquares: sum.moneySumOfSquares + (part?.moneySumOfSquares ?? 0),
    }),
    nobody,
  );
}
