import type { SqlValue } from 'sql.js';
import { mostArms } from '#core/design/arm.ts';
import { tooManyCells } from '#core/design/cell-limit.ts';
import { cellCount } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import type { ArmTotals, OutcomeSource } from '#core/results/analysis.ts';
import { refuse, succeed } from '#core/result.ts';
import { cellColumn } from './cell-column.ts';
import { ident } from './database.ts';
import type { Engine } from './engine.ts';
import { outcomeMeanings, storedOutcomes } from './outcome-values.ts';
import type { Params } from './protocol.ts';
import { customerRows } from './purchases.ts';
import { countQuota } from './quota.ts';
import { mostStrata, StratumTable, type TotalsResult } from './stratum-table.ts';
import type { Viewpoint } from './variables.ts';

type TableOutcome = Extract<OutcomeSource, { kind: 'table' }>;

type TakeGroup = (
  arm: SqlValue,
  yesNo: SqlValue,
  key: readonly string[] | null,
  sums: ArmTotals,
) => void;

/** The totals of a finished experiment: a table with one row per customer that names its arm. */
export function totalTable(
  engine: Engine,
  { strata }: Params<'total-experiment'>,
  outcome: TableOutcome,
  viewOf: (asOf: string) => Viewpoint | null,
): TotalsResult {
  const meanings = outcomeMeanings(engine.database, outcome.table, outcome.outcomeColumn);
  if (!meanings.ok) return meanings;
  const arms = armsOf(engine, outcome);
  if (arms.length > mostArms) {
    return refuse({ code: 'too-many-arms', arms: arms.length, most: mostArms });
  }
  if (strata.kind === 'cells' && tooManyCells(strata.design.attributes)) {
    return refuse({ code: 'too-many-strata', most: mostStrata });
  }
  const totals = new StratumTable(arms.length);
  const leftOut = {
    missingArm: 0,
    missingOutcome: 0,
    noStratum: 0,
    notOnList: 0,
    beforeWindow: 0,
    afterWindow: 0,
  };
  const armIndex = new Map(arms.map((arm, index) => [arm, index]));
  const take: TakeGroup = (arm, yesNo, key, sums) => {
    if (arm === null) leftOut.missingArm += sums.customers;
    else if (yesNo === null) leftOut.missingOutcome += sums.customers;
    else if (key === null) leftOut.noStratum += sums.customers;
    else {
      const responders = meanings.value.get(yesNo) === 1 ? sums.customers : 0;
      totals.add(key, armIndex.get(String(arm)) as number, { ...sums, responders });
    }
  };
  let population: readonly number[] | null = null;
  if (strata.kind === 'cells') {
    const view = viewOf(strata.design.asOf);
    population = view && countQuota(view, strata.design).population;
    takeCells(engine, outcome, view && { view, design: strata.design }, take);
    totals.fill(cellCount(strata.design.attributes));
  } else {
    const columns = strata.kind === 'columns' ? strata.columns : [];
    takeGroups(engine, outcome, columns, take);
  }
  if (totals.isEmpty) return refuse({ code: 'no-rows' });
  if (totals.size > mostStrata) return refuse({ code: 'too-many-strata', most: mostStrata });
  return succeed({
    arms,
    strata: totals.strata(population),
    leftOut: { ...leftOut, repeatedCustomers: repeatedCustomers(engine, outcome) },
  });
}

/** One query: a row per stratum, arm and outcome. Money that is missing counts as none. */
function takeGroups(
  { database }: Engine,
  outcome: TableOutcome,
  strata: readonly string[],
  take: TakeGroup,
): void {
  const money = outcome.moneyColumn === null ? '0' : ident(outcome.moneyColumn);
  const keys = [outcome.armColumn, outcome.outcomeColumn, ...strata].map(ident);
  const places = keys.map((_, index) => index + 1).join(', ');
  database.each(
    `SELECT ${keys.join(', ')}, count(*), total(${money}), total(CAST(${money} AS REAL) * ${money}) ` +
      `FROM ${ident(outcome.table)} GROUP BY ${places} ORDER BY ${places}`,
    [],
    (row) => {
      const [arm = null, yesNo = null] = row;
      const levels = row.slice(2, 2 + strata.length);
      const [customers, moneySum, moneySumOfSquares] = row.slice(-3).map(Number);
      take(arm, yesNo, levels.includes(null) ? null : levels.map(String), {
        customers: customers as number,
        responders: 0,
        moneySum: moneySum as number,
        moneySumOfSquares: moneySumOfSquares as number,
      });
    },
  );
}

/** Row by row over cached columns: the cell of each row is found through its customer. */
function takeCells(
  { columns }: Engine,
  outcome: TableOutcome,
  cells: { view: Viewpoint; design: Pick<Design, 'attributes'> } | null,
  take: TakeGroup,
): void {
  const arms = columns.categories(outcome.table, outcome.armColumn);
  const outcomes = storedOutcomes(columns, outcome.table, outcome.outcomeColumn);
  const money = outcome.moneyColumn ? columns.numbers(outcome.table, outcome.moneyColumn) : null;
  const customers =
    cells && outcome.customerColumn !== null
      ? customerRows(columns, cells.view.source, outcome.table, outcome.customerColumn)
      : null;
  const cellOf = cells && cellColumn(cells.view, cells.design);
  arms.codes.forEach((armCode, row) => {
    const customer = customers?.[row] ?? -1;
    const cell = cellOf?.[customer] ?? -1;
    const amount = money?.[row] || 0;
    take(arms.values[armCode] ?? null, outcomes(row), cell < 0 ? null : [String(cell)], {
      customers: 1,
      responders: 0,
      moneySum: amount,
      moneySumOfSquares: amount * amount,
    });
  });
}

/** The arms of a finished experiment, in alphabetical order. */
function armsOf({ database }: Engine, { table, armColumn }: TableOutcome): string[] {
  const name = ident(armColumn);
  return database
    .all(
      `SELECT DISTINCT ${name} FROM ${ident(table)} WHERE ${name} IS NOT NULL ORDER BY 1 LIMIT 1000`,
    )
    .map(([arm]) => String(arm));
}

function repeatedCustomers({ database }: Engine, { table, customerColumn }: TableOutcome): number {
  if (customerColumn === null) return 0;
  const name = ident(customerColumn);
  return Number(
    database.one(
      `SELECT count(*) FROM (SELECT 1 FROM ${ident(table)} WHERE ${name} IS NOT NULL ` +
        `GROUP BY ${name} HAVING count(*) > 1)`,
    ),
  );
}
