import type { FollowUp, WinBackInputs } from '../rollout/win-back/win-back-inputs.ts';
import { listOf, number, orNull, record, text } from './shape.ts';

/** The shape of the inputs of a win-back chain. */
export const winBackShape = record<WinBackInputs>({
  contacted: number,
  costPerContact: number,
  responded: number,
  costPerReward: number,
  costPerFollowUp: number,
  retained: number,
  orderValue: number,
  marginShare: number,
  ordersPerResponder: number,
  months: number,
  discountPerMonth: number,
  holdoutShare: orNull(number),
  holdoutRetainedShare: orNull(number),
  retainedShareWithout: orNull(number),
  followUps: listOf(
    record<FollowUp>({
      name: text,
      costPerCustomer: number,
      remaining: number,
      ordersPerMonth: orNull(number),
      months: orNull(number),
      shareWithout: orNull(number),
      holdoutShare: orNull(number),
    }),
  ),
});
