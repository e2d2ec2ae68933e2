import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerableEffects, answerQuestion } from '#core/design/factorial/answers.ts';
import { confoundings } from '#core/design/factorial/confounding.ts';
import { effectsOf, type EffectModel } from '#core/design/factorial/effect.ts';
import { allCombinations } from '#core/design/factorial/full-factorial.ts';
import { modelMatrix } from '#core/design/factorial/model-matrix.ts';
import { plackettBurmanRuns } from '#core/design/factorial/plackett-burman.ts';
import type { PlanQuestion } from '#core/design/factorial/plan-question.ts';
import { fractionRuns, regularFraction } from '#core/design/factorial/regular-fraction.ts';
import { contrastStandardError } from '#core/stats/power/contrast-power.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../../stats/oracle.ts';
import { written } from './factors.ts';

const { plans } = oracle<{
  plans: {
    levelCounts: number[];
    model: EffectModel;
    runs: number[][];
    sizes: number[];
    question: PlanQuestion;
    weights: number[];
    varianceFactor: number;
    mixed: { first: number[]; second: number[]; correlation: number }[];
  }[];
}>('factorial/factorial-plans');

const step = (factor: number, level: number, against: number) => ({ factor, level, against });
const main = (factor: number, level = 1, against = 0): PlanQuestion => ({
  kind: 'levels',
  step: step(factor, level, against),
});
const both = (first: number, second: number): PlanQuestion => ({
  kind: 'interaction',
  first: step(first, 1, 0),
  second: step(second, 1, 0),
});

describe('the contrast that answers a question', () => {
  it('is the least-squares one of R, with its variance', () => {
    expect(plans.length).toBe(40);
    for (const { weights, varianceFactor, question, ...plan } of plans) {
      const found = valueOf(answerQuestion(plan, question));
      weights.forEach((weight, run) => {
        expectClose(found.weights[run] ?? NaN, weight, 1e-9, question, 1);
      });
      expectClose(found.varianceFactor, varianceFactor, 1e-9, question);
    }
  });

  it('has the variance 4 of a main effect and 16 of an interaction in an even two-level plan', () => {
    const levelCounts = [2, 2, 2];
    const plan = {
      runs: allCombinations(levelCounts),
      levelCounts,
      model: 'main-and-pairs',
    } as const;
    expect(valueOf(answerQuestion(plan, main(1))).varianceFactor).toBeCloseTo(4, 12);
    expect(valueOf(answerQuestion(plan, both(0, 2))).varianceFactor).toBeCloseTo(16, 12);
    expect(
      valueOf(
        answerQuestion({ ...plan, runs: allCombinations([2, 2]), levelCounts: [2, 2] }, main(0)),
      ).weights.map((weight) => Math.round(weight * 1e12) / 1e12),
    ).toEqual([-0.5, 0.5, -0.5, 0.5]);
  });

  it('has the standard error sqrt(4 p (1 - p) / N) of a difference of shares in a screening plan', () => {
    const runs = valueOf(plackettBurmanRuns(7, 12));
    const plan = { runs, levelCounts: new Array<number>(7).fill(2), model: 'main' } as const;
    const { weights, varianceFactor } = valueOf(answerQuestion(plan, main(3)));
    const variance = 0.05 * 0.95;
    const groups = weights.map((weight) => ({ weight, variance, size: 100 }));
    const expected = Math.sqrt((4 * variance) / 1200);
    expectClose(valueOf(contrastStandardError(groups)), expected, 1e-12, groups);
    expectClose(Math.sqrt((varianceFactor * variance) / 1200), expected, 1e-12, varianceFactor);
  });

  it('returns the true answer when the outcomes follow the model', () => {
    const coefficients = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }); // prettier-ignore
    fc.assert(
      fc.property(fc.constantFrom(...plans), coefficients, (plan, drawn) => {
        const { levelCounts, model, runs, question } = plan;
        const effects = effectsOf(model, levelCounts.length);
        const outcome = (run: readonly number[]) =>
          modelMatrix(levelCounts, [run], effects).rows[0]?.reduce(
            (sum, value, place) => sum + value * (drawn[place] ?? 0),
            0,
          ) ?? NaN;
        const all = allCombinations(levelCounts);
        const meanAt = (levels: [number, number][]) => {
          const at = all.filter((run) => levels.every(([factor, level]) => run[factor] === level));
          return at.reduce((sum, run) => sum + outcome(run), 0) / at.length;
        };
        const truth =
          question.kind === 'levels'
            ? meanAt([[question.step.factor, question.step.level]]) -
              meanAt([[question.step.factor, question.step.against]])
            : (['level', 'against'] as const)
                .flatMap((a) => (['level', 'against'] as const).map((b) => ({ a, b })))
                .reduce((sum, { a, b }) => {
                  const { first, second } = question;
                  const mean = meanAt([[first.factor, first[a]], [second.factor, second[b]]]); // prettier-ignore
                  return sum + (a === b ? mean : -mean);
                }, 0);
        const { weights } = valueOf(answerQuestion(plan, question));
        const answer = runs.reduce(
          (sum, run, place) => sum + outcome(run) * (weights[place] ?? 0),
          0,
        );
        expectClose(answer, truth, 1e-8, plan.question, 1);
      }),
    );
  });

  it('is refused with what the effect is mixed with', () => {
    const runs = fractionRuns(valueOf(regularFraction(3, [[0, 1], [0, 2]]))); // prettier-ignore
    const plan = { runs, levelCounts: [2, 2, 2, 2, 2], model: 'main-and-pairs' } as const;
    expect(answerQuestion(plan, main(0))).toEqual({
      ok: false,
      problem: { code: 'not-answerable', effect: [0], mixedWith: [[1, 3], [2, 4]] }, // prettier-ignore
    });
    expect(answerQuestion(plan, both(1, 4))).toEqual({
      ok: false,
      problem: { code: 'not-answerable', effect: [1, 4], mixedWith: [[2, 3]] },
    });
    const screening = { ...plan, model: 'main' } as const;
    expect(valueOf(answerQuestion(screening, main(0))).varianceFactor).toBeCloseTo(4, 12);
    expect(refusalOf(answerQuestion(screening, both(0, 1)))).toBe('effect-not-in-model');
    for (const sizes of [[1], new Array<number>(8).fill(0)]) {
      expect(refusalOf(answerQuestion({ ...screening, sizes }, main(0)))).toBe('invalid-size');
    }
    for (const question of [main(5), main(0, 2), main(0, 0), both(1, 1), main(-1)]) {
      expect(refusalOf(answerQuestion(plan, question))).toBe('impossible-question');
    }
  });
});

describe('what a plan can tell', () => {
  it('is nothing of a quarter fraction with pairs, and all of a half fraction of resolution 5', () => {
    const half = fractionRuns(valueOf(regularFraction(4, [[0, 1, 2, 3]]))); // prettier-ignore
    const plan = { levelCounts: [2, 2, 2, 2, 2], model: 'main-and-pairs' } as const;
    expect(answerableEffects({ ...plan, runs: half }).map(({ answered }) => answered)).toEqual(
      new Array(15).fill('fully'),
    );
    const quarter = fractionRuns(valueOf(regularFraction(3, [[0, 1], [0, 2]]))); // prettier-ignore
    const found = answerableEffects({ ...plan, runs: quarter });
    expect(found.map(({ effect, answered, mixedWith }) => `${written(effect)} ${answered} ${mixedWith.map(written).join()}`)).toEqual([
      'A not BD,CE', 'B not AD', 'C not AE', 'D not AB', 'E not AC', 'AB not D', 'AC not E', 'AD not B', 'AE not C',
      'BC not DE', 'BD not A,CE', 'BE not CD', 'CD not BE', 'CE not A,BD', 'DE not BC',
    ]); // prettier-ignore
  });

  it('is all of four factors in Plackett-Burman 12, though mixed in part', () => {
    const runs = valueOf(plackettBurmanRuns(4, 12));
    const found = answerableEffects({ runs, levelCounts: [2, 2, 2, 2], model: 'main-and-pairs' });
    expect(found.every(({ answered }) => answered === 'fully')).toBe(true);
  });

  it('is only part of an effect where a combination is missing', () => {
    // Three carrots by two channels without the third carrot by the second: one of two interaction contrasts is left.
    const levelCounts = [3, 2];
    const runs = allCombinations(levelCounts).filter(([a, b]) => a !== 2 || b !== 1);
    const found = answerableEffects({ runs, levelCounts, model: 'main-and-pairs' });
    expect(found.map(({ answered }) => answered)).toEqual(['partly', 'not', 'partly']);
    const question: PlanQuestion = {
      kind: 'interaction',
      first: step(0, 1, 0),
      second: step(1, 1, 0),
    };
    const plan = { runs, levelCounts, model: 'main-and-pairs' } as const;
    expect(valueOf(answerQuestion(plan, question)).varianceFactor).toBeCloseTo(20, 12);
    expect(refusalOf(answerQuestion(plan, main(0, 2)))).toBe('not-answerable');
  });
});

describe('how strongly effects are mixed', () => {
  it('is the canonical correlation of R', () => {
    for (const { levelCounts, runs, mixed } of plans) {
      const found = confoundings(runs, levelCounts);
      for (const { first, second, correlation } of mixed) {
        const ours = found.find(
          (pair) => pair.first.join() === first.join() && pair.second.join() === second.join(),
        );
        expectClose(
          ours?.correlation ?? 0,
          correlation,
          1e-7,
          { levelCounts, first, second },
          1e-2,
        );
      }
    }
  });

  it('is nothing where all combinations are run', () => {
    const levels = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(levels, (levelCounts) => {
        expect(confoundings(allCombinations(levelCounts), levelCounts)).toEqual([]);
      }),
    );
  });
});
