import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile, normalTwoSided } from '#core/stats/distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '#core/stats/interval.ts';
import { lenthMethod } from '#core/stats/models/lenth.ts';
import { adjustHolm } from '#core/stats/multiplicity/adjusted-p-values.ts';
import { confoundings, type Confounding } from '../design/factorial/confounding.ts';
import { effectsOf, type Effect } from '../design/factorial/effect.ts';
import { estimateEffect } from '../design/factorial/estimator.ts';
import { questionWeights, type LevelStep } from '../design/factorial/plan-question.ts';
import type { FactorialRuns } from './factorial-runs.ts';

/** What a plan mixes an effect with, and how strongly: 1 is fully. */
export interface MixedEffect {
  readonly effect: Effect;
  readonly correlation: number;
}

/** One effect of the factors on the response share. */
export interface FactorEffect {
  /** The places of the factors: one for a main effect, two for an interaction. */
  readonly effect: Effect;
  /** Which level of each of them, against which. */
  readonly steps: readonly LevelStep[];
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly pValue: number;
  /** Holm over all effects that are shown. */
  readonly pValueAdjusted: number;
  /** Other effects that the runs do not keep apart from it: the estimate holds them too. Strongest first. */
  readonly mixedWith: readonly MixedEffect[];
}

export interface FactorialReading {
  /** Main effects first, in the order of the factors. */
  readonly effects: readonly FactorEffect[];
  /** Effects that these runs cannot tell at all, or not apart from those that are shown. */
  readonly untold: readonly Effect[];
  /** How large effects of pure chance get, judged by the effects alone. In shares. */
  readonly lenth: Result<{ readonly marginOfError: number; readonly simultaneousMargin: number }>;
}

/** Standard errors that agree to this are those of one precision. */
const rounding = 1e-9;

/**
 * What each factor does to the response, on average over the others, and what two do beyond adding up.
 * `runs`: the arms by their levels, with whole counts; `confidenceShare`: between 0 and 1.
 * Every effect is the least-squares contrast of the runs' shares with the variance of independent shares. A main effect is
 * the share at a level less that at the factor's first level; an interaction half of how much that step changes between
 * two levels of the other factor, so that all effects of a two-level plan have one precision. Pairs of a plan that mixes
 * them with factors are taken as absent and named beside the factor; pairs that are mixed with each other stand for their
 * sum.
 * Refuses `invalid-confidence`, `too-few-runs` (one), `no-effect` (the runs tell no effect) and `no-variation`. Lenth's
 * margin refuses `unequal-precision` (factors of more than two levels, or arms too few for the plan) and what
 * `lenthMethod` refuses.
 * Source: Box, Hunter & Hunter (2005), chapters 5 and 6; `estimateEffect`; Lenth (1989).
 * Example: 20, 30, 24 and 44 of 1000 give 0.015 for the first factor, standard error 0.00534294.
 */
export function readFactorEffects(
  { runs, levelCounts, counts }: FactorialRuns,
  confidenceShare: number,
): Result<FactorialReading> {
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  if (runs.length < 2) return refuse({ code: 'too-few-runs', runs: runs.length });
  const mixed = confoundings(runs, levelCounts);
  const all = effectsOf('main-and-pairs', levelCounts.length);
  const quantile = -normalQuantile((1 - confidenceShare) / 2);
  const found: Omit<FactorEffect, 'pValueAdjusted'>[] = [];
  const untold: Effect[] = [];
  for (const effect of all) {
    const contrasts = contrastsOf(runs, levelCounts, effect, mixed);
    if (!contrasts) untold.push(effect);
    for (const { steps, weights } of contrasts ?? []) {
      const estimate = weights.reduce((sum, weight, run) => sum + weight * shareOf(counts, run), 0);
      const variance = weights.reduce((sum, weight, run) => {
        const share = shareOf(counts, run);
        return sum + (weight ** 2 * share * (1 - share)) / (counts[run]?.trials ?? 0);
      }, 0);
      if (!(variance > 0)) return refuse({ code: 'no-variation' });
      const standardError = Math.sqrt(variance);
      const reach = quantile * standardError;
      found.push({
        ...{ effect, steps, estimate, standardError },
        interval: { low: estimate - reach, high: estimate + reach },
        pValue: normalTwoSided(estimate / standardError),
        mixedWith: mixedWith(effect, mixed),
      });
    }
  }
  if (found.length === 0) return refuse({ code: 'no-effect', runs: runs.length });
  const adjusted = adjustHolm(found.map(({ pValue }) => pValue));
  return succeed({
    effects: found.map((own, place) => ({ ...own, pValueAdjusted: adjusted[place] ?? 1 })),
    untold,
    lenth: marginOf(found, confidenceShare),
  });
}

interface StepContrast {
  readonly steps: readonly LevelStep[];
  /** Of each run's share. */
  readonly weights: readonly number[];
}

/** Every step of an effect as a contrast of the runs; null where they do not tell it. */
function contrastsOf(
  runs: FactorialRuns['runs'],
  levelCounts: readonly number[],
  effect: Effect,
  mixed: readonly Confounding[],
): readonly StepContrast[] | null {
  const isPair = effect.length > 1;
  const full = effectsOf('main-and-pairs', levelCounts.length);
  const clear = stepsOf(runs, levelCounts, effect, full);
  if (clear.every(({ isAnswered }) => isAnswered)) return clear;
  if (!isPair) {
    const alone = stepsOf(runs, levelCounts, effect, effectsOf('main', levelCounts.length));
    return alone.every(({ isAnswered }) => isAnswered) ? alone : null;
  }
  // A pair that is mixed in full, and only with pairs that come after it, stands for their sum.
  const place = (other: Effect) => full.findIndex((own) => own.join() === other.join());
  const isFirst = mixedWith(effect, mixed).every(
    (other) => other.correlation === 1 && place(other.effect) > place(effect),
  );
  return isFirst ? stepsOf(runs, levelCounts, effect, [effect]) : null;
}

function stepsOf(
  runs: FactorialRuns['runs'],
  levelCounts: readonly number[],
  effect: Effect,
  model: readonly Effect[],
): readonly (StepContrast & { readonly isAnswered: boolean })[] {
  const { estimatorOf } = estimateEffect(runs, levelCounts, model, effect);
  const [first = [], second] = effect.map((factor) =>
    Array.from({ length: (levelCounts[factor] ?? 0) - 1 }, (_, step): LevelStep => {
      return { factor, level: step + 1, against: 0 };
    }),
  );
  const asked = second
    ? first.flatMap((one) => second.map((other) => [one, other]))
    : first.map((step) => [step]);
  return asked.map((steps) => {
    const [one, other] = steps as [LevelStep, LevelStep?];
    const weights = questionWeights(
      other ? { kind: 'interaction', first: one, second: other } : { kind: 'levels', step: one },
      levelCounts,
    );
    const scale = other ? 0.5 : 1;
    const estimator = estimatorOf(weights.map((weight) => scale * weight));
    return { steps, weights: estimator.weights, isAnswered: estimator.isAnswered };
  });
}

function mixedWith(effect: Effect, mixed: readonly Confounding[]): readonly MixedEffect[] {
  const own = effect.join();
  return mixed.flatMap(({ first, second, correlation }) => {
    if (first.join() === own) return [{ effect: second, correlation }];
    return second.join() === own ? [{ effect: first, correlation }] : [];
  });
}

function marginOf(
  effects: readonly Pick<FactorEffect, 'estimate' | 'standardError'>[],
  confidenceShare: number,
): FactorialReading['lenth'] {
  const errors = effects.map(({ standardError }) => standardError);
  if (Math.max(...errors) > Math.min(...errors) * (1 + rounding)) {
    return refuse({ code: 'unequal-precision' });
  }
  const found = lenthMethod(
    effects.map(({ estimate }) => estimate),
    { confidenceShare },
  );
  if (!found.ok) return found;
  const { marginOfError, simultaneousMargin } = found.value;
  return succeed({ marginOfError, simultaneousMargin });
}

function shareOf(counts: FactorialRuns['counts'], run: number): number {
  const { events = 0, trials = 1 } = counts[run] ?? {};
  return events / trials;
}
