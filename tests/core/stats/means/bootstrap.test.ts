import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGenerator } from '#core/random/generator.ts';
import { bootstrapMeanDifference, bootstrapStatistic } from '#core/stats/means/bootstrap.ts';
import { bcaInterval, percentileInterval } from '#core/stats/means/bootstrap-interval.ts';
import { jackknifeAcceleration, type GroupStatistic } from '#core/stats/means/jackknife.ts';
import { compareMeans } from '#core/stats/means/mean-difference.ts';
import { placeDrawer } from '#core/stats/means/place-drawer.ts';
import { countValues, summariseCounts } from '#core/stats/means/value-counts.ts';
import { chiSquareUpperTail } from '#core/stats/distributions/chi-square-distribution.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { runs } from '../../../property-runs.ts';

interface Row {
  statistic: 'mean' | 'spread' | 'lift' | 'difference';
  groups: number[][];
  estimate: number;
  acceleration: number;
  replicates: number[];
  bias: number;
  own?: [number, number];
  limits: Record<'confidence' | 'low' | 'high' | 'bcaLow' | 'bcaHigh', number>[];
}
const rows = oracle<Row[]>('means/bootstrap');

const none = new Float64Array(0);
const sum = (values: ArrayLike<number>) =>
  Array.from(values).reduce((all, value) => all + value, 0);
const mean = (values: ArrayLike<number>) => sum(values) / values.length;
const spread = (values: Float64Array) => {
  const middle = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1));
};
/** The difference of the means in each stratum, weighted by the customers the experiment has there. */
const differenceOf =
  (sizes: readonly number[]): GroupStatistic =>
  (groups) =>
    sum(
      groups.map((values, place) => {
        const weight =
          ((sizes[place] ?? 0) + (sizes[place % 2 ? place - 1 : place + 1] ?? 0)) / sum(sizes);
        return (place % 2 ? -weight : weight) * mean(values);
      }),
    );
const statistics: Record<Exclude<Row['statistic'], 'difference'>, GroupStatistic> = {
  mean: ([values = none]) => mean(values),
  spread: ([values = none]) => spread(values),
  lift: ([treatment = none, control = none]) => mean(treatment) / mean(control) - 1,
};
const statisticOf = ({ statistic, groups }: Row): GroupStatistic =>
  statistic === 'difference'
    ? differenceOf(groups.map(({ length }) => length))
    : statistics[statistic];
const strataOf = (groups: readonly (readonly number[])[]) =>
  groups.flatMap((treatment, place) =>
    place % 2 ? [] : [{ treatment, control: groups[place + 1] ?? [] }],
  );

describe('intervals from given replicates', () => {
  it('are those of boot', () => {
    let limits = 0;
    for (const row of rows) {
      const { replicates, estimate, acceleration } = row;
      for (const { confidence, low, high, bcaLow, bcaHigh } of row.limits) {
        const about = { ...row, replicates: [], confidence };
        const plain = valueOf(percentileInterval(replicates, confidence));
        expectClose(plain.low, low, 1e-9, about, 1e-3);
        expectClose(plain.high, high, 1e-9, about, 1e-3);
        const bca = valueOf(bcaInterval(replicates, estimate, acceleration, confidence));
        expectClose(bca.low, bcaLow, 1e-9, about, 1e-3);
        expectClose(bca.high, bcaHigh, 1e-9, about, 1e-3);
        expectClose(bca.biasCorrection, row.bias, 1e-12, about, 1e-3);
        limits += 4;
      }
    }
    expect(limits).toBeGreaterThan(300);
  });

  it('have the acceleration of leaving out one customer at a time', () => {
    for (const row of rows) {
      const { statistic, groups, estimate, acceleration, replicates, own } = row;
      const found = valueOf(jackknifeAcceleration(groups, statisticOf(row)));
      expectClose(found, acceleration, 1e-9, { statistic, groups }, 1e-3);
      if (!own) continue;
      const bca = valueOf(bcaInterval(replicates, estimate, found, 0.9));
      expectClose(bca.low, own[0], 1e-9, { statistic, groups }, 1e-3);
      expectClose(bca.high, own[1], 1e-9, { statistic, groups }, 1e-3);
    }
  });

  it('of 1 to 99 are 5 to 95, and 7.3735 to 96.9588 when corrected', () => {
    const replicates = Array.from({ length: 99 }, (_, place) => 99 - place);
    const plain = valueOf(percentileInterval(replicates, 0.9));
    expect([plain.low, plain.high].map((end) => end.toFixed(9))).toEqual([
      '5.000000000',
      '95.000000000',
    ]);
    expect(plain.extreme).toBe(false);
    const bca = valueOf(bcaInterval(replicates, 52, 0.05, 0.9));
    expect(bca.low).toBeCloseTo(7.37350253738, 10);
    expect(bca.high).toBeCloseTo(96.95883034662, 10);
    expect(valueOf(percentileInterval(replicates, 0.999)).extreme).toBe(true);
    expect(valueOf(jackknifeAcceleration([[1, 2, 3, 4, 10]], statistics.mean))).toBeCloseTo(
      0.084853,
      6,
    );
  });

  it('refuse what is no sample of replicates, and a correction that turns back on itself', () => {
    const replicates = [1, 2, 3, 4, 5];
    expect(refusalOf(percentileInterval([1], 0.9))).toBe('too-few-replicates');
    expect(refusalOf(percentileInterval([1, Number.NaN], 0.9))).toBe('invalid-replicates');
    expect(refusalOf(percentileInterval(replicates, 1))).toBe('invalid-confidence');
    expect(refusalOf(bcaInterval(replicates, 9, 0, 0.9))).toBe('one-sided-replicates');
    expect(refusalOf(bcaInterval(replicates, 1, 0, 0.9))).toBe('one-sided-replicates');
    expect(refusalOf(bcaInterval(replicates, 3, 5, 0.9))).toBe('invalid-acceleration');
    expect(refusalOf(bcaInterval(replicates, 3, Number.NaN, 0.9))).toBe('invalid-acceleration');
  });
});

describe('the bootstrap', () => {
  const treatment = [0, 0, 0, 12, 40, 7, 0, 180];
  const control = [0, 5, 0, 9, 0, 0, 30];

  it('gives the same answer for the same seed, whatever the order of the rows, and names how it was drawn', () => {
    const draw = (seed: string, values: number[]) =>
      valueOf(bootstrapMeanDifference([{ treatment: values, control }], { seed, replicates: 500 }));
    const first = draw('carrot', treatment);
    expect(draw('carrot', treatment.toReversed())).toEqual(first);
    expect(draw('rabbit', treatment).percentile).not.toEqual(first.percentile);
    expect(first).toMatchObject({
      seed: 'carrot',
      algorithm: 'xoshiro128**',
      version: 1,
      replicates: 500,
    });
  });

  it('by sums is the bootstrap of the same statistic of raw values', () => {
    for (const row of rows) {
      const { groups, estimate, acceleration } = row;
      if (row.statistic !== 'difference') continue;
      const plan = { seed: 7, replicates: 200, confidenceShare: 0.9 };
      const fast = valueOf(bootstrapMeanDifference(strataOf(groups), plan));
      const slow = valueOf(bootstrapStatistic(groups, statisticOf(row), plan));
      const scale = fast.standardError;
      expectClose(fast.estimate, estimate, 1e-9, groups, scale);
      expectClose(fast.percentile.low, slow.percentile.low, 1e-9, groups, scale);
      expectClose(fast.percentile.high, slow.percentile.high, 1e-9, groups, scale);
      expectClose(valueOf(fast.bca).acceleration, acceleration, 1e-9, groups, 1e-3);
      expectClose(valueOf(slow.bca).acceleration, acceleration, 1e-9, groups, 1e-3);
    }
  });

  it('has the standard error of the drawn means, and moves with the values', () => {
    const strata = [{ treatment, control }];
    const plan = { seed: 'carrot', replicates: 20_000 };
    const found = valueOf(bootstrapMeanDifference(strata, plan));
    const variance = (values: number[]) =>
      sum(values.map((value) => (value - mean(values)) ** 2)) / values.length;
    const exact = Math.sqrt(
      variance(treatment) / treatment.length + variance(control) / control.length,
    );
    // A standard error of 20,000 replicates is itself known to about one part in a hundred.
    expect(Math.abs(found.standardError / exact - 1)).toBeLessThan(0.03);
    expect(Math.abs(found.bias)).toBeLessThan((4 * exact) / Math.sqrt(20_000));
    const doubled = strata.map((stratum) => ({
      treatment: stratum.treatment.map((value) => 2 * value + 3),
      control: stratum.control.map((value) => 2 * value),
    }));
    const moved = valueOf(bootstrapMeanDifference(doubled, plan));
    expectClose(moved.percentile.low, 2 * found.percentile.low + 3, 1e-9, 'moved', 1);
    expectClose(valueOf(moved.bca).high, 2 * valueOf(found.bca).high + 3, 1e-9, 'moved', 1);
  });

  it('covers the true difference of skewed spend about as often as it says', () => {
    const generator = createGenerator('coverage');
    // Exponential amounts with the means 2 and 1.
    const sample = (size: number, scale: number) =>
      Array.from({ length: size }, () => -scale * Math.log(1 - generator.nextShare()));
    const experiments = 1500;
    const covered = { percentile: 0, bca: 0 };
    for (let experiment = 0; experiment < experiments; experiment += 1) {
      const strata = [{ treatment: sample(30, 2), control: sample(40, 1) }];
      const plan = { seed: experiment, replicates: 300, confidenceShare: 0.9 };
      const found = valueOf(bootstrapMeanDifference(strata, plan));
      const bca = valueOf(found.bca);
      if (found.percentile.low < 1 && found.percentile.high > 1) covered.percentile += 1;
      if (bca.low < 1 && bca.high > 1) covered.bca += 1;
    }
    // In 8,000 experiments 0.870 and 0.866, in R 0.875 (1,500): the shortfall known at such sizes. Three standard errors.
    for (const share of [covered.percentile, covered.bca].map((count) => count / experiments)) {
      expect(share).toBeGreaterThan(0.842);
      expect(share).toBeLessThan(0.895);
    }
  });

  it('agrees with Welch where nothing is skewed and customers are many', () => {
    const generator = createGenerator('flat');
    const sample = () => Array.from({ length: 2000 }, () => generator.nextShare());
    const [first, second] = [sample(), sample()];
    const found = valueOf(
      bootstrapMeanDifference([{ treatment: first, control: second }], { seed: 3 }),
    );
    const summary = (values: number[]) => valueOf(summariseCounts(countValues(values)));
    const welch = valueOf(compareMeans(summary(first), summary(second), 0.95));
    const width = welch.interval.high - welch.interval.low;
    const { low, high } = valueOf(found.bca);
    expect(Math.abs(low - welch.interval.low)).toBeLessThan(0.06 * width);
    expect(Math.abs(high - welch.interval.high)).toBeLessThan(0.06 * width);
  });

  it('refuses single customers, values that are none, and endless draws; without variation the correction alone', () => {
    const strata = [{ treatment, control }];
    const code = (plan: { replicates?: number; confidenceShare?: number }) =>
      refusalOf(bootstrapMeanDifference(strata, { seed: 1, ...plan }));
    expect(code({ replicates: 99 })).toBe('invalid-replicate-count');
    expect(code({ replicates: 1e10 })).toBe('too-many-draws');
    expect(code({ confidenceShare: 0 })).toBe('invalid-confidence');
    const one = [{ treatment: [1], control }];
    expect(refusalOf(bootstrapMeanDifference(one, { seed: 1 }))).toBe('too-few-values');
    expect(refusalOf(bootstrapMeanDifference([], { seed: 1 }))).toBe('too-few-values');
    const bad = [{ treatment: [1, Number.NaN], control }];
    expect(refusalOf(bootstrapMeanDifference(bad, { seed: 1 }))).toBe('invalid-values');
    const flat = valueOf(
      bootstrapMeanDifference([{ treatment: [3, 3], control: [1, 1] }], { seed: 1 }),
    );
    expect(flat.percentile).toMatchObject({ low: 2, high: 2 });
    expect(refusalOf(flat.bca)).toBe('no-variation');
    const hole: GroupStatistic = ([values = none]) =>
      values.every((value) => value === 0) ? NaN : 1;
    expect(refusalOf(bootstrapStatistic([[0, 0, 1]], hole, { seed: 1 }))).toBe(
      'invalid-replicates',
    );
    expect(refusalOf(jackknifeAcceleration([[0, 0, 1]], hole))).toBe('not-computable');
    const many = [Array.from({ length: 50_000 }, (_, place) => place)];
    expect(refusalOf(jackknifeAcceleration(many, hole))).toBe('too-many-for-jackknife');
  });
});

describe('places drawn for a resample', () => {
  it('are all equally likely', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer(), (size, seed) => {
        const drawPlace = placeDrawer(createGenerator(seed), size);
        const seen = new Array<number>(size).fill(0);
        for (let draw = 0; draw < 100 * size; draw += 1) {
          const place = drawPlace();
          seen[place] = (seen[place] ?? NaN) + 1;
        }
        const statistic = sum(seen.map((count) => (count - 100) ** 2 / 100));
        expect(chiSquareUpperTail(statistic, size - 1)).toBeGreaterThan(1e-5);
      }),
      runs(50),
    );
  });

  it('reach both ends, and stay inside for sizes beyond exact products', () => {
    const small = placeDrawer(createGenerator(1), 3);
    expect(new Set(Array.from({ length: 100 }, small))).toEqual(new Set([0, 1, 2]));
    const drawPlace = placeDrawer(createGenerator(1), 3_000_000_000);
    const draws = Array.from({ length: 100 }, drawPlace);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(3_000_000_000);
    expect(Math.max(...draws)).toBeGreaterThan(2 ** 31);
  });
});
