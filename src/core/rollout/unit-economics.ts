import { refuse, succeed, type Result } from '#core/result.ts';
import type { Interval } from '../stats/interval.ts';
import type { CarrotTerms } from './plan.ts';
import {
  marginPerResponse,
  ordersPerResponse,
  salesPerResponse,
  type UnitValue,
} from './unit-value.ts';

/** Customers of an arm and those of them who responded. */
export interface Responses {
  readonly customers: number;
  readonly responders: number;
}

/** A measure as a report without a control would give it, and of what the carrot added. */
export interface GrossAndIncremental {
  readonly gross: Result<number>;
  readonly incremental: Result<number>;
}

/** What one carrot costs and brings, by unit and in all, in the arm that got it. Money in the project's currency. */
export interface UnitEconomics {
  /** What a reward costs per response, as far as it is redeemed. */
  readonly rewardPerResponse: number;
  /** Margin of a response, with later orders and without what is cannibalised; and what the reward leaves of it. */
  readonly marginPerResponse: number;
  readonly leftPerResponse: number;
  readonly contactCost: number;
  readonly rewardCost: number;
  readonly totalCost: number;
  readonly responses: number;
  readonly incrementalResponses: number;
  /** The response share at which contacts are just paid: below it, money is lost even if all were won. */
  readonly breakEvenResponse: Result<number>;
  /** Cost per customer won: customer acquisition cost. */
  readonly acquisitionCost: GrossAndIncremental;
  /** Sales per money spent: return on advertising spend. */
  readonly salesPerCost: GrossAndIncremental;
  /** Profit per money spent: return on investment. */
  readonly roi: GrossAndIncremental;
  /** Between which returns the incremental one lies, by the interval of the response difference. */
  readonly roiInterval: Result<Interval>;
}

/**
 * What a carrot costs per customer won and brings per money spent, gross and incremental side by side.
 * Gross credits every response and all its sales to the carrot. Incremental counts the responses beyond the control's
 * share, and of their sales what is not cannibalised. The cost is what the arm did cost, the same for both: contacts of
 * everybody, rewards of all who responded and redeemed.
 * `terms`, `value`: money 0 or more, shares 0..1; `treated`, `control`: whole customers, at least one each; `difference`:
 * interval of the difference of the shares, or null.
 * Refuses in the fields: `no-responses`, `no-incremental-responses`, `no-cost`, `reward-exceeds-margin`,
 * `never-breaks-even`, `no-interval`.
 * Source: Blattberg, Kim & Neslin (2008), Database Marketing, chapters 5 and 6; Farris et al. (2010), Marketing Metrics.
 * Example: 200 of 1,000 and 140 of 1,000 at 2,000 per contact, orders of 70,000 at a margin of 0.3: ROI 1.10 and -0.37,
 * a customer costs 10,000 and 33,333.
 */
export function unitEconomics(
  terms: CarrotTerms,
  value: UnitValue,
  treated: Responses,
  control: Responses,
  difference: Interval | null,
): UnitEconomics {
  const { customers, responders } = treated;
  const rewardPerResponse = terms.costPerReward * terms.redemptionShare;
  const margin = marginPerResponse(value, terms.orderValue);
  const leftPerResponse = margin - rewardPerResponse;
  const contactCost = terms.costPerContact * customers;
  const rewardCost = rewardPerResponse * responders;
  const totalCost = contactCost + rewardCost;
  const incremental = responders - customers * (control.responders / control.customers);
  const allSales = terms.orderValue * ordersPerResponse(value);
  const ofCost = (money: number) => ratio(money, totalCost, 'no-cost');
  const roi = (responses: number) => ofCost(margin * responses - totalCost);
  const share = terms.costPerContact / leftPerResponse;
  return {
    rewardPerResponse,
    marginPerResponse: margin,
    leftPerResponse,
    contactCost,
    rewardCost,
    totalCost,
    responses: responders,
    incrementalResponses: incremental,
    breakEvenResponse:
      leftPerResponse <= 0
        ? refuse({ code: 'reward-exceeds-margin', leftPerResponse })
        : share <= 1
          ? succeed(share)
          : refuse({ code: 'never-breaks-even', share }),
    acquisitionCost: {
      gross: ratio(totalCost, responders, 'no-responses'),
      incremental: ratio(totalCost, incremental, 'no-incremental-responses'),
    },
    salesPerCost: {
      gross: ofCost(allSales * responders),
      incremental: ofCost(salesPerResponse(value, terms.orderValue) * incremental),
    },
    roi: {
      gross: ofCost(value.marginShare * allSales * responders - totalCost),
      incremental: roi(incremental),
    },
    roiInterval: roiInterval(difference, (at) => roi(customers * at)),
  };
}

function roiInterval(
  difference: Interval | null,
  roi: (difference: number) => Result<number>,
): Result<Interval> {
  if (difference === null) return refuse({ code: 'no-interval' });
  const [low, high] = [roi(difference.low), roi(difference.high)];
  if (!low.ok) return low;
  return high.ok ? succeed({ low: low.value, high: high.value }) : high;
}

function ratio(amount: number, base: number, code: string): Result<number> {
  const perUnit = amount / base;
  return base > 0 && Number.isFinite(perUnit) ? succeed(perUnit) : refuse({ code });
}
