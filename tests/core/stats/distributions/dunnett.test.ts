import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dunnettCriticalValue,
  dunnettUpperTail,
} from '#core/stats/distributions/dunnett-distribution.ts';
import { maximumUpperTail } from '#core/stats/distributions/maximum-distribution.ts';
import { noncentralStudentUpperTail } from '#core/stats/distributions/noncentral-student-distribution.ts';
import { normalUpperTail } from '#core/stats/distributions/normal-distribution.ts';
import {
  studentQuantile,
  studentTwoSided,
} from '#core/stats/distributions/student-distribution.ts';
import { runs } from '../../../property-runs.ts';
import { between, evenly } from '../even-arbitrary.ts';
import { expectClose, oracle } from '../oracle.ts';

interface Design {
  sizeControl: number;
  sizes: number[];
  df?: number;
  sides: 1 | 2;
}
const expected = oracle<{
  tails: (Design & { critical: number; upper: number; tvpack?: number; miwa?: number })[];
  shifted: {
    loadings: number[];
    shifts: number[];
    sides: 1 | 2;
    critical: number;
    df?: number;
    upper: number;
  }[];
  criticals: (Design & { confidence: number; critical: number })[];
}>('distributions/dunnett');

function family({ sizeControl, sizes, df, sides }: Design) {
  const alternative = sides === 2 ? ('two-sided' as const) : ('greater' as const);
  return { sizeControl, sizes, degreesOfFreedom: df ?? Infinity, alternative };
}

describe('the largest of several comparisons with one control', () => {
  it('has the chance of the published integral, however small', () => {
    for (const row of expected.tails) {
      expectClose(dunnettUpperTail(row.critical, family(row)), row.upper, 1e-9, row);
    }
  });

  it('has the chance of the exact algorithms of mvtnorm', () => {
    for (const row of expected.tails) {
      const upper = dunnettUpperTail(row.critical, family(row));
      // Both give the chance below, so that their own error stays absolute; Miwa's grid has 4096 steps.
      if (row.tvpack !== undefined) expectClose(upper, row.tvpack, 1e-11, row, 1);
      if (row.miwa !== undefined) expectClose(upper, row.miwa, 1e-9, row, 1);
    }
  });

  it('has with true effects the chance of the published integral', () => {
    for (const { df, upper, ...question } of expected.shifted) {
      const found = maximumUpperTail({ ...question, degreesOfFreedom: df ?? Infinity });
      expectClose(found, upper, 1e-9, { df, ...question });
    }
  });

  it('has the critical values of the published integral', () => {
    for (const row of expected.criticals) {
      const found = dunnettCriticalValue({ ...family(row), confidenceShare: row.confidence });
      expectClose(found, row.critical, 1e-9, row);
    }
  });

  it("has the limits of Dunnett's own tables (1955, 1964)", () => {
    const limit = (arms: number, df: number, alternative: 'greater' | 'two-sided') =>
      dunnettCriticalValue({
        sizeControl: 10,
        sizes: new Array<number>(arms).fill(10),
        degreesOfFreedom: df,
        confidenceShare: 0.95,
        alternative,
      });
    // One-sided: table 1a of 1955. Two-sided: table 2 of 1964.
    expect([1, 2, 3, 9].map((arms) => limit(arms, 5, 'greater').toFixed(2))).toEqual([
      '2.02',
      '2.44',
      '2.68',
      '3.30',
    ]);
    expect([1, 2, 3, 9].map((arms) => limit(arms, 20, 'greater').toFixed(2))).toEqual([
      '1.72',
      '2.03',
      '2.19',
      '2.60',
    ]);
    expect([1, 2, 3, 9].map((arms) => limit(arms, 5, 'two-sided').toFixed(2))).toEqual([
      '2.57',
      '3.03',
      '3.29',
      '3.97',
    ]);
    expect([2, 3, 9].map((arms) => limit(arms, Infinity, 'two-sided').toFixed(2))).toEqual([
      '2.21',
      '2.35',
      '2.69',
    ]);
  });
});

const size = fc.integer({ min: 10, max: 3000 });
const arms = fc.record({
  sizeControl: size,
  sizes: fc.array(size, { minLength: 1, maxLength: 4 }),
  degreesOfFreedom: fc.oneof(fc.constant(Infinity), between(1, 1e6)),
  alternative: fc.constantFrom('two-sided' as const, 'greater' as const, 'less' as const),
});

describe('whatever the sizes', () => {
  it('a chance lies between that of one comparison and the sum of all', () => {
    fc.assert(
      fc.property(arms, evenly(0, 8), (family, statistic) => {
        const towards = family.alternative === 'less' ? -statistic : statistic;
        const all = dunnettUpperTail(towards, family);
        const sides = family.alternative === 'two-sided' ? 2 : 1;
        const one = (studentTwoSided(statistic, family.degreesOfFreedom) * sides) / 2;
        const none = (1 - one) ** family.sizes.length;
        expect(all).toBeGreaterThanOrEqual(one * (1 - 1e-12));
        expect(all).toBeLessThanOrEqual(one * family.sizes.length * (1 + 1e-12));
        // Šidák's bound holds for comparisons that share their control.
        expect(all).toBeLessThanOrEqual((1 - none) * (1 + 1e-9) + 1e-15);
      }),
      runs(40),
    );
  });

  it('the critical value is exceeded with exactly the chance asked for', () => {
    fc.assert(
      fc.property(arms, fc.constantFrom(0.5, 0.9, 0.95, 0.999999), (family, confidenceShare) => {
        const critical = dunnettCriticalValue({ ...family, confidenceShare });
        const limit = family.alternative === 'less' ? -critical : critical;
        const tail = 1 - confidenceShare;
        expectClose(dunnettUpperTail(limit, family), tail, 1e-11, { ...family, critical });
      }),
      runs(20),
    );
  });

  it('neither the order nor the unit of the sizes counts', () => {
    fc.assert(
      fc.property(arms, evenly(0.1, 6), (family, statistic) => {
        const { sizeControl, sizes } = family;
        const upper = dunnettUpperTail(statistic, family);
        const turned = { ...family, sizes: sizes.toReversed() };
        const thousands = {
          ...family,
          sizeControl: sizeControl / 1024,
          sizes: sizes.map((count) => count / 1024),
        };
        expectClose(dunnettUpperTail(statistic, turned), upper, 1e-12, family);
        expectClose(dunnettUpperTail(statistic, thousands), upper, 1e-12, family);
      }),
      runs(20),
    );
  });

  it('one arm alone is a Student t', () => {
    fc.assert(
      fc.property(size, size, evenly(1, 1e5), (n, control, df) => {
        const family = { sizeControl: control, sizes: [n], degreesOfFreedom: df };
        expectClose(dunnettUpperTail(2.3, family), studentTwoSided(2.3, df), 1e-12, family);
        expect(dunnettCriticalValue({ ...family, confidenceShare: 0.95 })).toBeCloseTo(
          studentQuantile(0.975, df),
          12,
        );
      }),
      runs(20),
    );
  });
});

describe('special cases of the largest comparison', () => {
  const b = Math.SQRT1_2;

  it('one with an effect is a noncentral t', () => {
    const question = { loadings: [0.6], shifts: [1.7], degreesOfFreedom: 9, critical: 2.2 };
    const upper = noncentralStudentUpperTail(2.2, 9, 1.7);
    const lower = noncentralStudentUpperTail(2.2, 9, -1.7);
    expectClose(maximumUpperTail({ ...question, sides: 1 }), upper, 1e-12, 'one-sided');
    expectClose(maximumUpperTail({ ...question, sides: 2 }), upper + lower, 1e-12, 'two-sided');
  });

  it('independent normal ones multiply, identical ones are one', () => {
    const tail = normalUpperTail(2);
    const independent = { loadings: [0, 0, 0], degreesOfFreedom: Infinity, critical: 2 };
    const identical = { ...independent, loadings: [1, 1, 1] };
    expectClose(maximumUpperTail({ ...independent, sides: 1 }), 1 - (1 - tail) ** 3, 1e-13, '0');
    expectClose(maximumUpperTail({ ...identical, sides: 1 }), tail, 1e-12, '1');
    expectClose(maximumUpperTail({ ...identical, sides: 2 }), 2 * tail, 1e-12, '1');
  });

  it('two-sided, a comparison may be turned round with its effect', () => {
    const question = { degreesOfFreedom: 12, critical: 2.5, sides: 2 as const };
    const there = maximumUpperTail({ ...question, loadings: [b, 0.4], shifts: [1, 2] });
    const turned = maximumUpperTail({ ...question, loadings: [b, -0.4], shifts: [1, -2] });
    expectClose(turned, there, 1e-14, 'turned');
  });

  it('the steep integral of a nearly absent control agrees with the smooth one', () => {
    // Just above and below the loading where the trapezoid rule gives way to pieces.
    const at = (own: number) =>
      maximumUpperTail({
        loadings: [Math.sqrt(1 - own * own), 0.5],
        degreesOfFreedom: 30,
        critical: 2.5,
        sides: 2,
      });
    const slope = (at(0.03) - at(0.024)) / 0.006;
    expectClose(at(0.0235), at(0.024) - 0.0005 * slope, 1e-5, 'smooth');
    const reach = 1e-9;
    expectClose(at(reach), at(2 * reach), 1e-10, 'steep');
  });

  it('more effect is found more often, up to certainty', () => {
    const powerAt = (effect: number) =>
      maximumUpperTail({
        loadings: [b, b],
        shifts: [effect, 0],
        degreesOfFreedom: 40,
        critical: 2.3,
        sides: 2,
      });
    const powers = [0, 1, 2, 3, 5, 9].map(powerAt);
    expect(powers).toEqual(powers.toSorted((left, right) => left - right));
    expect(powerAt(60)).toBeCloseTo(1, 12);
  });

  it('effects of any size are answered at once: certain, without part in it, or in doubt', () => {
    const ask = (shifts: number[], sides: 1 | 2, critical = 2.5, degreesOfFreedom = 2) =>
      maximumUpperTail({ loadings: [b, b], shifts, degreesOfFreedom, critical, sides });
    expect(ask([1e6, 0], 2)).toBe(1);
    expect(ask([-1e300, 0], 2)).toBe(1);
    const other = noncentralStudentUpperTail(2.5, 2, 0.3);
    expectClose(ask([-1e300, 0.3], 1), other, 1e-12, 'one-sided');
    expect(ask([1e6, 0], 2, 1e6)).toBeNaN();
    // Where certainty is declared, the integral just before is certain as well.
    expect(ask([2.5 * (1 + Math.sqrt(40)) + 8.99, 0], 2)).toBeCloseTo(1, 14);
  });

  it('arguments outside give no number', () => {
    const question = { loadings: [b, b], degreesOfFreedom: 9, critical: 2, sides: 2 as const };
    expect(maximumUpperTail({ ...question, degreesOfFreedom: 0 })).toBeNaN();
    expect(maximumUpperTail({ ...question, loadings: [1.1] })).toBeNaN();
    expect(maximumUpperTail({ ...question, loadings: [] })).toBeNaN();
    expect(maximumUpperTail({ ...question, shifts: [1] })).toBeNaN();
    expect(maximumUpperTail({ ...question, critical: Number.NaN })).toBeNaN();
    expect(maximumUpperTail({ ...question, critical: -1 })).toBe(1);
    expect(maximumUpperTail({ ...question, critical: Infinity })).toBe(0);
    const family = { sizeControl: 5, sizes: [5, 0], degreesOfFreedom: 9 };
    expect(dunnettUpperTail(2, family)).toBeNaN();
    expect(dunnettCriticalValue({ ...family, confidenceShare: 0.95 })).toBeNaN();
    expect(dunnettCriticalValue({ ...family, sizes: [5, 5], confidenceShare: 1 })).toBeNaN();
  });
});
