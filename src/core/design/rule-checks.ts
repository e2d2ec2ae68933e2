import type { Problem } from '#core/result.ts';
import type { AllocationProblem } from './allocation.ts';
import type { QuotaCounts } from './design.ts';
import type { Condition, EligibilityRule, RuleRelief } from './eligibility.ts';

/** What is wrong with the rules of eligibility; `position` is the place of the rule. */
export type RuleProblem =
  | (Problem<'rule-without-conditions'> & { position: number })
  | (Problem<'filter-without-values'> & { position: number })
  | (Problem<'filter-range-empty'> & { position: number })
  | (Problem<'days-not-whole'> & { position: number; days: number })
  /** A sample of ids without a seed, or of a share that is not between nobody and everybody. */
  | (Problem<'sample-not-a-share'> & { position: number })
  | (Problem<'rule-data-missing'> & { position: number })
  /** The rule after which nobody is left, and the smallest change that helps (null where none does). */
  | (Problem<'rules-leave-nobody'> & { position: number; relief: RuleRelief | null })
  /** Customers are eligible, but none of them has a level in every attribute. */
  | (Problem<'nobody-in-a-cell'> & { eligible: number });

/** What is wrong with each rule that is on. `quota`: the counts, or null while they are not known. */
export function ruleProblems(
  rules: readonly EligibilityRule[],
  quota: Pick<QuotaCounts, 'rules'> | null,
): readonly RuleProblem[] {
  return rules.flatMap(({ isOn, any }, position): readonly RuleProblem[] => {
    if (!isOn) return [];
    if (any.length === 0) return [{ code: 'rule-without-conditions', position }];
    if (quota?.rules[position]?.isLost) return [{ code: 'rule-data-missing', position }];
    return any.flatMap((condition) => conditionProblem(condition, position)).slice(0, 1);
  });
}

/** Why an allocation finds nobody: by which rule, or because nobody has a level. */
export function emptyListProblem({
  customers,
  eligible,
  rules,
  relief,
}: QuotaCounts): RuleProblem | AllocationProblem {
  if (eligible > 0) return { code: 'nobody-in-a-cell', eligible };
  const position = rules.findIndex(({ left }) => left === 0);
  if (customers === 0 || position < 0) return { code: 'no-eligible' };
  return { code: 'rules-leave-nobody', position, relief };
}

function conditionProblem(condition: Condition, position: number): readonly RuleProblem[] {
  switch (condition.kind) {
    case 'category':
      return condition.values.length > 0 ? [] : [{ code: 'filter-without-values', position }];
    case 'number': {
      const { from, below } = condition;
      return from === null || below === null || from < below
        ? []
        : [{ code: 'filter-range-empty', position }];
    }
    case 'months-since':
    case 'days-since': {
      const { from, to } = condition;
      return (from === null || to === null || from <= to) && (to ?? 0) >= 0
        ? []
        : [{ code: 'filter-range-empty', position }];
    }
    case 'listed': {
      const days = condition.within?.days ?? 0;
      return Number.isInteger(days) && days >= 0
        ? []
        : [{ code: 'days-not-whole', position, days }];
    }
    case 'id-sample':
      return condition.share > 0 && condition.share < 1 && condition.seed.trim() !== ''
        ? []
        : [{ code: 'sample-not-a-share', position }];
    case 'missing':
    case 'running-experiment':
      return [];
  }
}
