import { dot } from '#core/stats/numerics/linear-algebra.ts';

/** A whole plan, or (`choice` null) what is left of a limit. */
export interface PlanColumn {
  /** The carrot of every unit. */
  readonly choice: Int16Array | null;
  readonly profit: number;
  /** Of each limit, and 1 where it is a plan. */
  readonly use: readonly number[];
}

/**
 * Plans in shares that add up to 1, within limits: a basic solution of a linear programme (revised simplex method). It has as
 * many columns as limits, the last limit being that the shares are 1.
 * Source: Dantzig & Wolfe (1960), Operations Research 8.
 */
export class PlanMixture {
  readonly columns: PlanColumn[];
  #amounts: readonly number[];
  #inverse: readonly (readonly number[])[];

  /** Begins with nothing used. `limits`: 0 or more; `nothing`: the plan in which nobody gets anything. */
  constructor(limits: readonly number[], nothing: Int16Array) {
    const last = limits.length - 1;
    this.#amounts = limits;
    this.#inverse = limits.map((_, row) => unitVector(limits.length, row));
    this.columns = limits.map((_, row) => ({
      choice: row === last ? nothing : null,
      profit: 0,
      use: unitVector(limits.length, row),
    }));
  }

  /** How much of each column there is. */
  get amounts(): readonly number[] {
    return this.#amounts;
  }

  /** What a unit of each limit is worth. */
  get prices(): readonly number[] {
    return this.columns.map((_, row) =>
      this.columns.reduce(
        (sum, { profit }, place) => sum + profit * (this.#inverse[place]?.[row] ?? 0),
        0,
      ),
    );
  }

  /** Takes as much of a column as the limits allow, in place of the one that is used up first; false for no limit. */
  take(column: PlanColumn, tolerance: number): boolean {
    const direction = this.#inverse.map((row) => dot(row, column.use));
    let [leaving, least] = [-1, Infinity];
    for (const [row, step] of direction.entries()) {
      if (step <= tolerance) continue;
      const ratio = Math.max(0, this.#amounts[row] ?? 0) / step;
      if (ratio < least) [leaving, least] = [row, ratio];
    }
    if (leaving < 0) return false;
    const divisor = direction[leaving] as number;
    const pivotRow = (this.#inverse[leaving] as readonly number[]).map((value) => value / divisor);
    const amount = (this.#amounts[leaving] as number) / divisor;
    this.#inverse = this.#inverse.map((row, place) => {
      if (place === leaving) return pivotRow;
      const step = direction[place] as number;
      return row.map((value, at) => value - step * (pivotRow[at] as number));
    });
    this.#amounts = this.#amounts.map((other, row) =>
      row === leaving ? amount : other - (direction[row] as number) * amount,
    );
    this.columns[leaving] = column;
    return true;
  }
}

/** A list of zeros with a 1 at `place`. */
export function unitVector(length: number, place: number): number[] {
  return Array.from({ length }, (_, at) => (at === place ? 1 : 0));
}
