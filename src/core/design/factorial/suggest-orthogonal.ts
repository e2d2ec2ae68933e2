import { refuse, succeed, type Result } from '#core/result.ts';
import { aliasTable } from './alias-table.ts';
import { allowedVariant } from './allowed-variant.ts';
import type { FactorSpace } from './factor-space.ts';
import { fitOrthogonalArray } from './fit-array.ts';
import { combinationCount } from './full-factorial.ts';
import { minimumAberrationFraction } from './minimum-aberration.ts';
import { plackettBurmanRuns } from './plackett-burman.ts';
import {
  describePlan,
  forbiddenPair,
  isAllowedPlan,
  type PlanSuggestion,
} from './plan-suggestion.ts';
import { fractionRuns, regularFraction } from './regular-fraction.ts';

/**
 * The minimum-aberration fraction of some size without forbidden runs: of all signs of its generators the first that
 * contain none.
 * Refuses `no-such-fraction` (not all factors have two levels, or no such size), `forbidden-levels-meet` (two levels that
 * may not meet, the prohibition at place `combination`, do so in every orthogonal plan) and `forbidden-runs-remain` (every choice of signs has a forbidden run).
 */
export function suggestFraction(space: FactorSpace, runs: number): Result<PlanSuggestion> {
  const factors = space.levelCounts.length;
  if (!hasTwoLevels(space)) return refuse({ code: 'no-such-fraction', factors, runs });
  const combination = forbiddenPair(space);
  if (combination >= 0) return refuse({ code: 'forbidden-levels-meet', combination });
  const found = minimumAberrationFraction(factors, runs);
  if (!found.ok) return found;
  const { basicCount, generators } = found.value;
  const products = generators.map(({ product }) => product);
  for (let choice = 0; choice < 2 ** products.length; choice += 1) {
    const signs = products.map((_, place) => ((choice >> place) & 1 ? -1 : 1));
    const fraction = regularFraction(basicCount, products, signs);
    if (!fraction.ok) return fraction;
    const rows = fractionRuns(fraction.value);
    if (!isAllowedPlan(rows, space)) continue;
    const aliases = aliasTable(fraction.value);
    const made = { fraction: fraction.value, aliases };
    return succeed(describePlan('regular-fraction', rows, space, made));
  }
  return refuse({ code: 'forbidden-runs-remain' });
}

/**
 * The Plackett-Burman plan of some size, its levels exchanged where that avoids forbidden runs.
 * Refuses `no-such-screening-plan` (not all factors have two levels, too many factors, or all combinations need no more
 * runs), `forbidden-levels-meet` and `forbidden-runs-remain`.
 */
export function suggestScreening(space: FactorSpace, runs: number): Result<PlanSuggestion> {
  const factors = space.levelCounts.length;
  if (!hasTwoLevels(space) || runs >= combinationCount(space.levelCounts)) {
    return refuse({ code: 'no-such-screening-plan', factors, runs });
  }
  const combination = forbiddenPair(space);
  if (combination >= 0) return refuse({ code: 'forbidden-levels-meet', combination });
  const found = plackettBurmanRuns(factors, runs);
  if (!found.ok) return found;
  const rows = allowedVariant(found.value, space);
  if (!rows) return refuse({ code: 'forbidden-runs-remain' });
  return succeed(describePlan('plackett-burman', rows, space));
}

/**
 * The smallest orthogonal array for factors of mixed levels, its levels exchanged where that avoids forbidden runs.
 * Refuses `no-array` (none with at most `mostRuns` and fewer than all combinations), `forbidden-levels-meet` and
 * `forbidden-runs-remain`.
 */
export function suggestArray(space: FactorSpace, mostRuns: number): Result<PlanSuggestion> {
  const { levelCounts } = space;
  const combination = forbiddenPair(space);
  if (combination >= 0) return refuse({ code: 'forbidden-levels-meet', combination });
  const most = Math.min(mostRuns, combinationCount(levelCounts) - 1);
  const found = fitOrthogonalArray(levelCounts, most);
  if (!found.ok) return found;
  const rows = allowedVariant(found.value.runs, space);
  if (!rows) return refuse({ code: 'forbidden-runs-remain' });
  const { arrayLevels } = found.value;
  return succeed(describePlan('orthogonal-array', rows, space, { arrayLevels }));
}

/** Whether every factor has two levels. */
export function hasTwoLevels({ levelCounts }: FactorSpace): boolean {
  return levelCounts.every((levels) => levels === 2);
}
