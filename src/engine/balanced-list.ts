import {
  balanceRuleProblem,
  seedOfTry,
  type BalanceRule,
  type BalanceSearch,
  type BalanceSearchProblem,
} from '#core/assignment/balance-rule.ts';
import { controlBalance, largestDifference } from '#core/assignment/control-balance.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { ControlColumns } from './control-columns.ts';
import type { DrawnCodes } from './draw-list.ts';

/** A list that keeps the rule, with its seed. */
export interface BalancedList {
  readonly seed: string;
  readonly list: DrawnCodes;
  readonly search: BalanceSearch;
}

/**
 * Tries the seeds in turn and keeps the first list that is even enough; if none is, nothing is kept. `listOf` gives null
 * where it was cancelled.
 * Refuses what `BalanceSearchProblem` names.
 */
export async function balancedList(
  rule: BalanceRule,
  firstSeed: string,
  listOf: (seed: string, turn: number) => Promise<DrawnCodes | null>,
  controlsOf: (list: DrawnCodes) => ControlColumns,
): Promise<Result<BalancedList, BalanceSearchProblem>> {
  const problem = balanceRuleProblem(rule);
  if (problem) return refuse(problem);
  let nearest: { readonly seed: string; readonly difference: number } | null = null;
  for (let tries = 1; tries <= rule.mostTries; tries++) {
    const seed = seedOfTry(firstSeed, tries);
    const list = await listOf(seed, tries);
    if (!list) return refuse({ code: 'cancelled' });
    const { controls, places } = controlsOf(list);
    const found = largestDifference(controlBalance(controls, places));
    if (!found) return refuse({ code: 'balance-not-comparable' });
    const difference = Math.abs(found.standardisedDifference);
    if (difference <= rule.limit) {
      const search = { ...rule, firstSeed, tries, largestDifference: difference };
      return succeed({ seed, list, search });
    }
    if (!nearest || difference < nearest.difference) nearest = { seed, difference };
  }
  return refuse({
    code: 'balance-not-met',
    limit: rule.limit,
    tries: rule.mostTries,
    nearest: nearest?.difference ?? 0,
    nearestSeed: nearest?.seed ?? firstSeed,
  });
}
