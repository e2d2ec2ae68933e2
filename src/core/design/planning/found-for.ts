import { md5Hex } from '#core/random/md5.ts';
import type { AllocatedDesign } from '../allocation.ts';
import { canonicalJson } from '../plan-freeze.ts';
import type { QuestionedDesign } from '../questions/judge-plan.ts';

/** What of a design a search for an allocation looks at. */
export type SearchedDesign = AllocatedDesign & QuestionedDesign;

/**
 * MD5 of what an allocation was searched for: cells with their customers, arms, costs, expectations, questions and limits.
 * Names do not count. Another one later means that the plan has changed since.
 */
export function foundFor(design: SearchedDesign, population: readonly number[]): string {
  const { attributes, arms, channels, power, questionPlan, cellRules } = design;
  return md5Hex(
    canonicalJson([
      attributes.map(({ id, variable, banding, unknownName }) => [
        id,
        variable,
        banding,
        unknownName !== null,
      ]),
      arms.map((arm) => ({ ...arm, name: '', valueToCustomer: null })),
      channels.map(({ id, costPerContact, reachShare }) => [id, costPerContact, reachShare]),
      [power, questionPlan, cellRules, population],
    ]),
  );
}
