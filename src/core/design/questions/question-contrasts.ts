import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import {
  cellWeights,
  weightsByLevel,
  type CellWeightProblem,
  type CellWeights,
} from './cell-weights.ts';
import { contrastOf, interactionRows, type Contrast } from './contrast.ts';
import { additiveContrasts, mainEffectContrasts, type FactorProblem } from './factor-contrasts.ts';
import type { PlanFrame } from './plan-frame.ts';
import type { CellWeighting, Question } from './question.ts';
import { trendContrast } from './trend-contrast.ts';

/**
 * A question as contrasts over cells × arms. `single`: one of them is tested by itself. `many-to-one`: each carrot against
 * the holdout, with the declared adjustment. `joint`: all at once by one chi-square test (a general linear hypothesis).
 */
export interface QuestionContrasts {
  readonly form: 'single' | 'many-to-one' | 'joint';
  /** One row per degree of freedom. */
  readonly rows: readonly Contrast[];
  /** The differences that are reported: every gap between two levels (and two arms) that the rows can show. */
  readonly gaps: readonly Contrast[];
  /** Whether only a positive value is an answer. */
  readonly oneSided: boolean;
}

export type QuestionProblem =
  | CellWeightProblem
  | FactorProblem
  | Problem<'no-holdout'>
  | Problem<'no-carrot'>
  | Problem<'too-few-carrots'>
  | (Problem<'unknown-arm'> & { arm: string })
  | (Problem<'unknown-attribute'> & { attribute: number })
  | Problem<'same-arm-twice'>;

/**
 * The contrasts that a question asks for.
 * `frame`: a plan without problems (`frameProblem`); `weighting`: how its cells are weighed.
 * Refuses what the plan has no groups for: `no-holdout`, `no-carrot`, `too-few-carrots`, `unknown-arm`,
 * `unknown-attribute`, `same-arm-twice`, `no-cells-in-question`, `unknown-cell`, `too-few-levels`, `unknown-factor`,
 * `combination-missing`.
 * Example: carrot B against the holdout in one cell is the contrast -1 (holdout), 1 (B).
 */
export function questionContrasts(
  frame: PlanFrame,
  question: Question,
  weighting: CellWeighting,
): Result<QuestionContrasts, QuestionProblem> {
  const weights = cellWeights(frame, weighting, question.within);
  if (!weights.ok) return weights;
  switch (question.kind) {
    case 'any-carrot':
      return anyCarrot(frame, weights.value);
    case 'carrot-versus-holdout':
      return carrotVersusHoldout(frame, weights.value, question.carrot);
    case 'carrot-versus-carrot':
      return carrotVersusCarrot(frame, weights.value, question.first, question.second);
    case 'same-everywhere':
      return sameEverywhere(frame, weights.value, question);
    case 'carrot-for-customer':
      return carrotForCustomer(frame, weights.value, question.attribute);
    case 'trend': {
      const trend = trendContrast(frame, weights.value, question);
      return trend.ok ? succeed(single(trend.value, true)) : trend;
    }
    case 'main-effect':
      return jointly(mainEffectContrasts(frame, weights.value, question.factor));
    case 'additive':
      return jointly(additiveContrasts(frame, weights.value, question.factors));
  }
}

function single(contrast: Contrast, oneSided = false): QuestionContrasts {
  return { form: 'single', rows: [contrast], gaps: [contrast], oneSided };
}

function jointly(
  found: Result<{ rows: readonly Contrast[]; gaps: readonly Contrast[] }, FactorProblem>,
): Result<QuestionContrasts, FactorProblem> {
  return found.ok ? succeed({ form: 'joint', ...found.value, oneSided: false }) : found;
}

type Found = Result<QuestionContrasts, QuestionProblem>;

function anyCarrot(frame: PlanFrame, weights: CellWeights): Found {
  const holdout = holdoutOf(frame);
  const carrots = carrotsOf(frame);
  if (holdout < 0) return refuse({ code: 'no-holdout' });
  if (carrots.length === 0) return refuse({ code: 'no-carrot' });
  const rows = carrots.map((carrot) => pair(frame, weights, carrot, holdout));
  return succeed({ form: 'many-to-one', rows, gaps: rows, oneSided: false });
}

function carrotVersusHoldout(frame: PlanFrame, weights: CellWeights, carrot: string): Found {
  const holdout = holdoutOf(frame);
  if (holdout < 0) return refuse({ code: 'no-holdout' });
  const arm = armOf(frame, carrot);
  if (arm < 0) return refuse({ code: 'unknown-arm', arm: carrot });
  if (arm === holdout) return refuse({ code: 'same-arm-twice' });
  return succeed(single(pair(frame, weights, arm, holdout)));
}

function carrotVersusCarrot(
  frame: PlanFrame,
  weights: CellWeights,
  first: string,
  second: string,
): Found {
  const unknown = [first, second].find((id) => armOf(frame, id) < 0);
  if (unknown !== undefined) return refuse({ code: 'unknown-arm', arm: unknown });
  if (first === second) return refuse({ code: 'same-arm-twice' });
  return succeed(single(pair(frame, weights, armOf(frame, first), armOf(frame, second))));
}

function sameEverywhere(
  frame: PlanFrame,
  weights: CellWeights,
  { carrot, attribute }: { readonly carrot: string | null; readonly attribute: number | null },
): Found {
  const all = anyCarrot(frame, weights);
  if (!all.ok) return all;
  if (carrot !== null && armOf(frame, carrot) < 0)
    return refuse({ code: 'unknown-arm', arm: carrot });
  const holdout = holdoutOf(frame);
  const carrots = carrot === null ? carrotsOf(frame) : [armOf(frame, carrot)];
  if (carrots.includes(holdout)) return refuse({ code: 'same-arm-twice' });
  const levels = levelsOf(frame, weights, attribute);
  if (!levels.ok) return levels;
  const means = [holdout, ...carrots].map((arm) =>
    levels.value.map((own) => contrastOf(frame, own, [[arm, 1]])),
  );
  const { rows, gaps } = interactionRows(means);
  // Gaps between two carrots are the next question's.
  const ofOne = carrots.flatMap(
    (_, place) => interactionRows([means[0] ?? [], means[place + 1] ?? []]).gaps,
  );
  return succeed({ form: 'joint', rows, gaps: carrots.length > 1 ? ofOne : gaps, oneSided: false });
}

function carrotForCustomer(
  frame: PlanFrame,
  weights: CellWeights,
  attribute: number | null,
): Found {
  const carrots = carrotsOf(frame);
  if (carrots.length < 2) return refuse({ code: 'too-few-carrots' });
  const levels = levelsOf(frame, weights, attribute);
  if (!levels.ok) return levels;
  const means = carrots.map((arm) => levels.value.map((own) => contrastOf(frame, own, [[arm, 1]])));
  return succeed({ form: 'joint', ...interactionRows(means), oneSided: false });
}

function levelsOf(frame: PlanFrame, weights: CellWeights, attribute: number | null) {
  if (attribute !== null && frame.levels[attribute] === undefined) {
    return refuse({ code: 'unknown-attribute', attribute });
  }
  return weightsByLevel(frame, weights, attribute);
}

function pair(frame: PlanFrame, weights: CellWeights, first: number, second: number): Contrast {
  return contrastOf(frame, weights, [
    [first, 1],
    [second, -1],
  ]);
}

const armOf = (frame: PlanFrame, id: string): number =>
  frame.arms.findIndex((arm) => arm.id === id);
const holdoutOf = ({ arms }: PlanFrame): number => arms.findIndex(({ role }) => role === 'holdout');
const carrotsOf = ({ arms }: PlanFrame): number[] =>
  [...arms.keys()].filter((arm) => arms[arm]?.role === 'carrot');
