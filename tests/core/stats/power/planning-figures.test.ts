import { describe, expect, it } from 'vitest';
import type { ManyArmRule } from '#core/stats/power/many-arm-power.ts';
import { clustersPerArm, detectableClusterDifference } from '#core/stats/power/cluster-power.ts';
import {
  detectableDifferenceForManyMeans,
  sampleSizeForManyMeans,
} from '#core/stats/power/many-means.ts';
import {
  detectableLiftForManyShares,
  sampleSizeForManyShares,
} from '#core/stats/power/many-shares.ts';
import { smallestMarginOfMeans } from '#core/stats/power/margin-means.ts';
import { smallestMargin } from '#core/stats/power/margin-shares.ts';
import { optimalControlRatio, optimalTreatmentRatio } from '#core/stats/power/optimal-ratio.ts';
import { cohenEffect } from '#core/stats/power/power-chi-square.ts';
import { precisionSize } from '#core/stats/power/precision-size.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

type Row<Name extends string> = Record<Name, number>;
const figures = oracle<{
  control: Row<'arms' | 'costArm' | 'costControl' | 'ratio'>[];
  treatment: Row<'treatedShare' | 'controlShare' | 'costTreatment' | 'costControl' | 'ratio'>[];
  effects: { shares: number[]; assumed: number[]; w: number }[];
  precision: Row<'share' | 'halfWidth' | 'confidenceShare' | 'population' | 'size'>[];
  lifts: (Row<'sizeControl' | 'size' | 'baselineShare' | 'alpha' | 'power' | 'rise'> & {
    fall?: number;
  })[];
  differences: (Row<'sizeControl' | 'size' | 'arms' | 'power' | 'sd' | 'difference'> & {
    sides: 1 | 2;
  })[];
}>('power/planning-figures');

describe('planning figures of R', () => {
  it('are the ratios of sizes that cost least for their precision', () => {
    expect(figures.control.length).toBe(30);
    expect(figures.treatment.length).toBe(54);
    // The cost is flat at its least: R's ratio has half of its digits.
    for (const row of figures.control) {
      expectClose(valueOf(optimalControlRatio(row)), row.ratio, 1e-6, row);
    }
    for (const row of figures.treatment) {
      expectClose(valueOf(optimalTreatmentRatio(row)), row.ratio, 1e-6, row);
    }
  });

  it("are Cohen's w", () => {
    expect(figures.effects.length).toBe(40);
    for (const row of figures.effects) {
      expectClose(valueOf(cohenEffect(row.shares, row.assumed)), row.w, 1e-12, row);
    }
  });

  it('are the customers that know a share to within a half-width', () => {
    expect(figures.precision.length).toBe(96);
    for (const { population, size, ...row } of figures.precision) {
      const list = population > 0 ? { population } : {};
      expectClose(valueOf(precisionSize({ ...row, ...list })), size, 1e-9, { population, ...row });
    }
  });

  it('are the effects that several arms detect, up and down', () => {
    expect(figures.lifts.length).toBe(32);
    for (const { size, ...row } of figures.lifts) {
      const plan = { ...row, sizes: [size, size] };
      expectClose(valueOf(detectableLiftForManyShares(plan)), row.rise, 1e-9, plan);
      const fall = detectableLiftForManyShares({ ...plan, direction: 'fall' });
      if (row.fall === undefined) expect(refusalOf(fall)).toBe('no-detectable-effect');
      else expectClose(valueOf(fall), row.fall, 1e-9, plan);
    }
    expect(figures.differences.length).toBe(64);
    for (const { size, arms, sd, ...row } of figures.differences) {
      const sizes = new Array<number>(arms).fill(size);
      const plan = { ...row, sizes, alpha: 0.05, standardDeviation: sd };
      const found = detectableDifferenceForManyMeans({ ...plan, rule: 'bonferroni' });
      expectClose(valueOf(found), row.difference, 1e-9, plan);
    }
  });
});

interface ManyRow {
  sizes: [number, ...number[]];
  sizeControl: number;
  sides: 1 | 2;
  rule: ManyArmRule;
  any: number;
  all: number;
}
const many = oracle<{
  shares: (ManyRow & { baselineShare: number; lifts: number[]; alpha: number })[];
  means: (ManyRow & { differences: number[] })[];
}>('power/many-arms');
const margins = oracle<{
  shares: (Row<'p0' | 'lift' | 'margin' | 'alpha' | 'power' | 'treated' | 'control'> & {
    better: 'higher' | 'lower';
  })[];
  means: Row<'difference' | 'margin' | 'sd' | 'alpha' | 'ratio' | 'power' | 'control'>[];
}>('power/margins');
const { clusters } = oracle<{
  clusters: (Row<'m' | 'cv' | 'rho' | 'treated' | 'control' | 'difference' | 'power'> & {
    sides: 1 | 2;
  })[];
}>('power/questions');

/** Arms of one size, and neither so unlikely nor so likely found that the power has no digits to lead back by. */
const leadsBack = ({ sizes }: ManyRow, power: number, alpha: number): boolean =>
  sizes.every((size) => size === sizes[0]) && power > alpha && power < 1 - 1e-6;

describe('the powers of R lead back to their plans', () => {
  it('by the sizes of several arms', () => {
    let compared = 0;
    for (const row of many.shares) {
      for (const wanted of ['any', 'all'] as const) {
        const power = row[wanted];
        if (!leadsBack(row, power, row.alpha)) continue;
        const controlRatio = row.sizeControl / row.sizes[0];
        const plan = { ...row, power, wanted, controlRatio };
        const found = valueOf(sampleSizeForManyShares(plan));
        expectClose(found.exactSizePerArm, row.sizes[0], 1e-7, plan);
        expectClose(found.exactSizeControl, row.sizeControl, 1e-7, plan);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
    for (const row of many.means.filter(({ sizes }) => sizes.length === 2)) {
      if (!leadsBack(row, row.any, 0.05)) continue;
      const controlRatio = row.sizeControl / row.sizes[0];
      const plan = { ...row, alpha: 0.05, standardDeviation: 1, power: row.any, controlRatio };
      const found = valueOf(sampleSizeForManyMeans({ ...plan, wanted: 'any' }));
      expectClose(found.exactSizePerArm, row.sizes[0], 1e-7, plan);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(106);
  });

  it('by the smallest margin', () => {
    expect(margins.shares.length).toBeGreaterThan(200);
    for (const row of margins.shares) {
      const sizes = { sizeTreatment: row.treated, sizeControl: row.control };
      const found = smallestMargin({ ...row, ...sizes, baselineShare: row.p0 });
      expectClose(valueOf(found), row.margin, 1e-8, row);
    }
    expect(margins.means.length).toBe(96);
    for (const row of margins.means) {
      const least = 4 / (1 + row.ratio);
      if (row.control <= least) continue;
      const sizes = { sizeTreatment: row.control * row.ratio, sizeControl: row.control };
      const found = smallestMarginOfMeans({ ...row, ...sizes, standardDeviation: row.sd });
      expectClose(valueOf(found), row.margin, 1e-8, row);
    }
  });

  it('by the number of clusters, and by the difference they show', () => {
    let compared = 0;
    for (const row of clusters) {
      const { difference, power, sides } = row;
      if (!(power > 0.06 && power < 1 - 1e-6)) continue;
      const plan = {
        meanClusterSize: row.m,
        sizeVariation: row.cv,
        intraclassCorrelation: row.rho,
        standardDeviation: 1,
        alpha: 0.05,
        sides,
        power,
      };
      const arms = { clustersTreatment: row.treated, clustersControl: row.control };
      const shown = valueOf(detectableClusterDifference({ ...plan, ...arms }));
      expectClose(shown, difference, 1e-8, row);
      if (row.treated !== row.control) continue;
      expectClose(valueOf(clustersPerArm({ ...plan, difference })), row.treated, 1e-8, row);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(10);
  });
});
