import { describe, expect, it } from 'vitest';
import { pastCarrots, priorOfCarrots } from '#core/history/past-lifts.ts';
import type { CarrotOutcome } from '#core/history/project-document.ts';
import { refusalOf, valueOf } from '../stats/oracle.ts';
import { fullExperiment } from './full-document.ts';

const carrot = (arm: string, responders: number): CarrotOutcome => ({
  arm,
  difference: (responders - 25) / 900,
  customers: 900,
  share: responders / 900,
  holdoutCustomers: 900,
  holdoutShare: 25 / 900,
});
const sample = [carrot('COUPON', 76), carrot('GIFT', 54), carrot('POINT', 94)];
const outcome = {
  bestArm: 'POINT',
  difference: 69 / 900,
  differenceLow: 0.05,
  differenceHigh: 0.1,
  pValueAdjusted: 1e-9,
  customers: 3600,
  carrots: sample,
};

describe('what past carrots let expect', () => {
  it('are those of the other experiments that compared any', () => {
    const experiments = [
      { ...fullExperiment, id: 1, outcome },
      { ...fullExperiment, id: 2, outcome: { ...outcome, carrots: [] } },
      { ...fullExperiment, id: 3, outcome: null },
      { ...fullExperiment, id: 4, outcome: { ...outcome, carrots: sample.slice(0, 1) } },
    ];
    expect(pastCarrots({ experiments }, 4)).toEqual({ carrots: sample, experiments: 1 });
    expect(pastCarrots({ experiments }, 1).carrots).toEqual(sample.slice(0, 1));
    expect(pastCarrots({ experiments }, 3).experiments).toBe(2);
  });

  it('is the mean and the spread of DerSimonian and Laird, written out by hand for the sample', () => {
    const prior = valueOf(priorOfCarrots(sample));
    expect(prior.mean).toBeCloseTo(0.05457965411927856, 12);
    expect(prior.spread).toBeCloseTo(0.019756152883445788, 12);
    expect(prior.experiments).toBe(3);
  });

  it('is refused of two carrots, and where they differ by no more than chance', () => {
    expect(refusalOf(priorOfCarrots(sample.slice(0, 2)))).toBe('too-few-experiments');
    expect(refusalOf(priorOfCarrots([carrot('A', 76), carrot('B', 77), carrot('C', 75)]))).toBe(
      'no-variation',
    );
  });

  it('counts a carrot that nobody took, and one that everybody took', () => {
    const prior = priorOfCarrots([carrot('A', 0), carrot('B', 900), carrot('C', 60)]);
    expect(valueOf(prior).spread).toBeGreaterThan(0.3);
  });
});
