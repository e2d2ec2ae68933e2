import { refuse, succeed, type Problem, type Result } from '../result.ts';

/** What a campaign earned per won spent, as if all responses were its own, and of those that are. */
export interface CampaignReturn {
  /** (share × profit per order − cost per contact) ÷ cost per contact. */
  readonly grossRoi: number;
  /** The same of the share that exceeds the holdout's. */
  readonly incrementalRoi: number;
}

/**
 * What did each won of a campaign earn, before and after the holdout is taken off?
 * Shares are 0..1, money in one currency unit.
 * Refuses a cost that is not positive (`no-cost`): a return on nothing spent has no value.
 * Source: incremental ROI = (margin × lift − cost) / cost.
 * Example: 20% bought, 14% of the holdout too, 21,000 won profit per order, 2,000 won per contact: gross 1.10, incremental -0.37.
 */
export function campaignReturn(campaign: {
  readonly responseShare: number;
  readonly holdoutShare: number;
  readonly profitPerOrder: number;
  readonly costPerContact: number;
}): Result<CampaignReturn, Problem<'no-cost'>> {
  const { responseShare, holdoutShare, profitPerOrder, costPerContact } = campaign;
  if (!(costPerContact > 0)) return refuse({ code: 'no-cost' });
  const roi = (share: number) => (share * profitPerOrder - costPerContact) / costPerContact;
  return succeed({
    grossRoi: roi(responseShare),
    incrementalRoi: roi(responseShare - holdoutShare),
  });
}
