import type { ExperimentTotals } from '../analysis.ts';

/** The header of the totals as a table; the R script reads these names. */
export const totalsHeader = ['stratum', 'stratum_name', 'arm', 'arm_name', 'customers', 'responders', 'money_sum', 'money_sum_of_squares', 'eligible'] as const; // prettier-ignore

/**
 * The totals of an experiment as rows, one per stratum and arm, both numbered from 1. `nameOf`: of a stratum by its place.
 * Eligible customers are empty where nobody counted them.
 */
export function totalsRows(
  { arms, strata }: ExperimentTotals,
  nameOf: (stratum: number) => string,
): readonly (readonly (string | number | null)[])[] {
  return strata.flatMap(({ totals, population }, stratum) =>
    totals.map(({ customers, responders, moneySum, moneySumOfSquares }, arm) => [
      stratum + 1,
      nameOf(stratum),
      arm + 1,
      arms[arm] ?? '',
      customers,
      responders,
      moneySum,
      moneySumOfSquares,
      population,
    ]),
  );
}
