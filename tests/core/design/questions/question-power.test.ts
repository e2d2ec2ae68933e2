import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanFrame } from '#core/design/questions/plan-frame.ts';
import { questionPower, type QuestionOptions } from '#core/design/questions/question-power.ts';
import { plannedAlphas } from '#core/design/questions/question-families.ts';
import type { CellWeighting, Question } from '#core/design/questions/question.ts';
import { powerOfManyShares } from '#core/stats/power/many-shares.ts';
import { powerOfProportions } from '#core/stats/power/power-proportions.ts';
import { powerOfStrata, sampleSizeForStrata } from '#core/stats/power/power-strata.ts';
import { between } from '../../stats/even-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../../stats/oracle.ts';
import { deckFrame, factorialFrame } from './deck-frame.ts';

interface JointRow {
  df: number;
  power: number;
  factor: number;
  detectable: number;
}
interface QuestionRow {
  shape: number[];
  population: number[];
  counts: number[][];
  shares: number[][];
  alpha: number;
  wanted: number;
  weighting: CellWeighting;
  rule: 'dunnett' | 'holm' | 'none';
  any: { power: number; detectable: number };
  one: { power: number; pooled: number; factor: number; pooledFactor: number };
  same?: JointRow;
  which?: JointRow;
  trend?: { effect: number; power: number };
}
const { questions } = oracle<{ questions: QuestionRow[] }>('power/hypotheses');

function frameOf(row: QuestionRow): PlanFrame {
  const arms = (row.counts[0] ?? []).map((_, arm) => ({
    id: `arm ${arm}`,
    role: arm === 0 ? ('holdout' as const) : ('carrot' as const),
  }));
  return {
    levels: row.shape,
    arms,
    population: row.population,
    counts: row.counts,
    shares: row.shares,
  };
}
const ask = (frame: PlanFrame, question: Question, options: Partial<QuestionOptions> = {}) =>
  valueOf(questionPower(frame, question, { alpha: 0.05, ...options }));
const one: Question = { id: 'one', kind: 'carrot-versus-holdout', carrot: 'coupon' };
const any: Question = { id: 'any', kind: 'any-carrot', adjustment: 'dunnett' };

describe('the power of a question', () => {
  it('agrees with other routes to it, question by question', () => {
    expect(questions.length).toBe(90);
    for (const row of questions) {
      const frame = frameOf(row);
      const { alpha, wanted: power, weighting } = row;
      const found = (question: Question, more: Partial<QuestionOptions> = {}) =>
        ask(frame, question, { alpha, power, weighting, ...more });
      const anyCarrot = found({ id: 'a', kind: 'any-carrot', adjustment: row.rule });
      expectClose(anyCarrot.power ?? NaN, row.any.power, 1e-9, row);
      expectClose(anyCarrot.detectable, row.any.detectable, 1e-9, row);
      const single: Question = { id: 'b', kind: 'carrot-versus-holdout', carrot: 'arm 1' };
      const planned = found(single);
      expectClose(planned.power ?? NaN, row.one.power, 1e-9, row);
      expectClose(planned.sizeFactor ?? NaN, row.one.factor, 1e-9, row);
      const pooled = found(single, { nullVariance: 'pooled' });
      expectClose(pooled.power ?? NaN, row.one.pooled, 1e-9, row);
      expectClose(pooled.sizeFactor ?? NaN, row.one.pooledFactor, 1e-9, row);
      if (!row.same || !row.which || !row.trend) continue;
      const joint: [Question, JointRow][] = [
        [{ id: 'c', kind: 'same-everywhere', carrot: 'arm 1', attribute: 0 }, row.same],
        [{ id: 'd', kind: 'carrot-for-customer', attribute: 0 }, row.which],
      ];
      for (const [question, expected] of joint) {
        const answer = found(question);
        expect(answer.degreesOfFreedom).toBe(expected.df);
        expectClose(answer.power ?? NaN, expected.power, 1e-8, row);
        expectClose(answer.sizeFactor ?? NaN, expected.factor, 1e-8, row);
        expectClose(answer.detectable, expected.detectable, 1e-9, row);
      }
      const directions = row.shape.map((_, attribute) => ({
        attribute,
        direction: attribute === 0 ? ('falling' as const) : ('rising' as const),
      }));
      const trend = found({ id: 'e', kind: 'trend', outcome: 'effect', carrot: null, directions });
      expectClose(trend.effect, row.trend.effect, 1e-9, row, 1e-3);
      expectClose(trend.power ?? NaN, row.trend.power, 1e-9, row);
    }
  });

  it('is 0.29 in the deck’s smallest cell of 445: 5% against 10%, four arms', () => {
    const cell = { ...one, within: [3] };
    expect(ask(deckFrame(), cell).power).toBeCloseTo(0.29538, 5);
    const pooled = ask(deckFrame(), cell, { nullVariance: 'pooled' });
    expect(pooled.power).toBeCloseTo(0.29232, 5);
    expect(pooled.needed).toBeCloseTo(868.864, 3);
  });

  it('in one cell, pooled, is R’s power.prop.test, and Dunnett’s for several carrots', () => {
    const share = between(0.01, 0.5);
    fc.assert(
      fc.property(share, between(0.01, 0.3), between(30, 4000), (baselineShare, lift, size) => {
        const frame = factorialFrame(
          [baselineShare, ...new Array<number>(4).fill(baselineShare + lift)],
          size,
        );
        const question: Question = { id: 'x', kind: 'carrot-versus-holdout', carrot: 'dm gift' };
        const found = ask(frame, question, { nullVariance: 'pooled' });
        const plan = { baselineShare, lift, alpha: 0.05, sizeTreatment: size, sizeControl: size };
        expectClose(found.power ?? NaN, valueOf(powerOfProportions(plan)), 1e-12, plan);
        const sizes = { sizeControl: size, sizes: new Array<number>(4).fill(size) };
        const lifts = new Array<number>(4).fill(lift);
        const dunnett = valueOf(powerOfManyShares({ ...plan, ...sizes, lifts }));
        const all = ask(frame, any, { nullVariance: 'pooled' });
        expectClose(all.power ?? NaN, dunnett.any, 1e-9, plan);
      }),
    );
  });

  it('by the sample’s weights, pooled, is that of the Cochran-Mantel-Haenszel test', () => {
    const cells = fc.array(
      fc.record({ size: between(20, 3000), control: between(0.02, 0.4), lift: between(0.01, 0.2) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(cells, between(0.2, 0.8), (strata, treatedPart) => {
        const frame: PlanFrame = {
          levels: [strata.length],
          arms: [
            { id: 'none', role: 'holdout' },
            { id: 'coupon', role: 'carrot' },
          ],
          population: strata.map(() => 5000),
          counts: strata.map(({ size }) => [size * (1 - treatedPart), size * treatedPart]),
          shares: strata.map(({ control, lift }) => [control, control + lift]),
        };
        const planned = strata.map(({ size, control, lift }) => ({
          weight: size,
          controlShare: control,
          treatedShare: control + lift,
          treatedPart,
        }));
        const size = strata.reduce((sum, stratum) => sum + stratum.size, 0);
        const found = ask(frame, one, { weighting: 'sample', nullVariance: 'pooled' });
        const plan = { strata: planned, alpha: 0.05 };
        expectClose(found.power ?? NaN, valueOf(powerOfStrata({ ...plan, size })), 1e-9, strata);
        const needed = valueOf(sampleSizeForStrata({ ...plan, power: 0.8 }));
        expectClose(found.needed ?? NaN, needed, 1e-9, strata);
      }),
    );
  });

  it('is the wanted one at the size that is needed, for every form', () => {
    const shares = [0.05, 0.08, 0.1, 0.09, 0.16];
    const base = factorialFrame(shares, 300);
    const asked: Question[] = [
      { id: 'a', kind: 'any-carrot', adjustment: 'dunnett' },
      { id: 'b', kind: 'carrot-versus-carrot', first: 'tm gift', second: 'dm coupon' },
      { id: 'c', kind: 'main-effect', factor: 'channel' },
      { id: 'd', kind: 'additive', factors: ['channel', 'carrot'] },
    ];
    for (const question of asked) {
      const { sizeFactor } = ask(base, question);
      const enlarged = ask(factorialFrame(shares, 300 * (sizeFactor ?? NaN)), question);
      expectClose(enlarged.power ?? NaN, 0.8, 1e-9, question);
    }
  });

  it('of an interaction rests on four times the variance of a main effect', () => {
    // A main effect of 4 points, and an interaction of the same 4 points on the same scale (half the tetrad).
    const main = ask(factorialFrame([0.05, 0.1, 0.1, 0.14, 0.14]), {
      id: 'm',
      kind: 'main-effect',
      factor: 'channel',
    });
    const both = ask(factorialFrame([0.05, 0.1, 0.1, 0.14, 0.14]), {
      id: 'i',
      kind: 'additive',
      factors: ['channel', 'carrot'],
    });
    expect(main.effect).toBeCloseTo(0.04, 12);
    expect(both.power).toBeNull();
    expectClose(
      both.detectable / main.detectable,
      2,
      1e-9,
      'the tetrad has four times the variance',
    );
  });

  it('is none without an expected effect, with the detectable difference all the same', () => {
    const nothing = ask(deckFrame({ baselineShare: 0.05, lift: 0 }), any);
    expect(nothing).toMatchObject({ power: null, sizeFactor: null, needed: null });
    expect(nothing.detectable).toBeGreaterThan(0);
    const same: Question = { id: 's', kind: 'same-everywhere', carrot: null, attribute: 1 };
    expect(ask(deckFrame(), same)).toMatchObject({
      power: null,
      degreesOfFreedom: 6,
      form: 'joint',
    });
  });

  it('falls with a stricter alpha, and the detectable difference grows', () => {
    fc.assert(
      fc.property(between(0.001, 0.2), between(0.01, 0.2), (strict, more) => {
        const [low, high] = [strict, Math.min(0.45, strict + more)];
        for (const question of [any, one]) {
          const lenient = ask(deckFrame(), { ...question, within: [3] }, { alpha: high });
          const harder = ask(deckFrame(), { ...question, within: [3] }, { alpha: low });
          expect(harder.power).toBeLessThan(lenient.power ?? NaN);
          expect(harder.detectable).toBeGreaterThan(lenient.detectable);
        }
      }),
    );
  });

  it('is refused with the reason', () => {
    const code = (question: Question, frame = deckFrame(), options = {}) =>
      refusalOf(questionPower(frame, question, { alpha: 0.05, ...options }));
    const { arms, counts, shares } = deckFrame();
    expect(code(one, { ...deckFrame(), levels: [2, 3] })).toBe('frame-mismatch');
    expect(code(one, { ...deckFrame(), arms: [] })).toBe('no-arms');
    expect(code(one, { ...deckFrame(), levels: [0] })).toBe('no-cells');
    expect(code(one, { ...deckFrame(), population: [...new Array<number>(8).fill(5), NaN] })).toBe(
      'invalid-population',
    );
    expect(code(one, { ...deckFrame(), counts: counts.map(() => [1, -1, 1, 1]) })).toBe(
      'invalid-count',
    );
    expect(code(one, { ...deckFrame(), shares: shares.map(() => [0, 0.1, 0.1, 0.1]) })).toBe(
      'share-out-of-range',
    );
    expect(code({ ...one, within: [] })).toBe('no-cells-in-question');
    expect(code({ ...one, carrot: 'nobody' })).toBe('unknown-arm');
    expect(code({ ...one, carrot: 'none' })).toBe('same-arm-twice');
    expect(code(one, deckFrame(), { alpha: 0.7 })).toBe('invalid-alpha');
    expect(code(one, deckFrame(), { power: 0.01 })).toBe('invalid-power');
    expect(
      code(any, { ...deckFrame(), arms: arms.map((arm) => ({ ...arm, role: 'carrot' as const })) }),
    ).toBe('no-holdout');
    const same: Question = { id: 's', kind: 'same-everywhere', carrot: null, attribute: 7 };
    expect(code(same)).toBe('unknown-attribute');
    expect(code({ ...same, attribute: 0, within: [0, 1] })).toBe('too-few-levels');
    expect(code({ id: 'm', kind: 'main-effect', factor: 'channel' })).toBe('unknown-factor');
    const factorial = factorialFrame([0.05, 0.1, 0.1, 0.1, 0.1]);
    const cut = {
      ...factorial,
      arms: factorial.arms.filter((_, arm) => arm < 2 || arm === 4),
      counts: [[9, 9, 9]],
      shares: [[0.1, 0.1, 0.1]],
    };
    expect(code({ id: 'm', kind: 'main-effect', factor: 'channel' }, cut)).toBe(
      'combination-missing',
    );
    expect(code({ id: 'a', kind: 'additive', factors: ['channel', 'carrot'] }, cut)).toBe(
      'combination-missing',
    );
    const emptied = {
      ...deckFrame(),
      counts: counts.map((row, cell) => (cell === 3 ? [9, 0, 9, 9] : row)),
    };
    const empty = questionPower(emptied, one, { alpha: 0.05 });
    expect(empty).toMatchObject({
      problem: { code: 'empty-groups', groups: [{ cell: 3, arm: 1 }] },
    });
  });
});

describe('a family of questions', () => {
  it('shares its alpha, and leaves the others theirs', () => {
    const ids = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    const families = [
      { rule: 'holm' as const, questions: ['a', 'b', 'gone'] },
      { rule: 'bonferroni' as const, questions: ['b', 'c', 'd'] },
      { rule: 'none' as const, questions: ['d'] },
    ];
    const alphas = plannedAlphas(ids, families, 0.06);
    expect([...alphas.entries()]).toEqual([
      ['a', 0.03],
      ['b', 0.02],
      ['c', 0.02],
      ['d', 0.02],
    ]);
  });
});
