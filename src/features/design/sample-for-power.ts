import { equalPerCellLimit } from '#core/design/allocation-limits.ts';
import type { Design } from '#core/design/design.ts';

/**
 * The design with the smallest sample that has at least so many customers in every arm: by the same rule where the
 * cells allow it, else shared in proportion. Null where the whole list is too small.
 */
export function sampleForPower(
  design: Design,
  population: readonly number[],
  perArm: number,
): { readonly design: Design; readonly perArm: number } | null {
  const arms = design.arms.length;
  const cells = population.filter((customers) => customers > 0).length;
  if (arms === 0 || cells === 0) return null;
  const perCellAndArm = Math.ceil(perArm / cells);
  const most = Math.floor(equalPerCellLimit(population).perCell / arms);
  if (design.allocation.kind === 'equal' && perCellAndArm <= most)
    return {
      design: { ...design, allocation: { kind: 'equal', perCellAndArm } },
      perArm: perCellAndArm * cells,
    };
  const total = perArm * arms;
  if (total > population.reduce((sum, customers) => sum + customers, 0)) return null;
  return { design: { ...design, allocation: { kind: 'proportional', total } }, perArm };
}
