import { mostArms } from '#core/design/arm.ts';
import { tooManyCells } from '#core/design/cell-limit.ts';
import { cellCount } from '#core/design/cell-name.ts';
import type { OutcomeSource } from '#core/results/analysis.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { drawnList } from './drawn-list.ts';
import type { Engine } from './engine.ts';
import { outcomeMeanings, storedOutcomes } from './outcome-values.ts';
import type { Params, TotalProblem } from './protocol.ts';
import { countQuota } from './quota.ts';
import { mostStrata, StratumTable, type TotalsResult } from './stratum-table.ts';
import type { Viewpoint } from './variables.ts';

type DrawnOutcome = Extract<OutcomeSource, { kind: 'drawn' }>;
type Request = Params<'total-experiment'>;

/** The totals of a drawn list joined with a table of responses: who is not in that table did not respond. */
export function totalDrawn(
  engine: Engine,
  { strata, armNames, source }: Request,
  outcome: DrawnOutcome,
  viewOf: (asOf: string) => Viewpoint | null,
): TotalsResult {
  if (armNames.length > mostArms) {
    return refuse({ code: 'too-many-arms', arms: armNames.length, most: mostArms });
  }
  if (strata.kind === 'cells' && tooManyCells(strata.design.attributes)) {
    return refuse({ code: 'too-many-strata', most: mostStrata });
  }
  const list = drawnList(engine, outcome.experiment);
  const [first] = list;
  if (!first) return refuse({ code: 'no-rows' });
  const responses = drawnResponses(engine, outcome, new Set(list.map(({ customer }) => customer)));
  if (!responses.ok) return responses;
  const { byCustomer, missingOutcome, notOnList, repeatedCustomers: repeated } = responses.value;
  if (notOnList > 0 && byCustomer.size === 0 && missingOutcome === 0) {
    const [example = ''] = engine.columns.categories(outcome.table, outcome.customerColumn).values;
    return refuse({ code: 'nobody-on-list', rows: notOnList, example, listed: first.customer });
  }
  const keyOf = strata.kind === 'columns' ? columnKeys(engine, source, strata.columns) : null;
  const totals = new StratumTable(armNames.length);
  let noStratum = 0;
  let missingArm = 0;
  for (const { customer, cell, arm } of list) {
    if (arm >= armNames.length) {
      missingArm++;
      continue;
    }
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
    leftOut: {
      missingArm,
      missingOutcome,
      noStratum,
      notOnList,
      repeatedCustomers: repeated,
      beforeWindow: 0,
      afterWindow: 0,
    },
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
      : outcomeMeanings(engine.database, outcome.table, outcome.outcomeColumn);
  if (meanings && !meanings.ok) return meanings;
  const customers = columns.categories(outcome.table, outcome.customerColumn);
  const outcomes =
    outcome.outcomeColumn === null
      ? null
      : storedOutcomes(columns, outcome.table, outcome.outcomeColumn);
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
