import { allCombinations } from './full-factorial.ts';
import { isAllowed, type FactorSpace, type Run } from './factor-space.ts';

/** So many exchanges of levels are tried. */
const mostVariants = 4096;

/**
 * The same plan with the levels of some factors moved on in a circle, so that no run is forbidden; or null. Moving the
 * levels of a factor changes nothing about what a plan can tell.
 * `runs`: of the plan; the first variant is the plan as it is. Only factors that a prohibition names are moved; at most
 * 4,096 variants are tried, in a fixed order.
 * Example: the runs [0, 0, 0], [1, 0, 1], [0, 1, 1], [1, 1, 0] without [1, 1, 0] become [1, 0, 0], [0, 0, 1], [1, 1, 1], [0, 1, 0].
 */
export function allowedVariant(
  runs: readonly Run[],
  { levelCounts, forbidden }: FactorSpace,
): readonly Run[] | null {
  const named = new Set(forbidden.flat().map(({ factor }) => factor));
  // The factors that can be moved furthest come last, so that a cut-off list has still moved several.
  const movable = levelCounts.map((levels, factor) => (named.has(factor) ? levels : 1));
  const variants = movable.reduce((product, levels) => product * levels, 1);
  const shifts = variants <= mostVariants ? allCombinations(movable) : firstShifts(movable);
  for (const shift of shifts) {
    const moved = runs.map((run) =>
      run.map((level, factor) => (level + (shift[factor] ?? 0)) % (levelCounts[factor] ?? 1)),
    );
    if (moved.every((run) => isAllowed(run, forbidden))) return moved;
  }
  return null;
}

/** The first of all shifts, where there are too many to try them all. */
function firstShifts(movable: readonly number[]): number[][] {
  return Array.from({ length: mostVariants }, (_, place) => {
    let rest = place;
    return movable.map((levels) => {
      const level = rest % levels;
      rest = Math.floor(rest / levels);
      return level;
    });
  });
}
