import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  minimumDetectableDifference,
  powerOfMeans,
  sampleSizePerArmForMeans,
} from '#core/stats/power/power-means.ts';
import {
  minimumDetectableLift,
  powerOfProportions,
  sampleSizePerArm,
} from '#core/stats/power/power-proportions.ts';
import { precisionSize } from '#core/stats/power/precision-size.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface ProportionRow {
  p0: number;
  lift: number;
  power: number;
  alpha: number;
  sides: 1 | 2;
  n: number;
  half: number;
  detectable?: number;
  quarter: number;
  triple: number;
}
interface MeanRow {
  difference: number;
  sd: number;
  power: number;
  alpha: number;
  sides: 1 | 2;
  n: number;
  half: number;
  detectable: number;
  uneven: number;
}
const { proportions, means } = oracle<{ proportions: ProportionRow[]; means: MeanRow[] }>(
  'power/power',
);
const arcsine =
  oracle<Record<'p0' | 'lift' | 'power' | 'alpha' | 'ratio' | 'n' | 'half', number>[]>(
    'power/arcsine-power',
  );
const even = (size: number) => ({ sizeTreatment: size, sizeControl: size });

describe('the size for two response shares', () => {
  it('is that of power.prop.test, and its power and detectable lift too', () => {
    expect(proportions.length).toBeGreaterThan(300);
    for (const row of proportions) {
      const { alpha, sides, lift, power } = row;
      const plan = { baselineShare: row.p0, alpha, sides };
      const sizes = valueOf(sampleSizePerArm({ ...plan, lift, power }));
      expectClose(sizes.exactSizeControl, row.n, 1e-9, row);
      expectClose(sizes.exactSizeTreatment, row.n, 1e-9, row);
      const half = valueOf(powerOfProportions({ ...plan, lift, ...even(row.n / 2) }));
      expectClose(half, row.half, 1e-9, row);
      if (row.detectable === undefined) continue;
      const found = valueOf(minimumDetectableLift({ ...plan, power, ...even(row.n * 1.7) }));
      expectClose(found, row.detectable, 1e-6, row);
    }
  });

  it('follows Fleiss where the arms are unequal', () => {
    for (const row of proportions) {
      const { alpha, sides, lift, power } = row;
      const plan = { baselineShare: row.p0, alpha, sides, lift, power };
      const quarter = valueOf(sampleSizePerArm({ ...plan, ratio: 0.25 }));
      expectClose(quarter.exactSizeControl, row.quarter, 1e-9, row);
      const triple = valueOf(sampleSizePerArm({ ...plan, ratio: 3 }));
      expectClose(triple.exactSizeControl, row.triple, 1e-9, row);
      expectClose(triple.exactSizeTreatment, 3 * row.triple, 1e-9, row);
    }
  });

  it('in the arcsine form is that of statsmodels', () => {
    for (const row of arcsine) {
      const { alpha, lift, power, ratio } = row;
      const plan = { baselineShare: row.p0, alpha, lift, method: 'arcsine' as const };
      const sizes = valueOf(sampleSizePerArm({ ...plan, power, ratio }));
      expectClose(sizes.exactSizeControl, row.n, 1e-6, row);
      const halved = { sizeControl: row.n / 2, sizeTreatment: (row.n * ratio) / 2 };
      expectClose(valueOf(powerOfProportions({ ...plan, ...halved })), row.half, 1e-9, row);
    }
  });

  it.each([
    [0.05, 0.06, 0.8, 8157.73],
    [0.02, 0.025, 0.8, 13808.92],
    [0.1, 0.12, 0.9, 5141.31],
    [0.2, 0.3, 0.8, 293.15],
    [0.01, 0.0114, 0.8, 84778.8],
    [0.1, 0.12, 0.8, 3840.85],
    [0.2, 0.25, 0.8, 1093.74],
    [0.5, 0.75, 0.9, 76.70693],
  ])('from %f to %f with power %f is the published %f', (baselineShare, treated, power, size) => {
    const lift = treated - baselineShare;
    const found = valueOf(sampleSizePerArm({ baselineShare, lift, alpha: 0.05, power }));
    expectClose(found.exactSizeControl, size, 1e-5, 'published');
    expect(found.sizeControl).toBe(Math.ceil(size));
    expect(found.sizeTreatment).toBe(Math.ceil(size));
  });

  it('has the published extremes: .5 against .501 at alpha .001, and .9 against 1', () => {
    const plan = { alpha: 0.001, power: 0.9 };
    const near = valueOf(sampleSizePerArm({ ...plan, baselineShare: 0.5, lift: 0.001 }));
    expectClose(near.exactSizeControl, 10451937, 1e-7, 'G48');
    const far = { alpha: 0.05, power: 0.8, baselineShare: 0.9, lift: 0.1 };
    expectClose(valueOf(sampleSizePerArm(far)).exactSizeControl, 73.37427, 1e-6, 'G48');
  });

  it('keeps the forms of others by name: 8142.60 arcsine, 3,623 and 1,030.2 Evan Miller', () => {
    const plan = { alpha: 0.05, power: 0.8 };
    const size = (baselineShare: number, lift: number, method: 'arcsine' | 'evan-miller') =>
      valueOf(sampleSizePerArm({ ...plan, baselineShare, lift, method }));
    expect(size(0.05, 0.01, 'arcsine').exactSizeControl).toBeCloseTo(8142.6, 1);
    expect(size(0.1, 0.02, 'evan-miller').sizeControl).toBe(3623);
    expect(size(0.2, 0.05, 'evan-miller').exactSizeControl).toBeCloseTo(1030.2, 1);
    expect(size(0.2, 0.05, 'evan-miller').method).toBe('evan-miller');
  });

  it('has the published powers of 50 customers: .7401659, and .8026141 detectable', () => {
    const plan = { baselineShare: 0.5, alpha: 0.05, ...even(50) };
    expect(valueOf(powerOfProportions({ ...plan, lift: 0.25 }))).toBeCloseTo(0.7401659, 7);
    // R prints .8026141 because its search stops at a tolerance of 1e-4.
    expect(0.5 + valueOf(minimumDetectableLift({ ...plan, power: 0.9 }))).toBeCloseTo(0.80263, 5);
  });

  it('shrinks for a statement about this list only', () => {
    const plan = { baselineShare: 0.05, lift: 0.01, alpha: 0.05, power: 0.8 };
    const whole = valueOf(sampleSizePerArm(plan)).exactSizeControl;
    const found = valueOf(sampleSizePerArm({ ...plan, population: 20000 }));
    expectClose(found.exactSizeControl, (whole * 20000) / (19999 + 2 * whole), 1e-12, 'list');
    const endless = valueOf(sampleSizePerArm({ ...plan, population: 1e15 }));
    expectClose(endless.exactSizeControl, whole, 1e-9, 'endless list');
  });
});

describe('more customers', () => {
  it('never have less power, and detect the lift they were reckoned for', () => {
    const share = between(0.001, 0.6);
    const lift = between(0.001, 0.3);
    const method = fc.constantFrom('r' as const, 'arcsine' as const, 'evan-miller' as const);
    fc.assert(
      fc.property(share, lift, method, (baselineShare, wanted, form) => {
        const plan = { baselineShare, alpha: 0.05, method: form };
        const sizes = valueOf(sampleSizePerArm({ ...plan, lift: wanted, power: 0.8, ratio: 2 }));
        const at = (factor: number) =>
          valueOf(
            powerOfProportions({
              ...plan,
              lift: wanted,
              sizeTreatment: sizes.exactSizeTreatment * factor,
              sizeControl: sizes.exactSizeControl * factor,
            }),
          );
        expectClose(at(1), 0.8, 1e-9, plan);
        expect(at(1.1)).toBeGreaterThan(at(1));
        expect(at(0.9)).toBeLessThan(at(1));
        const detectable = valueOf(
          minimumDetectableLift({
            ...plan,
            power: 0.8,
            sizeTreatment: sizes.exactSizeTreatment,
            sizeControl: sizes.exactSizeControl,
          }),
        );
        expectClose(detectable, wanted, 1e-6, plan);
      }),
    );
  });
});

describe('the precision of one share', () => {
  it('needs the published 25,227 customers, and 22,401 of a list of 200,000', () => {
    const plan = { share: 0.015, halfWidth: 0.0015, standardErrors: 1.96 };
    expect(Math.ceil(valueOf(precisionSize(plan)))).toBe(25227);
    expect(Math.round(valueOf(precisionSize({ ...plan, population: 200_000 })))).toBe(22401);
  });

  it('may be asked by confidence', () => {
    const size = valueOf(precisionSize({ share: 0.5, halfWidth: 0.05, confidenceShare: 0.95 }));
    expect(size).toBeCloseTo(384.1459, 4);
  });

  it('refuses what cannot be', () => {
    const plan = { share: 0.5, halfWidth: 0.05, confidenceShare: 0.95 };
    expect(refusalOf(precisionSize({ ...plan, share: 0 }))).toBe('invalid-baseline');
    expect(refusalOf(precisionSize({ ...plan, halfWidth: 0 }))).toBe('invalid-half-width');
    expect(refusalOf(precisionSize({ ...plan, population: 0 }))).toBe('invalid-population');
    expect(refusalOf(precisionSize({ ...plan, confidenceShare: 1 }))).toBe('invalid-confidence');
    const noErrors = { share: 0.5, halfWidth: 0.05, standardErrors: 0 };
    expect(refusalOf(precisionSize(noErrors))).toBe('invalid-confidence');
    const endless = { ...noErrors, standardErrors: Infinity };
    expect(refusalOf(precisionSize(endless))).toBe('invalid-confidence');
    expect(refusalOf(precisionSize({ ...plan, halfWidth: Infinity }))).toBe('invalid-half-width');
  });
});

describe('the size for two means', () => {
  it('is that of power.t.test, and its power and detectable difference too', () => {
    expect(means.length).toBeGreaterThan(150);
    for (const row of means) {
      const { difference, alpha, sides, power } = row;
      const plan = { standardDeviation: row.sd, alpha, sides };
      const sizes = valueOf(sampleSizePerArmForMeans({ ...plan, difference, power }));
      expectClose(sizes.exactSizeControl, row.n, 1e-9, row);
      const size = Math.max(2, row.n / 2);
      const half = valueOf(powerOfMeans({ ...plan, difference, ...even(size) }));
      expectClose(half, row.half, 1e-9, row);
      // Beyond a noncentrality of 37 R itself only approximates.
      if ((row.detectable / row.sd) * Math.sqrt(size / 2) < 37) {
        const found = valueOf(minimumDetectableDifference({ ...plan, power, ...even(size) }));
        expectClose(found, row.detectable, 1e-6, row);
      }
      const unequal = { sizeTreatment: 3 * size, sizeControl: size };
      const uneven = valueOf(powerOfMeans({ ...plan, difference, ...unequal }));
      expectClose(uneven, row.uneven, 1e-9, row);
    }
  });

  it('has the published figures .8689528, 22.0211 and 17.84713', () => {
    const plan = { difference: 1, standardDeviation: 1, alpha: 0.05 };
    expect(valueOf(powerOfMeans({ ...plan, ...even(20) }))).toBeCloseTo(0.8689528, 7);
    const both = valueOf(sampleSizePerArmForMeans({ ...plan, power: 0.9 }));
    expect(both.exactSizeControl).toBeCloseTo(22.0211, 4);
    expect(both.sizeControl).toBe(23);
    const one = valueOf(sampleSizePerArmForMeans({ ...plan, power: 0.9, sides: 1 }));
    expect(one.exactSizeControl).toBeCloseTo(17.84713, 4);
  });

  it('reaches its power with unequal arms', () => {
    const plan = { difference: 0.2, standardDeviation: 1, alpha: 0.05 };
    const sizes = valueOf(sampleSizePerArmForMeans({ ...plan, power: 0.8, ratio: 4 }));
    const power = valueOf(
      powerOfMeans({
        ...plan,
        sizeTreatment: sizes.exactSizeTreatment,
        sizeControl: sizes.exactSizeControl,
      }),
    );
    expectClose(power, 0.8, 1e-9, sizes);
    expect(sizes.exactSizeTreatment).toBeCloseTo(4 * sizes.exactSizeControl, 8);
  });
});

describe('two or three customers', () => {
  it('detect only enormous differences', () => {
    const plan = { standardDeviation: 1, alpha: 1e-6, sizeTreatment: 2, sizeControl: 1 };
    const difference = valueOf(minimumDetectableDifference({ ...plan, power: 0.8 }));
    expect(difference).toBeGreaterThan(1e5);
    expectClose(valueOf(powerOfMeans({ ...plan, difference })), 0.8, 1e-9, difference);
  });

  it('detect nothing at all at an absurd alpha', () => {
    const plan = { standardDeviation: 1, alpha: 1e-300, sizeTreatment: 1.5, sizeControl: 1 };
    const refused = minimumDetectableDifference({ ...plan, power: 0.8 });
    expect(refusalOf(refused)).toBe('no-detectable-effect');
  });
});

describe('a plan that cannot be', () => {
  const plan = { baselineShare: 0.5, alpha: 0.05, lift: 0.1, power: 0.8 };
  it('is refused with its reason', () => {
    const code = (change: object) => refusalOf(sampleSizePerArm({ ...plan, ...change }));
    expect(code({ baselineShare: 0 })).toBe('invalid-baseline');
    expect(code({ alpha: 0 })).toBe('invalid-alpha');
    expect(code({ power: 0.05 })).toBe('invalid-power');
    expect(code({ lift: 0 })).toBe('invalid-lift');
    expect(code({ lift: 0.6 })).toBe('invalid-lift');
    expect(code({ ratio: 0 })).toBe('invalid-ratio');
    expect(code({ population: 1 })).toBe('invalid-population');
    expect(refusalOf(powerOfProportions({ ...plan, ...even(0) }))).toBe('invalid-size');
  });

  it('has no detectable lift when even everybody responding would not be found', () => {
    const refused = minimumDetectableLift({ ...plan, baselineShare: 0.9, ...even(20) });
    expect(refused).toMatchObject({ problem: { code: 'no-detectable-effect' } });
  });

  it('has a detectable lift from a share too small for its spread to be a number', () => {
    const detectable = minimumDetectableLift({ ...plan, baselineShare: 5e-324, ...even(200) });
    expect(detectable.ok && detectable.value).toBeCloseTo(0.0382671628, 9);
    const found = powerOfProportions({ ...plan, baselineShare: 5e-324, lift: 1, ...even(2) });
    expect(found).toEqual({ ok: true, value: 1 });
  });

  it('is refused for means too', () => {
    const ofMeans = { difference: 1, standardDeviation: 1, alpha: 0.05, power: 0.8 };
    const code = (change: object) => refusalOf(sampleSizePerArmForMeans({ ...ofMeans, ...change }));
    expect(code({ standardDeviation: 0 })).toBe('invalid-standard-deviation');
    expect(code({ alpha: 0.7 })).toBe('invalid-alpha');
    expect(code({ difference: 0 })).toBe('invalid-difference');
    expect(code({ difference: 1e-7 })).toBe('effect-too-small');
    expect(code({ power: 1 })).toBe('invalid-power');
    expect(code({ ratio: -1 })).toBe('invalid-ratio');
    expect(refusalOf(powerOfMeans({ ...ofMeans, ...even(1) }))).toBe('invalid-size');
  });
});
