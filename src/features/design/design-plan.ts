import { allocate } from '#core/design/allocation.ts';
import { armSizes, planCost, type PlanCost } from '#core/design/cost.ts';
import { checkDesign, type DesignCheck } from '#core/design/design-checks.ts';
import type { Design, QuotaCounts } from '#core/design/design.ts';
import { planPower, type PlanPower } from '#core/design/plan-power.ts';

/** What a design comes to once its quota table is counted. Null where the design does not allow it yet. */
export interface DesignPlan {
  /** Customers to draw, [cell][arm]. */
  readonly counts: readonly (readonly number[])[] | null;
  readonly perCell: readonly number[] | null;
  readonly perArm: readonly number[] | null;
  readonly sampleSize: number | null;
  readonly cost: PlanCost | null;
  readonly power: PlanPower | null;
  readonly checks: readonly DesignCheck[];
}

/** Everything the screen says about a design, from one place. */
export function designPlan(design: Design, quota: QuotaCounts): DesignPlan {
  const allocated = allocate(design, quota.population);
  const counts = allocated.ok ? allocated.value : null;
  const perCell = counts?.map((arms) => arms.reduce((sum, size) => sum + size, 0)) ?? null;
  const cost = counts && planCost(counts, design);
  const power = counts && planPower(counts, design);
  return {
    counts,
    perCell,
    perArm: counts && armSizes(counts, design.arms.length),
    sampleSize: perCell?.reduce((sum, size) => sum + size, 0) ?? null,
    cost: cost?.ok ? cost.value : null,
    power: power?.ok ? power.value : null,
    checks: checkDesign(design, quota),
  };
}
