import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logarithmicBins, plainBins } from '#core/import/number-bins.ts';
import { quartilesOf, scaleOf, tukeyFences } from '#core/import/outlier-fences.ts';
import { profileNumbers } from '#core/import/profile-numbers.ts';
import { createGenerator } from '#core/random/generator.ts';

const ascending = (numbers: readonly number[]) => Float64Array.from(numbers).sort();
const profileOf = (numbers: readonly number[]) =>
  profileNumbers(ascending(numbers), new Set(numbers).size);

const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 0.1, 1e-300, 1e300, 5e-324),
);
const numbers = fc.array(number, { minLength: 1, maxLength: 60 });

describe('the profile of numbers', () => {
  it('has the quartiles of R quantile(type = 7)', () => {
    expect(quartilesOf(ascending([1, 2, 3, 4]))).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 });
    // R: quantile(c(2, 7, 1, 8, 2, 8, 18, 28, 4), c(.25, .5, .75)) gives 2, 7, 8
    const sample = ascending([2, 7, 1, 8, 2, 8, 18, 28, 4]);
    expect(quartilesOf(sample)).toEqual({ lower: 2, median: 7, upper: 8 });
    expect(quartilesOf(ascending([5]))).toEqual({ lower: 5, median: 5, upper: 5 });
  });

  it('has the fences of Tukey: with quartiles 2 and 8 they are -7 and 17', () => {
    const sample = ascending([2, 7, 1, 8, 2, 8, 18, 28, 4]);
    expect(tukeyFences(sample, 'plain')).toEqual({ lower: -7, upper: 17 });
    expect(tukeyFences(ascending([3, 3, 3, 3, 99]), 'plain')).toBeNull();
  });

  it('takes money for logarithmic, what lies evenly or below nought for plain', () => {
    const generator = createGenerator(7);
    const next = () => generator.nextShare();
    const spread = Array.from({ length: 2000 }, () => next() + next() + next() - 1.5);
    const money = spread.map((each) => Math.exp(9 + 3 * each));
    expect(scaleOf(ascending(money))).toBe('logarithmic');
    expect(scaleOf(ascending(spread.map((each) => 100 + each)))).toBe('plain');
    expect(scaleOf(ascending(money.map((each) => each - 50_000)))).toBe('plain');
    const ofMoney = profileOf([0, 0, 0, ...money]);
    if (!ofMoney?.outliers.isJudged) throw new Error('There is a spread to judge by');
    const beyond = ofMoney.outliers.above / 2000;
    // On the plain scale one in nine would be an outlier.
    expect(beyond).toBeLessThan(0.01);
    const fences = tukeyFences(ascending(money), 'plain');
    expect(money.filter((each) => each > (fences?.upper ?? 0)).length / 2000).toBeGreaterThan(0.06);
  });

  it('judges no outliers among few values or where half are the same', () => {
    expect(profileOf([1, 1, 2, 3])?.outliers).toEqual({ isJudged: false, reason: 'few-values' });
    const mostly = [
      ...Array.from({ length: 90 }, () => 0),
      ...Array.from({ length: 20 }, (_, i) => i),
    ];
    expect(profileOf(mostly)?.outliers).toEqual({ isJudged: false, reason: 'no-spread' });
    expect(profileOf([])).toBeNull();
  });

  it('counts what it is asked for, as a plain count does', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        const profile = profileOf(all);
        if (!profile) throw new Error('There are numbers');
        expect(profile.smallest).toBe(Math.min(...all));
        expect(profile.largest).toBe(Math.max(...all));
        expect(profile.zeros).toBe(all.filter((each) => each === 0).length);
        expect(profile.negatives).toBe(all.filter((each) => each < 0).length);
        expect(profile.lowerQuartile).toBeLessThanOrEqual(profile.median);
        expect(profile.median).toBeLessThanOrEqual(profile.upperQuartile);
        expect(Number.isFinite(profile.mean)).toBe(true);
        const { outliers, scale } = profile;
        if (!outliers.isJudged) return;
        const { lowerFence, upperFence } = outliers;
        const judged = scale === 'plain' ? all : all.filter((each) => each > 0);
        expect(outliers.above).toBe(judged.filter((each) => each > upperFence).length);
        expect(outliers.below).toBe(judged.filter((each) => each < lowerFence).length);
      }),
    );
  });

  it('puts every number into one bin, and no number beyond its edges', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        const sorted = ascending(all);
        for (const [bins, binned] of [
          [plainBins(sorted), all],
          [logarithmicBins(sorted), all.filter((each) => each > 0)],
        ] as const) {
          expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(binned.length);
          expect(bins.length).toBeLessThanOrEqual(700);
          bins.forEach(({ from, to, count }, place) => {
            expect(from).toBeLessThan(to);
            if (place > 0) expect(from).toBe(bins[place - 1]?.to);
            const isLast = place === bins.length - 1;
            const own = binned.filter((each) => each >= from && (isLast || each < to));
            if (place > 0) expect(count).toBe(own.length);
          });
        }
      }),
    );
  });

  it('has bins that begin and end with round numbers, of whole width for whole numbers', () => {
    expect(
      plainBins(ascending([1, 12, 100]))
        .map(({ from }) => from)
        .slice(0, 3),
    ).toEqual([0, 5, 10]);
    expect(plainBins(ascending([0, 1])).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(plainBins(ascending([7]))).toEqual([{ from: 7, to: 8, count: 1 }]);
    const edges = logarithmicBins(ascending([0, 1200, 15_000, 990_000])).map(({ from }) => from);
    expect(edges).toEqual([1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000]);
  });
});
