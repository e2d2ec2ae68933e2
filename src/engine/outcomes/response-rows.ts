import { compactDate } from '#core/customers/completed-months.ts';
import type { OutcomeColumns, ResponseWindow } from '#core/results/analysis.ts';
import { succeed, type Result } from '#core/result.ts';
import type { ColumnCache } from '../columns.ts';
import type { TotalProblem } from '../results-protocol.ts';
import { toldBy, type ToldOfRow } from './told-values.ts';

/** The columns of a file of outcomes, ready to be read row by row. */
export interface ResponseRows {
  readonly outcome: ToldOfRow | null;
  readonly delivery: ToldOfRow | null;
  readonly purchase: ToldOfRow | null;
  readonly basket: ToldOfRow | null;
  readonly money: Float64Array | null;
  readonly orders: Float64Array | null;
  /** Compact dates, NaN where there is none. */
  readonly days: Float64Array | null;
}

interface File extends OutcomeColumns {
  readonly table: string;
  readonly outcomeColumn: string | null;
  readonly moneyColumn: string | null;
}

/** Refuses: outcome-not-yes-or-no. */
export function responseRows(columns: ColumnCache, file: File): Result<ResponseRows, TotalProblem> {
  const { table } = file;
  const outcome = toldBy(columns, table, file.outcomeColumn, 'outcome');
  if (!outcome.ok) return outcome;
  const delivery = toldBy(columns, table, file.deliveryColumn, 'delivery');
  if (!delivery.ok) return delivery;
  const purchase = toldBy(columns, table, file.purchaseColumn, 'purchase');
  if (!purchase.ok) return purchase;
  const basket = toldBy(columns, table, file.basketColumn, 'basket');
  if (!basket.ok) return basket;
  const numbers = (column: string | null) =>
    column === null ? null : columns.numbers(table, column);
  return succeed({
    outcome: outcome.value,
    delivery: delivery.value,
    purchase: purchase.value,
    basket: basket.value,
    money: numbers(file.moneyColumn),
    orders: numbers(file.ordersColumn),
    days: file.dateColumn === null ? null : columns.dates(table, file.dateColumn),
  });
}

/** Tells which rows lie outside the days that count, and what days there are. */
export class DayWatch {
  readonly #from: number;
  readonly #to: number;
  #first = Infinity;
  #last = -Infinity;
  beforeWindow = 0;
  afterWindow = 0;

  constructor(window: ResponseWindow | null) {
    this.#from = window ? compactDate(window.from) : -Infinity;
    this.#to = window ? compactDate(window.to) : Infinity;
  }

  /** Whether a row of that day counts; one without a day (NaN) does. */
  counts(day: number): boolean {
    if (day < this.#first) this.#first = day;
    if (day > this.#last) this.#last = day;
    if (day < this.#from) this.beforeWindow++;
    else if (day > this.#to) this.afterWindow++;
    else return true;
    return false;
  }

  get days(): { first: number; last: number } | null {
    return this.#last >= this.#first ? { first: this.#first, last: this.#last } : null;
  }
}

/** Money by day and arm. */
export class DailyMoney {
  readonly byDay = new Map<number, Float64Array>();
  readonly #arms: number;

  constructor(arms: number) {
    this.#arms = arms;
  }

  add(day: number, arm: number, money: number): void {
    if (Number.isNaN(day) || money === 0 || arm >= this.#arms) return;
    let sums = this.byDay.get(day);
    if (!sums) this.byDay.set(day, (sums = new Float64Array(this.#arms)));
    sums[arm] = (sums[arm] as number) + money;
  }
}
