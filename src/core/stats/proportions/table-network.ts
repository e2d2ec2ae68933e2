import { tieTolerance } from './weighted-support.ts';

/** Thrown when a table has more possibilities than can be followed in about a second. */
export class WorkLimitReached extends Error {}

const mostWork = 6e6;
/** To fill a column and look up what is left costs as much as a few ways to add up. */
const costOfColumn = 3;
/** Logarithms that differ by less are the same probability; those of different tables hardly ever come so close. */
const resolution = 1e-10;

/** The most and the least that the rest of a table can still add to the logarithm of its probability. */
interface Reach {
  readonly longest: number;
  readonly shortest: number;
}

/** Ways to a place that have the same probability so far: its logarithm, and how many there are. */
interface Ways {
  readonly logarithm: number;
  readonly count: number;
}

interface Place {
  readonly sums: readonly number[];
  readonly ways: Map<number, Ways>;
}

/**
 * All tables with given margins as paths through a network: each step fills one column, each place is what the rows have
 * left, in order of size (rows with as much left are the same). A table's weight is the product of 1 / cell!.
 */
export class TableNetwork {
  readonly #rows: readonly number[];
  readonly #columns: readonly number[];
  readonly #logFactorials: readonly number[];
  readonly #reaches = new Map<number, Reach>();
  readonly #base: number;
  #work = 0;

  constructor(rows: readonly number[], columns: readonly number[]) {
    this.#rows = inOrder(rows);
    this.#columns = columns.toSorted((first, second) => second - first);
    this.#base = Math.max(...rows) + 1;
    if (this.#base ** rows.length > Number.MAX_SAFE_INTEGER) throw new WorkLimitReached();
    const total = rows.reduce((sum, row) => sum + row, 0);
    const logarithms = [0];
    for (let value = 1; value <= total; value += 1) {
      logarithms.push((logarithms[value - 1] ?? 0) + Math.log(value));
    }
    this.#logFactorials = logarithms;
  }

  /** The share of the probability that lies on tables not more likely than the one with these cells. */
  unlikelyShare(cells: readonly number[]): number {
    const limit = this.#logWeight(cells) + Math.log1p(tieTolerance);
    const all = this.#logTotal(this.#rows, 0);
    let unlikely = 0;
    let places = new Map<number, Place>();
    places.set(this.#keyOf(this.#rows), {
      sums: this.#rows,
      ways: new Map([[0, { logarithm: 0, count: 1 }]]),
    });
    for (let step = 0; step < this.#columns.length; step += 1) {
      const next = new Map<number, Place>();
      for (const place of places.values()) {
        this.#eachColumn(place.sums, step, (sums, weight) => {
          const reach = this.#reachOf(sums, step + 1);
          const rest = this.#logTotal(sums, step + 1);
          this.#spend(place.ways.size);
          for (const { logarithm, count } of place.ways.values()) {
            const reached = logarithm + weight;
            if (reached + reach.longest <= limit) {
              unlikely += count * Math.exp(reached + rest - all);
            } else if (reached + reach.shortest <= limit) {
              addWays(next, this.#keyOf(sums), sums, { logarithm: reached, count });
            }
          }
        });
      }
      places = next;
    }
    return unlikely;
  }

  /** Every way to fill one column from what the rows have left: what they have left then, and the weight of its cells. */
  #eachColumn(
    sums: readonly number[],
    step: number,
    visit: (left: readonly number[], logWeight: number) => void,
  ): void {
    const left = [...sums];
    const fill = (row: number, missing: number, room: number, logWeight: number): void => {
      const available = sums[row] ?? 0;
      if (row === sums.length - 1) {
        this.#spend(costOfColumn);
        left[row] = available - missing;
        visit(inOrder(left), logWeight - this.#logFactorial(missing));
        return;
      }
      const roomBelow = room - available;
      const most = Math.min(available, missing);
      for (let cell = Math.max(0, missing - roomBelow); cell <= most; cell += 1) {
        left[row] = available - cell;
        fill(row + 1, missing - cell, roomBelow, logWeight - this.#logFactorial(cell));
      }
    };
    const room = sums.reduce((sum, value) => sum + value, 0);
    fill(0, this.#columns[step] ?? 0, room, 0);
  }

  #reachOf(sums: readonly number[], step: number): Reach {
    if (step >= this.#columns.length - 1) {
      const forced = this.#logWeight(sums);
      return { longest: forced, shortest: forced };
    }
    const key = this.#keyOf(sums);
    const known = this.#reaches.get(key);
    if (known) return known;
    let longest = Number.NEGATIVE_INFINITY;
    let shortest = Number.POSITIVE_INFINITY;
    this.#eachColumn(sums, step, (left, weight) => {
      const rest = this.#reachOf(left, step + 1);
      longest = Math.max(longest, weight + rest.longest);
      shortest = Math.min(shortest, weight + rest.shortest);
    });
    const reach = { longest, shortest };
    this.#reaches.set(key, reach);
    return reach;
  }

  /** The logarithm of the weights of all tables with these rows and the columns from `step` on: a multinomial sum. */
  #logTotal(sums: readonly number[], step: number): number {
    const total = sums.reduce((sum, value) => sum + value, 0);
    const columns = this.#columns.slice(step);
    return this.#logFactorial(total) + this.#logWeight(sums) + this.#logWeight(columns);
  }

  #logWeight(cells: readonly number[]): number {
    return cells.reduce((sum, cell) => sum - this.#logFactorial(cell), 0);
  }

  /** One number for all that the rows have left: its digits are the sums. */
  #keyOf(sums: readonly number[]): number {
    let key = 0;
    for (const sum of sums) key = key * this.#base + sum;
    return key;
  }

  #logFactorial(value: number): number {
    return this.#logFactorials[value] ?? Number.NaN;
  }

  #spend(work: number): void {
    this.#work += work;
    if (this.#work > mostWork) throw new WorkLimitReached();
  }
}

function addWays(
  places: Map<number, Place>,
  key: number,
  sums: readonly number[],
  ways: Ways,
): void {
  const place = places.get(key) ?? { sums, ways: new Map<number, Ways>() };
  places.set(key, place);
  const rounded = Math.round(ways.logarithm / resolution);
  const known = place.ways.get(rounded);
  const count = ways.count + (known?.count ?? 0);
  place.ways.set(rounded, { logarithm: known?.logarithm ?? ways.logarithm, count });
}

/** By size, by insertion: there are only a few, and this is done millions of times. */
function inOrder(values: readonly number[]): number[] {
  const ordered = [...values];
  for (let place = 1; place < ordered.length; place += 1) {
    const value = ordered[place] ?? 0;
    let before = place - 1;
    while (before >= 0 && (ordered[before] ?? 0) > value) {
      ordered[before + 1] = ordered[before] ?? 0;
      before -= 1;
    }
    ordered[before + 1] = value;
  }
  return ordered;
}
