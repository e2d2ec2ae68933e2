import { refuse, succeed, type Result } from '#core/result.ts';
import { divideWithControl, type PlannedArm } from '#core/stats/allocation/control-size.ts';
import { divideCells } from '../divide-cells.ts';
import { largestRemainder } from '../share-total.ts';
import type { PlanArm } from '../questions/plan-frame.ts';

/**
 * A total over cells in proportion to their customers, and within each cell the holdout √k times as large as one of k carrots
 * (with the arms' own spreads and costs as well, where they differ): the comparisons with the holdout are then as exact as
 * they can be together. In whole customers, every cell and the total kept.
 * `population`: whole numbers per cell; `arms`: one holdout and at least one carrot; `spreads`: spread and cost per arm;
 * `total`: whole, at most all customers.
 * Refuses `no-holdout`, `no-carrot`, `zero-sample`, `sample-not-whole`, `no-eligible`, `total-exceeds-eligible`, and `invalid-arm`
 * of `divideWithControl`.
 * Source: Dunnett (1955), JASA 50; Cochran (1977), 5.5 for costs; `divideCells` for whole numbers.
 * Example: 600 in one cell, a holdout and four carrots: 200, 100, 100, 100, 100.
 */
export function rootControlAllocation(
  population: readonly number[],
  arms: readonly PlanArm[],
  spreads: readonly PlannedArm[],
  total: number,
): Result<number[][]> {
  const holdout = arms.findIndex(({ role }) => role === 'holdout');
  const carrots = [...arms.keys()].filter((arm) => arms[arm]?.role === 'carrot');
  if (holdout < 0) return refuse({ code: 'no-holdout' });
  if (carrots.length === 0) return refuse({ code: 'no-carrot' });
  if (!Number.isSafeInteger(total)) return refuse({ code: 'sample-not-whole', sample: total });
  if (total <= 0) return refuse({ code: 'zero-sample' });
  const available = population.reduce((sum, customers) => sum + customers, 0);
  if (available === 0) return refuse({ code: 'no-eligible' });
  if (total > available)
    return refuse({ code: 'total-exceeds-eligible', wanted: total, available });
  const armOf = (arm: number): PlannedArm => spreads[arm] ?? { spread: Number.NaN, cost: 1 };
  const divided = divideWithControl(armOf(holdout), carrots.map(armOf), 1);
  if (!divided.ok) return divided;
  const sizes = arms.map((_, arm) =>
    arm === holdout ? divided.value.control : (divided.value.offers[carrots.indexOf(arm)] ?? 0),
  );
  return succeed(divideCells(largestRemainder(population, total), sizes));
}
