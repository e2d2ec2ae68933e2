import type { RandomGenerator } from '../random/generator.ts';
import { pickBetween } from './choices.ts';

export interface Purchase {
  readonly basket: 'single' | 'multi';
  /** Won, in hundreds. */
  readonly amount: number;
}

/** Hundreds of won. Baskets of several products cost more. */
const amountRange = { single: { from: 150, to: 400 }, multi: { from: 320, to: 680 } };

/**
 * So many purchases, so many of them of several products, whose amounts add up to the planned won exactly: what the
 * drawn amounts are off by is spread over all of them, a hundred at a time.
 */
export function drawPurchases(
  plan: { readonly purchased: number; readonly multi: number; readonly amount: number },
  generator: RandomGenerator,
): Purchase[] {
  const baskets = Array.from({ length: plan.purchased }, (_, index) =>
    index < plan.multi ? 'multi' : 'single',
  );
  const hundreds = baskets.map((basket) => {
    const { from, to } = amountRange[basket];
    return pickBetween(from, to, generator);
  });
  const missing = plan.amount / 100 - hundreds.reduce((sum, amount) => sum + amount, 0);
  const each = Math.floor(missing / plan.purchased);
  const oneMore = missing - each * plan.purchased;
  return baskets.map((basket, index) => ({
    basket,
    amount: ((hundreds[index] ?? NaN) + each + (index < oneMore ? 1 : 0)) * 100,
  }));
}
