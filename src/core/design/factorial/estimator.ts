import {
  dot,
  inverseUpper,
  orthogonalFactors,
  transpose,
} from '#core/stats/numerics/linear-algebra.ts';
import { freedomOf, type Effect } from './effect.ts';
import type { Run } from './factor-space.ts';
import { modelMatrix } from './model-matrix.ts';

/** How the outcomes of the runs are put together to answer a question, and what the answer really contains. */
export interface Estimator {
  /** The weight of every run's mean outcome. */
  readonly weights: readonly number[];
  /** Whether the weighted outcomes are, on average, what was asked and nothing else. */
  readonly isAnswered: boolean;
  /** Effects of the model that the weighted outcomes contain beside what was asked. */
  readonly mixedWith: readonly Effect[];
}

/** Finds the most precise estimators of one effect of a plan. */
export interface EffectEstimation {
  /** For weights on the effect's own columns, the estimator of that combination. */
  readonly estimatorOf: (wanted: readonly number[]) => Estimator;
  /** How many columns the effect has. */
  readonly freedom: number;
}

/** What a column may contribute beside what was asked, relative to the asked weights, and still be rounding. */
const rounding = 1e-7;

/**
 * Prepares the least-squares estimators of an effect: the average and the effect's own columns come first, then those of
 * the other effects of the model as far as they say something new; the rest are what the effect may be mixed with.
 * `effects`: the model; `asked`: one of them; `sizes`: customers per run, above 0, equal by default.
 * Source: Gauss-Markov with known alias structure (Montgomery 2013, 10.7: the alias matrix).
 */
export function estimateEffect(
  runs: readonly Run[],
  levelCounts: readonly number[],
  effects: readonly Effect[],
  asked: Effect,
  sizes: readonly number[] = runs.map(() => 1),
): EffectEstimation {
  const others = effects.filter((effect) => effect.join() !== asked.join());
  const ordered = [asked, ...others];
  const { rows, owners } = modelMatrix(levelCounts, runs, ordered);
  const roots = sizes.map(Math.sqrt);
  const weighted = rows.map((row, run) => row.map((value) => value * (roots[run] ?? 0)));
  const { kept, directions, upper } = orthogonalFactors(weighted);
  const inverse = transpose(inverseUpper(upper));
  const columns = transpose(weighted);
  return {
    freedom: freedomOf(asked, levelCounts),
    estimatorOf(wanted) {
      const target = owners.map((owner, column) => (owner === 0 ? (wanted[column - 1] ?? 0) : 0));
      const parts = inverse.map((row) =>
        dot(
          row,
          kept.map((column) => target[column] ?? 0),
        ),
      );
      const answer = roots.map((_, run) =>
        dot(
          parts,
          directions.map((own) => own[run] ?? 0),
        ),
      );
      const scale = Math.max(...target.map(Math.abs));
      const contained = columns.map((column) => dot(column, answer));
      const foreign = owners.filter((_, column) => {
        return Math.abs((contained[column] ?? 0) - (target[column] ?? 0)) > rounding * scale;
      });
      return {
        weights: answer.map((value, run) => value * (roots[run] ?? 0)),
        mixedWith: [...new Set(foreign)].flatMap((owner) =>
          owner < 0 ? [] : [ordered[owner] ?? []],
        ),
        isAnswered: foreign.length === 0,
      };
    },
  };
}
