import type { Problem } from '#core/result.ts';
import { cellCount } from './cell-name.ts';
import type { Attribute } from './design.ts';

/** More cells than this have too few customers each to say anything. */
export const mostCells = 2000;

export type CellLimitProblem = Problem<'too-many-cells'> & { cells: number; most: number };

/**
 * Whether the attributes make more cells than can be counted and read; null when they do not.
 * Example: four attributes of ten levels give `too-many-cells` with 10,000 cells.
 */
export function tooManyCells(attributes: readonly Attribute[]): CellLimitProblem | null {
  const cells = cellCount(attributes);
  return cells > mostCells ? { code: 'too-many-cells', cells, most: mostCells } : null;
}
