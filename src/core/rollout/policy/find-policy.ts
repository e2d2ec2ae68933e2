import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalQuantile } from '#core/stats/distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '#core/stats/interval.ts';
import { crossFit } from './cross-fit.ts';
import { crossFitting, usualMethod, type CrossFitting } from './cross-fitting.ts';
import { planProfit } from './plan-value.ts';
import { bestPlans, type CellPlan, type PolicyProblem } from './policy-problem.ts';
import { estimate, plansBy, type Estimates, type PolicyRule } from './policy-rules.ts';

/** What is asked of a policy. `budget`: null for as much as pays. */
export interface PolicyQuestion extends PolicyProblem {
  readonly budget: number | null;
  /** A sum of money, above 0: what would it earn on top of a budget? */
  readonly nextMoney: number;
  readonly confidenceShare: number;
}

/** What a rule earns, in money. */
export interface RuleValue {
  readonly rule: PolicyRule;
  readonly value: number;
  readonly interval: Interval;
  /** How much more the policy earns than this rule, judged by the same customers. */
  readonly behind: { readonly difference: number; readonly interval: Interval };
}

/** The policy for one budget, and what it earns. */
export interface PolicyPoint {
  readonly budget: number;
  readonly plan: CellPlan;
  /** By the cells as they came out, chosen and judged by the same numbers: too good to be true. */
  readonly raw: number;
  /** By what is to be believed of the cells. */
  readonly believed: number;
  /** Judged by customers that it was not chosen from, with its interval. */
  readonly crossFitted: number;
  readonly interval: Interval;
  /** What the next sum of money would earn on top, by what is to be believed. */
  readonly next: number;
}

/** The best assignment of carrots to cells for a budget, and what it is worth. */
export interface Policy {
  readonly judgedBy: CrossFitting;
  readonly estimates: Estimates;
  /** Money that is worth spending; less is spent where offers cost nothing. */
  readonly mostUseful: number;
  /** At the budget, and from 0 to as much as pays. */
  readonly chosen: PolicyPoint;
  readonly curve: readonly PolicyPoint[];
  readonly simple: readonly RuleValue[];
}

/** Points of the curve beside the budget itself. */
const curvePoints = 40;

/**
 * Which carrot for which cell, for a budget and for every other one, under capacities and consent.
 * `question.parts`: whom the rollout may reach; amounts in the project's currency. `judgedBy`: five folds, cut up to 20
 * times, by default.
 * Refuses `no-carrots`, `no-cells`, `nothing-was-tried` (no cell has customers with a carrot and without),
 * `nobody-to-reach`, `negative-input` with the field (`budget`, `nextMoney`, `capacity`), `not-finite` (an amount of money), and
 * `invalid-confidence`.
 * Source: Sverdrup, Wu, Athey & Wager (2025), JCGS; see `profitPath`, `cappedPlan` and `crossFit` for the parts.
 * Example: the sample's nine cells: points where many points lie, coupons where few do.
 */
export function findPolicy(
  question: PolicyQuestion,
  judgedBy: CrossFitting = crossFitting(usualMethod, question),
): Result<Policy> {
  const problem = questionProblem(question);
  if (problem) return refuse(problem);
  const { counts, carrots, budget, nextMoney, confidenceShare } = question;
  const estimates = estimate(question, counts);
  const { raw, believed } = estimates;
  if (!raw.isKnown.includes(1)) return refuse({ code: 'nothing-was-tried' });
  const amounts = { carrots: carrots.length, isKnown: raw.isKnown, ...believed };
  const [atMost] = bestPlans(question, amounts, [null]) as [CellPlan];
  const mostUseful = Math.max(0, atMost.cost);
  const budgets = Array.from(
    { length: curvePoints + 1 },
    (_, point) => (mostUseful * point) / curvePoints,
  );
  // The last point is as much as pays, also where a fold finds that to be another sum.
  const asked = [...budgets.slice(0, -1), null, budget];
  const plans = bestPlans(question, amounts, asked);
  const further = bestPlans(
    question,
    amounts,
    asked.map((money) => (money === null ? null : money + nextMoney)),
  );
  const simpleRules: readonly PolicyRule[] = [
    ...carrots.map((_, carrot) => ({ kind: 'everyone', carrot }) as const),
    { kind: 'raw' },
    { kind: 'best-cell' },
  ];
  const rules: readonly PolicyRule[] = [{ kind: 'shrunken' }, ...simpleRules];
  const [own, ...simple] = crossFit(question, raw, rules, asked, judgedBy);
  if (!own) throw new Error('Every rule is judged');
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const around = (value: number, standardError: number): Interval => ({
    low: value - z * standardError,
    high: value + z * standardError,
  });
  const last = asked.length - 1;
  const rawValues = plansBy({ kind: 'raw' }, question, estimates, asked).map((plan) =>
    planProfit(plan, raw.profit),
  );
  const points = plans.map((plan, place): PolicyPoint => {
    const crossFitted = own.value[place] as number;
    return {
      budget: asked[place] ?? mostUseful,
      plan,
      raw: rawValues[place] as number,
      believed: plan.profit,
      crossFitted,
      interval: around(crossFitted, own.standardError[place] as number),
      next: (further[place] as CellPlan).profit - plan.profit,
    };
  });
  return succeed({
    judgedBy,
    estimates,
    mostUseful,
    chosen: points[last] as PolicyPoint,
    curve: points.slice(0, last),
    simple: simple.map(({ rule, value, standardError, behind }) => ({
      rule,
      value: value[0] as number,
      interval: around(value[0] as number, standardError[0] as number),
      behind: {
        difference: behind.difference,
        interval: around(behind.difference, behind.standardError),
      },
    })),
  });
}

function questionProblem(question: PolicyQuestion): Problem | null {
  const { counts, carrots, parts, budget, capacities, confidenceShare } = question;
  if (carrots.length === 0) return { code: 'no-carrots' };
  if (counts.cells === 0) return { code: 'no-cells' };
  if (!parts.some(({ customers, allowed }) => customers > 0 && allowed.includes(true)))
    return { code: 'nobody-to-reach' };
  if (!(question.nextMoney > 0))
    return { code: 'negative-input', field: 'nextMoney', value: question.nextMoney };
  if (budget !== null && !(budget >= 0))
    return { code: 'negative-input', field: 'budget', value: budget };
  const capacity = capacities.find(({ most }) => !(most >= 0));
  if (capacity) return { code: 'negative-input', field: 'capacity', value: capacity.most };
  if (!carrots.every((carrot) => Object.values(carrot).every(Number.isFinite)))
    return { code: 'not-finite' };
  return confidenceProblem(confidenceShare);
}
