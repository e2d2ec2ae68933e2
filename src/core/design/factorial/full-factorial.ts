import { refuse, succeed, type Result } from '#core/result.ts';
import { isAllowed, type FactorSpace, type Run } from './factor-space.ts';

/** Beyond this many combinations a list of them serves nobody. */
export const mostCombinations = 100_000;

/** The number of all combinations of the levels, forbidden ones included. Example: [3, 2, 4] gives 24. */
export function combinationCount(levelCounts: readonly number[]): number {
  return levelCounts.reduce((product, levels) => product * levels, 1);
}

/** All combinations of the levels; the first factor changes fastest, as in Yates' order. */
export function allCombinations(levelCounts: readonly number[]): Run[] {
  return Array.from({ length: combinationCount(levelCounts) }, (_, place) => {
    let rest = place;
    return levelCounts.map((levels) => {
      const level = rest % levels;
      rest = Math.floor(rest / levels);
      return level;
    });
  });
}

/**
 * Every combination of the levels that is not forbidden; the first factor changes fastest.
 * Refuses `too-many-combinations` (more than 100,000), `no-run-left` (everything is forbidden) and `level-never-allowed`
 * (every run with some level is forbidden; take the level out).
 * Example: levels [2, 2] without the second level of both gives [0, 0], [1, 0], [0, 1].
 */
export function fullFactorial({ levelCounts, forbidden }: FactorSpace): Result<readonly Run[]> {
  const combinations = combinationCount(levelCounts);
  if (combinations > mostCombinations) {
    return refuse({ code: 'too-many-combinations', combinations, most: mostCombinations });
  }
  const runs = allCombinations(levelCounts).filter((run) => isAllowed(run, forbidden));
  if (runs.length === 0) return refuse({ code: 'no-run-left', combinations });
  const met = levelCounts.map((_, factor) => new Set(runs.map((run) => run[factor])));
  for (const [factor, levels] of levelCounts.entries()) {
    for (let level = 0; level < levels; level += 1) {
      if (!met[factor]?.has(level)) return refuse({ code: 'level-never-allowed', factor, level });
    }
  }
  return succeed(runs);
}
