import type { ResponseFile } from '#core/results/analysis.ts';
import type { ColumnCache } from '../columns.ts';
import type { TotalProblem } from '../results-protocol.ts';
import { unknown, type CustomerOutcomes } from './customer-outcomes.ts';
import {
  responseRows,
  type DailyMoney,
  type DayWatch,
  type ResponseRows,
} from './response-rows.ts';

/** What the files tell of each customer on the list; filled file by file. */
export type ListOutcomes = Pick<
  CustomerOutcomes,
  'responded' | 'delivered' | 'purchased' | 'several' | 'money' | 'orders' | 'day'
> & { readonly blank: Uint8Array };

interface List {
  readonly placeOf: ReadonlyMap<string, number>;
  readonly arm: Uint8Array;
}

/** Adds files of responses to the outcomes of a list: rows of one customer are added up, and one yes makes a yes. */
export class FileReader {
  readonly #list: List;
  readonly #outcomes: ListOutcomes;
  readonly #watch: DayWatch;
  readonly #daily: DailyMoney;
  /** Rows of customers who are on the list, and of others. */
  onList = 0;
  notOnList = 0;
  missingOutcome = 0;
  repeatedCustomers = 0;

  constructor(list: List, outcomes: ListOutcomes, watch: DayWatch, daily: DailyMoney) {
    this.#list = list;
    this.#outcomes = outcomes;
    this.#watch = watch;
    this.#daily = daily;
  }

  /** Null, or why the file cannot be read. */
  read(columns: ColumnCache, file: ResponseFile): TotalProblem | null {
    const rows = responseRows(columns, file);
    if (!rows.ok) return rows.problem;
    const { values, codes } = columns.categories(file.table, file.customerColumn);
    const places = Int32Array.from(values, (id) => this.#list.placeOf.get(id) ?? unknown);
    // How many rows of the file each customer has so far, up to two.
    const seen = new Uint8Array(this.#outcomes.responded.length);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] as number;
      const place = code < 0 ? unknown : (places[code] as number);
      if (place === unknown) {
        this.notOnList++;
        continue;
      }
      this.onList++;
      if (!this.#take(rows.value, file, row, place)) continue;
      const times = seen[place] as number;
      if (times === 1) this.repeatedCustomers++;
      if (times < 2) seen[place] = times + 1;
    }
    return null;
  }

  /** False for a row that says nothing of the outcome. */
  #take(rows: ResponseRows, { everyRow }: ResponseFile, row: number, place: number): boolean {
    const { responded, blank, delivered, purchased, several, money, orders, day } = this.#outcomes;
    const delivery = everyRow === 'bounced' ? 0 : (rows.delivery?.(row) ?? unknown);
    if (delivered && delivery !== unknown) delivered[place] = delivery;
    const answer = rows.outcome ? rows.outcome(row) : everyRow === 'responded' ? 1 : 0;
    if (answer === unknown) {
      this.missingOutcome++;
      blank[place] = 1;
      return false;
    }
    const date = rows.days?.[row] ?? NaN;
    if (!this.#watch.counts(date)) return true;
    const buys = everyRow === 'purchased' || rows.purchase?.(row) === 1;
    if (answer === 1) responded[place] = 1;
    if (purchased && buys) purchased[place] = 1;
    if (several) several[place] = Math.max(several[place] as number, rows.basket?.(row) ?? unknown);
    if (orders)
      orders[place] =
        (orders[place] as number) + (rows.orders ? rows.orders[row] || 0 : Number(buys));
    if (day && (answer === 1 || buys) && !(date >= (day[place] as number)) && !Number.isNaN(date))
      day[place] = date;
    if (money && rows.money) {
      const amount = rows.money[row] || 0;
      money[place] = (money[place] as number) + amount;
      this.#daily.add(date, this.#list.arm[place] as number, amount);
    }
    return true;
  }
}
