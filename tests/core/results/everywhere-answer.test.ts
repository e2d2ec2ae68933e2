import { describe, expect, it } from 'vitest';
import type { AnalysisPlan, ExperimentTotals } from '#core/results/analysis.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { everywhereAnswer, noticingPowers } from '#core/results/everywhere-answer.ts';
import { powerToNotice } from '#core/results/interaction-power.ts';
import { readStrataWarnings } from '#core/results/simpson-reading.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../stats/oracle.ts';
import {
  admissions,
  armTotals,
  columnsPlan,
  flatPlan,
  flatTotals,
  plantedByColumns,
} from './planted-experiment.ts';

const { notice } = oracle<{
  notice: Record<'dormancy' | 'points', { level: string; power: number; alpha: number }>;
}>('results/everywhere');

const byDepartment: AnalysisPlan = {
  ...columnsPlan,
  control: 'men',
  strata: { kind: 'columns', columns: ['department'] },
};

/** Control and two carrots by a column of levels: customers and responders per arm. */
function byLevel(
  rows: readonly (readonly [string, number, readonly [number, number, number]])[],
): ExperimentTotals {
  return {
    ...plantedByColumns,
    arms: ['CONTROL', 'A', 'B'],
    strata: rows.map(([level, customers, responders]) => ({
      key: [level],
      totals: responders.map((count) => armTotals(customers, count)),
      population: null,
    })),
  };
}

const levelPlan: AnalysisPlan = { ...columnsPlan, strata: { kind: 'columns', columns: ['level'] } };

function answerOf(totals: ExperimentTotals, plan: AnalysisPlan) {
  const analysis = valueOf(analyseExperiment(totals, plan));
  return everywhereAnswer(
    analysis,
    totals.strata.length,
    noticingPowers(totals, plan, analysis),
    readStrataWarnings(totals, plan),
  );
}

/** What must be there. */
function given<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('Missing.');
  return value;
}

describe('same everywhere, or not?', () => {
  it('is not asked without strata', () => {
    expect(
      answerOf(
        flatTotals([
          ['CONTROL', 100, 5],
          ['A', 100, 9],
        ]),
        flatPlan,
      ).code,
    ).toBe('not-asked');
  });

  it('has nothing to compare in one stratum', () => {
    expect(answerOf(byLevel([['all', 500, [20, 40, 30]]]), levelPlan).code).toBe('one-stratum');
  });

  it('differs along points in the sample, and not along dormancy', () => {
    const answer = answerOf(plantedByColumns, columnsPlan);
    if (answer.code !== 'differs') throw new Error(answer.code);
    expect(answer.differing.map(({ attribute }) => attribute)).toEqual(['points_cell']);
  });

  it('differs in strength only where one carrot is best everywhere', () => {
    const totals = byLevel([
      ['high', 1000, [20, 150, 30]],
      ['low', 1000, [20, 35, 30]],
    ]);
    const answer = answerOf(totals, levelPlan);
    if (answer.code !== 'strength-differs') throw new Error(answer.code);
    expect(answer.attributes).toEqual(['level']);
    expect([answer.most.level, answer.least.level]).toEqual(['high', 'low']);
    expectClose(answer.most.difference, 0.13, 1e-12, 'most');
    expectClose(answer.least.difference, 0.015, 1e-12, 'least');
  });

  it('is the same where a difference would have been noticed', () => {
    const totals = byLevel([
      ['high', 4000, [200, 400, 360]],
      ['low', 4000, [200, 402, 358]],
    ]);
    const answer = answerOf(totals, levelPlan);
    if (answer.code !== 'same') throw new Error(answer.code);
    expect(valueOf(given(answer.powers[0]).power).power).toBeGreaterThan(0.99);
  });

  it('cannot be told where one would hardly have been noticed', () => {
    const totals = byLevel([
      ['high', 100, [5, 10, 9]],
      ['low', 100, [5, 10, 9]],
    ]);
    const answer = answerOf(totals, levelPlan);
    if (answer.code !== 'cannot-tell') throw new Error(answer.code);
    expect(valueOf(given(answer.weak[0]).power).power).toBeLessThan(0.2);
  });

  it('cannot be told of a carrot without a common odds ratio', () => {
    const totals = byLevel([
      ['high', 100, [5, 10, 0]],
      ['low', 100, [5, 10, 0]],
    ]);
    const answer = answerOf(totals, levelPlan);
    if (answer.code !== 'cannot-tell') throw new Error(answer.code);
    expect(refusalOf(given(answer.weak[0]).power)).toBe('no-common-odds-ratio');
  });

  it('cannot be computed where every attribute has one level with customers', () => {
    const totals = byLevel([
      ['high', 100, [5, 10, 9]],
      ['low', 0, [0, 0, 0]],
    ]);
    const answer = answerOf(totals, levelPlan);
    if (answer.code !== 'not-computable') throw new Error(answer.code);
    expect(answer.problem.code).toBe('too-few-levels');
  });

  it('warns of Simpson’s paradox before anything else: Berkeley by department', () => {
    const answer = answerOf(admissions, byDepartment);
    if (answer.code !== 'turned') throw new Error(answer.code);
    const [women] = answer.warnings;
    expect(women?.arm).toBe('K');
    expect(women?.check.finding).toBe('turned');
    expectClose(women?.check.crude.difference ?? NaN, -0.14164542824654186, 1e-9, 'crude');
    expect(women?.check.stratified.difference).toBeGreaterThan(0);
  });
});

describe('warnings of the strata', () => {
  it('are none where nothing changes, and none without strata', () => {
    expect(readStrataWarnings(plantedByColumns, columnsPlan)).toEqual([]);
    expect(readStrataWarnings(admissions, { ...byDepartment, strata: { kind: 'none' } })).toEqual(
      [],
    );
  });
});

describe('what an interaction test could have noticed', () => {
  it.each([
    ['dormancy', 0],
    ['points', 1],
  ] as const)('has the power that R gives: %s', (name, attribute) => {
    const { power, level, alpha } = notice[name];
    const found = valueOf(powerToNotice(plantedByColumns, columnsPlan, attribute, alpha));
    expectClose(found.power, power, 1e-8, name);
    expect(found.level).toBe(level);
  });

  it('is not asked of one level, nor of so many that the reader would wait', () => {
    const one = byLevel([['all', 500, [20, 40, 30]]]);
    expect(refusalOf(powerToNotice(one, levelPlan, 0, 0.05))).toBe('too-few-levels');
    const many = byLevel(
      Array.from({ length: 60 }, (_, level) => [String(level), 50, [5, 6, 7]] as const),
    );
    expect(refusalOf(powerToNotice(many, levelPlan, 0, 0.05))).toBe('too-many-levels');
  });
});
