import { allocate } from '#core/design/allocation.ts';
import { mostPerCellAndArm } from '#core/design/allocation-limits.ts';
import { armWeights } from '#core/design/arm-weights.ts';
import { openPopulation } from '#core/design/cell-bounds.ts';
import { armSizes } from '#core/design/cost.ts';
import type { Allocation, Design } from '#core/design/design.ts';

/**
 * The design with the smallest sample that has at least so many customers in every arm: by the same rule where the
 * cells allow it, else shared in proportion. Null where the whole list is too small.
 */
export function sampleForPower(
  design: Design,
  population: readonly number[],
  perArm: number,
): { readonly design: Design; readonly perArm: number } | null {
  const { allocation } = design;
  const arms = design.arms.length;
  const cells = openPopulation(design, population).filter((customers) => customers > 0).length;
  if (arms === 0 || cells === 0) return null;
  const perCellAndArm = Math.ceil(perArm / cells);
  if (allocation.kind === 'equal' && perCellAndArm <= mostPerCellAndArm(design, population)) {
    const equal = enough(design, population, perArm, { kind: 'equal', perCellAndArm });
    if (equal) return equal;
  }
  const weights = armWeights(design);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  // One more customer per arm makes good what rounding takes from the smallest.
  const total = Math.ceil((perArm * all) / Math.min(...weights));
  const kind = 'total' in allocation ? allocation.kind : 'proportional';
  return (
    ('total' in allocation
      ? (enough(design, population, perArm, { kind, total }) ??
        enough(design, population, perArm, { kind, total: total + arms }))
      : null) ?? enough(design, population, perArm, { kind: 'proportional', total: perArm * arms })
  );
}

function enough(
  design: Design,
  population: readonly number[],
  perArm: number,
  allocation: Allocation,
): { readonly design: Design; readonly perArm: number } | null {
  const larger: Design = { ...design, allocation };
  const counts = allocate(larger, population);
  if (!counts.ok) return null;
  const smallest = Math.min(...armSizes(counts.value, design.arms.length));
  return smallest >= perArm ? { design: larger, perArm: smallest } : null;
}
