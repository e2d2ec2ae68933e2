import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { levelInCell, type PlanFrame } from './plan-frame.ts';
import type { CellWeighting } from './question.ts';

/** Weights per cell that add up to 1; cells that are not asked have 0. */
export type CellWeights = readonly number[];

/** What a question without cells is refused with. */
export type CellWeightProblem =
  | Problem<'no-cells-in-question'>
  | (Problem<'unknown-cell'> & { cell: number })
  | Problem<'too-few-levels'>;

/**
 * The weight of each cell in a question: its customers over those of all cells that are asked.
 * `within`: cells by their places, all by default. Cells without eligible customers have no weight.
 * Refuses `unknown-cell` (a place beyond the table) and `no-cells-in-question` (nobody eligible, or nobody drawn, in any of
 * them).
 * Example: cells of 501 and 445 by population are weighed 0.5296 and 0.4704.
 */
export function cellWeights(
  frame: PlanFrame,
  weighting: CellWeighting,
  within?: readonly number[],
): Result<CellWeights, CellWeightProblem> {
  const asked = within === undefined ? null : new Set(within);
  const unknown = within?.find((cell) => frame.population[cell] === undefined);
  if (unknown !== undefined) return refuse({ code: 'unknown-cell', cell: unknown });
  const customers = frame.population.map((eligible, cell) => {
    if (eligible === 0 || (asked && !asked.has(cell))) return 0;
    if (weighting === 'population') return eligible;
    return (frame.counts[cell] ?? []).reduce((sum, count) => sum + count, 0);
  });
  const total = customers.reduce((sum, count) => sum + count, 0);
  if (!(total > 0)) return refuse({ code: 'no-cells-in-question' });
  return succeed(customers.map((count) => count / total));
}

/**
 * The weights within each level of an attribute (each adds up to 1); null takes every cell for a level of its own.
 * Refuses `too-few-levels` when fewer than two levels have customers: then there is nothing to differ.
 */
export function weightsByLevel(
  frame: PlanFrame,
  weights: CellWeights,
  attribute: number | null,
): Result<readonly CellWeights[], CellWeightProblem> {
  const levelOf = (cell: number): number =>
    attribute === null ? cell : levelInCell(frame.levels, cell, attribute);
  const levels = attribute === null ? weights.length : (frame.levels[attribute] ?? 0);
  const byLevel = Array.from({ length: levels }, (_, level) => {
    const own = weights.map((weight, cell) => (levelOf(cell) === level ? weight : 0));
    const total = own.reduce((sum, weight) => sum + weight, 0);
    return total > 0 ? own.map((weight) => weight / total) : null;
  }).filter((own) => own !== null);
  return byLevel.length < 2 ? refuse({ code: 'too-few-levels' }) : succeed(byLevel);
}
