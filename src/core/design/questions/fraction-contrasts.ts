import { effectsOf, type Effect, type EffectModel } from '../factorial/effect.ts';
import { estimateEffect } from '../factorial/estimator.ts';
import { questionWeights, type LevelStep, type PlanQuestion } from '../factorial/plan-question.ts';
import type { CellWeights } from './cell-weights.ts';
import { contrastOf, type Contrast } from './contrast.ts';
import { armFactors, armLevels, type PlanFrame } from './plan-frame.ts';

/** A step between two levels, and whether it starts at the first: those are independent of each other. */
interface Step extends LevelStep {
  readonly basic: boolean;
}

/**
 * What a plan of chosen runs, or one without forbidden combinations, says about a factor or a pair: least squares over its
 * arms, all other factors and pairs allowed for, or the other factors alone where a factor cannot be told from pairs.
 * `asked`: one factor for its main effect, two for what they do beyond adding up. Null where the arms do not tell all of it.
 * Source: Gauss-Markov, as `answerQuestion`.
 * Example: the four arms of 2^(3-1) tell each factor by the mean of two arms less the mean of the others, and no pair.
 */
export function fractionContrasts(
  frame: PlanFrame,
  weights: CellWeights,
  asked: readonly string[],
): { readonly rows: readonly Contrast[]; readonly gaps: readonly Contrast[] } | null {
  const factors = armFactors(frame);
  const levels = factors.map((factor) => armLevels(frame, factor));
  const levelCounts = levels.map(({ length }) => length);
  const arms = [...frame.arms.keys()].filter((arm) => frame.arms[arm]?.role === 'carrot');
  const runs = arms.map((arm) =>
    factors.map((factor, place) =>
      (levels[place] ?? []).indexOf(frame.arms[arm]?.factors?.[factor] ?? ''),
    ),
  );
  const effect = asked.map((factor) => factors.indexOf(factor)).toSorted((a, b) => a - b);
  if (runs.some((run) => run.includes(-1)) || effect.includes(-1)) return null;
  const questions = questionsOf(effect, levelCounts);
  const models: readonly EffectModel[] =
    effect.length === 1 ? ['main-and-pairs', 'main'] : ['main-and-pairs'];
  for (const model of models) {
    const effects = effectsOf(model, factors.length);
    const { estimatorOf } = estimateEffect(runs, levelCounts, effects, effect);
    const found = questions.map(({ question }) =>
      estimatorOf(questionWeights(question, levelCounts)),
    );
    if (!found.every(({ isAnswered }) => isAnswered)) continue;
    const gaps = found.map((estimator) =>
      contrastOf(
        frame,
        weights,
        arms.map((arm, run) => [arm, estimator.weights[run] ?? 0]),
      ),
    );
    return { rows: gaps.filter((_, place) => questions[place]?.basic), gaps };
  }
  return null;
}

/** All steps that the effect can be asked for. */
function questionsOf(
  effect: Effect,
  levelCounts: readonly number[],
): { readonly question: PlanQuestion; readonly basic: boolean }[] {
  const steps = effect.map((factor) => stepsOf(factor, levelCounts[factor] ?? 0));
  const [first = [], second] = steps;
  return second
    ? first.flatMap((one) =>
        second.map((other) => ({
          question: { kind: 'interaction' as const, first: one, second: other },
          basic: one.basic && other.basic,
        })),
      )
    : first.map((step) => ({ question: { kind: 'levels' as const, step }, basic: step.basic }));
}

function stepsOf(factor: number, levels: number): Step[] {
  return Array.from({ length: levels }, (_, against) =>
    Array.from({ length: levels - against - 1 }, (__, step) => ({
      ...{ factor, level: against + 1 + step, against },
      basic: against === 0,
    })),
  ).flat();
}
