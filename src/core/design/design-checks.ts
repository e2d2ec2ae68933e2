import type { Problem } from '#core/result.ts';
import { allocate, type AllocationProblem } from './allocation.ts';
import { attributeProblems, firstRepeat, type AttributeProblem } from './attribute-checks.ts';
import { contactDays, isWindow, type Brief } from './brief.ts';
import { budgetPlan, type BudgetPlan } from './budget-plan.ts';
import { isOff } from './cell-bounds.ts';
import { channelProblems, type ChannelProblem } from './channel.ts';
import { tooManyCells, type CellLimitProblem } from './cell-limit.ts';
import { planCost } from './cost.ts';
import type { Arm, Design, PowerPlan, QuotaCounts } from './design.ts';
import { factorPlanProblems, tooManyArms, type FactorPlanProblem } from './factor-checks.ts';
import { emptyListProblem, ruleProblems, type RuleProblem } from './rule-checks.ts';

/** Something about a design: `blocking` keeps it from being drawn, `warning` is to be known before. */
export interface DesignCheck {
  readonly severity: 'blocking' | 'warning';
  readonly problem: DesignProblem;
}

export type DesignProblem =
  | Problem<'period-reversed'>
  | (Problem<'window-not-days'> & { days: number })
  | (Problem<'as-of-not-a-date'> & { asOf: string })
  | RuleProblem
  | AttributeProblem
  | CellLimitProblem
  | AllocationProblem
  | Problem<'no-attributes'>
  | Problem<'no-holdout'>
  | Problem<'holdout-not-first'>
  | (Problem<'several-holdouts'> & { holdouts: number })
  | (Problem<'unnamed-arm'> & { position: number })
  | (Problem<'duplicate-arm-name'> & { arm: string })
  | (Problem<'negative-reward-cost'> & { arm: string; cost: number })
  | ChannelProblem
  | FactorPlanProblem
  | (Problem<'too-many-arms'> & { arms: number; most: number })
  | (Problem<'negative-value'> & { arm: string; value: number })
  | (Problem<'redemption-out-of-range'> & { arm: string; redemptionShare: number })
  | (Problem<'baseline-out-of-range'> & { baselineShare: number })
  | (Problem<'lift-out-of-range'> & { baselineShare: number; lift: number })
  | (Problem<'alpha-out-of-range'> & { alpha: number })
  | (Problem<'unclassified-customers'> & { customers: number; eligible: number })
  | (Problem<'in-other-experiments'> & { customers: number; eligible: number })
  | (Problem<'empty-cell'> & { cell: number })
  | (Problem<'budget-not-positive'> & { budget: number })
  /** The plan is expected to cost more than there is; `nearest`: the largest sample of its kind that the money allows. */
  | (Problem<'cost-exceeds-budget'> & { cost: number; budget: number; nearest: BudgetPlan | null });

/**
 * What is still missing in a design, in the order in which the screen asks for it; empty when it can be drawn.
 * `quota`: its counts, or null while they are not known (what depends on them is then not checked).
 * Example: a design without arms gives `no-arms`, then `no-holdout`, as blocking.
 */
export function checkDesign(design: Design, quota: QuotaCounts | null): readonly DesignCheck[] {
  const cellLimit = tooManyCells(design.attributes);
  const factors = factorPlanProblems(design);
  const blocking: readonly DesignProblem[] = [
    ...briefProblems(design.brief),
    ...(isDate(design.asOf) ? [] : [{ code: 'as-of-not-a-date', asOf: design.asOf } as const]),
    ...ruleProblems(design.eligibility, quota),
    ...attributeProblems(design.attributes),
    ...(cellLimit ? [cellLimit] : []),
    ...armProblems(design.arms),
    ...channelProblems(design),
    ...(design.factorPlan?.kind ? factors : []),
    ...powerProblems(design.power),
    ...(design.budget !== null && !(design.budget > 0)
      ? [{ code: 'budget-not-positive', budget: design.budget } as const]
      : []),
  ];
  const checks: DesignCheck[] = blocking.map((problem) => ({ severity: 'blocking', problem }));
  // While no plan over them is chosen, factors are a sketch and the arms stand for themselves.
  if (!design.factorPlan?.kind)
    checks.push(...factors.map((problem) => ({ severity: 'warning', problem }) as const));
  if (design.attributes.length === 0)
    checks.push({ severity: 'warning', problem: { code: 'no-attributes' } });
  if (!quota) return checks;
  const counts = allocate(design, quota.population);
  const overBudget = counts.ok ? budgetProblem(design, quota.population, counts.value) : null;
  if (overBudget) checks.push({ severity: 'blocking', problem: overBudget });
  if (!counts.ok && !blocking.some(({ code }) => code === counts.problem.code))
    checks.push({
      severity: 'blocking',
      problem: counts.problem.code === 'no-eligible' ? emptyListProblem(quota) : counts.problem,
    });
  return [...checks, ...quotaWarnings(design, quota)];
}

function budgetProblem(
  design: Design,
  population: readonly number[],
  counts: readonly (readonly number[])[],
): DesignProblem | null {
  const { budget } = design;
  const cost = planCost(counts, design);
  if (budget === null || !(budget > 0) || !cost.ok || cost.value.totalCost <= budget) return null;
  const nearest = budgetPlan(design, population, budget);
  return { code: 'cost-exceeds-budget', cost: cost.value.totalCost, budget, nearest };
}

function briefProblems(brief: Brief): readonly DesignProblem[] {
  const { startsOn, endsOn, responseWindowDays } = brief;
  const problems: DesignProblem[] = [];
  if (startsOn !== null && endsOn !== null && contactDays(brief) === null)
    problems.push({ code: 'period-reversed' });
  if (responseWindowDays !== null && !isWindow(brief))
    problems.push({ code: 'window-not-days', days: responseWindowDays });
  return problems;
}

function armProblems(arms: readonly Arm[]): readonly DesignProblem[] {
  const problems: DesignProblem[] = [];
  const holdouts = arms.filter(({ role }) => role === 'holdout').length;
  const crowd = tooManyArms(arms);
  if (crowd) problems.push(crowd);
  if (arms.length === 0) problems.push({ code: 'no-arms' });
  if (holdouts === 0) problems.push({ code: 'no-holdout' });
  else if (holdouts > 1) problems.push({ code: 'several-holdouts', holdouts });
  else if (arms[0]?.role !== 'holdout') problems.push({ code: 'holdout-not-first' });
  if (arms.length > 0 && holdouts === arms.length) problems.push({ code: 'no-carrot' });
  const unnamed = arms.findIndex(({ name }) => name.trim() === '');
  if (unnamed >= 0) problems.push({ code: 'unnamed-arm', position: unnamed });
  const repeated = firstRepeat(arms.map(({ name }) => name).filter((name) => name.trim() !== ''));
  if (repeated !== undefined) problems.push({ code: 'duplicate-arm-name', arm: repeated });
  for (const { name: arm, costPerReward: cost, valueToCustomer: value, redemptionShare } of arms) {
    if (!(cost >= 0)) problems.push({ code: 'negative-reward-cost', arm, cost });
    if (value !== null && !(value >= 0)) problems.push({ code: 'negative-value', arm, value });
    if (!(redemptionShare >= 0 && redemptionShare <= 1))
      problems.push({ code: 'redemption-out-of-range', arm, redemptionShare });
  }
  return problems;
}

function powerProblems({ baselineShare, lift, alpha }: PowerPlan): readonly DesignProblem[] {
  const problems: DesignProblem[] = [];
  const reached = baselineShare + lift;
  if (!(baselineShare >= 0 && baselineShare <= 1))
    problems.push({ code: 'baseline-out-of-range', baselineShare });
  else if (lift === 0 || !(reached >= 0 && reached <= 1))
    problems.push({ code: 'lift-out-of-range', baselineShare, lift });
  if (!(alpha > 0 && alpha < 1)) problems.push({ code: 'alpha-out-of-range', alpha });
  return problems;
}

function quotaWarnings({ cellRules }: Design, quota: QuotaCounts): DesignCheck[] {
  const { population, unclassified, eligible, inOtherExperiments } = quota;
  const problems: DesignProblem[] = population.flatMap((customers, cell) =>
    customers === 0 && !isOff(cellRules, cell) ? [{ code: 'empty-cell' as const, cell }] : [],
  );
  if (unclassified > 0)
    problems.unshift({ code: 'unclassified-customers', customers: unclassified, eligible });
  if (inOtherExperiments > 0)
    problems.unshift({ code: 'in-other-experiments', customers: inOtherExperiments, eligible });
  return problems.map((problem) => ({ severity: 'warning', problem }));
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // A day that does not exist (30 February) would be carried into the next month.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
