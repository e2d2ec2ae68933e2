import { describe, expect, it } from 'vitest';
import {
  answerDependsOnLevel,
  carrotsToGive,
  levelsWithoutCarrot,
} from '#core/results/answer-by-level.ts';
import type { AnalysisPlan, ExperimentTotals } from '#core/results/analysis.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { verdict } from '#core/results/verdict.ts';
import { armTotals, columnsPlan } from './planted-experiment.ts';

/** Responders per 1,000 for the arms, by level of points. */
function analyse(levels: Readonly<Record<string, readonly number[]>>) {
  const totals: ExperimentTotals = {
    arms: ['CONTROL', 'COUPON', 'GIFT'].slice(0, Object.values(levels)[0]?.length),
    strata: Object.entries(levels).map(([level, responders]) => ({
      key: [level],
      totals: responders.map((count) => armTotals(1000, count)),
      population: null,
    })),
    leftOut: {
      missingArm: 0,
      missingOutcome: 0,
      noStratum: 0,
      notOnList: 0,
      repeatedCustomers: 0,
      inSeveralArms: 0,
      beforeWindow: 0,
      afterWindow: 0,
    },
  };
  const plan: AnalysisPlan = { ...columnsPlan, strata: { kind: 'columns', columns: ['points'] } };
  const analysis = analyseExperiment(totals, plan);
  if (!analysis.ok) throw new Error(analysis.problem.code);
  return { decision: verdict(analysis.value), interaction: analysis.value.interactions[0] };
}

describe('the answer by level', () => {
  it('is no carrot where the only one does worse than the control', () => {
    const { decision, interaction } = analyse({ high: [50, 200], low: [80, 30] });
    expect(decision).toMatchObject({ code: 'winner', nextStep: 'roll-out-by-level' });
    const byLevel = interaction?.bestByLevel ?? [];
    expect(byLevel.map(carrotsToGive)).toEqual([['COUPON'], []]);
    expect(levelsWithoutCarrot(byLevel)).toEqual(['low']);
  });

  it('does not depend on the level where one carrot is best everywhere, however its effect varies', () => {
    const { decision, interaction } = analyse({ high: [50, 300, 200], low: [50, 60, 55] });
    expect(interaction?.test.ok && interaction.test.value.pValueAdjusted).toBeLessThan(1e-10);
    expect(answerDependsOnLevel(interaction?.bestByLevel ?? [])).toBe(false);
    expect(decision).toMatchObject({
      code: 'winner',
      best: { arm: 'COUPON' },
      differing: [],
      nextStep: 'roll-out-best',
    });
  });

  it('does not depend on the level where the carrot of one level is as good as any at the other', () => {
    const { interaction } = analyse({ high: [50, 300, 200], low: [50, 60, 60] });
    expect(answerDependsOnLevel(interaction?.bestByLevel ?? [])).toBe(false);
  });

  it('depends on the level where another carrot leads there', () => {
    const { decision, interaction } = analyse({ high: [50, 300, 100], low: [50, 100, 250] });
    expect(answerDependsOnLevel(interaction?.bestByLevel ?? [])).toBe(true);
    expect(decision.nextStep).toBe('roll-out-by-level');
  });
});
