import type { ArmBranches, ArmMeasures, OutcomeDetail } from '#core/results/outcome-detail.ts';
import { plantedArms, plantedByColumns } from '../planted-experiment.ts';

/** Bounced, responded, purchased, several products and money of each arm of the sample, of 900 customers. */
const planted = [
  [0, 25, 25, 8, 861_700],
  [36, 76, 60, 17, 2_068_000],
  [36, 54, 43, 13, 1_482_000],
  [36, 94, 74, 27, 2_550_700],
] as const;

export const plantedBranches: readonly ArmBranches[] = planted.map(
  ([bounced, responded, purchased, severalProducts], arm) => ({
    customers: 900,
    bounced,
    deliveryUnknown: arm === 0 ? 900 : 0,
    responded,
    purchased,
    severalProducts,
    basketUnknown: 0,
    respondedThoughBounced: 0,
    purchasedWithoutResponse: 0,
    missingOutcome: 0,
  }),
);

/** Equal amounts for all who purchased. */
export function moneyOf(customers: number, buyers: number, sum: number): ArmMeasures {
  const money = { sum, sumOfSquares: buyers > 0 ? (sum * sum) / buyers : 0 };
  return {
    customers,
    responders: buyers,
    purchasers: buyers,
    money,
    buyers,
    cappedMoney: money,
    orders: null,
    moneyByOrders: null,
    before: null,
  };
}

/** The detail of the bundled sample, with all of its money in one stratum: no day is told of. */
export const plantedDetail: OutcomeDetail = {
  arms: plantedArms,
  branches: plantedBranches,
  told: {
    delivery: true,
    purchase: true,
    basket: true,
    money: true,
    orders: false,
    before: false,
    days: false,
  },
  strata: plantedByColumns.strata.map(({ key }, stratum) => ({
    key,
    arms: planted.map(([, , purchased, , sum]) =>
      stratum === 0 ? moneyOf(100, purchased, sum) : moneyOf(100, 0, 0),
    ),
  })),
  moneyCap: { value: 100_000, customersAbove: [0, 0, 0, 0] },
  largestAmounts: [],
  daily: null,
  inSeveralArms: { customers: 0, examples: [] },
  onOtherLists: [],
  days: null,
};
