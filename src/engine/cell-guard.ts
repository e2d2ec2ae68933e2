import { mostCells } from '#core/design/cell-limit.ts';

/** Throws before anything is allocated for more cells than a design may have: who asks must have checked it. */
export function assertFewCells(cells: number): void {
  if (!(cells <= mostCells)) throw new RangeError(`${cells} cells are more than ${mostCells}`);
}
