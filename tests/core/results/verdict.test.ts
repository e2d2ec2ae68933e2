import { describe, expect, it } from 'vitest';
import type { AnalysisPlan } from '#core/results/analysis.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { verdict, type Verdict } from '#core/results/verdict.ts';
import type { ExperimentTotals } from '#core/results/analysis.ts';
import { outcomeOf } from '#core/history/outcome.ts';
import {
  admissions,
  armTotals,
  columnsPlan,
  flatPlan,
  flatTotals,
  plantedByColumns,
} from './planted-experiment.ts';

const moneyPlan: AnalysisPlan = {
  ...flatPlan,
  control: 'none',
  source: { ...flatPlan.source, kind: 'table', moneyColumn: 'spend' } as AnalysisPlan['source'],
};

function judge(
  arms: Parameters<typeof flatTotals>[0],
  sizes: readonly number[] | null = null,
): Verdict {
  const analysis = analyseExperiment(flatTotals(arms, 1000), moneyPlan, sizes);
  if (!analysis.ok) throw new Error(analysis.problem.code);
  return verdict(analysis.value);
}

function expectCode<Code extends Verdict['code']>(
  found: Verdict,
  code: Code,
): Extract<Verdict, { code: Code }> {
  expect(found.code).toBe(code);
  return found as Extract<Verdict, { code: Code }>;
}

describe('the verdict on the planted experiment', () => {
  const analysis = analyseExperiment(plantedByColumns, columnsPlan);
  if (!analysis.ok) throw new Error(analysis.problem.code);
  const found = expectCode(verdict(analysis.value), 'better-than-control-no-single-winner');

  it('is that all carrots work but point and coupon cannot be told apart', () => {
    expect(found.better.map(({ arm }) => arm)).toEqual(['POINT', 'COUPON', 'GIFT']);
    expect(found.contenders).toEqual(['POINT', 'COUPON']);
    expect(found.better[0]?.difference).toBeCloseTo(69 / 900, 12);
    expect(found.lead?.difference).toBeCloseTo(0.02, 12);
    expect(found.lead?.interval.low).toBeLessThan(0);
    expect(found.harmful).toEqual([]);
  });

  it('compares within the cells, and all customers together say the same', () => {
    expect(found).toMatchObject({ withinStrata: ['POINT', 'COUPON', 'GIFT'], allTogether: [] });
    expect(found.pooledDisagrees).toEqual([]);
  });

  it('sends the reader to the points attribute, along which the best carrot changes', () => {
    expect(found.nextStep).toBe('roll-out-by-level');
    expect(found.differing.map(({ attribute }) => attribute)).toEqual(['points_cell']);
    expect(found.differing[0]?.bestByLevel.map(({ level, arms }) => [level, ...arms])).toEqual([
      ['high', 'POINT'],
      ['mid', 'POINT'],
      ['low', 'COUPON'],
    ]);
  });

  it('says how many more customers would tell point from coupon', () => {
    expect(found.enlargement.alpha).toBeCloseTo(0.05 / 3, 12);
    const { moreCustomersPerArm, smallestDetectable } = found.enlargement;
    expect(moreCustomersPerArm).toEqual({ ok: true, value: 4476 - 900 });
    expect(smallestDetectable.ok && smallestDetectable.value).toBeCloseTo(0.0473265257307, 6);
  });
});

function readAdmissions(totals: ExperimentTotals, strata: AnalysisPlan['strata']) {
  const analysis = analyseExperiment(totals, { ...columnsPlan, control: 'men', strata });
  if (!analysis.ok) throw new Error(analysis.problem.code);
  return analysis.value;
}

describe('the verdict where the arms hold different customers', () => {
  const byDepartment = readAdmissions(admissions, { kind: 'columns', columns: ['department'] });
  const found = expectCode(verdict(byDepartment), 'cannot-tell');

  it('rests on the comparison within the strata, as epiR reckons it (epi.2by2, Sato)', () => {
    expect(found.best).toMatchObject({ arm: 'K', basis: 'within-strata' });
    expect(found.best.difference).toBeCloseTo(0.0184251962, 6);
    expect(found.best.interval.low).toBeCloseTo(-0.010632043, 6);
    expect(found.best.interval.high).toBeCloseTo(0.0474824353, 6);
    expect(found.best.pValueAdjusted).toBeCloseTo(0.21393667, 6);
    expect(found).toMatchObject({ withinStrata: ['K'], allTogether: [] });
  });

  it('says that all customers together would mislead', () => {
    expect(found.pooledDisagrees.map(({ arm }) => arm)).toEqual(['K']);
    expect(found.best.share - found.best.controlShare).toBeCloseTo(-0.1416454, 6);
  });

  it('is what history keeps', () => {
    expect(outcomeOf(byDepartment)).toMatchObject({
      bestArm: 'K',
      difference: found.best.difference,
      differenceLow: found.best.interval.low,
      differenceHigh: found.best.interval.high,
      pValueAdjusted: found.best.pValueAdjusted,
    });
  });

  it('rests on all customers together without strata, or with a single one', () => {
    const whole = flatTotals([
      ['men', 2691, 1198],
      ['K', 1835, 557],
    ]);
    for (const strata of [flatPlan.strata, { kind: 'columns', columns: ['campus'] }] as const) {
      const pooled = expectCode(verdict(readAdmissions(whole, strata)), 'harmful');
      expect(pooled.harmful[0]?.difference).toBeCloseTo(-0.1416454, 6);
      expect(pooled).toMatchObject({ withinStrata: [], allTogether: ['K'], pooledDisagrees: [] });
    }
  });

  it('chooses among the carrots within the strata too', () => {
    // B is 15 points above A in either stratum, but was mostly given where few respond to anything.
    const cells = [
      [armTotals(500, 250), armTotals(900, 630), armTotals(100, 85)],
      [armTotals(500, 10), armTotals(100, 10), armTotals(900, 225)],
    ];
    const totals: ExperimentTotals = {
      ...plantedByColumns,
      arms: ['men', 'A', 'B'],
      strata: cells.map((arms, cell) => ({ key: [String(cell)], totals: arms, population: null })),
    };
    const analysis = readAdmissions(totals, { kind: 'columns', columns: ['department'] });
    const [pair] = analysis.carrotPairs;
    expect(pair?.response.ok && pair.response.value.difference).toBeCloseTo(0.33, 12);
    expect(pair?.deciding.ok && pair.deciding.value.difference).toBeCloseTo(-0.15, 12);
    expect(expectCode(verdict(analysis), 'winner').best.arm).toBe('B');
  });

  it('compares a carrot all together that shares no stratum with the control', () => {
    const cells = [
      [armTotals(500, 50), armTotals(500, 100), armTotals(0, 0)],
      [armTotals(0, 0), armTotals(0, 0), armTotals(500, 90)],
    ];
    const totals: ExperimentTotals = {
      ...plantedByColumns,
      arms: ['men', 'A', 'B'],
      strata: cells.map((arms, cell) => ({ key: [String(cell)], totals: arms, population: null })),
    };
    const analysis = readAdmissions(totals, { kind: 'columns', columns: ['department'] });
    expect(verdict(analysis)).toMatchObject({ withinStrata: ['A'], allTogether: ['B'] });
  });
});

describe('the verdict', () => {
  it('is a winner when one carrot is above the control and every other carrot', () => {
    const found = expectCode(
      judge([
        ['none', 1000, 30],
        ['card', 1000, 40],
        ['gift', 1000, 120],
      ]),
      'winner',
    );
    expect(found.best).toMatchObject({ arm: 'gift', customers: 1000, share: 0.12 });
    expect(found.best.money?.difference).toBeCloseTo(90, 9);
    expect(found.nextStep).toBe('roll-out-best');
  });

  it('is a winner when the only carrot beats the control', () => {
    const arms = [['none', 1000, 30], ['gift', 1000, 60]] as const; // prettier-ignore
    expect(judge(arms)).toMatchObject({ code: 'winner', best: { arm: 'gift' } });
  });

  it('is no single winner when the best cannot be told from a carrot that is itself undecided', () => {
    const found = expectCode(
      judge([
        ['none', 500, 20],
        ['card', 500, 32],
        ['gift', 500, 42],
      ]),
      'better-than-control-no-single-winner',
    );
    expect(found.better.map(({ arm }) => arm)).toEqual(['gift']);
    expect(found.contenders).toEqual(['gift', 'card']);
    expect(found.nextStep).toBe('choose-by-cost');
  });

  it('is harmful when no carrot helps and one hurts', () => {
    const found = expectCode(
      judge([
        ['none', 1000, 90],
        ['card', 1000, 40],
        ['gift', 1000, 88],
      ]),
      'harmful',
    );
    expect(found.harmful.map(({ arm }) => arm)).toEqual(['card']);
    expect(found.undecided.map(({ arm }) => arm)).toEqual(['gift']);
  });

  it('names a harmful carrot beside a winner', () => {
    const found = expectCode(
      judge([
        ['none', 1000, 90],
        ['card', 1000, 40],
        ['gift', 1000, 188],
      ]),
      'winner',
    );
    expect(found.harmful.map(({ arm }) => arm)).toEqual(['card']);
  });

  it('is cannot-tell with the size that would settle it, as R reckons it', () => {
    const found = expectCode(
      judge([
        ['none', 500, 25],
        ['gift', 500, 30],
      ]),
      'cannot-tell',
    );
    expect(found.best.arm).toBe('gift');
    expect(found.enlargement.moreCustomersPerArm).toEqual({ ok: true, value: 8158 - 500 });
    const { smallestDetectable } = found.enlargement;
    expect(smallestDetectable.ok && smallestDetectable.value).toBeCloseTo(0.0460452723094, 6);
  });

  it('is cannot-tell without a size when there is no difference at all', () => {
    const arms = [['none', 500, 25], ['gift', 500, 25]] as const; // prettier-ignore
    const found = expectCode(judge(arms), 'cannot-tell');
    expect(found.enlargement.moreCustomersPerArm).toMatchObject({
      problem: { code: 'invalid-lift' },
    });
  });

  it('is a broken split before anything else is read', () => {
    const arms = [['none', 1000, 30], ['gift', 1300, 260]] as const; // prettier-ignore
    expect(expectCode(judge(arms), 'broken-split').pValue).toBeLessThan(0.001);
    expect(judge(arms, [1000, 1300]).code).toBe('winner');
    expect(judge(arms, [1000, 0])).toMatchObject({ code: 'broken-split', pValue: null });
  });

  it('does not call a holdout of a tenth a broken split where no plan says how large it should be', () => {
    const arms = [['none', 1000, 30], ['gift', 9000, 900]] as const; // prettier-ignore
    expect(judge(arms)).toMatchObject({ code: 'winner', best: { arm: 'gift' } });
    expect(judge(arms, [5000, 5000]).code).toBe('broken-split');
  });

  it('is no outcome when nobody responded anywhere', () => {
    const arms = [['none', 1000, 0], ['gift', 1000, 0]] as const; // prettier-ignore
    const reason = 'nobody-responded';
    expect(judge(arms)).toMatchObject({ code: 'no-outcome', reason, responders: 0 });
  });

  it('is no outcome, for another reason, when everybody responded or an arm is empty', () => {
    const reasons = {
      'everybody-responded': [['none', 90, 90], ['gift', 90, 90]],
      'nobody-in-control': [['none', 0, 0], ['gift', 90, 9]],
      'nobody-in-carrots': [['none', 90, 9], ['gift', 0, 0]],
    } as const; // prettier-ignore
    for (const [reason, arms] of Object.entries(reasons))
      expect(judge(arms)).toMatchObject({ code: 'no-outcome', reason });
  });

  it('is control-only without a carrot', () => {
    expect(judge([['none', 1000, 30]])).toMatchObject({ code: 'control-only' });
  });
});
