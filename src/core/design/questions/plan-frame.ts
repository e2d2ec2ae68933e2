import type { Problem } from '#core/result.ts';

/** An arm as the questions see it. */
export interface PlanArm {
  readonly id: string;
  readonly role: 'holdout' | 'carrot';
  /** The id of its level of every factor that the arms are made of (channel, carrot, message), by the factor's id. */
  readonly factors?: Readonly<Record<string, string>>;
}

/** A plan whose power is asked for: its cells, its arms, and what is expected of each arm in each cell. */
export interface PlanFrame {
  /** Levels of every attribute; the cells are in row-major order over them, the first attribute slowest. */
  readonly levels: readonly number[];
  readonly arms: readonly PlanArm[];
  /** Eligible customers per cell. */
  readonly population: readonly number[];
  /** Customers drawn, [cell][arm]. */
  readonly counts: readonly (readonly number[])[];
  /** Response shares expected, [cell][arm], strictly between 0 and 1. */
  readonly shares: readonly (readonly number[])[];
}

/** A cell and an arm, by their places from 0. */
export interface Group {
  readonly cell: number;
  readonly arm: number;
}

export type FrameProblem =
  | Problem<'no-cells'>
  | Problem<'no-arms'>
  | (Problem<'frame-mismatch'> & { cells: number; population: number })
  | (Problem<'invalid-population'> & { cell: number; population: number })
  | (Problem<'invalid-count'> & Group & { count: number })
  | (Problem<'share-out-of-range'> & Group & { share: number });

/** Why a frame cannot be asked anything, or null; problems name the cell and the arm by their places. */
export function frameProblem(frame: PlanFrame): FrameProblem | null {
  const { levels, arms, population, counts, shares } = frame;
  const cells = levels.reduce((product, count) => product * count, 1);
  if (!(cells >= 1)) return { code: 'no-cells' };
  if (arms.length === 0) return { code: 'no-arms' };
  const sameCells = [population, counts, shares].every(({ length }) => length === cells);
  const sameArms = [...counts, ...shares].every(({ length }) => length === arms.length);
  if (!sameCells || !sameArms) {
    return { code: 'frame-mismatch', cells, population: population.length };
  }
  for (const [cell, customers] of population.entries()) {
    if (!(customers >= 0 && customers <= 1e12)) {
      return { code: 'invalid-population', cell, population: customers };
    }
    for (const arm of arms.keys()) {
      const count = counts[cell]?.[arm] ?? Number.NaN;
      if (!(count >= 0 && count <= 1e12)) return { code: 'invalid-count', cell, arm, count };
      const share = shares[cell]?.[arm] ?? Number.NaN;
      if (!(share > 0 && share < 1)) return { code: 'share-out-of-range', cell, arm, share };
    }
  }
  return null;
}

/** The factors that arms are made of, in the order in which the arms name them. */
export function armFactors({ arms }: PlanFrame): string[] {
  return [...new Set(arms.flatMap(({ factors = {} }) => Object.keys(factors)))];
}

/** The levels of a factor among the carrots, in the order of the arms; the holdout has no part in a factor. */
export function armLevels({ arms }: PlanFrame, factor: string): string[] {
  const levels = arms.flatMap(({ role, factors }) => {
    const level = role === 'carrot' ? factors?.[factor] : undefined;
    return level === undefined ? [] : [level];
  });
  return [...new Set(levels)];
}

/** The level of an attribute in a cell. Example: with 3 × 3 levels, cell 5 has level 1 of the first, 2 of the second. */
export function levelInCell(levels: readonly number[], cell: number, attribute: number): number {
  const faster = levels.slice(attribute + 1).reduce((product, count) => product * count, 1);
  return Math.floor(cell / faster) % (levels[attribute] ?? 1);
}

/** What is expected when all carrots do the same everywhere: the baseline for the holdout, a lift more for a carrot. */
export function evenShares(
  cells: number,
  arms: readonly PlanArm[],
  { baselineShare, lift }: { readonly baselineShare: number; readonly lift: number },
): readonly (readonly number[])[] {
  const row = arms.map(({ role }) => (role === 'holdout' ? baselineShare : baselineShare + lift));
  return Array.from({ length: cells }, () => row);
}
