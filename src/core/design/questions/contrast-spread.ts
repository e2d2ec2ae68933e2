import type { Contrast } from './contrast.ts';
import type { PlanFrame } from './plan-frame.ts';

/**
 * Which variance the limit of a test rests on. `planned`: that of the shares expected, as in the estimate's interval
 * (Wald); `pooled`: that of "no difference" between two arms in each cell, as R's `power.prop.test` and the
 * Cochran-Mantel-Haenszel test have it. Questions that are not about a pair of arms always use the planned one.
 */
export type NullVariance = 'planned' | 'pooled';

/** One group with what is expected of it. */
export interface PlannedGroup {
  readonly cell: number;
  readonly arm: number;
  readonly mean: number;
  readonly variance: number;
  readonly size: number;
}

/** All groups in the order of the contrasts' weights. */
export function plannedGroups({ counts, shares }: PlanFrame): PlannedGroup[] {
  return counts.flatMap((row, cell) =>
    row.map((size, arm) => {
      const mean = shares[cell]?.[arm] ?? Number.NaN;
      return { cell, arm, mean, variance: mean * (1 - mean), size };
    }),
  );
}

/** Groups that a question needs and that have no customers. */
export function emptyGroups(
  contrasts: readonly Contrast[],
  groups: readonly PlannedGroup[],
): PlannedGroup[] {
  return groups.filter(
    ({ size }, place) => size === 0 && contrasts.some((row) => (row[place] ?? 0) !== 0),
  );
}

/** What each group adds to the variance of a contrast. */
export function varianceParts(contrast: Contrast, groups: readonly PlannedGroup[]): number[] {
  return groups.map(({ variance, size }, place) => {
    const weight = contrast[place] ?? 0;
    return weight === 0 ? 0 : (weight * weight * variance) / size;
  });
}

/** The standard error of a contrast at the planned shares. */
export function contrastSpread(contrast: Contrast, groups: readonly PlannedGroup[]): number {
  return Math.sqrt(varianceParts(contrast, groups).reduce((sum, part) => sum + part, 0));
}

/**
 * The standard error under "no difference" of a contrast that compares two arms within every cell: both arms of a cell
 * share their pooled response. For any other contrast the planned one.
 */
export function nullSpread(
  contrast: Contrast,
  groups: readonly PlannedGroup[],
  nullVariance: NullVariance,
): number {
  if (nullVariance === 'planned') return contrastSpread(contrast, groups);
  let sum = 0;
  for (const members of byCell(contrast, groups)) {
    const [first, second] = members;
    const isPair =
      first && second && members.length === 2 && Math.abs(first.weight + second.weight) < 1e-12;
    if (!isPair) return contrastSpread(contrast, groups);
    const pooled =
      (first.mean * first.size + second.mean * second.size) / (first.size + second.size);
    sum += first.weight ** 2 * pooled * (1 - pooled) * (1 / first.size + 1 / second.size);
  }
  return Math.sqrt(sum);
}

function byCell(
  contrast: Contrast,
  groups: readonly PlannedGroup[],
): (PlannedGroup & { readonly weight: number })[][] {
  const cells = new Map<number, (PlannedGroup & { readonly weight: number })[]>();
  for (const [place, group] of groups.entries()) {
    const weight = contrast[place] ?? 0;
    if (weight === 0) continue;
    cells.set(group.cell, [...(cells.get(group.cell) ?? []), { ...group, weight }]);
  }
  return [...cells.values()];
}
