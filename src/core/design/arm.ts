import type { Arm } from './design.ts';

/** More arms than this, the holdout among them, are no experiment that anybody can run or read. */
export const mostArms = 20;

/** The arm that is not contacted and gets nothing. Example: `holdoutArm('holdout', '홀드아웃')`. */
export function holdoutArm(id: string, name: string): Arm {
  return {
    id,
    name,
    role: 'holdout',
    channel: null,
    costPerReward: 0,
    valueToCustomer: null,
    redemptionShare: 1,
    expectedLift: null,
    run: null,
  };
}

/**
 * An arm with a carrot that every responder redeems, until the planner says otherwise.
 * `costPerReward`, `valueToCustomer`: money, 0 or more.
 * Example: `carrotArm('coupon', '쿠폰 5천원', 'tm', 5000, 5000)`.
 */
export function carrotArm(
  id: string,
  name: string,
  channel: string | null,
  costPerReward: number,
  valueToCustomer: number | null = null,
): Arm {
  return {
    id,
    name,
    role: 'carrot',
    channel,
    costPerReward,
    valueToCustomer,
    redemptionShare: 1,
    expectedLift: null,
    run: null,
  };
}
