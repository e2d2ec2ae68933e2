import { refuse, succeed, type Result } from '#core/result.ts';
import type { WhatIf } from './policy-inputs.ts';
import type { Stake } from './stake.ts';

/** Where a policy neither earns nor loses. */
export interface BreakEven {
  /** The difference from the control, in shares, at which the profit is 0 when it is the same for all who are sent to. */
  readonly difference: Result<number>;
  /** The response with the carrot at that difference, in shares. */
  readonly response: Result<number>;
  /** The share of the believed effects that must remain for the profit to be 0; above 1: more than was found. */
  readonly effectKept: Result<number>;
  /** What they are reckoned from: money per customer at the control's response, and per further response. */
  readonly costPerCustomer: number;
  readonly leftPerResponse: number;
  /** Response without the carrot at the rollout. */
  readonly controlShare: number;
  /** The profit if nothing of the effects remained, and what all of it adds to that. */
  readonly withoutEffect: number;
  readonly wholeEffect: number;
}

/**
 * What it takes for a policy to pay its costs.
 * `profit`: the policy's estimate at the what-if. The difference and the response are of all who are sent to, as if none
 * had answered yet; the kept effect is of those who have not.
 * Refusals: `reward-exceeds-margin` (a response does not pay for its carrot), `everybody-is-not-enough` (it does, but not
 * even a response of everybody would pay the contacts; `needed` in shares) and `effect-does-not-pay` (more of the effect
 * would not raise the profit).
 * Source: break-even response = cost per contact / (margin - reward) beyond the control, which has its rewards too.
 * Example: 900 per contact, 9,300 margin per response, no reward: 0.096774 above the control.
 */
export function breakEven(stakes: readonly Stake[], whatIf: WhatIf, profit: number): BreakEven {
  const { costFactor, responseFactor } = whatIf;
  const total = (part: (stake: Stake) => number) =>
    stakes.reduce((sum, stake) => sum + part(stake), 0);
  const sent = total((stake) => stake.sent);
  const left = ({ money }: Stake) => money.marginPerResponse - costFactor * money.rewardPerResponse;
  const leftPerResponse = total((stake) => stake.sent * left(stake)) / sent;
  const controlShare = total((stake) => stake.sent * stake.controlShare) / sent;
  const costs = total(({ sent: customers, money, controlShare: anyway }) => {
    return customers * costFactor * (money.costPerContact + anyway * money.rewardPerResponse);
  });
  const costPerCustomer = costs / sent;
  const needed = costPerCustomer / leftPerResponse;
  const difference: Result<number> =
    leftPerResponse <= 0
      ? refuse({ code: 'reward-exceeds-margin', leftPerResponse })
      : controlShare + needed <= 1
        ? succeed(needed)
        : refuse({ code: 'everybody-is-not-enough', needed, controlShare });
  const wholeEffect = total(
    (stake) =>
      (stake.sent - stake.answered) * responseFactor * stake.belief.difference * left(stake),
  );
  const withoutEffect = profit - whatIf.effectKept * wholeEffect;
  return {
    difference,
    response: difference.ok ? succeed(controlShare + difference.value) : difference,
    effectKept:
      wholeEffect > 0
        ? succeed(-withoutEffect / wholeEffect)
        : refuse({ code: 'effect-does-not-pay', wholeEffect }),
    costPerCustomer,
    leftPerResponse,
    controlShare,
    withoutEffect,
    wholeEffect,
  };
}
