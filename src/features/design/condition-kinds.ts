import type { Condition, VariableCondition } from '#core/design/eligibility.ts';
import type { VariableKind } from '#core/customers/variable.ts';
import type { VariableChoice } from './variable-choices.ts';

export type VariableTest = VariableCondition['kind'];

/** What can be asked of a variable, the usual first. */
const tests: Readonly<Record<VariableKind, readonly VariableTest[]>> = {
  category: ['category', 'missing'],
  number: ['number', 'missing'],
  date: ['months-since', 'days-since', 'missing'],
};

export function testsOf({ kind }: VariableChoice): readonly VariableTest[] {
  return tests[kind];
}

/** A condition on a variable that is still to be filled in, by the usual test or another one. */
export function newCondition(
  choice: VariableChoice,
  test: VariableTest | number = 0,
): VariableCondition {
  const { variable, kind } = choice;
  const wanted = typeof test === 'number' ? (tests[kind][0] ?? 'missing') : test;
  switch (wanted) {
    case 'category':
      return { kind: wanted, variable, values: [], drawn: null };
    case 'number':
      return { kind: wanted, variable, from: null, below: null };
    case 'months-since':
    case 'days-since':
      return { kind: wanted, variable, from: null, to: null };
    case 'missing':
      return { kind: wanted, variable };
  }
}

/** The value that a list of subjects shows for a condition: the key of its variable, or what else it looks into. */
export function subjectOf(
  condition: Condition,
  keyOf: (condition: VariableCondition) => string,
): string {
  switch (condition.kind) {
    case 'listed':
      return `table ${condition.table}`;
    case 'running-experiment':
      return 'running';
    case 'id-sample':
      return 'holdout';
    default:
      return keyOf(condition);
  }
}
