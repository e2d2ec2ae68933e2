import { describe, expect, it } from 'vitest';
import { findPolicy } from '#core/rollout/policy/find-policy.ts';
import { policyParts } from '#core/rollout/policy/policy-parts.ts';
import { emptyDocument, type Experiment } from '#core/history/project-document.ts';
import type { ExperimentTotals } from '#core/results/analysis.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { usualPlan } from '#features/rollout/rollout-plan.ts';
import { policyQuestion } from '#features/rollout/policy/policy-question.ts';
import { policyCells, policyGrid } from '#features/rollout/policy/policy-view.ts';
import type { Reading } from '#workspace/experiment-reading.svelte.ts';
import { deckPopulation } from '../../core/design/deck-design.ts';
import { columnsPlan, plantedByColumns } from '../../core/results/planted-experiment.ts';
import { valueOf } from '../../core/stats/oracle.ts';

const carrots = ['COUPON', 'GIFT', 'POINT'];
const base = usualPlan('POINT');
const plan = { ...base, value: { ...base.value, laterOrdersPerMonth: 1, months: 12 } };
const experiment = { id: 1, design: null } as Experiment;

function readingOf(totals: ExperimentTotals, strata = columnsPlan.strata): Reading {
  const analysis = valueOf(analyseExperiment(totals, { ...columnsPlan, strata }, null));
  return { experiment: 1, plan: { ...columnsPlan, strata }, totals, analysis, detail: null };
}

function asked(reading: Reading, changed: Partial<typeof plan> = {}) {
  const document = emptyDocument('policy');
  return policyQuestion(document, null, experiment, reading, { ...plan, ...changed }, carrots, 1e6);
}

function cellsOf(reading: Reading) {
  const { question, reach } = asked(reading);
  const parts = policyParts({ ...reach, consent: null });
  const policy = valueOf(findPolicy({ ...question, parts }));
  return policyCells(policy, policy.chosen, 0.95);
}

describe('the question of a policy', () => {
  const reading = readingOf(plantedByColumns);

  it('takes the customers of the cells as they are known, and in their proportions where somebody says how many', () => {
    expect(asked(reading).reach.population).toEqual(deckPopulation);
    const { population } = asked(reading, { population: 27_424 }).reach;
    expect(population[0]).toBeCloseTo(2 * (deckPopulation[0] ?? 0), 9);
  });

  it('takes the customers of the experiment where nobody knows those of the cells', () => {
    const strata = plantedByColumns.strata.map((stratum) => ({ ...stratum, population: null }));
    expect(asked(readingOf({ ...plantedByColumns, strata })).reach.population[0]).toBe(400);
  });

  it('puts cells of one level together where they are to get the same carrot', () => {
    const policy = { ...plan.policy, sameWithin: 'points_cell' };
    expect(asked(reading, { policy }).reach.groups).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2]);
    const gone = { ...plan.policy, sameWithin: 'gone' };
    expect(asked(reading, { policy: gone }).reach.groups).toBeNull();
  });

  it('counts what a response leaves with its later orders, and the reward of those who redeem it', () => {
    const [money] = asked(reading).question.carrots;
    expect(money?.marginPerResponse).toBeCloseTo(0.3 * 13 * 10_000, 6);
    expect(money?.marginPerSales).toBeCloseTo(0.3 * 13, 9);
  });
});

describe('the table of a policy', () => {
  it('has the last attribute across and the others down', () => {
    const reading = readingOf(plantedByColumns);
    const grid = policyGrid(cellsOf(reading), reading);
    expect([grid.down, grid.across, grid.columns]).toEqual([['dormancy_cell'], 'points_cell', ['high', 'mid', 'low']]); // prettier-ignore
    expect(grid.rows.map(({ names }) => names)).toEqual([['long'], ['mid'], ['short']]);
    expect(grid.rows.flatMap(({ cells }) => cells.map((cell) => cell?.stratum))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]); // prettier-ignore
  });

  it('is one cell where nothing divides the customers', () => {
    const [first] = plantedByColumns.strata;
    const totals = { ...plantedByColumns, strata: first ? [{ ...first, key: [] }] : [] };
    const reading = readingOf(totals, { kind: 'none' });
    const grid = policyGrid(cellsOf(reading), reading);
    expect(grid).toMatchObject({ down: [], across: null, columns: [''] });
    expect(grid.rows.map(({ cells }) => cells.length)).toEqual([1]);
  });

  it('leaves a place empty where the data have no such cell, and says which cells cannot be told', () => {
    const totals = { ...plantedByColumns, strata: plantedByColumns.strata.slice(1) };
    const reading = readingOf(totals);
    const cells = cellsOf(reading);
    expect(policyGrid(cells, reading).rows.flatMap((row) => row.cells).filter((cell) => cell === null).length).toBe(1); // prettier-ignore
    for (const { sent, best, isUnclear } of cells) {
      const judged = sent[0] ?? best;
      expect(isUnclear).toBe((judged?.interval.low ?? 0) <= 0 && (judged?.interval.high ?? 0) >= 0);
    }
  });
});
