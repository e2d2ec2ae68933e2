import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { ArmTotals } from '../results/analysis.ts';
import {
  projectResponse,
  type ProjectedResponse,
  type ProjectionStratum,
} from './projected-response.ts';

/** What a projection starts from. Money in the project's currency; `marginShare` and `confidenceShare` 0..1. */
export interface ProjectionInputs {
  readonly strata: readonly ProjectionStratum[];
  /** Eligible customers in all, for an experiment whose strata do not know theirs. */
  readonly population: number | null;
  /** Money per response: each responder orders once. */
  readonly orderValue: number;
  readonly marginShare: number;
  readonly costPerContact: number;
  /** Given to every customer who responds, also to those who would have come back anyway. */
  readonly costPerReward: number;
  readonly confidenceShare: number;
  /** How many carrots this one was chosen from. */
  readonly carrotsCompared: number;
}

/** An estimate with the limits that follow from the interval of the response difference. */
export interface Range {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface RolloutProjection {
  readonly method: ProjectedResponse['method'];
  /** Customers contacted: all that are eligible. */
  readonly population: number;
  /** Response with the carrot, without it, and what the carrot adds; shares of all eligible customers. */
  readonly treatmentShare: number;
  readonly controlShare: number;
  readonly responseDifference: Range;
  readonly incrementalResponses: Range;
  readonly incrementalSales: Range;
  readonly contactCost: number;
  readonly rewardCost: Range;
  readonly totalCost: Range;
  /** Margin on incremental sales, less all costs. */
  readonly profit: Range;
  readonly incrementalRoi: Result<Range>;
  /** The same bill, with every response credited to the carrot: what a campaign without a holdout would report. */
  readonly grossRoi: Result<number>;
  /** The response difference at which the profit is 0. */
  readonly breakEvenDifference: Result<number>;
  /** What the figures do not know. */
  readonly caveats: readonly Problem[];
}

/**
 * What one carrot would earn if every eligible customer got it, beyond what would happen without it.
 * Where the strata know their customers, the response is weighted by them (post-stratified); otherwise the pooled
 * difference is taken to `population`. The control's response is held at its estimate, so that all money is linear in
 * the response difference: responses with the carrot = N (control share + difference), each costing a reward.
 * Refuses `negative-input` with the field, `margin-out-of-range`, `no-population`, what `postStratifiedDifference` or
 * `compareProportions` refuse, and `out-of-numbers` where an amount is too large to be one. A ratio that has no value
 * says why: `no-cost`, `reward-exceeds-margin` (a response does not pay for its carrot), `everybody-is-not-enough` (it
 * does, but not even a response of 100 percent would pay the contacts; `needed` is the difference it would take, in
 * shares).
 * Source: incremental ROI = (margin × incremental sales - cost) / cost; Cochran (1977), 5A.9 for the weights.
 * Example: 20 percent with the carrot, 14 percent without, orders of 31,000 at a margin of 0.3 and 900 per contact: the
 * gross ROI is 1.0667, the incremental ROI -0.38.
 */
export function projectRollout(inputs: ProjectionInputs): Result<RolloutProjection> {
  const problem = inputProblem(inputs);
  if (problem) return refuse(problem);
  const projected = projectResponse(inputs.strata, inputs.population, inputs.confidenceShare);
  if (!projected.ok) return projected;
  const { method, population, controlShare, difference, interval } = projected.value;
  const { orderValue, marginShare, costPerContact, costPerReward } = inputs;
  const range = (amount: (difference: number) => number): Range => {
    const ends = [amount(interval.low), amount(interval.high)];
    return { estimate: amount(difference), low: Math.min(...ends), high: Math.max(...ends) };
  };
  const contactCost = population * costPerContact;
  const responses = (at: number): number => population * Math.max(0, controlShare + at);
  const costAt = (at: number): number => contactCost + costPerReward * responses(at);
  const salesAt = (at: number): number => population * at * orderValue;
  const profitAt = (at: number): number => marginShare * salesAt(at) - costAt(at);
  const [incrementalSales, totalCost, profit] = [range(salesAt), range(costAt), range(profitAt)];
  const amounts = [incrementalSales, totalCost, profit].flatMap(({ low, high }) => [low, high]);
  if (!amounts.every(Number.isFinite)) return refuse({ code: 'out-of-numbers' });
  const incrementalRoi = range((at) => profitAt(at) / costAt(at));
  const grossMargin = marginShare * orderValue * responses(difference);
  const grossRoi = (grossMargin - totalCost.estimate) / totalCost.estimate;
  // Also where the cost is too near to nothing to divide by.
  const returns = [grossRoi, incrementalRoi.low, incrementalRoi.high];
  const hasReturn = totalCost.low > 0 && returns.every(Number.isFinite);
  return succeed({
    method,
    population,
    treatmentShare: controlShare + difference,
    controlShare,
    responseDifference: range((at) => at),
    incrementalResponses: range((at) => population * at),
    incrementalSales,
    contactCost,
    rewardCost: range((at) => costPerReward * responses(at)),
    totalCost,
    profit,
    incrementalRoi: hasReturn ? succeed(incrementalRoi) : refuse({ code: 'no-cost' }),
    grossRoi: hasReturn ? succeed(grossRoi) : refuse({ code: 'no-cost' }),
    breakEvenDifference: breakEvenDifference(inputs, controlShare),
    caveats: caveatsOf(inputs, method),
  });
}

/** Each response must leave something after its reward; the difference then pays contacts and the control's rewards. */
function breakEvenDifference(inputs: ProjectionInputs, controlShare: number): Result<number> {
  const { orderValue, marginShare, costPerContact, costPerReward } = inputs;
  const leftPerResponse = marginShare * orderValue - costPerReward;
  if (leftPerResponse <= 0) return refuse({ code: 'reward-exceeds-margin', leftPerResponse });
  const needed = (costPerContact + controlShare * costPerReward) / leftPerResponse;
  return controlShare + needed <= 1
    ? succeed(needed)
    : refuse({ code: 'everybody-is-not-enough', needed, controlShare });
}

function caveatsOf(
  { strata, carrotsCompared }: ProjectionInputs,
  method: ProjectedResponse['method'],
): readonly Problem[] {
  const caveats: Problem[] = [];
  const certain = strata.filter(
    ({ population, treatment, control }) => population && [treatment, control].some(isUnanimous),
  ).length;
  if (method === 'post-stratified' && certain > 0)
    caveats.push({ code: 'strata-without-variation', certain, strata: strata.length });
  if (carrotsCompared > 1) caveats.push({ code: 'winner-chosen-among', carrots: carrotsCompared });
  if (method === 'pooled') caveats.push({ code: 'population-by-stratum-unknown' });
  return caveats;
}

/** Nobody or everybody responded: such an arm adds nothing to the standard error, as if its share were known. */
function isUnanimous({ customers, responders }: ArmTotals): boolean {
  return responders === 0 || responders === customers;
}

function inputProblem(inputs: ProjectionInputs): Problem | null {
  const { population, orderValue, marginShare, costPerContact, costPerReward } = inputs;
  const fields = { population: population ?? 0, orderValue, marginShare, costPerContact, costPerReward }; // prettier-ignore
  for (const [field, value] of Object.entries(fields))
    if (!(value >= 0 && Number.isFinite(value))) return { code: 'negative-input', field, value };
  return marginShare > 1 ? { code: 'margin-out-of-range', marginShare } : null;
}
