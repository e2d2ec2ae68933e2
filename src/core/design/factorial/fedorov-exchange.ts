import { informationTriangle, inverseInformation, logDiagonal } from './d-efficiency.ts';

/** A choice of candidates, by place, and the logarithm of its determinant. */
export interface ExchangedChoice {
  readonly chosen: readonly number[];
  /** log det(X'X) */
  readonly logDeterminant: number;
}

/** An exchange must multiply the determinant by more than this, so that rounding is no gain. */
const leastGain = 1e-9;
const mostPasses = 100;
/** The inverse is computed anew after so many passes, so that rounding in its updates does not add up. */
const passesBetween = 5;

/**
 * Exchanges chosen rows for others as long as the determinant of X'X grows: for each chosen row in turn the best other one.
 * `candidates`: all rows there are, of one width; `start`: places of different rows whose X'X has an inverse. No row is
 * taken twice. Null where X'X has none.
 * Source: Fedorov (1972), Theory of Optimal Experiments, in the order of Cook & Nachtsheim (1980), A comparison of
 * algorithms for constructing exact D-optimal designs.
 */
export function exchangeRows(
  candidates: readonly (readonly number[])[],
  start: readonly number[],
): ExchangedChoice | null {
  const chosen = [...start];
  const taken = new Set(chosen);
  const flat = Float64Array.from(candidates.flat());
  const triangle = () => informationTriangle(chosen.map((place) => candidates[place] ?? []));
  let state: Spread | null = null;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    if (!state || pass % passesBetween === 0) {
      const lower = triangle();
      if (!lower) return null;
      state = new Spread(flat, inverseInformation(lower));
    }
    let exchanged = false;
    for (const [position, leaving] of chosen.entries()) {
      const entering = state.bestFor(leaving, taken);
      if (entering < 0) continue;
      state.exchange(leaving, entering);
      taken.delete(leaving);
      taken.add(entering);
      chosen[position] = entering;
      exchanged = true;
    }
    if (!exchanged) break;
  }
  const lower = triangle();
  return lower && { chosen, logDeterminant: 2 * logDiagonal(lower) };
}

/** The inverse of X'X, and the variance of the prediction at every candidate. */
class Spread {
  /** All rows, one after the other: the searches stand on these loops. */
  readonly #rows: Float64Array;
  readonly #width: number;
  readonly #inverse: Float64Array[];
  readonly #variances: Float64Array;

  constructor(rows: Float64Array, inverse: Float64Array[]) {
    this.#rows = rows;
    this.#width = inverse.length;
    this.#inverse = inverse;
    this.#variances = new Float64Array(rows.length / inverse.length);
    for (let place = 0; place < this.#variances.length; place += 1) {
      this.#variances[place] = this.#shared(place, this.#direction(place));
    }
  }

  /** The untaken candidate whose exchange for one gains the most, or -1 where none gains. */
  bestFor(leaving: number, taken: ReadonlySet<number>): number {
    const direction = this.#direction(leaving);
    const own = this.#variances[leaving] as number;
    let best = -1;
    let most = leastGain;
    for (let place = 0; place < this.#variances.length; place += 1) {
      const variance = this.#variances[place] as number;
      // The square of what two rows share is at most the product of their variances.
      if (variance - own <= most || taken.has(place)) continue;
      const shared = this.#shared(place, direction);
      const gain = variance - own - variance * own + shared * shared;
      if (gain > most * (1 + leastGain)) [best, most] = [place, gain];
    }
    return best;
  }

  exchange(leaving: number, entering: number): void {
    this.#add(entering, 1);
    this.#add(leaving, -1);
  }

  /** Adds a row to X'X, or takes it out. Source: Sherman & Morrison (1950). */
  #add(place: number, sign: 1 | -1): void {
    const direction = this.#direction(place);
    const scale = sign / (1 + sign * this.#shared(place, direction));
    for (let i = 0; i < this.#width; i += 1) {
      const row = this.#inverse[i] as Float64Array;
      const part = scale * (direction[i] as number);
      for (let j = 0; j < this.#width; j += 1) {
        row[j] = (row[j] as number) - part * (direction[j] as number);
      }
    }
    for (let candidate = 0; candidate < this.#variances.length; candidate += 1) {
      const shared = this.#shared(candidate, direction);
      this.#variances[candidate] = (this.#variances[candidate] as number) - scale * shared * shared;
    }
  }

  /** The inverse times a candidate's row. */
  #direction(place: number): Float64Array {
    const direction = new Float64Array(this.#width);
    for (let i = 0; i < this.#width; i += 1) {
      direction[i] = this.#shared(place, this.#inverse[i] as Float64Array);
    }
    return direction;
  }

  /** A candidate's row times a direction. */
  #shared(place: number, direction: Float64Array): number {
    const start = place * this.#width;
    let sum = 0;
    for (let at = 0; at < this.#width; at += 1) {
      sum += (this.#rows[start + at] as number) * (direction[at] as number);
    }
    return sum;
  }
}
