import { effectsOf, type EffectModel } from './effect.ts';
import type { Run } from './factor-space.ts';
import { modelMatrix } from './model-matrix.ts';

/**
 * How much a plan tells about all effects of a model together, per run: det(X'X / n)^(1/p) in contrasts with a mean
 * square of 1. 1 for a plan in which all effects are balanced and orthogonal, 0 where some cannot be told at all.
 * Source: Atkinson, Donev & Tobias (2007), chapter 11; R `AlgDesign::eval.design` with orthonormal contrasts.
 * Example: the runs [0, 0], [1, 0], [0, 1] for two main effects give (16 / 27)^(1/3) = 0.8399474.
 */
export function dEfficiency(
  runs: readonly Run[],
  levelCounts: readonly number[],
  model: EffectModel,
): number {
  const { rows } = modelMatrix(levelCounts, runs, effectsOf(model, levelCounts.length));
  const width = rows[0]?.length ?? 0;
  if (rows.length < width) return 0;
  const lower = informationTriangle(rows);
  if (!lower) return 0;
  return Math.exp((2 * logDiagonal(lower)) / width) / rows.length;
}

/** Cholesky's lower triangle of X'X, or null where some column only repeats others. */
export function informationTriangle(rows: readonly (readonly number[])[]): Float64Array[] | null {
  const width = rows[0]?.length ?? 0;
  const lower = Array.from({ length: width }, () => new Float64Array(width));
  for (let i = 0; i < width; i += 1) {
    const own = lower[i] ?? new Float64Array(width);
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j] ?? own;
      let sum = 0;
      for (const row of rows) sum += (row[i] ?? 0) * (row[j] ?? 0);
      const whole = sum;
      for (let k = 0; k < j; k += 1) sum -= (own[k] ?? 0) * (other[k] ?? 0);
      if (j < i) own[j] = sum / (other[j] ?? Number.NaN);
      else if (sum > 1e-9 * whole) own[i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}

/** The sum of the logarithms of a triangle's diagonal. */
export function logDiagonal(lower: readonly Float64Array[]): number {
  return lower.reduce((sum, row, place) => sum + Math.log(row[place] ?? Number.NaN), 0);
}

/** The inverse of `lower · lower'`. */
export function inverseInformation(lower: readonly Float64Array[]): Float64Array[] {
  const width = lower.length;
  const inverse = lower.map(() => new Float64Array(width));
  for (let column = 0; column < width; column += 1) {
    const answer = new Float64Array(width);
    for (let i = column; i < width; i += 1) {
      let sum = i === column ? 1 : 0;
      for (let k = column; k < i; k += 1) sum -= (lower[i]?.[k] ?? 0) * (answer[k] ?? 0);
      answer[i] = sum / (lower[i]?.[i] ?? Number.NaN);
    }
    for (let i = width - 1; i >= 0; i -= 1) {
      let sum = answer[i] ?? 0;
      for (let k = i + 1; k < width; k += 1) sum -= (lower[k]?.[i] ?? 0) * (answer[k] ?? 0);
      answer[i] = sum / (lower[i]?.[i] ?? Number.NaN);
    }
    for (let i = 0; i < width; i += 1) (inverse[i] as Float64Array)[column] = answer[i] ?? 0;
  }
  return inverse;
}
