import { mostArms } from '#core/design/arm.ts';
import type { AnalysisPlan, TableSource } from '#core/results/analysis.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { cellColumn } from '../cell-column.ts';
import { ident } from '../database.ts';
import type { Engine } from '../engine.ts';
import type { TotalProblem } from '../results-protocol.ts';
import { customerRows } from '../purchases.ts';
import type { Viewpoint } from '../variables.ts';
import { noArm, unknown, type CustomerOutcomes } from './customer-outcomes.ts';
import { DailyMoney, DayWatch, responseRows } from './response-rows.ts';
import { cellStrata, strataOf } from './strata-places.ts';

/** More different arms than this are not listed before they are refused. */
const mostListed = 1000;
const mostExamples = 5;

/** The outcomes of a finished experiment: a table with one row per customer that names its arm. */
export function tableOutcomes(
  engine: Engine,
  plan: AnalysisPlan,
  source: TableSource,
  viewOf: (asOf: string) => Viewpoint | null,
): Result<CustomerOutcomes, TotalProblem> {
  const { columns } = engine;
  const rows = responseRows(columns, source);
  if (!rows.ok) return rows;
  const arms = armsOf(engine, source);
  if (arms.length > mostArms)
    return refuse({ code: 'too-many-arms', arms: arms.length, most: mostArms });
  const count = columns.rowCount(source.table);
  const places = strataOf(
    plan.strata,
    count,
    () => cellsOfRows(engine, plan, source, viewOf),
    (names) => ({
      columns: names.map((name) => columns.categories(source.table, name)),
      rowOf: (row) => row,
    }),
  );
  if (!places.ok) return places;

  const named = columns.categories(source.table, source.armColumn);
  const armOfCode = named.values.map((name) => arms.indexOf(name));
  const several = inSeveralArms(engine, source, armOfCode);
  const leavesOut = plan.severalArms === 'leave-out' && several.customers > 0;
  let rowsLeftOut = 0;
  const arm = new Uint8Array(count);
  const responded = new Int8Array(count);
  const { outcome, delivery, purchase, basket, days } = rows.value;
  const told = {
    delivered: delivery && new Int8Array(count),
    purchased: purchase && new Uint8Array(count),
    several: basket && new Int8Array(count),
    money: rows.value.money && new Float64Array(count),
    orders: rows.value.orders && new Float64Array(count),
    day: days && new Float64Array(count).fill(NaN),
  };
  const watch = new DayWatch(plan.window);
  const daily = new DailyMoney(arms.length);
  for (let row = 0; row < count; row++) {
    const code = named.codes[row] as number;
    arm[row] = code < 0 ? noArm : (armOfCode[code] as number);
    if (leavesOut && several.isRowOf(row) && arm[row] !== noArm) {
      arm[row] = noArm;
      rowsLeftOut++;
    }
    if (told.delivered) told.delivered[row] = delivery?.(row) ?? unknown;
    const answer = outcome?.(row) ?? unknown;
    const day = days?.[row] ?? NaN;
    const counts = watch.counts(day);
    responded[row] = counts || answer === unknown ? answer : 0;
    if (told.several) told.several[row] = unknown;
    if (!counts || answer === unknown) continue;
    if (told.day && answer === 1) told.day[row] = day;
    if (told.purchased) told.purchased[row] = purchase?.(row) === 1 ? 1 : 0;
    if (told.several) told.several[row] = basket?.(row) ?? unknown;
    if (told.orders) told.orders[row] = rows.value.orders?.[row] || 0;
    if (!told.money) continue;
    const money = rows.value.money?.[row] || 0;
    told.money[row] = money;
    daily.add(day, arm[row] as number, money);
  }
  return succeed({
    arms,
    arm,
    ...places.value,
    responded,
    blank: null,
    ...told,
    before: plan.beforeColumn === null ? null : columns.numbers(source.table, plan.beforeColumn),
    dailyMoney: daily.byDay,
    days: watch.days,
    rows: {
      notOnList: 0,
      missingOutcome: 0,
      repeatedCustomers: repeatedCustomers(
        engine,
        source,
        leavesOut ? several.isRowOf : () => false,
      ),
      inSeveralArms: rowsLeftOut,
      beforeWindow: watch.beforeWindow,
      afterWindow: watch.afterWindow,
    },
    inSeveralArms: { customers: several.customers, examples: several.examples },
    customerAt: customerAt(engine, source),
    onOtherLists: [],
  });
}

/** The cell of each row is found through its customer. */
function cellsOfRows(
  { columns }: Engine,
  { strata }: AnalysisPlan,
  { table, customerColumn }: TableSource,
  viewOf: (asOf: string) => Viewpoint | null,
) {
  if (strata.kind !== 'cells') throw new Error('Only cells are found through customers');
  const { design } = strata;
  const view = viewOf(design.asOf);
  const count = columns.rowCount(table);
  if (!view || customerColumn === null) return cellStrata(count, design, view, () => unknown);
  const customers = customerRows(columns, view.source, table, customerColumn);
  const cells = cellColumn(view, design);
  return cellStrata(count, design, view, (row) => {
    const customer = customers[row] as number;
    return customer < 0 ? unknown : (cells[customer] as number);
  });
}

/** The arms of a finished experiment, in alphabetical order. */
function armsOf({ database }: Engine, { table, armColumn }: TableSource): string[] {
  const name = ident(armColumn);
  return database
    .all(
      `SELECT DISTINCT ${name} FROM ${ident(table)} WHERE ${name} IS NOT NULL ORDER BY 1 LIMIT ${mostListed}`,
    )
    .map(([arm]) => String(arm));
}

function repeatedCustomers(
  { columns }: Engine,
  { table, customerColumn }: TableSource,
  isLeftOut: (row: number) => boolean,
): number {
  if (customerColumn === null) return 0;
  const { values, codes } = columns.categories(table, customerColumn);
  const seen = new Uint8Array(values.length);
  let repeated = 0;
  for (const [row, code] of codes.entries()) {
    if (code < 0 || isLeftOut(row)) continue;
    // Counted at the second row; from the third on it is known.
    if (seen[code] === 1) repeated++;
    if ((seen[code] as number) < 2) seen[code] = (seen[code] as number) + 1;
  }
  return repeated;
}

/** Customers that the table names in two arms or more, and whether a row is of one of them. */
function inSeveralArms(
  { columns }: Engine,
  { table, customerColumn, armColumn }: TableSource,
  armOfCode: readonly number[],
): CustomerOutcomes['inSeveralArms'] & { readonly isRowOf: (row: number) => boolean } {
  if (customerColumn === null) return { customers: 0, examples: [], isRowOf: () => false };
  const { values, codes } = columns.categories(table, customerColumn);
  const arms = columns.categories(table, armColumn).codes;
  const firstArm = new Uint8Array(values.length).fill(noArm);
  const several = new Set<number>();
  for (const [row, code] of codes.entries()) {
    const here = armOfCode[arms[row] as number] ?? noArm;
    if (code < 0 || here === noArm) continue;
    if (firstArm[code] === noArm) firstArm[code] = here;
    else if (firstArm[code] !== here) several.add(code);
  }
  const examples = [...several].slice(0, mostExamples).map((code) => values[code] as string);
  return {
    customers: several.size,
    examples,
    isRowOf: (row) => several.has(codes[row] as number),
  };
}

function customerAt(
  { columns }: Engine,
  { table, customerColumn }: TableSource,
): CustomerOutcomes['customerAt'] {
  if (customerColumn === null) return () => null;
  const { values, codes } = columns.categories(table, customerColumn);
  return (row) => values[codes[row] as number] ?? null;
}
