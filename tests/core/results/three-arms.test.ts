import { describe, it } from 'vitest';
import type { ArmMeasures, OutcomeDetail } from '#core/results/outcome-detail.ts';
import { oracle } from '../stats/oracle.ts';
import { checkThreeArms, type ThreeArms } from './check-three-arms.ts';

interface Example {
  readonly margin: number;
  readonly strata: readonly { readonly key: string; readonly arms: readonly ArmMeasures[] }[];
  readonly values: ThreeArms;
}

const example = oracle<Example>('results/three-arms');

/** As much of a detail as metrics are read from. */
function detailOf({ strata, values }: Example): OutcomeDetail {
  return {
    arms: values.arms,
    branches: [],
    told: { delivery: false, purchase: true, basket: false, money: true, orders: true, before: true, days: false }, // prettier-ignore
    strata: strata.map(({ key, arms }) => ({ key: [key], arms })),
    moneyCap: { value: values.cap, customersAbove: values.above },
    largestAmounts: [],
    daily: null,
    inSeveralArms: { customers: 0, examples: [] },
    onOtherLists: [],
    days: null,
  };
}

describe('an experiment with three arms and strata', () => {
  it('has every figure of R, by every rule, from its sums', () => {
    checkThreeArms(detailOf(example), example.values, example.margin);
  });
});
