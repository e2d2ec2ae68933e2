import type { Variable } from '#core/customers/variable.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

export interface VariableQuestion {
  readonly variable: Variable;
  /** ISO date. */
  readonly asOf: string;
}

/** What values a variable takes in the open project. */
export function describeVariable({ variable, asOf }: VariableQuestion) {
  const { document, source } = workspace;
  if (!document || !source) throw new Error('A variable belongs to the customers of a project.');
  return workspace.ask('describe-variable', {
    source,
    variable,
    asOf,
    rules: document.stageRules,
  });
}

export type VariableDescription = Awaited<ReturnType<typeof describeVariable>>;
