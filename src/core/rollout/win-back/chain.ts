import type { WinBackInputs } from './win-back-inputs.ts';

/** A step of keeping customers, with everything that the inputs left open filled in. */
export interface ChainStep {
  readonly name: string;
  readonly costPerCustomer: number;
  readonly remaining: number;
  readonly ordersPerMonth: number;
  readonly months: number;
  readonly shareWithout: number | null;
  /** Share of the holdout's buyers who go on. */
  readonly holdoutShare: number;
}

/** The chain from contact to the last step. Customers need not be whole: a range of a share leaves parts of one. */
export interface Chain {
  readonly contacted: number;
  readonly costPerContact: number;
  readonly responded: number;
  readonly costPerReward: number;
  readonly orderValue: number;
  readonly marginShare: number;
  /** Orders of each customer who comes back, at once. */
  readonly ordersAtOnce: number;
  readonly discountPerMonth: number;
  readonly hasHoldout: boolean;
  /** Share that comes back without being contacted; 0 where nobody knows. */
  readonly holdoutShare: number;
  readonly steps: readonly ChainStep[];
}

/** The chain of some inputs. What a further step leaves open is as in the first; what the holdout does, as the contacted. */
export function chainOf(inputs: WinBackInputs): Chain {
  const { ordersPerResponder, months, followUps } = inputs;
  const first = {
    name: '',
    costPerCustomer: inputs.costPerFollowUp,
    remaining: inputs.retained,
    ordersPerMonth: ordersPerResponder,
    months,
    shareWithout: inputs.retainedShareWithout,
    holdoutShare: inputs.holdoutRetainedShare ?? shareOf(inputs.retained, inputs.responded),
  };
  const further = followUps.map((step, place) => ({
    ...step,
    ordersPerMonth: step.ordersPerMonth ?? ordersPerResponder,
    months: step.months ?? months,
    holdoutShare:
      step.holdoutShare ??
      shareOf(step.remaining, followUps[place - 1]?.remaining ?? inputs.retained),
  }));
  return {
    contacted: inputs.contacted,
    costPerContact: inputs.costPerContact,
    responded: inputs.responded,
    costPerReward: inputs.costPerReward,
    orderValue: inputs.orderValue,
    marginShare: inputs.marginShare,
    ordersAtOnce: ordersPerResponder,
    discountPerMonth: inputs.discountPerMonth,
    hasHoldout: inputs.holdoutShare !== null,
    holdoutShare: inputs.holdoutShare ?? 0,
    steps: [first, ...further],
  };
}

/** Customers at the start of a step: those whom it is paid for. */
export function reachedBy(chain: Chain, step: number): number {
  return chain.steps[step - 1]?.remaining ?? chain.responded;
}

/** Where nobody came back, nobody is known to stay. */
function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
