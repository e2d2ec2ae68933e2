import type { Result } from '#core/result.ts';
import { decomposeSpend, type SpendDecomposition } from '#core/stats/means/spend-decomposition.ts';
import type { NamedArm } from './arm-measures.ts';
import type { MetricPlan } from './metric.ts';

/** Where the difference in money per customer of a carrot comes from. */
export interface CarrotSpend {
  readonly arm: string;
  readonly parts: Result<SpendDecomposition>;
}

/** Who bought, and what a buyer spent. */
export interface Buyers {
  readonly arm: string;
  readonly buyers: number;
  readonly customers: number;
  /** Money per buyer; null without buyers. */
  readonly moneyPerBuyer: number | null;
}

/** Money as buyers times what a buyer spends. The parts of a carrot stand for themselves. */
export interface SpendReading {
  readonly buyers: readonly Buyers[];
  readonly carrots: readonly CarrotSpend[];
}

/** Buyers and their money by arm, and where every carrot's difference comes from; null where money is not told. */
export function readSpend(
  arms: readonly NamedArm[],
  plan: Pick<MetricPlan, 'control' | 'confidenceShare'>,
): SpendReading | null {
  const told = arms.flatMap(({ name, measures: { customers, buyers, money } }) =>
    buyers === null || money === null
      ? []
      : [{ name, customers, buyers, total: money.sum, squares: money.sumOfSquares }],
  );
  if (told.length < arms.length) return null;
  const control = told.find(({ name }) => name === plan.control);
  return {
    buyers: told.map(({ name, buyers, customers, total }) => ({
      arm: name,
      buyers,
      customers,
      moneyPerBuyer: buyers > 0 ? total / buyers : null,
    })),
    carrots: control
      ? told
          .filter((arm) => arm !== control)
          .map((arm) => ({
            arm: arm.name,
            parts: decomposeSpend(arm, control, plan.confidenceShare),
          }))
      : [],
  };
}
