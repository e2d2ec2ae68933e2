import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { CellWeights } from './cell-weights.ts';
import { contrastOf, differenceRows, interactionRows, type Contrast } from './contrast.ts';
import { fractionContrasts } from './fraction-contrasts.ts';
import { armFactors, armLevels, type PlanFrame } from './plan-frame.ts';

export type FactorProblem =
  | (Problem<'unknown-factor'> & { factor: string })
  | Problem<'too-few-levels'>
  /** A combination of levels that no arm has: what is asked would be mixed up with another factor. */
  | (Problem<'combination-missing'> & { combination: readonly string[] });

interface Rows {
  readonly rows: readonly Contrast[];
  readonly gaps: readonly Contrast[];
}

/**
 * The main effect of a factor of the arms: its levels compared, each averaged over all combinations of the other factors; of
 * arms that are no full grid as `fractionContrasts` says.
 * Refuses `unknown-factor` (no arm has it), `too-few-levels`, and `combination-missing` where the arms do not tell it.
 * Source: Box, Hunter & Hunter (2005), chapter 5.
 * Example: channel with two levels over four arms of channel × carrot: the contrast -1/2, -1/2, 1/2, 1/2.
 */
export function mainEffectContrasts(
  frame: PlanFrame,
  weights: CellWeights,
  factor: string,
): Result<Rows, FactorProblem> {
  const grid = completeGrid(frame, [factor]);
  if (!grid.ok) return byFraction(frame, weights, [factor], grid.problem);
  return succeed(
    differenceRows(
      armLevels(frame, factor).map((level) => meanOf(frame, weights, { [factor]: level })),
    ),
  );
}

/**
 * Whether two factors simply add up: their two-factor interaction, averaged over all combinations of the others.
 * Refuses as `mainEffectContrasts` does.
 * Source: Box, Hunter & Hunter (2005), chapter 5.
 * Example: channel × carrot with two levels each: the contrast 1, -1, -1, 1.
 */
export function additiveContrasts(
  frame: PlanFrame,
  weights: CellWeights,
  [first, second]: readonly [string, string],
): Result<Rows, FactorProblem> {
  const grid = completeGrid(frame, [first, second]);
  if (!grid.ok) return byFraction(frame, weights, [first, second], grid.problem);
  const means = armLevels(frame, first).map((level) =>
    armLevels(frame, second).map((other) =>
      meanOf(frame, weights, { [first]: level, [second]: other }),
    ),
  );
  return succeed(interactionRows(means));
}

/** Arms that are no full grid may still tell a factor or a pair from the others. */
function byFraction(
  frame: PlanFrame,
  weights: CellWeights,
  asked: readonly string[],
  problem: FactorProblem,
): Result<Rows, FactorProblem> {
  const found = problem.code === 'combination-missing' && fractionContrasts(frame, weights, asked);
  return found ? succeed(found) : refuse(problem);
}

/** Every combination of the levels of all factors must have an arm. */
function completeGrid(frame: PlanFrame, asked: readonly string[]): Result<null, FactorProblem> {
  for (const factor of asked) {
    const levels = armLevels(frame, factor).length;
    if (levels === 0) return refuse({ code: 'unknown-factor', factor });
    if (levels < 2) return refuse({ code: 'too-few-levels' });
  }
  if (new Set(asked).size < asked.length) return refuse({ code: 'too-few-levels' });
  const factors = armFactors(frame);
  const combinations = factors.reduce<readonly (readonly string[])[]>(
    (known, factor) =>
      known.flatMap((levels) => armLevels(frame, factor).map((level) => [...levels, level])),
    [[]],
  );
  const missing = combinations.find((levels) => {
    const wanted = Object.fromEntries(
      factors.map((factor, place) => [factor, levels[place] ?? '']),
    );
    return armsWith(frame, wanted).length === 0;
  });
  return missing ? refuse({ code: 'combination-missing', combination: missing }) : succeed(null);
}

function meanOf(
  frame: PlanFrame,
  weights: CellWeights,
  wanted: Readonly<Record<string, string>>,
): Contrast {
  const arms = armsWith(frame, wanted);
  return contrastOf(
    frame,
    weights,
    arms.map((arm) => [arm, 1 / arms.length]),
  );
}

/** The carrots of these levels; the holdout has no part in a factor. */
function armsWith({ arms }: PlanFrame, wanted: Readonly<Record<string, string>>): number[] {
  return [...arms.keys()].filter((arm) => {
    const { role, factors = {} } = arms[arm] ?? { role: 'holdout' as const };
    return (
      role === 'carrot' &&
      Object.entries(wanted).every(([factor, level]) => factors[factor] === level)
    );
  });
}
