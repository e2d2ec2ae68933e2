import type { Reading } from '#workspace/experiment-reading.svelte.ts';
import type { Policy, PolicyPoint } from '#core/rollout/policy/find-policy.ts';
import { stratumLevels } from '#core/results/stratum-levels.ts';
import type { Interval } from '#core/stats/interval.ts';
import { normalQuantile } from '#core/stats/distributions/normal-distribution.ts';

/** A carrot in a cell: how many get it, and what it does there per customer. */
export interface CellCarrot {
  /** Place in the carrots. */
  readonly carrot: number;
  readonly customers: number;
  /** Difference of the response shares, and the share with the carrot, as the experiment showed them. */
  readonly lift: number;
  readonly share: number;
  /** What is to be believed of the profit per customer. */
  readonly profit: number;
  readonly interval: Interval;
}

export interface PolicyCell {
  /** Its place among the strata. */
  readonly stratum: number;
  /** Those that are sent, most customers first; empty: nobody gets anything. */
  readonly sent: readonly CellCarrot[];
  /** The carrot that earns most per customer here; null where none was tried. */
  readonly best: CellCarrot | null;
  /** The interval of the carrot that is sent, or of the best one, holds 0. */
  readonly isUnclear: boolean;
}

/** The cells laid out: the last attribute across, the others down. */
export interface PolicyGrid {
  readonly down: readonly string[];
  /** Name of the attribute that goes across; null where there is only one, or none. */
  readonly across: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly names: readonly string[];
    readonly cells: readonly (PolicyCell | null)[];
  }[];
}

/** What becomes of every cell at a point of the curve. `confidenceShare`: between 0 and 1. */
export function policyCells(
  { estimates }: Policy,
  { plan }: PolicyPoint,
  confidenceShare: number,
): readonly PolicyCell[] {
  const { raw, believed } = estimates;
  const z = -normalQuantile((1 - confidenceShare) / 2);
  return Array.from({ length: raw.cells }, (_, stratum) => {
    const known = Array.from({ length: raw.carrots }, (__, carrot): CellCarrot[] => {
      const place = stratum * raw.carrots + carrot;
      if (!raw.isKnown[place]) return [];
      const profit = believed.profit[place] as number;
      const reach = z * (believed.standardError[place] as number);
      return [
        {
          carrot,
          customers: plan.customers[place] as number,
          lift: raw.lift[place] as number,
          share: raw.share[place] as number,
          profit,
          interval: { low: profit - reach, high: profit + reach },
        },
      ];
    }).flat();
    const sent = known
      .filter(({ customers }) => customers >= 0.5)
      .sort((one, other) => other.customers - one.customers);
    const [best = null] = [...known].sort((one, other) => other.profit - one.profit);
    const judged = sent[0] ?? best;
    const isUnclear = judged !== null && judged.interval.low <= 0 && judged.interval.high >= 0;
    return { stratum, sent, best, isUnclear };
  });
}

/** The cells as the quota table has them. */
export function policyGrid(cells: readonly PolicyCell[], { totals, plan }: Reading): PolicyGrid {
  const { attributes, levelsOfStratum } = stratumLevels(totals, plan.strata);
  const last = attributes.length > 1 ? attributes.at(-1) : undefined;
  const down = last ? attributes.slice(0, -1) : attributes;
  const columns = last?.levels ?? [''];
  const placeOf = new Map(levelsOfStratum.map((levels, place) => [levels.join('\0'), place]));
  const rows = down.reduce<readonly (readonly string[])[]>(
    (known, { levels }) => known.flatMap((names) => levels.map((level) => [...names, level])),
    [[]],
  );
  return {
    down: down.map(({ name }) => name),
    across: last?.name ?? null,
    columns,
    rows: rows
      .map((names) => ({
        names,
        cells: columns.map((column) => {
          const key = last ? [...names, column] : names;
          return cells[placeOf.get(key.join('\0')) ?? -1] ?? null;
        }),
      }))
      .filter((row) => row.cells.some((cell) => cell !== null)),
  };
}
