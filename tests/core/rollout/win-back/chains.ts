import fc from 'fast-check';
import type { FollowUp, WinBackInputs } from '#core/rollout/win-back/win-back-inputs.ts';

const share = fc.integer({ min: 0, max: 1000 }).map((thousandth) => thousandth / 1000);
const money = fc.integer({ min: 0, max: 100_000 });
const months = fc.oneof(
  fc.integer({ min: 0, max: 24 }),
  fc.integer({ min: 0, max: 48 }).map((half) => half / 2),
);

const steps = fc.array(
  fc.record({
    costPerCustomer: money,
    kept: share,
    ordersPerMonth: fc.option(fc.integer({ min: 0, max: 4 })),
    months: fc.option(months),
    shareWithout: fc.option(share),
    holdoutShare: fc.option(share),
  }),
  { maxLength: 3 },
);

/** Any chain that can be reckoned: up to three further steps, with and without a holdout and a discount. */
export const chains: fc.Arbitrary<WinBackInputs> = fc
  .record({
    contacted: fc.integer({ min: 1, max: 100_000 }),
    costPerContact: money,
    response: share,
    costPerReward: money,
    costPerFollowUp: money,
    retention: share,
    orderValue: fc.integer({ min: 0, max: 1_000_000 }),
    marginShare: share,
    ordersPerResponder: fc.integer({ min: 0, max: 4 }),
    months,
    discountPerMonth: fc.constantFrom(0, 0.005, 0.01, 0.1),
    holdoutShare: fc.option(share),
    holdoutRetainedShare: fc.option(share),
    retainedShareWithout: fc.option(share),
    steps,
  })
  .map(({ response, retention, steps: further, ...inputs }) => {
    const responded = Math.floor(inputs.contacted * response);
    const retained = Math.floor(responded * retention);
    let before = retained;
    const followUps = further.map(({ kept, ...step }): FollowUp => {
      before = Math.floor(before * kept);
      return { ...step, name: 'step', remaining: before };
    });
    return { ...inputs, responded, retained, followUps };
  });
