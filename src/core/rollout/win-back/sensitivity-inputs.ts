import { refuse, succeed, type Result } from '#core/result.ts';
import { wilsonInterval } from '#core/stats/proportions/proportion-interval.ts';
import { chainOf, type Chain, type ChainStep } from './chain.ts';
import type { WinBackInputs } from './win-back-inputs.ts';

/** The inputs of the chain as a whole that can be varied. */
export const chainFactors = [
  'contacted',
  'response',
  'contact-cost',
  'reward-cost',
  'order-value',
  'margin',
  'orders',
  'discount',
  'holdout',
] as const;

/** The inputs of every step of keeping customers that can be varied. */
export const stepFactors = ['kept', 'follow-up-cost', 'months'] as const;

/** An input that can be varied; one of a step carries its number: `kept-1` is the retention after the first follow-up. */
export type WinBackFactor =
  (typeof chainFactors)[number] | `${(typeof stepFactors)[number]}-${number}`;

/** Lowest and highest value that an input may plausibly have. */
export interface FactorRange {
  readonly low: number;
  readonly high: number;
  /** Where it comes from: the sampling error of a share, so many per cent of the value, or none (the value is 0). */
  readonly basis: 'interval' | 'relative' | 'none';
}

/** How far money and numbers are varied unless the reader says otherwise: a share of their value. */
export const usualSpread = 0.2;

/** Every input of a chain that can be varied, in the order of the chain. */
export function winBackFactors(inputs: WinBackInputs): readonly WinBackFactor[] {
  const steps = chainOf(inputs).steps.flatMap((_, place) =>
    stepFactors.map((factor) => `${factor}-${place + 1}` as const),
  );
  const known = chainFactors.filter(
    (factor) => factor !== 'holdout' || inputs.holdoutShare !== null,
  );
  return [...known, ...steps];
}

/** The value that an input has in a chain; a share for `response`, `kept`, `margin`, `holdout` and `discount`. */
export function factorValue(chain: Chain, factor: WinBackFactor): number {
  const [kind, step, place] = stepOf(chain, factor);
  if (kind === 'kept') {
    const before = place === 0 ? chain.responded : (chain.steps[place - 1]?.remaining ?? 0);
    return before > 0 ? (step?.remaining ?? 0) / before : 0;
  }
  if (kind === 'follow-up-cost') return step?.costPerCustomer ?? 0;
  if (kind === 'months') return step?.months ?? 0;
  if (factor === 'response') return chain.responded / chain.contacted;
  return chain[chainFields[factor as keyof typeof chainFields]];
}

/**
 * The chain with one input changed. Customers further down follow: a higher response carries its shares with it, and the
 * months of one step are its own.
 * Example: the deck's chain with `response` 0.15 has 15 who come back and 10 who stay.
 */
export function withFactor(chain: Chain, factor: WinBackFactor, value: number): Chain {
  const [kind, , place] = stepOf(chain, factor);
  if (kind === 'kept') {
    const now = factorValue(chain, factor);
    const before = place === 0 ? chain.responded : (chain.steps[place - 1]?.remaining ?? 0);
    const steps = chain.steps.map((step, at) => {
      if (at < place) return step;
      const remaining =
        at === place ? before * value : now > 0 ? (step.remaining * value) / now : 0;
      return { ...step, remaining };
    });
    return { ...chain, steps };
  }
  if (kind === 'follow-up-cost') return withStep(chain, place, { costPerCustomer: value });
  if (kind === 'months') return withStep(chain, place, { months: value });
  if (factor === 'response') return withResponded(chain, value * chain.contacted);
  if (factor === 'contacted') {
    const responded = chain.responded * (value / chain.contacted);
    return withResponded({ ...chain, contacted: value }, responded);
  }
  if (factor === 'orders') {
    const share = chain.ordersAtOnce > 0 ? value / chain.ordersAtOnce : 1;
    const steps = chain.steps.map((step) => ({
      ...step,
      ordersPerMonth: step.ordersPerMonth * share,
    }));
    return { ...chain, ordersAtOnce: value, steps };
  }
  return { ...chain, [chainFields[factor as keyof typeof chainFields]]: value };
}

/**
 * The range in which an input is varied. `spread`: the reader's own, a share of the value to either side; null takes the
 * usual one: for response and retention what 95 of 100 samples of this size would allow (Wilson), for all else a fifth of
 * the value. Shares stay between 0 and 1, and what is 0 has no range.
 */
export function factorRange(
  inputs: WinBackInputs,
  factor: WinBackFactor,
  spread: number | null,
): FactorRange {
  const chain = chainOf(inputs);
  const value = factorValue(chain, factor);
  const sample = sampleOf(chain, factor);
  if (spread === null && sample.ok) {
    const interval = wilsonInterval(sample.value.events, sample.value.trials, 0.95);
    if (interval.ok) return { ...interval.value, basis: 'interval' };
  }
  if (value === 0) return { low: 0, high: 0, basis: 'none' };
  const width = value * (spread ?? usualSpread);
  const most = isShare(factor) ? 1 : Infinity;
  return {
    low: Math.max(0, value - width),
    high: Math.min(most, value + width),
    basis: 'relative',
  };
}

/** Whether an input is a share, not an amount or a number. */
export function isShare(factor: WinBackFactor): boolean {
  return /^(response|margin|holdout|discount|kept-.+)$/.test(factor);
}

const chainFields = {
  contacted: 'contacted',
  'contact-cost': 'costPerContact',
  'reward-cost': 'costPerReward',
  'order-value': 'orderValue',
  margin: 'marginShare',
  orders: 'ordersAtOnce',
  discount: 'discountPerMonth',
  holdout: 'holdoutShare',
} as const satisfies Record<Exclude<(typeof chainFactors)[number], 'response'>, keyof Chain>;

/** The counts that a share was seen in. */
function sampleOf(
  chain: Chain,
  factor: WinBackFactor,
): Result<{ readonly events: number; readonly trials: number }> {
  const [kind, step, place] = stepOf(chain, factor);
  const { contacted, responded } = chain;
  if (factor === 'response') return succeed({ events: responded, trials: contacted });
  if (kind !== 'kept' || !step) return refuse({ code: 'not-a-sample' });
  return succeed({
    events: step.remaining,
    trials: chain.steps[place - 1]?.remaining ?? responded,
  });
}

type StepOf = readonly [kind: string, step: ChainStep | undefined, place: number];

function stepOf(chain: Chain, factor: WinBackFactor): StepOf {
  const [, kind = '', number = ''] = /^(kept|follow-up-cost|months)-(\d+)$/.exec(factor) ?? [];
  const place = Number(number) - 1;
  return [kind, chain.steps[place], place];
}

function withStep(chain: Chain, place: number, change: Partial<ChainStep>): Chain {
  const steps = chain.steps.map((step, at) => (at === place ? { ...step, ...change } : step));
  return { ...chain, steps };
}

/** Those who stay follow in proportion to those who came back. */
function withResponded(chain: Chain, responded: number): Chain {
  const share = chain.responded > 0 ? responded / chain.responded : 0;
  const steps = chain.steps.map((step) => ({ ...step, remaining: step.remaining * share }));
  return { ...chain, responded, steps };
}
