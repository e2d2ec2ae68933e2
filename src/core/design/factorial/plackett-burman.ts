import { refuse, succeed, type Result } from '#core/result.ts';
import type { Run } from './factor-space.ts';

/** The published first rows; every further row but the last is the one before, moved by one place. */
const firstRows: Readonly<Record<number, string>> = {
  12: '++-+++---+-',
  20: '++--++++-+-+----++-',
  24: '+++++-+-++--++--+-+----',
};

/** The numbers of runs for which there is a Plackett-Burman plan that is no regular fraction. */
export const plackettBurmanSizes = [12, 20, 24] as const;

/**
 * A screening plan for up to runs - 1 factors of two levels: every main effect as precise as the runs allow, each mixed
 * in part with the pairs of other factors (`confounding` says how much).
 * `runs`: 12, 20 or 24; `factorCount`: 1 to runs - 1, the first columns of the plan.
 * Refuses `no-such-screening-plan`.
 * Source: Plackett & Burman (1946), The design of optimum multifactorial experiments, Biometrika 33.
 * Example: 11 factors in 12 runs: the first run has the levels 1 1 0 1 1 1 0 0 0 1 0, the last only 0.
 */
export function plackettBurmanRuns(factorCount: number, runs: number): Result<readonly Run[]> {
  const first = firstRows[runs];
  if (first === undefined || factorCount < 1 || factorCount >= runs) {
    return refuse({ code: 'no-such-screening-plan', factors: factorCount, runs });
  }
  const width = runs - 1;
  const moved = Array.from({ length: width }, (_, row) =>
    Array.from({ length: factorCount }, (__, column) =>
      first[(column - row + width) % width] === '+' ? 1 : 0,
    ),
  );
  return succeed([...moved, new Array<number>(factorCount).fill(0)]);
}
