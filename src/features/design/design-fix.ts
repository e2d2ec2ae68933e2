import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import { equalPerCellLimit } from '#core/design/allocation-limits.ts';
import type { DesignProblem } from '#core/design/design-checks.ts';
import type { Arm, Design } from '#core/design/design.ts';
import { noneOfThose, type EligibilityRule } from '#core/design/eligibility.ts';
import { withoutRuns } from '#core/design/factor-arms.ts';
import { formatCount } from '#text/format.ts';
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
  const withTotal = (total: number): DesignFix => ({
    label: t.total(count(total)),
    design: { ...design, allocation: { kind: 'proportional', total } },
  });
  switch (problem.code) {
    case 'quota-exceeds-cell': {
      const total = Math.min(eligible, design.arms.length * 100 * population.length);
      return problem.most > 0
        ? withPerCell(problem.most)
        : { ...withTotal(total), label: t.proportional };
    }
    case 'total-exceeds-eligible':
      return withTotal(problem.available);
    case 'zero-sample':
    case 'sample-not-whole': {
      const limit = Math.floor(equalPerCellLimit(population).perCell / design.arms.length);
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

function freeArmId({ arms }: Design): string {
  let number = arms.length + 1;
  while (arms.some(({ id }) => id === `arm-${number}`)) number++;
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
