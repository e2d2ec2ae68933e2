import type { ArmTotals, ExperimentTotals } from '../../results/analysis.ts';
import { responseCounts } from '../../results/arm-totals.ts';
import type { OutlookCell } from './policy-inputs.ts';

/** The list that a rollout goes to. */
export interface ListCells {
  /** `post-stratified`: cells with the customers that are really in them. `pooled`: the experiment as one cell. */
  readonly method: 'post-stratified' | 'pooled';
  readonly cells: readonly OutlookCell[];
  readonly testedAreOnTheList: boolean;
}

/** How many customers the rollout goes to. */
export interface ListSize {
  /** Customers that the design finds eligible, or null where that is not known. */
  readonly eligible: number | null;
  /** What somebody typed in its place, or null. These are other customers of the same make-up. */
  readonly population: number | null;
}

/**
 * The cells of the list, with what the experiment showed in each.
 * `control`, `carrots`: names of arms. Where every stratum knows its eligible customers, the cells are the strata; a typed
 * number is shared out over them as the eligible ones are. Otherwise all strata together are one cell.
 * Example: the sample has nine cells; for 27,424 customers each has twice as many.
 */
export function listCells(
  totals: Pick<ExperimentTotals, 'arms' | 'strata'>,
  control: string,
  carrots: readonly string[],
  { eligible, population }: ListSize,
): ListCells {
  const countsOf = (arms: readonly ArmTotals[]) => {
    const of = (arm: string) => responseCounts(arms[totals.arms.indexOf(arm)] ?? nobody);
    return { control: of(control), carrots: carrots.map(of) };
  };
  const { strata } = totals;
  const known = strata.flatMap(({ population: customers }) => (customers === null ? [] : [customers])); // prettier-ignore
  const inAll = known.reduce((sum, customers) => sum + customers, 0);
  const testedAreOnTheList = population === null;
  if (known.length === strata.length && inAll > 0) {
    const scale = population === null ? 1 : population / inAll;
    const cells = strata.map(({ totals: arms }, place) => ({
      population: scale * (known[place] ?? 0),
      ...countsOf(arms),
    }));
    return { method: 'post-stratified', cells, testedAreOnTheList };
  }
  const together = totals.arms.map((_, arm) =>
    strata.reduce(
      (sum, { totals: arms }) => ({
        ...sum,
        customers: sum.customers + (arms[arm]?.customers ?? 0),
        responders: sum.responders + (arms[arm]?.responders ?? 0),
      }),
      nobody,
    ),
  );
  const cell = { population: population ?? eligible ?? 0, ...countsOf(together) };
  return { method: 'pooled', cells: [cell], testedAreOnTheList };
}

const nobody: ArmTotals = { customers: 0, responders: 0, moneySum: 0, moneySumOfSquares: 0 };
