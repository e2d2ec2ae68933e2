import {
  cellWeights,
  type CellWeightProblem,
  type CellWeights,
} from '../../design/questions/cell-weights.ts';
import { contrastOf, type Contrast } from '../../design/questions/contrast.ts';
import { armLevels, levelInCell, type PlanFrame } from '../../design/questions/plan-frame.ts';
import type { Question } from '../../design/questions/question.ts';
import { contrastValue } from '#core/stats/power/hypothesis-power.ts';
import type { Result } from '#core/result.ts';
import type { PartName } from './answer.ts';
import type { AnsweringFrame } from './answering-frame.ts';

/** A named contrast of an answer, with the means that it is made of: none of them may be without variance. */
export interface NamedContrast {
  readonly name: PartName;
  readonly contrast: Contrast;
  readonly means: readonly Contrast[];
}

/** What of an answer is reported by name; `rows` are the contrasts that are tested, in the order of the carrots. */
export function answerParts(
  answering: AnsweringFrame,
  question: Question,
  rows: readonly Contrast[],
): readonly NamedContrast[] {
  const { frame } = answering;
  const [row = []] = rows;
  const carrots = carrotsOf(frame);
  switch (question.kind) {
    case 'any-carrot':
      return rows.map((contrast, place) => ({
        name: { kind: 'arm', arm: frame.arms[carrots[place] ?? 0]?.id ?? '' },
        contrast,
        means: [],
      }));
    case 'carrot-versus-holdout':
      return [{ name: { kind: 'arm', arm: question.carrot }, contrast: row, means: [] }];
    case 'carrot-versus-carrot':
      return [{ name: { kind: 'arm', arm: question.first }, contrast: row, means: [] }];
    case 'trend':
      return [{ name: { kind: 'whole' }, contrast: row, means: [] }];
    case 'same-everywhere':
      return effectsByLevel(answering, question);
    case 'carrot-for-customer':
      return bestByLevel(answering, question);
    case 'main-effect':
      return meansByFactorLevel(answering, question);
    case 'additive':
      return [];
  }
}

function effectsByLevel(
  answering: AnsweringFrame,
  question: Extract<Question, { kind: 'same-everywhere' }>,
): readonly NamedContrast[] {
  const { frame } = answering;
  const holdout = frame.arms.findIndex(({ role }) => role === 'holdout');
  const carrots =
    question.carrot === null
      ? carrotsOf(frame)
      : [frame.arms.findIndex(({ id }) => id === question.carrot)];
  return levelWeights(answering, question).map(({ nameOf, weights }) => ({
    name: nameOf(question.carrot),
    contrast: contrastOf(frame, weights, [
      ...carrots.map((arm) => [arm, 1 / carrots.length] as const),
      [holdout, -1],
    ]),
    means: [holdout, ...carrots].map((arm) => contrastOf(frame, weights, [[arm, 1]])),
  }));
}

function bestByLevel(
  answering: AnsweringFrame,
  question: Extract<Question, { kind: 'carrot-for-customer' }>,
): readonly NamedContrast[] {
  const { frame, groups } = answering;
  return levelWeights(answering, question).flatMap(({ nameOf, weights }) => {
    const means = carrotsOf(frame).map((arm) => ({
      arm,
      contrast: contrastOf(frame, weights, [[arm, 1]]),
    }));
    const [best, next] = means.toSorted(
      (one, other) => contrastValue(other.contrast, groups) - contrastValue(one.contrast, groups),
    );
    if (!best || !next) return [];
    return {
      name: nameOf(frame.arms[best.arm]?.id ?? null),
      contrast: contrastOf(frame, weights, [
        [best.arm, 1],
        [next.arm, -1],
      ]),
      means: means.map(({ contrast }) => contrast),
    };
  });
}

function meansByFactorLevel(
  { frame, weighting }: AnsweringFrame,
  { factor, within }: Extract<Question, { kind: 'main-effect' }>,
): readonly NamedContrast[] {
  const weights = cellWeights(frame, weighting, within);
  if (!weights.ok) return [];
  return armLevels(frame, factor).map((level) => {
    const arms = carrotsOf(frame).filter((arm) => frame.arms[arm]?.factors?.[factor] === level);
    const contrast = contrastOf(
      frame,
      weights.value,
      arms.map((arm) => [arm, 1 / arms.length]),
    );
    return { name: { kind: 'factor-level', factor, level }, contrast, means: [contrast] };
  });
}

/** The levels with customers, each with the weights of its cells; without an attribute every cell is a level of its own. */
function levelWeights(
  { frame, weighting, attributes }: AnsweringFrame,
  { attribute, within }: { readonly attribute: number | null; readonly within?: readonly number[] },
): readonly {
  readonly nameOf: (arm: string | null) => PartName;
  readonly weights: CellWeights;
}[] {
  const all: Result<CellWeights, CellWeightProblem> = cellWeights(frame, weighting, within);
  if (!all.ok) return [];
  const levels = attribute === null ? all.value.length : (frame.levels[attribute] ?? 0);
  return Array.from({ length: levels }, (_, level) => {
    const own = all.value.map((weight, cell) =>
      (attribute === null ? cell : levelInCell(frame.levels, cell, attribute)) === level
        ? weight
        : 0,
    );
    const total = own.reduce((sum, weight) => sum + weight, 0);
    const nameOf = (arm: string | null): PartName =>
      attribute === null
        ? { kind: 'cell', cell: level, arm }
        : { kind: 'level', level: attributes[attribute]?.levels[level] ?? '', arm };
    return { nameOf, weights: own.map((weight) => weight / total), total };
  }).filter(({ total }) => total > 0);
}

function carrotsOf({ arms }: PlanFrame): readonly number[] {
  return [...arms.keys()].filter((arm) => arms[arm]?.role === 'carrot');
}
