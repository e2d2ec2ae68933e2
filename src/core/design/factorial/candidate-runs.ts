import { createGenerator } from '#core/random/generator.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { isAllowed, type FactorSpace, type Run } from './factor-space.ts';

/** Of more combinations a random choice of so many is searched. */
export const mostCandidates = 1500;
/** So many random runs are looked at for each that is wanted; where fewer are allowed, so be it. */
const drawsPerCandidate = 20;

/** At most 1,500 of the runs there are, all equally likely; all of them where they are no more. */
export function someOf(runs: readonly Run[], seed: string | number): readonly Run[] {
  if (runs.length <= mostCandidates) return runs;
  return shuffle([...runs], createGenerator(seed)).slice(0, mostCandidates);
}

/**
 * Up to 1,500 different runs that are allowed, drawn at random: for factors with too many combinations to list them.
 * Few or none where nearly everything is forbidden. The same seed gives the same runs.
 */
export function drawnRuns(
  { levelCounts, forbidden }: FactorSpace,
  seed: string | number,
): readonly Run[] {
  const generator = createGenerator(seed);
  const found = new Map<string, Run>();
  for (let draw = 0; draw < drawsPerCandidate * mostCandidates; draw += 1) {
    if (found.size === mostCandidates) break;
    const run = levelCounts.map((levels) => generator.nextInteger(levels));
    if (isAllowed(run, forbidden)) found.set(run.join(), run);
  }
  return [...found.values()];
}
