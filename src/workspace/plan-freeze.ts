import { drawAlgorithm } from '#core/assignment/assignment.ts';
import { balanceRuleName, type BalanceRule } from '#core/assignment/balance-rule.ts';
import type { Design } from '#core/design/design.ts';
import { freezePlan, type PlanFreeze } from '#core/design/plan-freeze.ts';
import type { Experiment } from '#core/history/project-document.ts';
import { succeed, type Result } from '#core/result.ts';
import type { DuplicateCustomers } from '#engine/assignment-protocol.ts';
import { catalogue } from '#text/language.svelte.ts';
import { workspace } from './workspace.svelte.ts';

/** The seed of an experiment until somebody chooses another: its name and the day on which it was started. */
export function suggestedSeed({ name, createdAt }: Experiment): string {
  return catalogue().assignment.seed.default(name, createdAt.slice(0, 10));
}

/**
 * A plan with its fingerprint, for the customers as they are now. `running`: ids of the other experiments that are
 * running. `rule`: how even the draw must be; default: no rule. Null where no project with customers is open.
 * Refuses duplicate-customers.
 */
export async function planFreeze(
  design: Design,
  seed: string,
  running: readonly number[],
  rule: BalanceRule | null = null,
): Promise<Result<PlanFreeze, DuplicateCustomers> | null> {
  const { source, document } = workspace;
  if (!source || !document) return null;
  const rules = document.stageRules;
  const population = await workspace.ask('fingerprint-population', {
    source,
    design,
    rules,
    running,
  });
  if (!population.ok) return population;
  return succeed(
    freezePlan({
      design,
      rules,
      source,
      dataFingerprint: population.value,
      seed,
      algorithms: [drawAlgorithm, ...(rule ? [balanceRuleName(rule)] : [])],
      frozenAt: new Date().toISOString(),
    }),
  );
}
