import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/design-checks.ts';
import type { Design } from '#core/design/design.ts';
import { noneOfThose, onlyThose } from '#core/design/eligibility.ts';
import { designFix } from '#features/design/design-fix.ts';
import { designSentence } from '#features/design/design-sentence.ts';
import {
  deckDesign,
  deckPopulationInBandingOrder as population,
} from '../../core/design/deck-design.ts';

const variable = { from: 'customers', column: 'region' } as const;

const quota = {
  customers: 24_000,
  rules: [],
  relief: null,
  inOtherExperiments: 0,
  eligible: 13_712,
  unclassified: 0,
  population,
};

function blocking(design: Design) {
  return checkDesign(design, quota).flatMap(({ severity, problem }) =>
    severity === 'blocking' ? [problem] : [],
  );
}

/** Applies the fix of the first problem until there is none, as a patient reader would. */
function fixed(design: Design): Design {
  const [problem] = blocking(design);
  const fix = problem ? designFix(problem, design, population) : null;
  return fix ? fixed(fix.design) : design;
}

describe('one click', () => {
  it.each([
    [
      'a quota larger than the smallest cell',
      { allocation: { kind: 'equal', perCellAndArm: 120 } },
    ],
    ['a total larger than the list', { allocation: { kind: 'proportional', total: 20_000 } }],
    ['no sample', { allocation: { kind: 'equal', perCellAndArm: 0 } }],
    ['a broken total', { allocation: { kind: 'proportional', total: 10.5 } }],
    ['a budget that the plan exceeds', { budget: 5_000_000 }],
    ['a budget that pays for nothing', { budget: 10 }],
    ['a budget of less than nothing', { budget: -1 }],
    ['a floor above the cell', { cellRules: [{ cell: 5, isOff: false, least: 900, most: null }] }],
    ['a cap below the floor', { cellRules: [{ cell: 5, isOff: false, least: 90, most: 40 }] }],
    [
      'floors that add up to more than the total',
      {
        allocation: { kind: 'neyman', total: 100 },
        cellRules: [{ cell: 5, isOff: false, least: 200, most: null }],
      },
    ],
    [
      'caps that add up to less than the total',
      {
        allocation: { kind: 'root-control', total: 13_000 },
        cellRules: [{ cell: 3, isOff: false, least: null, most: 100 }],
      },
    ],
    [
      'all cells switched off',
      { cellRules: population.map((_, cell) => ({ cell, isOff: true, least: null, most: null })) },
    ],
    [
      'a budget below the floors',
      {
        allocation: { kind: 'cost-optimal', budget: 1000 },
        cellRules: [{ cell: 5, isOff: false, least: 200, most: null }],
      },
    ],
    [
      'an allocation that was found for other cells',
      {
        allocation: {
          kind: 'optimised',
          goal: { kind: 'cheapest', power: 0.8 },
          least: 1,
          foundFor: '',
          counts: [[10, 10, 10, 10]],
          answers: [],
        },
      },
    ],
    ['a missing holdout', { arms: deckDesign.arms.slice(1) }],
    ['a missing carrot', { arms: deckDesign.arms.slice(0, 1) }],
    ['a holdout at the end', { arms: [...deckDesign.arms].reverse() }],
    ['a rule without conditions', { eligibility: [{ isOn: true, exclude: false, any: [] }] }],
    [
      'a rule without values',
      { eligibility: [onlyThose({ kind: 'category', variable, values: [], drawn: null })] },
    ],
    [
      'limits in the wrong order',
      { eligibility: [onlyThose({ kind: 'days-since', variable, from: 90, to: 30 })] },
    ],
  ] as const)('settles %s', (_, change) => {
    const broken: Design = { ...deckDesign, ...change };
    expect(blocking(broken)).not.toEqual([]);
    for (const problem of blocking(broken)) expect(designSentence(problem, broken)).not.toBe('');
    expect(blocking(fixed(broken))).toEqual([]);
  });

  it('takes the largest quota that the smallest cell allows: 445 customers, four arms, 111 each', () => {
    const wanted: Design = { ...deckDesign, allocation: { kind: 'equal', perCellAndArm: 120 } };
    const [problem] = blocking(wanted);
    if (!problem) throw new Error('120 must not fit');
    expect(designFix(problem, wanted, population)?.design.allocation).toEqual({
      kind: 'equal',
      perCellAndArm: 111,
    });
    expect(designSentence(problem, wanted)).toBe(
      '셀 mid×high은(는) 445명이라 배정군 4개면 하나에 최대 111명입니다. 지금 계획에는 120명이 필요합니다.',
    );
  });

  it('names by how much a plan exceeds the budget, and the largest sample that fits', () => {
    const wanted: Design = { ...deckDesign, budget: 5_000_000 };
    const [problem] = blocking(wanted);
    if (!problem) throw new Error('it must not fit');
    expect(designSentence(problem, wanted)).toBe(
      '예상 비용이 10,515,600원으로 예산 5,000,000원을 5,515,600원 넘습니다. 같은 방식으로 나누면 총 1,692명, 4,942,332원까지 예산 안에 듭니다.',
    );
    const fix = designFix(problem, wanted, population);
    expect(fix?.label).toBe('총 1,692명으로');
    expect(fix?.design.allocation).toEqual({ kind: 'equal', perCellAndArm: 47 });
  });

  it('switches off the fewest rules where they leave nobody, and says which and what that gives', () => {
    const rules = ['서울', '부산', '대구'].map((value) =>
      onlyThose({ kind: 'category', variable, values: [value], drawn: null }),
    );
    const design: Design = { ...deckDesign, eligibility: rules };
    const relief = { rules: [1, 2], customers: 240 };
    const problem = { code: 'rules-leave-nobody', position: 1, relief } as const;
    expect(designSentence(problem, design)).toBe(
      '2번째 조건까지 걸면 남는 고객이 없습니다. 가장 적게 바꾸려면 2, 3번째 조건을 끄세요. 240명이 남습니다.',
    );
    const fix = designFix(problem, design, population);
    expect(fix?.label).toBe('2, 3번째 조건 끄기');
    expect(fix?.design.eligibility.map(({ isOn }) => isOn)).toEqual([true, false, false]);
    expect(designFix({ ...problem, relief: null }, design, population)).toBeNull();
  });

  it('keeps customers of running experiments out by a rule', () => {
    const problem = { code: 'in-other-experiments', customers: 70, eligible: 100 } as const;
    expect(designFix(problem, deckDesign, population)?.design.eligibility).toEqual([
      noneOfThose({ kind: 'running-experiment' }),
    ]);
  });

  it('leaves to the reader what only the reader can decide', () => {
    const arms = deckDesign.arms.map((arm) => (arm.id === 'coupon' ? { ...arm, name: '' } : arm));
    const unnamed: Design = { ...deckDesign, arms };
    const [problem] = blocking(unnamed);
    expect(problem && designFix(problem, unnamed, population)).toBeNull();
  });
});
