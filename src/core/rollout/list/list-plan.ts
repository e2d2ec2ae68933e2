/** A column of the customer list in which customers say whether they may be contacted by a channel. */
export interface ChannelConsent {
  /** Id of the channel in the design. */
  readonly channel: string;
  /** Null: nobody's consent is looked up, because somebody said so. */
  readonly column: string | null;
  /** The values, as text, that allow a contact. Who has another one, or none, is not on the list. */
  readonly values: readonly string[];
}

/** A channel's limit in each wave. `most`: customers, whole, at least 1. */
export interface WaveLimit {
  readonly channel: string;
  readonly most: number;
}

/**
 * In how many waves the list goes out, each a random part of every cell.
 * - `count`: so many waves, alike for every channel.
 * - `limit`: as few as keep every channel within its limit, such as the calls of a day; channels without one send at once.
 */
export type WavePlan =
  | { readonly kind: 'count'; readonly waves: number }
  | { readonly kind: 'limit'; readonly limits: readonly WaveLimit[] };

/** Of the customers who have been on a list of this experiment before: who stays off the rollout. */
export interface LeftOut {
  /** Who got a carrot in the experiment: the same offer twice is another offer. Default: left out. */
  readonly tested: boolean;
  /**
   * The experiment's holdout. Default: left out, since it is the one group that never had the offer, and later effects can be
   * told by it alone; once nobody will look at it any more it may come along.
   */
  readonly heldOut: boolean;
  /** Who is on an earlier rollout list of this experiment. Default: left out. */
  readonly rolledOut: boolean;
}

/** Whether each cell gets what the policy gives it, or all get the one carrot that is looked at. */
export const carrotSources = ['policy', 'single'] as const;

/** How the rollout's list is to be drawn. */
export interface ListPlan {
  readonly carrots: (typeof carrotSources)[number];
  readonly leftOut: LeftOut;
  readonly consents: readonly ChannelConsent[];
  readonly waves: WavePlan;
}

/** What the policy gives, in one wave, of those who were on no list before, whatever they consented to. */
export const usualListPlan: ListPlan = {
  carrots: 'policy',
  leftOut: { tested: true, heldOut: true, rolledOut: true },
  consents: [],
  waves: { kind: 'count', waves: 1 },
};

/** More waves than this are no plan that anybody can follow. */
export const mostWaves = 200;
