import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import { mostPerCellAndArm } from '#core/design/allocation-limits.ts';
import { cellBounds } from '#core/design/cell-bounds.ts';
import type { DesignProblem } from '#core/design/design-checks.ts';
import type { Arm, CellRule, Design } from '#core/design/design.ts';
import { noneOfThose, type EligibilityRule } from '#core/design/eligibility.ts';
import { withoutRuns } from '#core/design/factor-arms.ts';
import { currency } from '#text/currency.svelte.ts';
import { formatCount, formatMoney } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { rulePlaces } from './design-sentence.ts';

/** The nearest design without a problem, and the words of the button that makes it. */
export interface DesignFix {
  readonly label: string;
  readonly design: Design;
}

/** What one click can do about a problem; null where only the reader can decide. */
export function designFix(
  problem: DesignProblem,
  design: Design,
  population: readonly number[],
): DesignFix | null {
  const t = catalogue().design.checks.fix;
  const eligible = population.reduce((sum, customers) => sum + customers, 0);
  const count = (value: number) => formatCount(value, language.code);
  const withPerCell = (perCellAndArm: number): DesignFix => ({
    label: t.perCell(count(perCellAndArm)),
    design: { ...design, allocation: { kind: 'equal', perCellAndArm } },
  });
  const money = (amount: number) => formatMoney(amount, currency.code, language.code);
  const withTotal = (wanted: number): DesignFix => {
    const total = withinLimits(design, population, wanted);
    const { allocation } = design;
    const kind = 'total' in allocation ? allocation.kind : 'proportional';
    return { label: t.total(count(total)), design: { ...design, allocation: { kind, total } } };
  };
  const withRule = (label: string, cell: number, change: Partial<CellRule>): DesignFix => ({
    label,
    design: withCellRule(design, cell, change),
  });
  switch (problem.code) {
    case 'quota-exceeds-cell': {
      const total = Math.min(eligible, design.arms.length * 100 * population.length);
      return problem.most > 0
        ? withPerCell(problem.most)
        : { ...withTotal(total), label: t.proportional };
    }
    case 'total-exceeds-eligible':
    case 'total-exceeds-caps':
      return withTotal(problem.available);
    case 'floors-exceed-total':
      return withTotal(problem.floors);
    case 'floor-above-cap':
      return withRule(t.swapLimits, problem.cell, { least: problem.most, most: problem.least });
    case 'floor-exceeds-cell': {
      const { cell, available } = problem;
      return withRule(t.floor(count(available)), cell, { least: available || null });
    }
    case 'all-cells-off': {
      const cellRules = design.cellRules.map((rule) => ({ ...rule, isOff: false }));
      return { label: t.openCells, design: { ...design, cellRules } };
    }
    case 'optimised-outdated': {
      const { allocation } = design;
      const counts = allocation.kind === 'optimised' ? allocation.counts.flat() : [];
      const fix = withTotal(counts.reduce((sum, size) => sum + size, 0));
      return { ...fix, label: t.proportional };
    }
    case 'budget-not-positive':
      return design.budget !== null && !(design.budget > 0)
        ? { label: t.noBudget, design: { ...design, budget: null } }
        : { ...withTotal(design.arms.length * 100 * population.length), label: t.proportional };
    case 'budget-below-least': {
      const budget = Math.ceil(problem.least);
      const allocation = { kind: 'cost-optimal', budget } as const;
      return { label: t.budget(money(budget)), design: { ...design, allocation } };
    }
    case 'cost-exceeds-budget': {
      const { cost, nearest } = problem;
      if (!nearest) {
        const budget = Math.ceil(cost);
        return { label: t.budget(money(budget)), design: { ...design, budget } };
      }
      const { allocation, arms, leftOut, sample } = nearest;
      const size = t.total(count(sample));
      return {
        label: leftOut.length === 0 ? size : t.without(leftOut.join(', '), count(sample)),
        design: { ...design, allocation, arms },
      };
    }
    case 'zero-sample':
    case 'sample-not-whole': {
      const limit = mostPerCellAndArm(design, population);
      return design.allocation.kind === 'equal'
        ? withPerCell(Math.max(1, Math.min(100, limit)))
        : withTotal(Math.min(1000, eligible));
    }
    case 'rules-leave-nobody': {
      const { relief } = problem;
      return (
        relief && {
          label: t.switchOff(rulePlaces(relief.rules)),
          design: withRules(design, (rule, place) =>
            relief.rules.includes(place) ? { ...rule, isOn: false } : rule,
          ),
        }
      );
    }
    case 'rule-without-conditions':
    case 'filter-without-values':
    case 'sample-not-a-share':
    case 'rule-data-missing': {
      const { position } = problem;
      const eligibility = design.eligibility.toSpliced(position, 1);
      return { label: t.removeRule(rulePlaces([position])), design: { ...design, eligibility } };
    }
    case 'filter-range-empty': {
      const rule = design.eligibility[problem.position];
      const swapped = rule && swapLimits(rule);
      // Equal limits are in no wrong order: only the reader knows which one was meant.
      if (!swapped || JSON.stringify(swapped) === JSON.stringify(rule)) return null;
      const eligibility = design.eligibility.with(problem.position, swapped);
      return { label: t.swapLimits, design: { ...design, eligibility } };
    }
    case 'in-other-experiments': {
      const eligibility = [...design.eligibility, noneOfThose({ kind: 'running-experiment' })];
      return { label: t.keepOut, design: { ...design, eligibility } };
    }
    case 'no-holdout':
      return {
        label: t.addHoldout,
        design: { ...design, arms: [holdout(design), ...design.arms] },
      };
    case 'holdout-not-first':
      return { label: t.holdoutFirst, design: { ...design, arms: holdoutFirst(design.arms) } };
    case 'no-carrot':
      return { label: t.addCarrot, design: withCarrot(design) };
    case 'arms-off-plan':
      return { label: t.release, design: withoutRuns(design) };
    case 'cuts-not-increasing':
      return { label: t.sortCuts, design: withCutsInOrder(design, problem.attribute) };
    default:
      return null;
  }
}

/** The total as near to the wanted one as what the cells have and their limits allow. */
export function withinLimits(
  design: Design,
  population: readonly number[],
  wanted: number,
): number {
  const bounds = cellBounds(design, population);
  if (!bounds.ok) return wanted;
  const sum = (of: (cell: { least: number; most: number }) => number) =>
    bounds.value.reduce((total, cell) => total + of(cell), 0);
  return Math.max(
    sum(({ least }) => least),
    Math.min(
      wanted,
      sum(({ most }) => most),
    ),
  );
}

/** The design with another rule for a cell; one that asks for nothing more is taken away. */
export function withCellRule(design: Design, cell: number, change: Partial<CellRule>): Design {
  const none: CellRule = { cell, isOff: false, least: null, most: null };
  const known = design.cellRules.find((rule) => rule.cell === cell) ?? none;
  const rule: CellRule = { ...known, ...change, cell };
  const others = design.cellRules.filter((each) => each.cell !== cell);
  const isEmpty = !rule.isOff && rule.least === null && rule.most === null;
  const cellRules = isEmpty ? others : [...others, rule].sort((a, b) => a.cell - b.cell);
  return { ...design, cellRules };
}

function withRules(
  design: Design,
  change: (rule: EligibilityRule, place: number) => EligibilityRule,
): Design {
  return { ...design, eligibility: design.eligibility.map(change) };
}

/** Limits in the wrong order change places; equal limits of a number leave nothing between them. */
function swapLimits(rule: EligibilityRule): EligibilityRule {
  return {
    ...rule,
    any: rule.any.map((condition) => {
      if (condition.kind === 'number') {
        const { from, below } = condition;
        return from !== null && below !== null && from > below
          ? { ...condition, from: below, below: from }
          : condition;
      }
      if (condition.kind !== 'months-since' && condition.kind !== 'days-since') return condition;
      const { from, to } = condition;
      return from !== null && to !== null && from > to
        ? { ...condition, from: to, to: from }
        : condition;
    }),
  };
}

/** The design with one more carrot at the end. */
export function withCarrot(design: Design): Design {
  const carrots = design.arms.filter(({ role }) => role === 'carrot').length;
  const name = catalogue().design.arms.newCarrot(String(carrots + 1));
  const last = design.arms.at(-1);
  const channel = last?.channel ?? design.channels[0]?.id ?? null;
  const carrot = carrotArm(freeArmId(design), name, channel, last?.costPerReward ?? 0);
  return { ...design, arms: [...design.arms, carrot] };
}

function holdout(design: Design): Arm {
  return holdoutArm(freeArmId(design), catalogue().design.arms.holdout);
}

/** An id that no arm has, and that no question remembers: one about an arm that is gone must not find another. */
function freeArmId({ arms, questionPlan }: Design): string {
  const remembered = JSON.stringify(questionPlan.asked);
  let number = arms.length + 1;
  while (arms.some(({ id }) => id === `arm-${number}`) || remembered.includes(`"arm-${number}"`))
    number++;
  return `arm-${number}`;
}

function holdoutFirst(arms: readonly Arm[]): readonly Arm[] {
  return [...arms].sort((a, b) => Number(a.role === 'carrot') - Number(b.role === 'carrot'));
}

function withCutsInOrder(design: Design, name: string): Design {
  const attributes = design.attributes.map((attribute) => {
    const { banding } = attribute;
    if (attribute.name !== name || banding.kind === 'category') return attribute;
    const cuts = [...new Set(banding.cuts)].sort((a, b) => a - b);
    const levelNames = attribute.levelNames.slice(0, cuts.length + 1);
    return { ...attribute, banding: { ...banding, cuts }, levelNames };
  });
  return { ...design, attributes };
}
