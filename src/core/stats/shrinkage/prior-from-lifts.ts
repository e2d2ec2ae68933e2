import { refuse, succeed, type Result } from '#core/result.ts';
import { betweenVariance } from './between-cells.ts';
import { effectsProblem, pooledAt, type CellEffect } from './cell-effect.ts';

/** What past experiments say of the next one's lift. */
export interface LiftPrior {
  readonly mean: number;
  /** The standard deviation between the true lifts of experiments. */
  readonly spread: number;
  readonly experiments: number;
}

const fewest = 3;

/**
 * What the lifts of past experiments let expect of the next: their mean, and how much true lifts differ, by the method of
 * moments. `lifts`: estimates with standard errors in one unit, three or more.
 * Refuses `too-few-experiments` (fewer than three: a spread of two is a guess), `invalid-effect`, and `no-variation` with the
 * `mean` when the lifts lie no further apart than chance alone would place them.
 * Source: DerSimonian & Laird (1986), Controlled Clinical Trials 7; R `metafor::rma(method = "DL")`.
 * Example: lifts of 1, 3 and 5 points, standard errors of 0.5: mean 3, spread 1.936492.
 */
export function priorFromLifts(lifts: readonly CellEffect[]): Result<LiftPrior> {
  if (lifts.length < fewest) {
    return refuse({ code: 'too-few-experiments', experiments: lifts.length, fewest });
  }
  const problem = effectsProblem(lifts);
  if (problem) return refuse(problem);
  const between = betweenVariance(lifts, 'dersimonian-laird');
  if (!between.ok) return between;
  const { mean } = pooledAt(lifts, between.value);
  if (!(between.value > 0)) return refuse({ code: 'no-variation', mean });
  return succeed({ mean, spread: Math.sqrt(between.value), experiments: lifts.length });
}
