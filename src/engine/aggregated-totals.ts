import { mostArms } from '#core/design/arm.ts';
import type { AggregatedSource, AnalysisPlan, ArmTotals } from '#core/results/analysis.ts';
import { refuse, succeed } from '#core/result.ts';
import { ident } from './database.ts';
import type { Engine } from './engine.ts';
import { mostStrata, StratumTable, type TotalsResult } from './stratum-table.ts';

/**
 * The totals of an experiment that a warehouse has counted: rows of one arm and stratum are added up.
 * Refuses: too-many-arms, too-many-strata, no-rows, and `impossible-aggregate` where a row cannot be the counts of any
 * customers (a part of a customer, more responders than customers, squares that are less than the sum allows).
 */
export function totalAggregated(
  { database }: Engine,
  { strata }: Pick<AnalysisPlan, 'strata'>,
  outcome: AggregatedSource,
): TotalsResult {
  const levels = strata.kind === 'columns' ? strata.columns : [];
  const number = (column: string | null) => (column === null ? '0' : ident(column));
  const rows = database.all(
    `SELECT ${[
      ident(outcome.armColumn),
      number(outcome.customersColumn),
      number(outcome.outcomeColumn),
      number(outcome.moneyColumn),
      number(outcome.moneySquaresColumn),
      ...levels.map(ident),
    ].join(', ')} FROM ${ident(outcome.table)}`,
  );
  const arms = [...new Set(rows.flatMap(([arm]) => (arm === null ? [] : [String(arm)])))].sort();
  if (arms.length > mostArms)
    return refuse({ code: 'too-many-arms', arms: arms.length, most: mostArms });
  const totals = new StratumTable(arms.length);
  const leftOut = { missingArm: 0, missingOutcome: 0, noStratum: 0 };
  for (const [
    place,
    [arm = null, customers, responders, money, squares, ...key],
  ] of rows.entries()) {
    if (customers === null || responders === null) {
      leftOut.missingOutcome += Number(customers ?? 0);
      continue;
    }
    const sums: ArmTotals = {
      customers: Number(customers),
      responders: Number(responders),
      moneySum: Number(money ?? 0),
      moneySumOfSquares: Number(squares ?? 0),
    };
    if (!isPossible(sums, outcome))
      return refuse({ code: 'impossible-aggregate', row: place + 1, ...sums });
    if (arm === null) leftOut.missingArm += sums.customers;
    else if (key.includes(null)) leftOut.noStratum += sums.customers;
    else totals.add(key.map(String), arms.indexOf(String(arm)), sums);
    if (totals.size > mostStrata) return refuse({ code: 'too-many-strata', most: mostStrata });
  }
  if (totals.isEmpty) return refuse({ code: 'no-rows' });
  return succeed({
    arms,
    strata: totals.strata,
    leftOut: {
      ...leftOut,
      notOnList: 0,
      repeatedCustomers: 0,
      inSeveralArms: 0,
      beforeWindow: 0,
      afterWindow: 0,
    },
  });
}

/** By Cauchy and Schwarz, sum² ≤ customers × squares; sums of decimals agree to a few digits less than they show. */
function isPossible(sums: ArmTotals, outcome: AggregatedSource): boolean {
  const { customers, responders, moneySum, moneySumOfSquares } = sums;
  const areCounts = [customers, responders].every((n) => Number.isSafeInteger(n) && n >= 0);
  if (!areCounts || responders > customers || !Number.isFinite(moneySum)) return false;
  if (outcome.moneySquaresColumn === null) return true;
  return moneySum ** 2 <= customers * moneySumOfSquares * (1 + 1e-6);
}
