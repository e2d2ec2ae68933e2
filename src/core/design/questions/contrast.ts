import type { CellWeights } from './cell-weights.ts';
import type { PlanFrame } from './plan-frame.ts';

/** A weight per group: cell 0 with all its arms, then cell 1, and so on. */
export type Contrast = readonly number[];

/** A weighted sum of arms, each averaged over the cells. Example: [[1, 1], [0, -1]] is arm 1 less arm 0. */
export function contrastOf(
  { arms }: PlanFrame,
  weights: CellWeights,
  terms: readonly (readonly [arm: number, factor: number])[],
): Contrast {
  const factors = arms.map((_, arm) =>
    terms.reduce((sum, [place, factor]) => sum + (place === arm ? factor : 0), 0),
  );
  return weights.flatMap((weight) => factors.map((factor) => weight * factor));
}

/** The sum of contrasts, each times a factor. */
export function combine(terms: readonly (readonly [Contrast, number])[]): Contrast {
  const groups = terms[0]?.[0].length ?? 0;
  return Array.from({ length: groups }, (_, group) =>
    terms.reduce((sum, [contrast, factor]) => sum + factor * (contrast[group] ?? 0), 0),
  );
}

/** What a table of means [row][column] shows beyond rows and columns: (rows - 1)(columns - 1) independent contrasts, and all gaps. */
export function interactionRows(means: readonly (readonly Contrast[])[]): {
  readonly rows: readonly Contrast[];
  readonly gaps: readonly Contrast[];
} {
  const columns = means[0]?.length ?? 0;
  const gap = (row: number, other: number, column: number, another: number): Contrast =>
    combine([
      [means[row]?.[column] ?? [], 1],
      [means[row]?.[another] ?? [], -1],
      [means[other]?.[column] ?? [], -1],
      [means[other]?.[another] ?? [], 1],
    ]);
  const pairs = (count: number): [number, number][] =>
    Array.from({ length: count }, (_, low) =>
      Array.from({ length: count - 1 - low }, (__, step): [number, number] => [
        low + 1 + step,
        low,
      ]),
    ).flat();
  const gaps = pairs(means.length).flatMap(([row, other]) =>
    pairs(columns).map(([column, another]) => ({
      contrast: gap(row, other, column, another),
      basic: other === 0 && another === 0,
    })),
  );
  return {
    rows: gaps.filter(({ basic }) => basic).map(({ contrast }) => contrast),
    gaps: gaps.map(({ contrast }) => contrast),
  };
}

/** All differences between means: (means - 1) independent ones, and every pair. */
export function differenceRows(means: readonly Contrast[]): {
  readonly rows: readonly Contrast[];
  readonly gaps: readonly Contrast[];
} {
  const difference = (high: Contrast, low: Contrast): Contrast =>
    combine([
      [high, 1],
      [low, -1],
    ]);
  const [first, ...others] = means;
  if (!first) return { rows: [], gaps: [] };
  return {
    rows: others.map((mean) => difference(mean, first)),
    gaps: means.flatMap((low, place) =>
      means.slice(place + 1).map((high) => difference(high, low)),
    ),
  };
}
