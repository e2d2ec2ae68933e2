import { refuse, succeed, type Result } from '#core/result.ts';
import type { CellWeights } from './cell-weights.ts';
import { combine, contrastOf, type Contrast } from './contrast.ts';
import { levelInCell, type PlanFrame } from './plan-frame.ts';
import type { TrendDirection, TrendQuestion } from './question.ts';
import type { QuestionProblem } from './question-contrasts.ts';

/**
 * The contrast of a directional hypothesis: the weighted least-squares slope of the cells' shares (or effects) on their
 * score, in shares per step; positive where the hypothesis holds.
 * Refuses `no-carrot`, `no-holdout` (an effect needs one), `unknown-arm`, `unknown-attribute` and `too-few-levels` (all
 * cells have the same score).
 * Source: Armitage (1955), Biometrics 11 (linear trend in proportions), weights of the cells instead of their counts.
 * Example: three cells of equal weight, rising, one arm: the contrast -1/2, 0, 1/2.
 */
export function trendContrast(
  frame: PlanFrame,
  weights: CellWeights,
  { outcome, carrot, directions }: TrendQuestion,
): Result<Contrast, QuestionProblem> {
  const { arms, levels } = frame;
  const holdout = arms.findIndex(({ role }) => role === 'holdout');
  if (outcome === 'effect' && holdout < 0) return refuse({ code: 'no-holdout' });
  const carrots = [...arms.keys()].filter((arm) =>
    carrot === null ? arms[arm]?.role === 'carrot' : arms[arm]?.id === carrot,
  );
  if (carrots.length === 0) {
    return refuse(carrot === null ? { code: 'no-carrot' } : { code: 'unknown-arm', arm: carrot });
  }
  const unknown = directions.find(({ attribute }) => levels[attribute] === undefined);
  if (unknown) return refuse({ code: 'unknown-attribute', attribute: unknown.attribute });
  const scores = weights.map((_, cell) =>
    directions.reduce((sum, direction) => sum + scoreOf(levels, cell, direction), 0),
  );
  const mean = weights.reduce((sum, weight, cell) => sum + weight * (scores[cell] ?? 0), 0);
  const spread = weights.reduce(
    (sum, weight, cell) => sum + weight * ((scores[cell] ?? 0) - mean) ** 2,
    0,
  );
  if (!(spread > 1e-12)) return refuse({ code: 'too-few-levels' });
  const slope = weights.map((weight, cell) => (weight * ((scores[cell] ?? 0) - mean)) / spread);
  const contacted = contrastOf(
    frame,
    slope,
    carrots.map((arm) => [arm, 1 / carrots.length]),
  );
  if (outcome === 'response') return succeed(contacted);
  return succeed(
    combine([
      [contacted, 1],
      [contrastOf(frame, slope, [[holdout, 1]]), -1],
    ]),
  );
}

function scoreOf(
  levels: readonly number[],
  cell: number,
  { attribute, direction, scores }: TrendDirection,
): number {
  const level = levelInCell(levels, cell, attribute);
  const score = scores?.[level] ?? level;
  return direction === 'rising' ? score : -score;
}
