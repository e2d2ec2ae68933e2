import type { ArmTotals, ExperimentTotals } from '#core/results/analysis.ts';
import { noArm, unknown, type CustomerOutcomes } from './customer-outcomes.ts';

/** Whether a customer takes part in the totals: has an arm, an outcome and a stratum. */
export function takesPart({ arm, responded, stratum }: CustomerOutcomes, place: number): boolean {
  return arm[place] !== noArm && responded[place] !== unknown && stratum[place] !== unknown;
}

/** Customers, responders and money by stratum and arm, and who was left out. */
export function totalOutcomes(outcomes: CustomerOutcomes): ExperimentTotals {
  const { arms, arm, stratum, keys, responded, money, population, rows, showsEmptyStrata } =
    outcomes;
  const size = keys.length * arms.length;
  const customers = new Float64Array(size);
  const responders = new Float64Array(size);
  const moneySum = new Float64Array(size);
  const moneySumOfSquares = new Float64Array(size);
  const leftOut = {
    // Rows without an arm because they were left out are counted by their own reason.
    missingArm: 0 - rows.inSeveralArms,
    missingOutcome: rows.missingOutcome,
    noStratum: 0,
  };
  for (let place = 0; place < arm.length; place++) {
    if (!takesPart(outcomes, place)) {
      if (arm[place] === noArm) leftOut.missingArm++;
      else if (responded[place] === unknown) leftOut.missingOutcome++;
      else leftOut.noStratum++;
      continue;
    }
    const at = (stratum[place] as number) * arms.length + (arm[place] as number);
    customers[at] = (customers[at] as number) + 1;
    responders[at] = (responders[at] as number) + (responded[place] as number);
    if (!money) continue;
    const amount = money[place] as number;
    moneySum[at] = (moneySum[at] as number) + amount;
    moneySumOfSquares[at] = (moneySumOfSquares[at] as number) + amount * amount;
  }
  const totalsAt = (at: number): ArmTotals => ({
    customers: customers[at] as number,
    responders: responders[at] as number,
    moneySum: moneySum[at] as number,
    moneySumOfSquares: moneySumOfSquares[at] as number,
  });
  return {
    arms,
    strata: keys
      .map((key, place) => ({
        key,
        totals: arms.map((_, armPlace) => totalsAt(place * arms.length + armPlace)),
        population: population?.[place] ?? null,
      }))
      .filter(({ totals }) => showsEmptyStrata || hasCustomers(totals)),
    leftOut: {
      ...leftOut,
      notOnList: rows.notOnList,
      repeatedCustomers: rows.repeatedCustomers,
      inSeveralArms: rows.inSeveralArms,
      beforeWindow: rows.beforeWindow,
      afterWindow: rows.afterWindow,
    },
  };
}

/** Whether anybody is in a stratum. */
export function hasCustomers(arms: readonly { readonly customers: number }[]): boolean {
  return arms.some(({ customers }) => customers > 0);
}
