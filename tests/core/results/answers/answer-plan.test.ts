import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import type { Question } from '#core/design/questions/question.ts';
import type { AnalysisPlan, ExperimentTotals } from '#core/results/analysis.ts';
import { answerPlan } from '#core/results/answers/answer-plan.ts';
import type { Answered, Answers } from '#core/results/answers/answer.ts';
import { deckDesign, deckPopulationInBandingOrder } from '../../design/deck-design.ts';
import oracle from '../../../oracles/results/question-answers.json' with { type: 'json' };
import {
  armTotals,
  columnsPlan,
  flatPlan,
  flatTotals,
  plantedArms,
  plantedByCells,
  plantedByColumns,
} from '../planted-experiment.ts';

const asked: readonly Question[] = [
  { id: 'any', kind: 'any-carrot', adjustment: 'dunnett' },
  { id: 'pair', kind: 'carrot-versus-carrot', first: 'COUPON', second: 'GIFT' },
  { id: 'which', kind: 'carrot-for-customer', attribute: 1 },
  { id: 'same', kind: 'same-everywhere', carrot: 'COUPON', attribute: 1 },
  {
    id: 'trend',
    kind: 'trend',
    outcome: 'effect',
    carrot: 'POINT',
    directions: [{ attribute: 1, direction: 'rising' }],
  },
];
const designOf = (
  questions: readonly Question[] | null,
  multiplicity: Design['questionPlan']['multiplicity'] = 'none',
): Design => ({ ...deckDesign, questionPlan: { asked: questions, multiplicity, power: 0.8 } });
const planOf = (design: Design, margin: number | null = null): AnalysisPlan => ({
  ...columnsPlan,
  strata: { kind: 'cells', design },
  margin,
});
/** The sample's experiment with the eligible customers of its cells. */
const planted: ExperimentTotals = {
  ...plantedByCells,
  strata: plantedByCells.strata.map((stratum) => ({
    ...stratum,
    population: deckPopulationInBandingOrder[Number(stratum.key[0])] ?? null,
  })),
};

function answersOf(totals: ExperimentTotals, plan: AnalysisPlan): Answers {
  const found = answerPlan(totals, plan);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

function answered(answers: Answers, id: string): Answered {
  const answer = answers.answers.find(({ question }) => question.id === id);
  if (!answer?.outcome.ok) throw new Error(`${id} has no answer`);
  return answer.outcome.value;
}

describe('the answers to the questions of a plan (oracle: R, by hand)', () => {
  const answers = answersOf(planted, planOf(designOf(asked)));
  const near = (value: number | undefined, wanted: number | undefined) =>
    expect(value ?? Number.NaN).toBeCloseTo(wanted ?? Number.NaN, 9);

  it('compares every carrot with none over the whole list, adjusted by Dunnett', () => {
    const { parts, code, pValue } = answered(answers, 'any');
    for (const [place, arm] of ['COUPON', 'GIFT', 'POINT'].entries()) {
      const part = parts.find(({ name }) => 'arm' in name && name.arm === arm);
      near(part?.estimate, oracle.estimates[place]);
      near(part?.pValue ?? Number.NaN, oracle.dunnett[place]);
      near(part?.interval.low, oracle.dunnettLow[place]);
    }
    near(pValue, Math.min(...oracle.dunnett));
    expect(code).toBe('yes');
  });

  it('compares two carrots, and says how many more customers would have told them apart', () => {
    const pair = answered(answers, 'pair');
    near(pair.lead.estimate, oracle.couponGift[0]);
    near(pair.pValue, oracle.couponGift[2]);
    expect(pair.needed.ok && pair.needed.value.more).toBe(oracle.couponGiftMore[0]);
  });

  it('tests interactions at once and trends to one side', () => {
    const which = answered(answers, 'which');
    near(which.statistic, oracle.whichByPoints[0]);
    near(which.pValue, oracle.whichByPoints[1]);
    expect(which.code).toBe('yes');
    expect(which.step).toBe('by-level');
    expect(which.parts.map(({ name }) => 'arm' in name && name.arm)).toEqual(['COUPON', 'POINT', 'POINT']); // prettier-ignore
    const same = answered(answers, 'same');
    near(same.statistic, oracle.couponByPoints[0]);
    near(same.pValue, oracle.couponByPoints[1]);
    same.parts.toReversed().forEach((part, place) => near(part.estimate, oracle.couponEffects[place])); // prettier-ignore
    const trend = answered(answers, 'trend');
    near(trend.lead.estimate, oracle.trend[0]);
    near(trend.pValue, oracle.trend[2]);
    expect(trend.confidenceShare).toBeCloseTo(0.9, 12);
    expect(trend.lead.interval.low > 0).toBe(trend.pValue < 0.05);
  });

  it('shares alpha among the questions as declared', () => {
    const raw = answers.answers.map(({ outcome }) => (outcome.ok ? outcome.value.pValue : 1));
    const bonferroni = answersOf(planted, planOf(designOf(asked, 'bonferroni')));
    const holm = answersOf(planted, planOf(designOf(asked, 'holm')));
    const sorted = raw.toSorted((one, other) => one - other);
    bonferroni.answers.forEach(({ outcome }, place) =>
      near(outcome.ok ? outcome.value.pValueAdjusted : 9, Math.min(1, 5 * (raw[place] ?? 1))),
    );
    const smallest = raw.indexOf(sorted[0] ?? 0);
    const first = holm.answers[smallest]?.outcome;
    near(first?.ok ? first.value.pValueAdjusted : 9, 5 * (sorted[0] ?? 1));
    // Within a question no carrot is surer than the question.
    for (const { outcome } of holm.answers)
      if (outcome.ok)
        for (const { pValue } of outcome.value.parts)
          if (pValue !== null)
            expect(pValue).toBeGreaterThanOrEqual(outcome.value.pValueAdjusted - 1e-15);
  });

  it('asks the standard questions of an experiment without a design', () => {
    const { isStandard, weighting, answers: all } = answersOf(plantedByColumns, columnsPlan);
    expect(isStandard).toBe(true);
    expect(weighting).toBe('sample');
    expect(all.map(({ question }) => question.id)).toEqual(['any-carrot', 'carrots', 'same-0', 'for-0', 'same-1', 'for-1', 'smallest-cell']); // prettier-ignore
    expect(answered(answersOf(plantedByColumns, columnsPlan), 'any-carrot').lead.estimate).toBeCloseTo(69 / 900, 12); // prettier-ignore
  });
});

describe('what is said where little can be said', () => {
  it('withholds everything after an alarm that stops', () => {
    const stop = answerPlan(planted, planOf(designOf(asked)), [
      { code: 'late-days', severity: 'doubt' },
      { code: 'broken-split', severity: 'stop' },
    ]);
    expect(stop.ok && stop.value.withheld).toBe('broken-split');
    const doubt = answerPlan(planted, planOf(designOf(asked)), [{ code: 'x', severity: 'doubt' }]);
    expect(doubt.ok && doubt.value.withheld).toBe(null);
  });

  it('refuses questions about what is not in the data by name', () => {
    const gone: Question[] = [
      { id: 'arm', kind: 'carrot-versus-holdout', carrot: 'BOOK' },
      { id: 'attribute', kind: 'same-everywhere', carrot: null, attribute: 7 },
      { id: 'cell', kind: 'any-carrot', adjustment: 'holm', within: [40] },
      { id: 'factor', kind: 'main-effect', factor: 'message' },
    ];
    const codes = answersOf(planted, planOf(designOf(gone))).answers.map(({ outcome }) =>
      outcome.ok ? 'answered' : outcome.problem.code,
    );
    expect(codes).toEqual(['unknown-arm', 'unknown-attribute', 'unknown-cell', 'unknown-factor']);
  });

  it('calls few responses too few, whatever the difference', () => {
    const few = flatTotals([['CONTROL', 100, 0], ['POINT', 100, 8]]); // prettier-ignore
    expect(answered(answersOf(few, flatPlan), 'any-carrot').code).toBe('too-few');
    const none = answersOf(flatTotals([['CONTROL', 100, 0], ['POINT', 100, 0]]), flatPlan); // prettier-ignore
    expect(none.answers[0]?.outcome).toEqual({ ok: false, problem: { code: 'no-variation' } });
  });

  it('says alike only within a margin that was declared', () => {
    const equal = flatTotals([['CONTROL', 20_000, 1000], ['POINT', 20_000, 1003]]); // prettier-ignore
    expect(answered(answersOf(equal, flatPlan), 'any-carrot').code).toBe('cannot-tell');
    expect(answered(answersOf(equal, { ...flatPlan, margin: 0.01 }), 'any-carrot').code).toBe('alike'); // prettier-ignore
    expect(answered(answersOf(equal, { ...flatPlan, margin: 0.003 }), 'any-carrot').code).toBe('cannot-tell'); // prettier-ignore
  });

  it('reckons factors of the arms and leaves arms nobody got out of the cells', () => {
    const factorial = deckDesign.arms.map((arm, place) => ({
      ...arm,
      id: plantedArms[place] ?? '',
      run:
        place === 0
          ? null
          : [
              { factor: 'kind', level: place === 1 ? 'coupon' : 'points' },
              { factor: 'size', level: place === 2 ? 'small' : 'large' },
            ],
    }));
    const design = {
      ...designOf([{ id: 'kind', kind: 'main-effect', factor: 'kind' }]),
      arms: factorial,
    };
    const [answer] = answersOf(planted, planOf(design)).answers;
    // coupon-small is missing, yet with three runs the main effects can be told.
    expect(answer?.outcome.ok).toBe(true);
    const missing = { ...planted, arms: [...planted.arms, 'BOOK'] };
    expect(answersOf(missing, planOf(designOf(null))).answers.length).toBe(7);
  });
});

describe('answers keep to their rules', () => {
  const customers = fc.integer({ min: 2, max: 5000 });
  const arm = customers.chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
  const experiment = fc.array(fc.tuple(arm, arm, arm), { minLength: 1, maxLength: 4 });
  const totalsOf = (rows: readonly (readonly (readonly [number, number])[])[]) => ({
    ...plantedByColumns,
    arms: ['CONTROL', 'A', 'B'],
    strata: rows.map((row, place) => ({
      key: [String(place)],
      totals: row.map(([n, x]) => armTotals(n, x, 100)),
      population: null,
    })),
  });
  const plan: AnalysisPlan = { ...columnsPlan, strata: { kind: 'columns', columns: ['c'] } };

  it('says yes only where the estimate and its interval are on that side, and never NaN', () => {
    fc.assert(
      fc.property(experiment, (rows) => {
        for (const { outcome, question } of answersOf(totalsOf(rows), plan).answers) {
          if (!outcome.ok) continue;
          const { code, parts, lead, pValueAdjusted, detectable } = outcome.value;
          const numbers = [pValueAdjusted, detectable, lead.estimate, ...parts.flatMap(({ estimate, interval }) => [estimate, interval.low, interval.high])]; // prettier-ignore
          expect(numbers.every(Number.isFinite)).toBe(true);
          if (question.kind === 'any-carrot' && code === 'yes')
            expect(lead.interval.low).toBeGreaterThan(0);
          if (question.kind === 'any-carrot' && code === 'opposite')
            expect(parts.at(-1)?.interval.high).toBeLessThan(0);
          if (code === 'yes') expect(pValueAdjusted).toBeLessThan(0.05);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answers alike however the strata are ordered, and turns a pair that is turned', () => {
    fc.assert(
      fc.property(experiment, (rows) => {
        const one = answersOf(totalsOf(rows), plan).answers.map(({ outcome }) =>
          outcome.ok ? outcome.value.pValueAdjusted : -1,
        );
        const other = answersOf(
          { ...totalsOf(rows), strata: totalsOf(rows).strata.toReversed() },
          plan,
        ).answers.map(({ outcome }) => (outcome.ok ? outcome.value.pValueAdjusted : -1));
        // The smallest cell may be another where two are as small.
        one.slice(0, -1).forEach((value, place) => expect(other[place]).toBeCloseTo(value, 8));
      }),
      { numRuns: 25 },
    );
  });
});
