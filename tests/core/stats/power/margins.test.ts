import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  powerOfMeansWithinMargin,
  sampleSizeOfMeansWithinMargin,
  smallestMarginOfMeans,
} from '#core/stats/power/margin-means.ts';
import {
  powerWithinMargin,
  sampleSizeWithinMargin,
  smallestMargin,
} from '#core/stats/power/margin-shares.ts';
import { powerOfMeans } from '#core/stats/power/power-means.ts';
import { runs } from '../../../property-runs.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

type Row<Name extends string> = Record<Name, number>;
const { shares, sameShares, means, same } = oracle<{
  shares: (Row<'p0' | 'lift' | 'margin' | 'ratio' | 'alpha' | 'power' | 'treated' | 'control'> & {
    better: 'higher' | 'lower';
  })[];
  sameShares: Row<
    'p0' | 'lift' | 'margin' | 'sizeTreatment' | 'sizeControl' | 'alpha' | 'power' | 'oneSided'
  >[];
  means: Row<
    'difference' | 'margin' | 'sd' | 'alpha' | 'ratio' | 'power' | 'byRpact' | 'control' | 'at50'
  >[];
  same: Row<'difference' | 'margin' | 'sd' | 'alpha' | 'sizeTreatment' | 'sizeControl' | 'power'>[];
}>('power/margins');

describe('to show that a share is not worse', () => {
  it('takes the customers of rpact, whichever way is better', () => {
    expect(shares.length).toBeGreaterThan(200);
    for (const row of shares) {
      const { lift, margin, alpha, better, power, ratio } = row;
      const plan = { baselineShare: row.p0, lift, margin, alpha, better };
      const sizes = valueOf(sampleSizeWithinMargin({ ...plan, power, ratio }));
      expectClose(sizes.exactSizeControl, row.control, 1e-9, row);
      expectClose(sizes.exactSizeTreatment, row.treated, 1e-9, row);
    }
  });

  it('or equivalent has the power written out for the spread of the true shares', () => {
    for (const row of sameShares) {
      const plan = { ...row, baselineShare: row.p0, method: 'unpooled' as const };
      const both = valueOf(powerWithinMargin({ ...plan, claim: 'equivalent' }));
      expectClose(both, row.power, 1e-9, row, 1e-6);
      expectClose(valueOf(powerWithinMargin(plan)), row.oneSided, 1e-9, row);
    }
  });

  it('keeps the digits of a tiny power', () => {
    const plan = { baselineShare: 0.9, lift: 0.03, margin: 0.015, alpha: 1e-12 };
    const arms = { sizeTreatment: 300, sizeControl: 900, better: 'lower' as const };
    // SciPy norm.cdf of the written-out limit.
    const unpooled = { ...plan, ...arms, method: 'unpooled' as const };
    expectClose(valueOf(powerWithinMargin(unpooled)), 1.6771070775532614e-15, 1e-9, 'unpooled');
    const score = valueOf(powerWithinMargin({ ...plan, ...arms }));
    expectClose(score, 1.5609166878466256e-16, 1e-9, 'score');
  });

  it('leads from size to power to margin and back', () => {
    const share = between(0.05, 0.9);
    const margin = between(0.01, 0.2);
    const claim = fc.constantFrom('not-worse' as const, 'equivalent' as const);
    const better = fc.constantFrom('higher' as const, 'lower' as const);
    const method = fc.constantFrom('score' as const, 'unpooled' as const);
    fc.assert(
      fc.property(share, margin, claim, better, method, (baselineShare, wanted, ...form) => {
        const [kind, direction, way] = form;
        const plan = {
          baselineShare,
          lift: 0.2 * wanted * (direction === 'higher' ? -1 : 1),
          alpha: 0.025,
          claim: kind,
          better: direction,
          method: way,
        };
        const lift = baselineShare + plan.lift > 1 ? 0 : plan.lift;
        const sizes = valueOf(
          sampleSizeWithinMargin({ ...plan, lift, margin: wanted, power: 0.8, ratio: 1.5 }),
        );
        const arms = {
          sizeControl: sizes.exactSizeControl,
          sizeTreatment: sizes.exactSizeTreatment,
        };
        const back = { ...plan, lift, ...arms };
        expectClose(valueOf(powerWithinMargin({ ...back, margin: wanted })), 0.8, 1e-9, plan);
        expectClose(valueOf(smallestMargin({ ...back, power: 0.8 })), wanted, 1e-7, plan);
      }),
      runs(60),
    );
  });

  it('is the same when responding and not responding change places', () => {
    const plan = { lift: 0.01, margin: 0.04, alpha: 0.05, sizeTreatment: 700, sizeControl: 500 };
    const there = valueOf(powerWithinMargin({ ...plan, baselineShare: 0.2 }));
    const back = valueOf(
      powerWithinMargin({ ...plan, baselineShare: 0.8, lift: -0.01, better: 'lower' }),
    );
    expectClose(back, there, 1e-12, plan);
  });

  it('is refused where it cannot be', () => {
    const plan = {
      baselineShare: 0.2,
      margin: 0.05,
      alpha: 0.025,
      sizeTreatment: 9,
      sizeControl: 9,
    };
    const code = (change: object) => refusalOf(powerWithinMargin({ ...plan, ...change }));
    expect(code({ baselineShare: 0 })).toBe('invalid-baseline');
    expect(code({ lift: 0.9 })).toBe('invalid-lift');
    expect(code({ alpha: 0.5 })).toBe('invalid-alpha');
    expect(code({ margin: 0 })).toBe('invalid-margin');
    expect(code({ sizeControl: 0 })).toBe('invalid-size');
    const wanted = { ...plan, power: 0.8 };
    expect(refusalOf(sampleSizeWithinMargin({ ...wanted, power: 1 }))).toBe('invalid-power');
    expect(refusalOf(sampleSizeWithinMargin({ ...wanted, ratio: 0 }))).toBe('invalid-ratio');
    expect(refusalOf(sampleSizeWithinMargin({ ...wanted, lift: -0.06 }))).toBe('beyond-margin');
    const near = { ...wanted, lift: -0.05 + 1e-12 };
    expect(refusalOf(sampleSizeWithinMargin(near))).toBe('effect-too-small');
    const few = { ...wanted, sizeTreatment: 1, sizeControl: 1, power: 0.99 };
    expect(refusalOf(smallestMargin({ ...few, claim: 'equivalent' }))).toBe('no-such-margin');
  });
});

describe('to show that a mean is not worse', () => {
  it('takes the customers of the noncentral t test, and nearly those of rpact', () => {
    expect(means.length).toBeGreaterThan(80);
    for (const row of means) {
      const { difference, margin, alpha, ratio, power } = row;
      const plan = { standardDeviation: row.sd, difference, margin, alpha };
      const sizes = valueOf(sampleSizeOfMeansWithinMargin({ ...plan, power, ratio }));
      expectClose(sizes.exactSizeControl, row.control, 1e-9, row);
      // rpact's search stops at 1e-8 of the power or so, and it does not go below its own smallest size.
      if (row.byRpact > 4) expectClose(sizes.exactSizeControl, row.byRpact, 1e-5, row);
      const arms = { sizeTreatment: 50 * ratio, sizeControl: 50 };
      expectClose(valueOf(powerOfMeansWithinMargin({ ...plan, ...arms })), row.at50, 1e-9, row);
    }
  });

  it('or equivalent has the exact power of two one-sided tests', () => {
    for (const row of same) {
      const plan = { ...row, standardDeviation: row.sd, claim: 'equivalent' as const };
      expectClose(valueOf(powerOfMeansWithinMargin(plan)), row.power, 1e-9, row, 1e-3);
    }
  });

  it('without a margin would be the one-sided test of a difference', () => {
    const arms = { standardDeviation: 2, alpha: 0.025, sizeTreatment: 60, sizeControl: 40 };
    const shifted = valueOf(powerOfMeansWithinMargin({ ...arms, margin: 1 }));
    const tested = valueOf(powerOfMeans({ ...arms, difference: 1, sides: 1 }));
    expectClose(shifted, tested, 1e-12, arms);
  });

  it('leads from size to power to margin and back', () => {
    const margin = between(0.05, 2);
    const claim = fc.constantFrom('not-worse' as const, 'equivalent' as const);
    fc.assert(
      fc.property(margin, claim, (wanted, kind) => {
        const plan = { standardDeviation: 1.3, difference: 0.1 * wanted, alpha: 0.05, claim: kind };
        const sizes = valueOf(
          sampleSizeOfMeansWithinMargin({ ...plan, margin: wanted, power: 0.85 }),
        );
        const arms = {
          sizeControl: sizes.exactSizeControl,
          sizeTreatment: sizes.exactSizeTreatment,
        };
        const found = valueOf(powerOfMeansWithinMargin({ ...plan, ...arms, margin: wanted }));
        expectClose(found, 0.85, 1e-9, plan);
        expectClose(
          valueOf(smallestMarginOfMeans({ ...plan, ...arms, power: 0.85 })),
          wanted,
          1e-7,
          plan,
        );
      }),
      runs(30),
    );
  });

  it('is refused where it cannot be', () => {
    const plan = {
      standardDeviation: 1,
      margin: 0.5,
      alpha: 0.025,
      sizeTreatment: 9,
      sizeControl: 9,
    };
    const code = (change: object) => refusalOf(powerOfMeansWithinMargin({ ...plan, ...change }));
    expect(code({ standardDeviation: 0 })).toBe('invalid-standard-deviation');
    expect(code({ difference: Infinity })).toBe('invalid-difference');
    expect(code({ alpha: 0 })).toBe('invalid-alpha');
    expect(code({ margin: -1 })).toBe('invalid-margin');
    expect(code({ sizeControl: 0 })).toBe('invalid-size');
    const wanted = { ...plan, power: 0.8 };
    const sizes = (change: object) =>
      refusalOf(sampleSizeOfMeansWithinMargin({ ...wanted, ...change }));
    expect(sizes({ difference: 0.5, better: 'lower' })).toBe('beyond-margin');
    expect(sizes({ power: 0 })).toBe('invalid-power');
    expect(sizes({ ratio: -1 })).toBe('invalid-ratio');
    expect(sizes({ difference: -0.5 + 1e-9 })).toBe('effect-too-small');
  });
});
