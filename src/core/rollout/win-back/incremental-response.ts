import { refuse, succeed, type Result } from '#core/result.ts';

/** Customers of a group and how many of them bought. */
export interface BuyerCounts {
  readonly customers: number;
  readonly buyers: number;
}

/** What a promotion added, counted against customers who did not get it. */
export interface IncrementalResponse {
  /** Share of buyers that the promotion added: the incremental response rate. */
  readonly incrementalShare: number;
  /** Buyers who would not have bought, among all who got it. */
  readonly incrementalBuyers: number;
  /** Their profit less the cost of everyone who got it: the net incremental revenue. */
  readonly netIncrementalRevenue: number;
  /** Cost of everyone who got it per buyer whom it added. */
  readonly costPerIncrementalBuyer: Result<number>;
}

/**
 * What a promotion earned beyond what its buyers would have spent anyway.
 * `treated`, `control`: whole customers, at least one each, and buyers among them; `profitPerBuyer` and `costPerContact`
 * in money, 0 or more. Where the groups differ in size the control is scaled to the treated: the published rule, which
 * subtracts buyers as they are, holds for equal groups only.
 * Refuses `no-customers` and `invalid-counts` with the group, `negative-input` with the field. The cost per buyer refuses
 * `no-incremental-buyers` where none were added.
 * Source: Starbucks promotion case (Udacity, 2018): IRR = b_T / n_T - b_C / n_C; NIR = 10 b_T - 0.15 n_T - 10 b_C.
 * Example: 721 of 42,364 with the promotion, 319 of 42,170 without, 10 per buyer, 0.15 per contact: IRR 0.009455, NIR -2349.28.
 */
export function incrementalResponse(
  treated: BuyerCounts,
  control: BuyerCounts,
  terms: { readonly profitPerBuyer: number; readonly costPerContact: number },
): Result<IncrementalResponse> {
  for (const [group, { customers, buyers }] of Object.entries({ treated, control })) {
    if (!(customers > 0)) return refuse({ code: 'no-customers', group });
    if (!(Number.isSafeInteger(customers) && Number.isSafeInteger(buyers) && buyers >= 0))
      return refuse({ code: 'invalid-counts', group, customers, buyers });
    if (buyers > customers) return refuse({ code: 'invalid-counts', group, customers, buyers });
  }
  for (const [field, value] of Object.entries(terms))
    if (!(value >= 0 && Number.isFinite(value)))
      return refuse({ code: 'negative-input', field, value });
  const { profitPerBuyer, costPerContact } = terms;
  const incrementalShare = treated.buyers / treated.customers - control.buyers / control.customers;
  const incrementalBuyers = treated.buyers - control.buyers * (treated.customers / control.customers); // prettier-ignore
  const cost = costPerContact * treated.customers;
  return succeed({
    incrementalShare,
    incrementalBuyers,
    netIncrementalRevenue: profitPerBuyer * incrementalBuyers - cost,
    costPerIncrementalBuyer:
      incrementalBuyers > 0
        ? succeed(cost / incrementalBuyers)
        : refuse({ code: 'no-incremental-buyers', incrementalBuyers }),
  });
}
