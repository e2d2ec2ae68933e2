import { allocate } from '#core/design/allocation.ts';
import type { Allocation, Design } from '#core/design/design.ts';

/** A design with another sample, and how many customers that really is. */
export interface SizedDesign {
  readonly design: Design;
  readonly size: number;
}

/**
 * The design with about so many customers in all, shared out by the rule that it has; by one that shares out a total where its
 * own rule has neither a total nor a number per cell. `counts`: customers now drawn, [cell][arm]; `atLeast` rounds up.
 * Null where the cells cannot give that.
 * Example: 1,555 of the deck's 9 cells × 4 arms are 43 each, 1,548 in all; at least so many are 44 each, 1,584.
 */
export function designOfSize(
  design: Design,
  population: readonly number[],
  counts: readonly (readonly number[])[],
  wanted: number,
  { atLeast = false }: { readonly atLeast?: boolean } = {},
): SizedDesign | null {
  const round = (size: number) => Math.max(1, atLeast ? Math.ceil(size) : Math.round(size));
  const groups = counts.flat().filter((count) => count > 0).length;
  if (groups === 0) return null;
  const { allocation } = design;
  const sized: Allocation =
    allocation.kind === 'equal'
      ? { kind: 'equal', perCellAndArm: round(wanted / groups) }
      : { kind: 'total' in allocation ? allocation.kind : 'proportional', total: round(wanted) };
  const changed = { ...design, allocation: sized };
  const drawn = allocate(changed, population);
  if (!drawn.ok) return null;
  return { design: changed, size: drawn.value.flat().reduce((sum, count) => sum + count, 0) };
}
