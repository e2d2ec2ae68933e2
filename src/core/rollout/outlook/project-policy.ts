import { refuse, succeed, type Result } from '#core/result.ts';
import type { Interval } from '#core/stats/interval.ts';
import { ratioInterval } from '#core/stats/means/ratio-interval.ts';
import { amountOf, chanceAbove, type Amount } from './amount.ts';
import { breakEven, type BreakEven } from './break-even.ts';
import { doubtOf, type Doubt } from './doubt-sum.ts';
import { policyProblem, type PolicyInputs } from './policy-inputs.ts';
import { combine, shifted, stakesOf, type Line, type Stake, type Stakes } from './stake.ts';

/** What a policy would bring, beyond what would happen without it. Money in the project's currency, shares 0..1. */
export interface PolicyOutlook {
  /** Customers who get a carrot, and those of them who have answered already in the experiment. */
  readonly sent: number;
  readonly answered: number;
  /** Average response of those who are sent to, with the carrot and without it. */
  readonly treatmentShare: number;
  readonly controlShare: number;
  readonly incrementalResponses: Amount;
  readonly incrementalSales: Amount;
  /** Margin of the incremental sales. */
  readonly margin: Amount;
  readonly contactCost: number;
  readonly rewardCost: Amount;
  readonly cost: Amount;
  /** Margin less cost. */
  readonly profit: Amount;
  readonly roi: Result<{ readonly estimate: number; readonly interval: Interval }>;
  /** The return if every response were credited to the carrot, as a report without a control would. */
  readonly grossRoi: Result<number>;
  /** How likely the profit, and with it the return, is above 0. */
  readonly chanceOfGain: number;
  /** The variance of the profit by its sources. */
  readonly doubt: Doubt;
  /** The same for other customers of the same make-up, none of whom has answered: no finite-list part. */
  readonly doubtElsewhere: Doubt;
  readonly breakEven: BreakEven;
  readonly stakes: Stakes;
}

/** What a cell earns: the margin of incremental responses less contacts and rewards. */
export function profitLine({ incremental, money, rewardCost, contactCost }: Stake): Line {
  return shifted(combine([money.marginPerResponse, incremental], [-1, rewardCost]), -contactCost);
}

/**
 * What a policy, a carrot for each cell, would bring on this list.
 * Every amount is linear in the two response shares of each cell, weighted by its customers (post-stratified), and in the
 * responses that come by chance; so means and variances are closed forms, and the distribution is taken as normal.
 * Two kinds of doubt: what the effect truly is, which no finite population correction narrows, and how the customers who
 * have not answered yet will behave. Who got his carrot in the experiment has answered: with raw effects the two together
 * are (1 - n / N) of the sampling variance of the carrot's responses, the usual correction.
 * Refuses what `policyProblem` and `stakesOf` refuse, and `out-of-numbers` where an amount is too large to be one. The
 * return refuses `no-cost` and `denominator-not-distinguishable`.
 * Source: Cochran (1977), Sampling Techniques, 5A.9 and 2.6; Fieller (1954) for the return, whose cost is uncertain too.
 * Example: the sample's POINT for all, raw, 9,000 margin, 350 per contact, 2,000 per reward: -2,224,870.
 */
export function projectPolicy(inputs: PolicyInputs): Result<PolicyOutlook> {
  const problem = policyProblem(inputs);
  if (problem) return refuse(problem);
  const found = stakesOf(inputs);
  if (!found.ok) return found;
  const elsewhere = inputs.testedAreOnTheList ? stakesOf({ ...inputs, testedAreOnTheList: false }) : found; // prettier-ignore
  if (!elsewhere.ok) return elsewhere;
  const { stakes, beliefs } = found.value;
  const { confidenceShare } = inputs;
  const total = (part: (stake: Stake) => number) =>
    stakes.reduce((sum, stake) => sum + part(stake), 0);
  const doubt = (line: (stake: Stake) => Line, other = line) =>
    doubtOf(stakes, beliefs, line, other);
  const amount = (line: (stake: Stake) => Line): Amount =>
    amountOf(total((stake) => line(stake).estimate), doubt(line), confidenceShare); // prettier-ignore
  const costLine = (stake: Stake) => shifted(stake.rewardCost, stake.contactCost);
  const marginLine = ({ money, incremental }: Stake) =>
    combine([money.marginPerResponse, incremental]);
  const [profit, cost, margin] = [profitLine, costLine, marginLine].map(amount) as [Amount, Amount, Amount]; // prettier-ignore
  const incrementalSales = amount(({ money, incremental }) =>
    combine([money.salesPerResponse, incremental]),
  );
  const ends = [incrementalSales, cost, profit].flatMap(({ interval }) => Object.values(interval));
  if (!ends.every(Number.isFinite)) return refuse({ code: 'out-of-numbers' });
  const sent = total((stake) => stake.sent);
  const responses = total((stake) => stake.responses.estimate);
  const incrementalResponses = amount(({ incremental }) => incremental);
  const grossMargin = total((stake) => stake.money.marginPerResponse * stake.responses.estimate);
  const grossRoi = grossMargin / cost.estimate - 1;
  return succeed({
    sent,
    answered: total((stake) => stake.answered),
    treatmentShare: responses / sent,
    controlShare: (responses - incrementalResponses.estimate) / sent,
    incrementalResponses,
    incrementalSales,
    margin,
    contactCost: total((stake) => stake.contactCost),
    rewardCost: amount((stake) => stake.rewardCost),
    cost,
    profit,
    roi: returnOn(margin, cost, doubt(marginLine, costLine), confidenceShare),
    grossRoi:
      cost.estimate > 0 && Number.isFinite(grossRoi)
        ? succeed(grossRoi)
        : refuse({ code: 'no-cost' }),
    chanceOfGain: chanceAbove(profit, 0),
    doubt: doubt(profitLine),
    doubtElsewhere: doubtOf(elsewhere.value.stakes, beliefs, profitLine),
    breakEven: breakEven(stakes, inputs.whatIf, profit.estimate),
    stakes: found.value,
  });
}

/** Margin over cost, less 1. */
function returnOn(
  margin: Amount,
  cost: Amount,
  { effect, chance }: Doubt,
  confidenceShare: number,
): PolicyOutlook['roi'] {
  const ratio = margin.estimate / cost.estimate;
  if (!(cost.estimate > 0 && Number.isFinite(ratio))) return refuse({ code: 'no-cost' });
  const interval = ratioInterval(
    {
      numerator: margin.estimate,
      denominator: cost.estimate,
      numeratorVariance: margin.standardError ** 2,
      denominatorVariance: cost.standardError ** 2,
      covariance: effect + chance,
    },
    confidenceShare,
  );
  if (!interval.ok) return interval;
  const { low, high } = interval.value;
  if (!Number.isFinite(high - low)) return refuse({ code: 'no-cost' });
  return succeed({ estimate: ratio - 1, interval: { low: low - 1, high: high - 1 } });
}
