import type { Run } from './factor-space.ts';

/**
 * The strength of a plan: the largest number t so that any t factors have all combinations of their levels equally often.
 * `levelCounts`: levels of each factor; `most`: where to stop counting, 4 by default. 0 where a factor's levels are
 * uneven. By counting runs. A full factorial has the strength of all its factors.
 * Source: Rao (1947); Hedayat, Sloane & Stufken (1999), definition 1.1.
 * Example: the four runs [0, 0, 0], [1, 0, 1], [0, 1, 1], [1, 1, 0] have strength 2.
 */
export function strengthOf(runs: readonly Run[], levelCounts: readonly number[], most = 4): number {
  let strength = 0;
  while (strength < Math.min(most, levelCounts.length)) {
    if (!everySet(levelCounts.length, strength + 1, (set) => isEven(runs, levelCounts, set))) break;
    strength += 1;
  }
  return strength;
}

/** Whether all combinations of some factors' levels are equally often in the runs. */
function isEven(
  runs: readonly Run[],
  levelCounts: readonly number[],
  factors: readonly number[],
): boolean {
  const combinations = factors.reduce((product, factor) => product * (levelCounts[factor] ?? 1), 1);
  if (runs.length === 0 || runs.length % combinations !== 0) return false;
  const counts = new Uint32Array(combinations);
  for (const run of runs) {
    const place = factors.reduce(
      (sum, factor) => sum * (levelCounts[factor] ?? 1) + (run[factor] ?? 0),
      0,
    );
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.every((count) => count === runs.length / combinations);
}

/** Whether something holds for every set of so many places. */
function everySet(
  places: number,
  size: number,
  holds: (set: readonly number[]) => boolean,
  chosen: readonly number[] = [],
): boolean {
  if (chosen.length === size) return holds(chosen);
  const start = (chosen.at(-1) ?? -1) + 1;
  for (let place = start; place <= places - (size - chosen.length); place += 1) {
    if (!everySet(places, size, holds, [...chosen, place])) return false;
  }
  return true;
}
