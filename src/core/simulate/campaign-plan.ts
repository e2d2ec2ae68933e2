import type { DormancyBand, PointsBand } from './sample-plan.ts';

/** The finished experiment of the sample: test marketing (TM) for dormant customers in 서울 and 경기. */
export const CAMPAIGN_ID = 'TM2017-01';

export const campaignArms = ['CONTROL', 'COUPON', 'GIFT', 'POINT'] as const;
export type CampaignArm = (typeof campaignArms)[number];

export const customersPerCellAndArm = 100;

export type DormantBand = Exclude<DormancyBand, 'active'>;

/** Responders of 100, in the order CONTROL, COUPON, GIFT, POINT. Points attract who has many; coupons who has few. */
export const plantedResponders: Readonly<
  Record<DormantBand, Readonly<Record<PointsBand, readonly number[]>>>
> = {
  long: { high: [2, 5, 5, 12], mid: [2, 6, 4, 6], low: [1, 5, 2, 1] },
  mid: { high: [3, 7, 7, 18], mid: [3, 9, 6, 9], low: [2, 8, 4, 2] },
  short: { high: [5, 10, 11, 28], mid: [4, 13, 9, 14], low: [3, 13, 6, 4] },
};

/** Of 100 contacted customers in each cell and arm, how many messages bounced. Who bounced cannot respond. */
export const bouncedPerCellAndArm = 4;

/**
 * What came of the responders of an arm: how many purchased, how many of those bought several products at once, and the
 * won they spent together. Over the three contacted arms: 177, 57 and 6,100,700.
 *
 * The control was not contacted; its 25 are customers who came back and bought of their own accord in the same weeks,
 * so each of them purchased.
 */
export const plantedPurchases: Readonly<
  Record<
    CampaignArm,
    { readonly purchased: number; readonly multi: number; readonly amount: number }
  >
> = {
  CONTROL: { purchased: 25, multi: 8, amount: 861_700 },
  COUPON: { purchased: 60, multi: 17, amount: 2_068_000 },
  GIFT: { purchased: 43, multi: 13, amount: 1_482_000 },
  POINT: { purchased: 74, multi: 27, amount: 2_550_700 },
};

/** Words of the columns `delivery` and `basket`. */
export const deliveryWords = { delivered: '도달', bounced: '반송' } as const;
export const basketWords = { single: '단일상품', multi: '복합상품' } as const;
