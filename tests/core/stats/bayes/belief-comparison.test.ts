import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beliefsAboutMeans, beliefsAboutMeansWithPrior } from '#core/stats/bayes/bayes-means.ts';
import { beliefsAboutArms } from '#core/stats/bayes/bayes-proportions.ts';
import { beliefsAboutRates } from '#core/stats/bayes/bayes-rates.ts';
import { betterShareInClosedForm } from '#core/stats/bayes/closed-form.ts';
import { credibleShareInterval } from '#core/stats/bayes/credible-interval.ts';
import {
  chanceOfProfit,
  chanceOfWorthwhileDifference,
  compareBeliefs,
} from '#core/stats/bayes/share-comparison.ts';
import { betaLowerTail, type BetaShape } from '#core/stats/distributions/beta-distribution.ts';
import type { ArmMean } from '#core/stats/means/mean-interval.ts';
import type { ArmCounts, ArmPair } from '#core/stats/proportions/arm-counts.ts';
import { runs } from '../../../property-runs.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface Judged {
  best: number[];
  loss: number[];
  mean: number[];
}
const { table: exact } = oracle<{
  table: (ArmPair & Record<'better' | 'worse' | 'lossTreatment' | 'lossControl', number>)[];
}>('bayes/exact-beliefs');
const { arms, pairs, credible, means, rates } = oracle<{
  arms: (Judged & { prior: BetaShape; arms: ArmCounts[] })[];
  pairs: (ArmPair & {
    prior: BetaShape;
    margins: { margin: number; chance: number }[];
    low: number;
    high: number;
    liftLow: number;
    liftMedian: number;
    liftHigh: number;
  })[];
  credible: {
    arm: ArmCounts;
    prior: BetaShape;
    confidence: number;
    low: number;
    high: number;
    shortLow?: number;
    shortHigh?: number;
  }[];
  means: {
    arms: ArmMean[];
    student: Judged;
    prior: { mean: number; standardDeviation: number };
    normal: Judged;
  }[];
  rates: (Judged & {
    prior: { shape: number; exposure: number };
    arms: { events: number; exposure: number }[];
  })[];
}>('bayes/beliefs-by-quadrature');

/** Below this a chance has no digits in the program compared with. */
const smallestCompared = 1e-14;
/** Below this the smallest numbers of JavaScript lose their own digits. */
const smallestWhole = 1e-300;

describe('the belief that one share is above another', () => {
  it('is the exact finite sum, down to chances of 1e-300', () => {
    expect(exact.length).toBe(90);
    for (const row of exact) {
      const [treatment, control] = valueOf(beliefsAboutArms([row.treatment, row.control]));
      expectClose(treatment?.bestShare ?? NaN, row.better, 1e-9, row, smallestWhole);
      expectClose(control?.bestShare ?? NaN, row.worse, 1e-9, row, smallestWhole);
      expectClose(treatment?.expectedLoss ?? NaN, row.lossTreatment, 1e-9, row, smallestWhole);
      expectClose(control?.expectedLoss ?? NaN, row.lossControl, 1e-9, row, smallestWhole);
    }
  });

  it("is the same by Miller's closed form", () => {
    for (const row of exact) {
      expectClose(valueOf(betterShareInClosedForm(row)), row.better, 1e-11, row, 1);
    }
  });

  it('G36: 120 of 1000 are better than 100 of 1000 with 0.92318343897', () => {
    const pair = { treatment: counts(120, 1000), control: counts(100, 1000) };
    const closed = valueOf(betterShareInClosedForm(pair));
    const integral = valueOf(compareBeliefs(pair)).betterShare;
    expect(closed).toBeCloseTo(0.9231834389725, 11);
    // In 400 digits it is 0.92318343897356: the published last digits are rounding.
    expectClose(closed, 0.9231834389735597, 1e-13, 'closed form');
    expectClose(integral, 0.9231834389735597, 1e-13, 'quadrature');
  });

  it('is refused in closed form for priors that are not whole and for millions of terms', () => {
    const pair = { treatment: counts(1, 2), control: counts(1, 2) };
    expect(refusalOf(betterShareInClosedForm(pair, { prior: { alpha: 0.5, beta: 0.5 } }))).toBe(
      'invalid-prior',
    );
    const huge = { treatment: counts(3e6, 6e6), control: counts(3e6, 6e6) };
    expect(refusalOf(betterShareInClosedForm(huge))).toBe('too-many-terms');
    expect(valueOf(compareBeliefs(huge)).betterShare).toBeCloseTo(0.5, 12);
  });
});

describe('beliefs with a prior', () => {
  it('about arms are those of quadrature in SciPy', () => {
    for (const { prior, arms: given, best, loss, mean } of arms) {
      valueOf(beliefsAboutArms(given, { prior })).forEach((belief, place) => {
        const about = { prior, given, place };
        expectClose(belief.bestShare, best[place] ?? NaN, 1e-9, about, 1e-12);
        expectClose(belief.expectedLoss, loss[place] ?? NaN, 1e-9, about, 1e-12);
        expectClose(belief.meanShare, mean[place] ?? NaN, 1e-12, about);
      });
    }
  });

  it('about a difference and a lift are those of quadrature and root-finding in SciPy', () => {
    for (const row of pairs) {
      const { prior } = row;
      for (const { margin, chance } of row.margins) {
        const found = valueOf(chanceOfWorthwhileDifference(row, margin, { prior }));
        expectClose(found, chance, 1e-9, { row, margin }, smallestCompared);
      }
      const { difference, lift } = valueOf(compareBeliefs(row, { prior }));
      const width = row.high - row.low;
      expectClose(difference.interval.low, row.low, 1e-9, row, width);
      expectClose(difference.interval.high, row.high, 1e-9, row, width);
      expectClose(lift.interval.low, row.liftLow, 1e-8, row);
      expectClose(lift.median, row.liftMedian, 1e-8, row, row.liftHigh - row.liftLow);
      expectClose(lift.interval.high, row.liftHigh, 1e-8, row);
    }
  });

  it('about one share are the quantiles of SciPy, and the shortest interval has equal densities', () => {
    for (const row of credible) {
      const { prior, confidence: confidenceShare } = row;
      const found = valueOf(credibleShareInterval(row.arm, { prior, confidenceShare }));
      expectClose(found.low, row.low, 1e-9, row);
      expectClose(found.high, row.high, 1e-9, row);
      const options = { prior, confidenceShare, kind: 'highest-density' } as const;
      const shortest = valueOf(credibleShareInterval(row.arm, options));
      expect(shortest.high - shortest.low).toBeLessThanOrEqual((found.high - found.low) * 1.000001);
      if (row.shortLow === undefined || row.shortHigh === undefined) continue;
      const width = row.shortHigh - row.shortLow;
      expectClose(shortest.low, row.shortLow, 1e-6, row, width);
      expectClose(shortest.high, row.shortHigh, 1e-6, row, width);
    }
  });
});

describe('beliefs about means and rates', () => {
  it('are those of quadrature in SciPy, by Student t, normal and gamma', () => {
    const compare = (
      found: readonly { bestShare: number; expectedLoss: number }[],
      row: Judged,
    ) => {
      found.forEach(({ bestShare, expectedLoss }, place) => {
        expectClose(bestShare, row.best[place] ?? NaN, 1e-9, { row, place }, 1e-9);
        const scale = 1e-6 * Math.max(...row.loss);
        expectClose(expectedLoss, row.loss[place] ?? NaN, 1e-9, { row, place }, scale);
      });
    };
    for (const row of means) {
      compare(valueOf(beliefsAboutMeans(row.arms)), row.student);
      compare(valueOf(beliefsAboutMeansWithPrior(row.arms, row.prior)), row.normal);
    }
    for (const row of rates) compare(valueOf(beliefsAboutRates(row.arms, row.prior)), row);
  });

  it('refuse what cannot be judged', () => {
    const arm = { count: 5, mean: 3, standardDeviation: 1 };
    expect(refusalOf(beliefsAboutMeans([arm]))).toBe('too-few-arms');
    expect(refusalOf(beliefsAboutMeans([arm, { ...arm, count: 2 }]))).toBe('too-few-values');
    expect(refusalOf(beliefsAboutMeans([arm, { ...arm, standardDeviation: 0 }]))).toBe(
      'no-variation',
    );
    expect(refusalOf(beliefsAboutMeans([arm, { ...arm, mean: NaN }]))).toBe('invalid-mean');
    expect(refusalOf(beliefsAboutMeans([arm, { ...arm, mean: 1e80 }]))).toBe('too-far-apart');
    const flat = { mean: 0, standardDeviation: 0 };
    expect(refusalOf(beliefsAboutMeansWithPrior([arm, arm], flat))).toBe('invalid-prior');
    const some = { events: 3, exposure: 10 };
    expect(refusalOf(beliefsAboutRates([some]))).toBe('too-few-arms');
    expect(refusalOf(beliefsAboutRates([some, { events: -1, exposure: 10 }]))).toBe(
      'invalid-counts',
    );
    const none = { shape: 0, exposure: 0 };
    expect(refusalOf(beliefsAboutRates([some, some], none))).toBe('invalid-prior');
  });
});

describe('the examples of the docstrings', () => {
  it('are the values of SciPy', () => {
    const [one, other] = [4, 5].map((standardDeviation, place) => {
      return { count: 50, mean: 10 + place, standardDeviation };
    });
    if (!one || !other) throw new Error('two arms');
    expect(valueOf(beliefsAboutMeans([one, other]))[1]?.bestShare).toBeCloseTo(0.8615105732, 9);
    const prior = { mean: 10, standardDeviation: 1 };
    const shrunken = valueOf(beliefsAboutMeansWithPrior([one, other], prior));
    expect(shrunken[1]?.bestShare).toBeCloseTo(0.8101896465, 9);
    const orders = [100, 120].map((events) => ({ events, exposure: 1000 }));
    expect(valueOf(beliefsAboutRates(orders))[1]?.bestShare).toBeCloseTo(0.9113019723, 9);
    const arm = counts(10, 100);
    const equal = valueOf(credibleShareInterval(arm));
    expect(equal.low).toBeCloseTo(0.05563722, 8);
    expect(equal.high).toBeCloseTo(0.17455283, 8);
    const shortest = valueOf(credibleShareInterval(arm, { kind: 'highest-density' }));
    expect(shortest.low).toBeCloseTo(0.0514695248, 7);
    expect(shortest.high).toBeCloseTo(0.1686639648, 7);
    const pair = { treatment: counts(120, 1000), control: counts(100, 1000) };
    const { interval } = valueOf(compareBeliefs(pair)).difference;
    expect(interval.low).toBeCloseTo(-0.0074707, 7);
    expect(interval.high).toBeCloseTo(0.0474697, 7);
  });
});

describe('however extreme the inputs', () => {
  const millions = counts(4_000_000_000, 9_000_000_000_000);
  it('the answer is finite and comes at once', () => {
    const pair = { treatment: millions, control: counts(0, 0) };
    const found = valueOf(compareBeliefs(pair));
    expect(found.betterShare + found.worseShare).toBeCloseTo(1, 12);
    expect(found.difference.interval.low).toBeLessThan(found.difference.interval.high);
    const even = valueOf(beliefsAboutArms([millions, millions, millions]));
    for (const { bestShare } of even) expect(bestShare).toBeCloseTo(1 / 3, 9);
    const tiny = { prior: { alpha: 0.1, beta: 0.1 } };
    const none = valueOf(beliefsAboutArms([counts(0, 1000), counts(1000, 1000)], tiny));
    expect(none[1]?.bestShare).toBeCloseTo(1, 12);
  });

  it('means far from 0, of any unit, are compared by their differences', () => {
    const near = { count: 50, mean: 10, standardDeviation: 4 };
    const other = { count: 50, mean: 11, standardDeviation: 5 };
    const there = valueOf(beliefsAboutMeans([near, other]));
    const moved = [near, other].map(({ count, mean, standardDeviation }) => {
      return { count, mean: 1e-60 * (mean + 1024), standardDeviation: 1e-60 * standardDeviation };
    });
    valueOf(beliefsAboutMeans(moved)).forEach(({ bestShare, expectedLoss }, place) => {
      expectClose(bestShare, there[place]?.bestShare ?? NaN, 1e-9, place);
      expectClose(expectedLoss * 1e60, there[place]?.expectedLoss ?? NaN, 1e-9, place);
    });
  });
});

const pairOfArms = fc.record({ treatment: armCounts, control: armCounts });

describe('every comparison of two beliefs', () => {
  it('adds up to one, and turns round when the arms are swapped', () => {
    fc.assert(
      fc.property(pairOfArms, (pair) => {
        const [one, other] = valueOf(beliefsAboutArms([pair.treatment, pair.control]));
        const [back, forth] = valueOf(beliefsAboutArms([pair.control, pair.treatment]));
        expectClose((one?.bestShare ?? NaN) + (other?.bestShare ?? NaN), 1, 1e-11, pair);
        expectClose(one?.bestShare ?? NaN, forth?.bestShare ?? NaN, 1e-11, pair, smallestWhole);
        expectClose(one?.expectedLoss ?? NaN, forth?.expectedLoss ?? NaN, 1e-11, pair, 1e-300);
        // The losses differ as the means do, so that the arm with the higher mean has the smaller loss.
        const gap = (back?.meanShare ?? NaN) - (forth?.meanShare ?? NaN);
        const losses = (one?.expectedLoss ?? NaN) - (other?.expectedLoss ?? NaN);
        expectClose(losses, gap, 1e-9, pair, 1e-6);
      }),
      runs(40),
    );
  });

  it('turns round when response and no response are swapped', () => {
    fc.assert(
      fc.property(pairOfArms, ({ treatment, control }) => {
        const turned = [treatment, control].map(({ events, trials }) =>
          counts(trials - events, trials),
        );
        const there = valueOf(beliefsAboutArms([treatment, control]));
        const back = valueOf(beliefsAboutArms(turned));
        const about = { treatment, control };
        const better = there[0]?.bestShare ?? NaN;
        expectClose(back[1]?.bestShare ?? NaN, better, 1e-10, about, smallestWhole);
      }),
      runs(40),
    );
  });

  it('has a lower limit below which a fortieth of the belief lies, on both scales', () => {
    fc.assert(
      fc.property(pairOfArms, (pair) => {
        const { difference, lift, betterShare } = valueOf(compareBeliefs(pair));
        const { low, high } = difference.interval;
        const above = (margin: number) => valueOf(chanceOfWorthwhileDifference(pair, margin));
        // Within a few steps of -1 or 1 the limit itself has no more digits to give.
        if (low > -0.999999) expectClose(above(low), 0.975, 1e-8, pair);
        if (high < 0.999999) expectClose(above(high), 0.025, 1e-8, pair);
        expectClose(above(0), betterShare, 1e-9, pair, 1e-290);
        expect(low > 0).toBe(betterShare > 0.975);
        expect(lift.interval.low > 0).toBe(betterShare > 0.975);
        expect(lift.median > 0).toBe(betterShare > 0.5);
      }),
      runs(8),
    );
  });

  it('is in between when the chance of several arms is asked', () => {
    fc.assert(
      fc.property(fc.array(armCounts, { minLength: 3, maxLength: 5 }), (given) => {
        const beliefs = valueOf(beliefsAboutArms(given));
        const sum = beliefs.reduce((total, { bestShare }) => total + bestShare, 0);
        expectClose(sum, 1, 1e-10, given);
        const least = Math.min(...beliefs.map(({ expectedLoss }) => expectedLoss));
        const best = Math.max(...beliefs.map(({ meanShare }) => meanShare));
        const chosen = beliefs.find(({ expectedLoss }) => expectedLoss === least);
        expectClose(chosen?.meanShare ?? NaN, best, 1e-9, given, 1e-9);
      }),
      runs(20),
    );
  });

  it('in the credible interval of one arm holds the confidence', () => {
    fc.assert(
      fc.property(armCounts, (arm) => {
        for (const kind of ['equal-tailed', 'highest-density'] as const) {
          const { low, high } = valueOf(credibleShareInterval(arm, { kind, confidenceShare: 0.9 }));
          const shape = { alpha: arm.events + 1, beta: arm.trials - arm.events + 1 };
          expectClose(betaLowerTail(high, shape) - betaLowerTail(low, shape), 0.9, 1e-8, arm);
        }
      }),
      runs(40),
    );
  });
});

describe('a worthwhile difference and a profit', () => {
  const pair = { treatment: counts(120, 1000), control: counts(100, 1000) };
  it('are the same question at the break-even difference', () => {
    const economics = { marginPerResponse: 20, extraCostPerCustomer: 0.2 };
    const worthwhile = valueOf(chanceOfWorthwhileDifference(pair, 0.01));
    expect(valueOf(chanceOfProfit(pair, economics))).toBe(worthwhile);
    expect(worthwhile).toBeCloseTo(0.7616673, 7);
    const dear = { marginPerResponse: 1, extraCostPerCustomer: 2 };
    expect(valueOf(chanceOfProfit(pair, dear))).toBe(0);
    expect(valueOf(chanceOfProfit(pair, { ...dear, extraCostPerCustomer: -2 }))).toBe(1);
  });

  it('are refused where they are no question', () => {
    const free = { marginPerResponse: 0, extraCostPerCustomer: 1 };
    expect(refusalOf(chanceOfProfit(pair, free))).toBe('invalid-margin');
    expect(refusalOf(chanceOfWorthwhileDifference(pair, 1))).toBe('invalid-margin');
    const impossible = { ...pair, control: counts(3, 2) };
    expect(refusalOf(chanceOfWorthwhileDifference(impossible, 0))).toBe('invalid-counts');
    expect(refusalOf(compareBeliefs(pair, { confidenceShare: 1 }))).toBe('invalid-confidence');
    expect(refusalOf(compareBeliefs(pair, { prior: { alpha: 0, beta: 1 } }))).toBe('invalid-prior');
    expect(
      refusalOf(beliefsAboutArms([counts(1, 2), counts(1, 2)], { prior: { alpha: NaN, beta: 1 } })),
    ).toBe('invalid-prior');
    const nobody = { prior: { alpha: 1, beta: 1 }, kind: 'highest-density' } as const;
    expect(refusalOf(credibleShareInterval(counts(0, 0), nobody))).toBe('no-mode');
  });
});
