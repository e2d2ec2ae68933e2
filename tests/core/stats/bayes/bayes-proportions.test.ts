import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beliefsAboutArms } from '#core/stats/bayes/bayes-proportions.ts';
import { runs } from '../../../property-runs.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

const rows =
  oracle<{ arms: { events: number; trials: number }[]; best: number[]; loss: number[] }[]>(
    'bayes/beliefs',
  );

describe('what is believed of the arms', () => {
  it('agrees with adaptive integration in R', () => {
    for (const row of rows) {
      valueOf(beliefsAboutArms(row.arms)).forEach((belief, place) => {
        expectClose(belief.bestShare, row.best[place] ?? NaN, 1e-9, row, 1e-6);
        expectClose(belief.expectedLoss, row.loss[place] ?? NaN, 1e-9, row, 1e-6);
      });
    }
  });

  it('of 100 and 120 in 1000 is 0.9231834389725 for the second', () => {
    const [first, second] = valueOf(beliefsAboutArms([counts(100, 1000), counts(120, 1000)]));
    expect(second?.bestShare).toBeCloseTo(0.9231834389725, 11);
    expect((first?.bestShare ?? 0) + (second?.bestShare ?? 0)).toBeCloseTo(1, 12);
  });

  it('is even where nothing is known', () => {
    const [first, second] = valueOf(beliefsAboutArms([counts(0, 0), counts(0, 0)]));
    expect(first?.bestShare).toBeCloseTo(0.5, 12);
    expect(second?.expectedLoss).toBeCloseTo(1 / 6, 12);
  });

  it('adds up to one, and the losses differ as the means do', () => {
    fc.assert(
      fc.property(fc.array(armCounts, { minLength: 2, maxLength: 4 }), (arms) => {
        const beliefs = valueOf(beliefsAboutArms(arms));
        const sum = beliefs.reduce((total, { bestShare }) => total + bestShare, 0);
        expectClose(sum, 1, 1e-8, arms);
        const best = beliefs.map(({ expectedLoss, meanShare }) => expectedLoss + meanShare);
        for (const value of best) expectClose(value, best[0] ?? NaN, 1e-8, arms);
      }),
      runs(40),
    );
  });

  it('needs two arms and possible counts', () => {
    expect(refusalOf(beliefsAboutArms([counts(1, 2)]))).toBe('too-few-arms');
    expect(refusalOf(beliefsAboutArms([counts(1, 2), counts(3, 2)]))).toBe('invalid-counts');
  });
});
