import { mostArms } from '#core/design/arm.ts';
import type { AnalysisPlan, DrawnSource, ResponseFile } from '#core/results/analysis.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { Engine } from '../engine.ts';
import type { ExperimentToRead, TotalProblem } from '../results-protocol.ts';
import type { Viewpoint } from '../variables.ts';
import { noArm, unknown, type CustomerOutcomes } from './customer-outcomes.ts';
import { FileReader, type ListOutcomes } from './file-reader.ts';
import { DailyMoney, DayWatch } from './response-rows.ts';
import { cellStrata, strataOf } from './strata-places.ts';

/** The customers of a drawn list, with their places on it. */
interface DrawnPlaces {
  readonly customers: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly cells: Int32Array;
  readonly arm: Uint8Array;
}

/** The outcomes of a drawn list joined with files of responses: who is in none of them did not respond. */
export function drawnOutcomes(
  engine: Engine,
  { plan, armNames, source: customerSource, running }: ExperimentToRead,
  source: DrawnSource,
  viewOf: (asOf: string) => Viewpoint | null,
): Result<CustomerOutcomes, TotalProblem> {
  if (armNames.length > mostArms)
    return refuse({ code: 'too-many-arms', arms: armNames.length, most: mostArms });
  const list = drawnPlaces(engine, source.experiment, armNames.length);
  const [first] = list.customers;
  if (first === undefined) return refuse({ code: 'no-rows' });
  const count = list.customers.length;
  const files: readonly ResponseFile[] = [source, ...source.furtherFiles];
  const outcomes = blankOutcomes(count, files);
  const watch = new DayWatch(plan.window);
  const daily = new DailyMoney(armNames.length);
  const reader = new FileReader(list, outcomes, watch, daily);
  for (const file of files) {
    const problem = reader.read(engine.columns, file);
    if (problem) return refuse(problem);
  }
  const { notOnList, onList, missingOutcome, repeatedCustomers } = reader;
  if (notOnList > 0 && onList === 0) {
    const [example = ''] = engine.columns.categories(source.table, source.customerColumn).values;
    return refuse({ code: 'nobody-on-list', rows: notOnList, example, listed: first });
  }
  const rows = customerRowsOf(engine, customerSource);
  const rowOf = (place: number) => rows(list.customers[place] as string);
  const { columns } = engine;
  const places = strataOf(
    plan.strata,
    count,
    () => {
      if (plan.strata.kind !== 'cells') throw new Error('Only cells are drawn');
      const { design } = plan.strata;
      return cellStrata(count, design, viewOf(design.asOf), (place) => list.cells[place] as number);
    },
    (names) => ({
      columns: customerSource
        ? names.map((name) => columns.categories(customerSource.table, name))
        : [],
      rowOf: customerSource ? rowOf : () => unknown,
    }),
  );
  if (!places.ok) return places;
  return succeed({
    arms: armNames,
    arm: list.arm,
    ...places.value,
    ...settle(outcomes, files, list.arm, armNames.indexOf(plan.control)),
    before: beforeOf(engine, plan, customerSource, count, rowOf),
    dailyMoney: daily.byDay,
    days: watch.days,
    rows: {
      notOnList,
      missingOutcome,
      repeatedCustomers,
      inSeveralArms: 0,
      beforeWindow: watch.beforeWindow,
      afterWindow: watch.afterWindow,
    },
    inSeveralArms: { customers: 0, examples: [] },
    customerAt: (place) => list.customers[place] ?? null,
    onOtherLists: onOtherLists(engine, source.experiment, running, list.placeOf),
  });
}

function drawnPlaces({ database }: Engine, experiment: number, arms: number): DrawnPlaces {
  const customers: string[] = [];
  const cells: number[] = [];
  const arm: number[] = [];
  database.each(
    'SELECT customer, cell, arm FROM carrotlab_assignment WHERE experiment = ?',
    [experiment],
    ([customer, cell, armPlace]) => {
      customers.push(String(customer));
      cells.push(Number(cell));
      arm.push(Number(armPlace) < arms ? Number(armPlace) : noArm);
    },
  );
  return {
    customers,
    placeOf: new Map(customers.map((customer, place) => [customer, place])),
    cells: Int32Array.from(cells),
    arm: Uint8Array.from(arm),
  };
}

function blankOutcomes(count: number, files: readonly ResponseFile[]): ListOutcomes {
  const tells = (is: (file: ResponseFile) => boolean) => files.some(is);
  return {
    responded: new Int8Array(count),
    blank: new Uint8Array(count),
    delivered: tells((file) => file.deliveryColumn !== null || file.everyRow === 'bounced')
      ? new Int8Array(count).fill(unknown)
      : null,
    purchased: tells((file) => file.purchaseColumn !== null || file.everyRow === 'purchased')
      ? new Uint8Array(count)
      : null,
    several: tells((file) => file.basketColumn !== null)
      ? new Int8Array(count).fill(unknown)
      : null,
    money: tells((file) => file.moneyColumn !== null) ? new Float64Array(count) : null,
    orders: tells((file) => file.ordersColumn !== null || file.everyRow === 'purchased')
      ? new Float64Array(count)
      : null,
    day: tells((file) => file.dateColumn !== null) ? new Float64Array(count).fill(NaN) : null,
  };
}

/**
 * What the files together mean: where none of them tells of responses, a purchase is one; and where only bounces are
 * listed, everybody else who was contacted was reached.
 */
function settle(
  outcomes: ListOutcomes,
  files: readonly ResponseFile[],
  arm: Uint8Array,
  control: number,
): ListOutcomes {
  const tellsResponses = files.some(
    ({ outcomeColumn, everyRow }) => outcomeColumn !== null || everyRow === 'responded',
  );
  const tellsDeliveries = files.some(({ deliveryColumn }) => deliveryColumn !== null);
  const { purchased, delivered } = outcomes;
  return {
    ...outcomes,
    responded: !tellsResponses && purchased ? Int8Array.from(purchased) : outcomes.responded,
    delivered:
      delivered && !tellsDeliveries
        ? delivered.map((told, place) => (told === unknown && arm[place] !== control ? 1 : told))
        : delivered,
  };
}

/** The row of a customer in the customer table, the first of equal ids; negative where there is none. */
function customerRowsOf(
  { columns }: Engine,
  source: ExperimentToRead['source'],
): (customer: string) => number {
  if (!source) return () => unknown;
  const ids = columns.categories(source.table, source.idColumn);
  const rowOf = new Map<string, number>();
  ids.codes.forEach((code, row) => {
    const id = ids.values[code];
    if (id !== undefined && !rowOf.has(id)) rowOf.set(id, row);
  });
  return (customer) => rowOf.get(customer) ?? unknown;
}

function beforeOf(
  { columns }: Engine,
  { beforeColumn }: AnalysisPlan,
  source: ExperimentToRead['source'],
  count: number,
  rowOf: (place: number) => number,
): Float64Array | null {
  if (beforeColumn === null || !source) return null;
  const numbers = columns.numbers(source.table, beforeColumn);
  return Float64Array.from({ length: count }, (_, place) => numbers[rowOf(place)] ?? NaN);
}

function onOtherLists(
  { columns }: Engine,
  experiment: number,
  running: readonly number[],
  placeOf: ReadonlyMap<string, number>,
): CustomerOutcomes['onOtherLists'] {
  return running
    .filter((other) => other !== experiment)
    .map((other) => {
      let customers = 0;
      for (const customer of columns.drawnCustomers([other]))
        if (placeOf.has(customer)) customers++;
      return { experiment: other, customers };
    })
    .filter(({ customers }) => customers > 0);
}
