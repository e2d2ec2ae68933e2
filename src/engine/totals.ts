import type { SqlValue } from 'sql.js';
import { cellCount } from '#core/design/cell-name.ts';
import { readYesNo } from '#core/import/yes-no-value.ts';
import type { ArmTotals, ExperimentTotals, OutcomeSource } from '#core/results/analysis.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { ident } from './database.ts';
import { drawnList } from './draw.ts';
import type { Engine } from './engine.ts';
import type { Params, TotalProblem } from './protocol.ts';
import { customerRows } from './purchases.ts';
import { cellFinder, countQuota } from './quota.ts';
import { StratumTable } from './stratum-table.ts';
import type { Viewpoint } from './variables.ts';

const mostArms = 20;
const mostStrata = 2000;
/** More different outcomes than this are no yes and no in several spellings. */
const mostOutcomes = 20;

type TotalsResult = Result<ExperimentTotals, TotalProblem>;
type TableOutcome = Extract<OutcomeSource, { kind: 'table' }>;
type DrawnOutcome = Extract<OutcomeSource, { kind: 'drawn' }>;
type Request = Params<'total-experiment'>;

/**
 * Sufficient statistics of an experiment by stratum and arm.
 * Refuses: too-many-arms, too-many-strata, no-rows, outcome-not-yes-or-no.
 */
export function totalExperiment(
  engine: Engine,
  request: Request,
  viewOf: (asOf: string) => Viewpoint | null,
): TotalsResult {
  const { outcome } = request;
  return outcome.kind === 'table'
    ? totalTable(engine, request, outcome, viewOf)
    : totalDrawn(engine, request, outcome, viewOf);
}

function totalTable(
  engine: Engine,
  { strata }: Request,
  outcome: TableOutcome,
  viewOf: (asOf: string) => Viewpoint | null,
): TotalsResult {
  const meanings = outcomeMeanings(engine, outcome.table, outcome.outcomeColumn);
  if (!meanings.ok) return meanings;
  const arms = armsOf(engine, outcome);
  if (arms.length > mostArms) {
    return refuse({ code: 'too-many-arms', arms: arms.length, most: mostArms });
  }
  const totals = new StratumTable(arms.length);
  const leftOut = { missingArm: 0, missingOutcome: 0, noStratum: 0, notOnList: 0 };
  const armIndex = new Map(arms.map((arm, index) => [arm, index]));
  const take = (arm: SqlValue, yesNo: SqlValue, key: readonly string[] | null, sums: ArmTotals) => {
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

type TakeGroup = (
  arm: SqlValue,
  yesNo: SqlValue,
  key: readonly string[] | null,
  sums: ArmTotals,
) => void;

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
  cells: { view: Viewpoint; design: Parameters<typeof cellFinder>[1] } | null,
  take: TakeGroup,
): void {
  const arms = columns.categories(outcome.table, outcome.armColumn);
  const outcomes = rawOutcomes(columns, outcome);
  const money = outcome.moneyColumn ? columns.numbers(outcome.table, outcome.moneyColumn) : null;
  const customers =
    cells && outcome.customerColumn !== null
      ? customerRows(columns, cells.view.source, outcome.table, outcome.customerColumn)
      : null;
  const cellOf = cells && cellFinder(cells.view, cells.design);
  arms.codes.forEach((armCode, row) => {
    const customer = customers?.[row] ?? -1;
    const cell = customer >= 0 && cellOf ? cellOf(customer) : -1;
    const amount = money?.[row] || 0;
    take(arms.values[armCode] ?? null, outcomes(row), cell < 0 ? null : [String(cell)], {
      customers: 1,
      responders: 0,
      moneySum: amount,
      moneySumOfSquares: amount * amount,
    });
  });
}

function totalDrawn(
  engine: Engine,
  { strata, armNames, source }: Request,
  outcome: DrawnOutcome,
  viewOf: (asOf: string) => Viewpoint | null,
): TotalsResult {
  if (armNames.length > mostArms) {
    return refuse({ code: 'too-many-arms', arms: armNames.length, most: mostArms });
  }
  const list = drawnList(engine, outcome.experiment);
  if (list.length === 0) return refuse({ code: 'no-rows' });
  const responses = drawnResponses(engine, outcome, new Set(list.map(({ customer }) => customer)));
  if (!responses.ok) return responses;
  const { byCustomer, missingOutcome, notOnList, repeatedCustomers: repeated } = responses.value;
  const keyOf = strata.kind === 'columns' ? columnKeys(engine, source, strata.columns) : null;
  const totals = new StratumTable(armNames.length);
  let noStratum = 0;
  for (const { customer, cell, arm } of list) {
    const key = keyOf ? keyOf(customer) : strata.kind === 'cells' ? [String(cell)] : [];
    if (key === null) {
      noStratum++;
      continue;
    }
    const response = byCustomer.get(customer);
    const amount = response?.money ?? 0;
    totals.add(key, arm, {
      customers: 1,
      responders: response?.isYes ? 1 : 0,
      moneySum: amount,
      moneySumOfSquares: amount * amount,
    });
  }
  if (totals.size > mostStrata) return refuse({ code: 'too-many-strata', most: mostStrata });
  let population: readonly number[] | null = null;
  if (strata.kind === 'cells') {
    const view = viewOf(strata.design.asOf);
    population = view && countQuota(view, strata.design).population;
    totals.fill(cellCount(strata.design.attributes));
  }
  return succeed({
    arms: armNames,
    strata: totals.strata(population),
    leftOut: { missingArm: 0, missingOutcome, noStratum, notOnList, repeatedCustomers: repeated },
  });
}

interface Responses {
  readonly byCustomer: Map<string, { isYes: boolean; money: number }>;
  readonly missingOutcome: number;
  readonly notOnList: number;
  readonly repeatedCustomers: number;
}

/** The responses by customer: several rows of one customer are added up, and one yes makes a response. */
function drawnResponses(
  engine: Engine,
  outcome: DrawnOutcome,
  onList: ReadonlySet<string>,
): Result<Responses, TotalProblem> {
  const { columns } = engine;
  const meanings =
    outcome.outcomeColumn === null
      ? null
      : outcomeMeanings(engine, outcome.table, outcome.outcomeColumn);
  if (meanings && !meanings.ok) return meanings;
  const customers = columns.categories(outcome.table, outcome.customerColumn);
  const outcomes =
    outcome.outcomeColumn === null
      ? null
      : rawOutcomes(columns, { table: outcome.table, outcomeColumn: outcome.outcomeColumn });
  const money = outcome.moneyColumn ? columns.numbers(outcome.table, outcome.moneyColumn) : null;
  const byCustomer: Responses['byCustomer'] = new Map();
  const repeated = new Set<string>();
  let missingOutcome = 0;
  let notOnList = 0;
  customers.codes.forEach((code, row) => {
    const customer = customers.values[code];
    const raw = outcomes ? outcomes(row) : 1;
    const isYes = meanings?.ok ? meanings.value.get(raw) === 1 : true;
    if (customer === undefined || !onList.has(customer)) {
      notOnList++;
    } else if (raw === null) {
      missingOutcome++;
    } else {
      const earlier = byCustomer.get(customer);
      if (earlier) repeated.add(customer);
      byCustomer.set(customer, {
        isYes: isYes || (earlier?.isYes ?? false),
        money: (earlier?.money ?? 0) + (money?.[row] || 0),
      });
    }
  });
  return succeed({ byCustomer, missingOutcome, notOnList, repeatedCustomers: repeated.size });
}

/** The level names of a customer in the columns of the customer table, null where one is missing. */
function columnKeys(
  { columns }: Engine,
  source: Request['source'],
  names: readonly string[],
): (customer: string) => string[] | null {
  if (!source) return () => null;
  const ids = columns.categories(source.table, source.idColumn);
  const levels = names.map((name) => columns.categories(source.table, name));
  const rowOf = new Map<string, number>();
  ids.codes.forEach((code, row) => {
    const id = ids.values[code];
    if (id !== undefined && !rowOf.has(id)) rowOf.set(id, row);
  });
  return (customer) => {
    const row = rowOf.get(customer);
    if (row === undefined) return null;
    const key = levels.map(({ values, codes }) => values[codes[row] as number]);
    return key.every((level) => level !== undefined) ? key : null;
  };
}

/** What each value of an outcome column means, 0 or 1. */
function outcomeMeanings(
  { database }: Engine,
  table: string,
  column: string,
): Result<Map<SqlValue, 0 | 1>, TotalProblem> {
  const name = ident(column);
  const values = database.all(
    `SELECT DISTINCT ${name} FROM ${ident(table)} WHERE ${name} IS NOT NULL LIMIT ${mostOutcomes + 1}`,
  );
  const meanings = new Map<SqlValue, 0 | 1>();
  for (const [value = null] of values) {
    const meaning = readYesNo(String(value));
    if (meaning === null || values.length > mostOutcomes) {
      return refuse({ code: 'outcome-not-yes-or-no', column, example: String(value) });
    }
    meanings.set(value, meaning);
  }
  return succeed(meanings);
}

/** The outcome of a row as it is stored: a number, a text or null. */
function rawOutcomes(
  columns: Engine['columns'],
  { table, outcomeColumn }: Pick<TableOutcome, 'table' | 'outcomeColumn'>,
): (row: number) => SqlValue {
  if (columns.kindOf(table, outcomeColumn) === 'text') {
    const { values, codes } = columns.categories(table, outcomeColumn);
    return (row) => values[codes[row] as number] ?? null;
  }
  const numbers = columns.numbers(table, outcomeColumn);
  return (row) => (Number.isNaN(numbers[row]) ? null : (numbers[row] as number));
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
