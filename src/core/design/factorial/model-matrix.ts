import { freedomOf, type Effect } from './effect.ts';
import type { Run } from './factor-space.ts';

/** The columns of a model over the runs of a plan. */
export interface ModelMatrix {
  /** One row per run: 1 for the average, then the columns of the effects. */
  readonly rows: readonly (readonly number[])[];
  /** For each column the place of its effect, -1 for the average. */
  readonly owners: readonly number[];
}

/**
 * The contrasts that describe a factor of some levels: each level against the mean of those before it, scaled so that
 * over the levels the columns are orthogonal with a mean square of 1.
 * One row per level, levels - 1 columns. Source: Helmert's contrasts; for two levels -1 and 1.
 * Example: 3 levels give [-1.2247, -0.7071], [1.2247, -0.7071], [0, 1.4142].
 */
export function levelContrasts(levels: number): number[][] {
  return Array.from({ length: levels }, (_, level) =>
    Array.from({ length: levels - 1 }, (__, column) => {
      const before = column + 1;
      const entry = level < before ? -1 : level === before ? before : 0;
      return entry === 0 ? 0 : entry * Math.sqrt(levels / (before * (before + 1)));
    }),
  );
}

/**
 * The columns of effects for one run: of an interaction every product of its factors' columns.
 * Over all combinations of levels the columns of all effects are orthogonal with a mean square of 1.
 */
export function effectColumns(
  run: Run,
  effect: Effect,
  contrasts: readonly (readonly (readonly number[])[])[],
): number[] {
  return effect.reduce<number[]>(
    (products, factor) => {
      const own = contrasts[factor]?.[run[factor] ?? 0] ?? [];
      return products.flatMap((product) => own.map((value) => product * value));
    },
    [1],
  );
}

/**
 * The matrix of a model over runs. `levelCounts`: levels of each factor; `effects`: main effects and interactions.
 * Source: Montgomery (2013), 5.5, in contrasts that are orthogonal with a mean square of 1 (`levelContrasts`).
 * Example: levels [2, 2] over the runs [0, 0], [1, 0], [0, 1], [1, 1] with the effects [0], [1], [0, 1] gives the rows
 * [1, -1, -1, 1], [1, 1, -1, -1], [1, -1, 1, -1], [1, 1, 1, 1].
 */
export function modelMatrix(
  levelCounts: readonly number[],
  runs: readonly Run[],
  effects: readonly Effect[],
): ModelMatrix {
  const contrasts = levelCounts.map(levelContrasts);
  return {
    rows: runs.map((run) => [
      1,
      ...effects.flatMap((effect) => effectColumns(run, effect, contrasts)),
    ]),
    owners: [
      -1,
      ...effects.flatMap((effect, place) =>
        new Array<number>(freedomOf(effect, levelCounts)).fill(place),
      ),
    ],
  };
}
