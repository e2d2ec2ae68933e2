import { refuse, succeed, type Result } from '#core/result.ts';
import { independentColumns } from '#core/stats/numerics/linear-algebra.ts';
import { effectsOf, type Effect, type EffectModel } from './effect.ts';
import { estimateEffect } from './estimator.ts';
import type { Run } from './factor-space.ts';
import { modelMatrix } from './model-matrix.ts';
import { effectAsked, isPossible, questionWeights, type PlanQuestion } from './plan-question.ts';

/** The runs of a plan and the effects it is to tell apart. */
export interface PlanModel {
  readonly runs: readonly Run[];
  readonly levelCounts: readonly number[];
  readonly model: EffectModel;
  /** Customers of each run, above 0; only their proportions count. Equal by default. */
  readonly sizes?: readonly number[];
}

/** How a question is answered from the runs' outcomes. */
export interface QuestionAnswer {
  /** One weight per run: the answer is the sum of weight times the run's mean outcome. What `ContrastGroup` takes. */
  readonly weights: readonly number[];
  /** The variance of the answer is this times the variance of one customer's outcome over all customers of the plan. */
  readonly varianceFactor: number;
}

/**
 * The contrast over runs that answers a question most precisely, all other effects of the model allowed for.
 * Refuses `impossible-question` (levels or factors there are not), `invalid-size` (not one above 0 for every run), `effect-not-in-model` (an interaction asked of a model
 * of main effects) and `not-answerable` with the effects it is `mixedWith`.
 * Source: Gauss-Markov; with equal runs of an orthogonal two-level plan the factor is 4 for a main effect and 16 for an
 * interaction as a difference of differences.
 * Example: the second level of the first factor against its first, over the four runs of 2^2: weights -1/2, 1/2, -1/2, 1/2.
 */
export function answerQuestion(
  { runs, levelCounts, model, sizes }: PlanModel,
  question: PlanQuestion,
): Result<QuestionAnswer> {
  if (!isPossible(question, levelCounts)) return refuse({ code: 'impossible-question' });
  if (sizes && (sizes.length !== runs.length || !sizes.every((size) => size > 0 && size < 1e100))) {
    return refuse({ code: 'invalid-size', runs: runs.length });
  }
  const asked = effectAsked(question);
  const effects = effectsOf(model, levelCounts.length);
  if (!effects.some((effect) => effect.join() === asked.join())) {
    return refuse({ code: 'effect-not-in-model', effect: asked });
  }
  const { estimatorOf } = estimateEffect(runs, levelCounts, effects, asked, sizes);
  const { weights, isAnswered, mixedWith } = estimatorOf(questionWeights(question, levelCounts));
  if (!isAnswered) return refuse({ code: 'not-answerable', effect: asked, mixedWith });
  const customers = sizes ?? runs.map(() => 1);
  const all = customers.reduce((sum, size) => sum + size, 0);
  return succeed({
    weights,
    varianceFactor: weights.reduce(
      (sum, weight, run) => sum + (weight * weight * all) / (customers[run] ?? 1),
      0,
    ),
  });
}

/** Whether a plan can tell an effect of a model from the others. */
export interface EffectAnswer {
  readonly effect: Effect;
  /** `partly`: some comparisons of its levels can be told, others not. */
  readonly answered: 'fully' | 'partly' | 'not';
  /** Effects of the model it is mixed with where it is not fully answered. */
  readonly mixedWith: readonly Effect[];
}

/**
 * Which effects of a model a plan can tell, and with what the others are mixed.
 * Source: rank of the model matrix, with the alias matrix of the columns that only repeat others.
 * Example: 2^(3-1) with main effects and pairs tells none; [0] is mixed with [1, 2].
 */
export function answerableEffects({ runs, levelCounts, model }: PlanModel): EffectAnswer[] {
  const effects = effectsOf(model, levelCounts.length);
  const rank = rankOf(runs, levelCounts, effects);
  return effects.map((effect) => {
    const { freedom, estimatorOf } = estimateEffect(runs, levelCounts, effects, effect);
    const others = effects.filter((other) => other !== effect);
    const told = rank - rankOf(runs, levelCounts, others);
    const estimators = Array.from({ length: freedom }, (_, place) =>
      estimatorOf(Array.from({ length: freedom }, (__, other) => (other === place ? 1 : 0))),
    );
    const mixed = new Map(
      estimators.flatMap(({ mixedWith }) => mixedWith).map((other) => [other.join(), other]),
    );
    return {
      effect,
      answered: told === freedom ? 'fully' : told > 0 ? 'partly' : 'not',
      mixedWith: [...mixed.values()].toSorted(
        (a, b) => a.length - b.length || (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0),
      ),
    };
  });
}

function rankOf(
  runs: readonly Run[],
  levelCounts: readonly number[],
  effects: readonly Effect[],
): number {
  return independentColumns(modelMatrix(levelCounts, runs, effects).rows).length;
}
