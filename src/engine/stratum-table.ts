import { mostCells } from '#core/design/cell-limit.ts';
import type { ArmTotals, ExperimentTotals } from '#core/results/analysis.ts';
import type { Result } from '#core/result.ts';
import type { TotalProblem } from './results-protocol.ts';

export type TotalsResult = Result<ExperimentTotals, TotalProblem>;

/** More strata than this have too few customers each to say anything. */
export const mostStrata = mostCells;

type Sums = { -readonly [Key in keyof ArmTotals]: number };

/** Adds up totals by stratum and arm. */
export class StratumTable {
  readonly #armCount: number;
  readonly #strata = new Map<string, { key: readonly string[]; totals: Sums[] }>();
  #customers = 0;

  constructor(armCount: number) {
    this.#armCount = armCount;
  }

  get isEmpty(): boolean {
    return this.#customers === 0;
  }

  get size(): number {
    return this.#strata.size;
  }

  add(key: readonly string[], arm: number, sums: ArmTotals): void {
    const totals = this.#stratum(key)[arm];
    if (!totals) throw new Error(`There is no arm ${arm}`);
    this.#customers += sums.customers;
    totals.customers += sums.customers;
    totals.responders += sums.responders;
    totals.moneySum += sums.moneySum;
    totals.moneySumOfSquares += sums.moneySumOfSquares;
  }

  /** The strata by name. */
  get strata(): ExperimentTotals['strata'] {
    return [...this.#strata.values()]
      .sort((one, other) => compareKeys(one.key, other.key))
      .map(({ key, totals }) => ({ key, totals, population: null }));
  }

  #stratum(key: readonly string[]): Sums[] {
    const text = JSON.stringify(key);
    let stratum = this.#strata.get(text);
    if (!stratum) {
      stratum = {
        key,
        totals: Array.from({ length: this.#armCount }, () => ({
          customers: 0,
          responders: 0,
          moneySum: 0,
          moneySumOfSquares: 0,
        })),
      };
      this.#strata.set(text, stratum);
    }
    return stratum.totals;
  }
}

/** The order of two strata by their names. */
export function compareKeys(one: readonly string[], other: readonly string[]): number {
  for (const [place, left] of one.entries()) {
    const right = other[place] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
