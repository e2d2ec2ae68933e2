import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactDetectableLift, exactPowerOfProportions } from '#core/stats/power/exact-power.ts';
import { exactSizePerArm } from '#core/stats/power/exact-size.ts';
import {
  fewestSignificantEvents,
  mostEventsOfSignificantFall,
} from '#core/stats/power/fewest-significant-events.ts';
import { operatingCharacteristics } from '#core/stats/power/operating-characteristics.ts';
import { powerOfProportions } from '#core/stats/power/power-proportions.ts';
import type { ShareTest, SymmetricShareTest } from '#core/stats/power/share-tests.ts';
import type { Alternative } from '#core/stats/proportions/alternative.ts';
import { compareProportions } from '#core/stats/proportions/proportion-difference.ts';
import { runs } from '../../../property-runs.ts';
import { counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface Plan {
  sizeTreatment: number;
  sizeControl: number;
  baselineShare: number;
}
interface CharacteristicsRow extends Plan {
  lift: number;
  test: ShareTest;
  alpha: number;
  alternative: Alternative;
  rise: number;
  fall: number;
  falseRise: number;
  falseFall: number;
  signError?: number;
  exaggeration?: number;
}
interface SizeRow {
  baselineShare: number;
  lift: number;
  power: number;
  ratio: number;
  test: SymmetricShareTest;
  alternative: Alternative;
  sizeControl: number;
}
interface DetectableRow extends Plan {
  test: SymmetricShareTest;
  rise?: number;
  fall?: number;
}
interface LimitRow {
  sizeTreatment: number;
  events: number;
  trials: number;
  test: SymmetricShareTest;
  alpha: number;
  sides: 1 | 2;
  fewest?: number;
  most?: number;
}
const { characteristics, sizes, detectable, limits } = oracle<{
  characteristics: CharacteristicsRow[];
  sizes: SizeRow[];
  detectable: DetectableRow[];
  limits: LimitRow[];
}>('power/enumeration');
const even = (size: number) => ({ sizeTreatment: size, sizeControl: size });
const everyTest = ['score', 'fisher', 'pooled-z'] as const;

describe('the operating characteristics of a plan', () => {
  it('are those of a sum over the whole table of outcomes', () => {
    expect(characteristics.length).toBeGreaterThan(300);
    for (const row of characteristics) {
      const found = valueOf(operatingCharacteristics(row));
      // Chances that the sum itself has only as rounding (1e-16) are not compared.
      expectClose(found.significantRise, row.rise, 1e-9, row, 1e-12);
      expectClose(found.significantFall, row.fall, 1e-9, row, 1e-12);
      expectClose(found.power, row.rise + row.fall, 1e-9, row, 1e-12);
      expectClose(found.falseRise, row.falseRise, 1e-9, row, 1e-12);
      expectClose(found.falseFall, row.falseFall, 1e-9, row, 1e-12);
      if (row.signError === undefined || row.rise + row.fall < 1e-6) continue;
      expectClose(found.signError ?? NaN, row.signError, 1e-9, row, 1e-9);
      expectClose(found.exaggeration ?? NaN, row.exaggeration ?? NaN, 1e-9, row);
    }
  });

  it('have no wrong sign and no exaggeration without an effect', () => {
    const plan = { baselineShare: 0.1, lift: 0, alpha: 0.05, ...even(100) };
    const found = valueOf(operatingCharacteristics(plan));
    expect(found.signError).toBeNull();
    expect(found.exaggeration).toBeNull();
    expect(found.significantRise).toBe(found.falseRise);
  });

  it('are mirrored when the arms change places, but not by the relative lift', () => {
    const share = between(0.02, 0.98);
    const size = fc.integer({ min: 1, max: 150 });
    fc.assert(
      fc.property(
        share,
        share,
        size,
        size,
        fc.constantFrom(...everyTest),
        (one, other, n, m, test) => {
          const plan = { alpha: 0.05, test };
          const there = valueOf(
            operatingCharacteristics({
              ...plan,
              baselineShare: one,
              lift: other - one,
              sizeTreatment: n,
              sizeControl: m,
            }),
          );
          const back = valueOf(
            operatingCharacteristics({
              ...plan,
              baselineShare: other,
              lift: one - other,
              sizeTreatment: m,
              sizeControl: n,
            }),
          );
          expectClose(there.significantRise, back.significantFall, 1e-9, test, 1e-12);
          expectClose(there.significantFall, back.significantRise, 1e-9, test, 1e-12);
        },
      ),
      runs(60),
    );
    const plan = { baselineShare: 0.02, lift: 0, alpha: 0.05, ...even(500) };
    const relative = valueOf(operatingCharacteristics({ ...plan, test: 'relative-lift-delta' }));
    expect(relative.falseFall).toBeGreaterThan(1000 * relative.falseRise);
  });

  it('count out Fisher and the score test for 20,000 per arm as the normal approximation has them', () => {
    const plan = { baselineShare: 0.5, lift: 0.014, alpha: 0.05, ...even(20_000) };
    const approximate = valueOf(powerOfProportions(plan));
    expectClose(valueOf(exactPowerOfProportions(plan)), approximate, 2e-3, plan);
    const fisher = valueOf(exactPowerOfProportions({ ...plan, test: 'fisher' }));
    expectClose(fisher, approximate, 6e-3, plan);
  });

  it('come ever closer to the normal approximation', () => {
    const apart = [300, 3000, 30_000, 300_000].map((size) => {
      const plan = { baselineShare: 0.1, lift: 0.9 / Math.sqrt(size), alpha: 0.05, ...even(size) };
      return Math.abs(valueOf(exactPowerOfProportions(plan)) - valueOf(powerOfProportions(plan)));
    });
    expect(apart.at(-1)).toBeLessThan(1e-3);
    expect(apart.at(-1)).toBeLessThan((apart[0] ?? NaN) / 5);
  });
});

describe('the smallest exact size', () => {
  it('is the one after the last size that falls short, among all that were tried', () => {
    expect(sizes.length).toBeGreaterThan(40);
    for (const row of sizes) {
      const found = valueOf(exactSizePerArm({ ...row, alpha: 0.05 }));
      expect(found.sizeControl, JSON.stringify(row)).toBe(row.sizeControl);
      expect(found.sizeTreatment).toBe(Math.ceil(row.sizeControl * row.ratio));
      expect(found.power).toBeGreaterThanOrEqual(row.power);
    }
  });

  it('has less than the wanted power one customer below', () => {
    const share = between(0.05, 0.6);
    const lift = between(0.08, 0.35);
    fc.assert(
      fc.property(share, lift, (baselineShare, wanted) => {
        const plan = { baselineShare, lift: wanted, alpha: 0.05 };
        const { sizeControl, power } = valueOf(exactSizePerArm({ ...plan, power: 0.8 }));
        expect(power).toBeGreaterThanOrEqual(0.8);
        if (sizeControl === 1) return;
        expect(
          valueOf(exactPowerOfProportions({ ...plan, ...even(sizeControl - 1) })),
        ).toBeLessThan(0.8);
        for (let more = 1; more < 60; more += 7) {
          const larger = valueOf(exactPowerOfProportions({ ...plan, ...even(sizeControl + more) }));
          expect(larger).toBeGreaterThanOrEqual(0.8);
        }
      }),
      runs(20),
    );
  });

  it('is 8,149 for 5% against 6%, nine fewer than the formula', () => {
    const plan = { baselineShare: 0.05, lift: 0.01, alpha: 0.05, power: 0.8 };
    expect(valueOf(exactSizePerArm(plan)).sizeControl).toBe(8149);
  });

  it('is refused where it cannot be counted', () => {
    const plan = { baselineShare: 0.05, lift: 0.01, alpha: 0.05, power: 0.8 };
    const code = (change: object) => refusalOf(exactSizePerArm({ ...plan, ...change }));
    expect(code({ test: 'fisher' })).toBe('too-large-to-count');
    expect(code({ lift: 1e-9 })).toBe('too-large-to-count');
    expect(code({ lift: 5e-324 })).toBe('too-large-to-count');
    expect(code({ lift: 0 })).toBe('invalid-lift');
    expect(code({ lift: 0.96 })).toBe('invalid-lift');
    expect(code({ power: 0.05 })).toBe('invalid-power');
    expect(code({ power: 1 })).toBe('invalid-power');
    expect(code({ ratio: 0 })).toBe('invalid-ratio');
    expect(code({ alternative: 'less' })).toBe('invalid-alternative');
    expect(code({ alpha: 0.5 })).toBe('invalid-alpha');
    expect(code({ baselineShare: 1 })).toBe('invalid-baseline');
  });
});

describe('the smallest exact effect', () => {
  it('is that of the summed table, up and down', () => {
    for (const row of detectable) {
      const plan = { ...row, alpha: 0.05, power: 0.8 };
      for (const direction of ['rise', 'fall'] as const) {
        const found = exactDetectableLift({ ...plan, direction });
        const expected = row[direction];
        if (expected === undefined) expect(refusalOf(found)).toBe('no-detectable-effect');
        else expectClose(valueOf(found), expected, 1e-9, { row, direction });
      }
    }
  });

  it('is found with the wanted power', () => {
    const share = between(0.05, 0.95);
    const size = fc.integer({ min: 30, max: 400 });
    const direction = fc.constantFrom('rise' as const, 'fall' as const);
    fc.assert(
      fc.property(
        share,
        size,
        size,
        direction,
        (baselineShare, sizeTreatment, sizeControl, way) => {
          const plan = { baselineShare, sizeTreatment, sizeControl, alpha: 0.05 };
          const found = exactDetectableLift({ ...plan, power: 0.7, direction: way });
          if (!found.ok) return;
          expect(Math.sign(found.value)).toBe(way === 'rise' ? 1 : -1);
          expectClose(
            valueOf(exactPowerOfProportions({ ...plan, lift: found.value })),
            0.7,
            1e-9,
            plan,
          );
        },
      ),
      runs(30),
    );
  });

  it('is refused where there is none', () => {
    const plan = { baselineShare: 0.02, alpha: 0.05, power: 0.8, ...even(20) };
    expect(refusalOf(exactDetectableLift({ ...plan, direction: 'fall' }))).toBe(
      'no-detectable-effect',
    );
    expect(refusalOf(exactDetectableLift({ ...plan, power: 0.0001 }))).toBe('invalid-power');
    expect(refusalOf(exactDetectableLift({ ...plan, alternative: 'less' }))).toBe(
      'invalid-alternative',
    );
    expect(refusalOf(exactPowerOfProportions({ ...plan, lift: 0.1, ...even(2.5) }))).toBe(
      'invalid-size',
    );
    const huge = { ...plan, lift: 0.1, ...even(1e7) };
    expect(refusalOf(exactPowerOfProportions(huge))).toBe('too-large-to-count');
  });
});

describe('the events an arm must reach', () => {
  it('are those found by trying every number', () => {
    expect(limits.length).toBeGreaterThan(150);
    for (const row of limits) {
      const arm = { ...row, control: counts(row.events, row.trials) };
      const [fewest, most] = [fewestSignificantEvents(arm), mostEventsOfSignificantFall(arm)];
      if (row.fewest === undefined) expect(refusalOf(fewest)).toBe('never-significant');
      else expect(valueOf(fewest).events, JSON.stringify(row)).toBe(row.fewest);
      if (row.most === undefined) expect(refusalOf(most)).toBe('never-significant');
      else expect(valueOf(most).events, JSON.stringify(row)).toBe(row.most);
    }
  });

  it('turn the p-value of the default comparison, neither earlier nor later', () => {
    const control = fc
      .tuple(fc.integer({ min: 1, max: 100_000 }), between(0, 1))
      .map(([trials, share]) => counts(Math.round(trials * share), trials));
    const pValue = (events: number, size: number, other: { events: number; trials: number }) =>
      valueOf(compareProportions(counts(events, size), other, 0.95)).pValue;
    fc.assert(
      fc.property(control, fc.integer({ min: 1, max: 100_000 }), (other, sizeTreatment) => {
        const arm = { control: other, sizeTreatment, alpha: 0.05 };
        const fewest = fewestSignificantEvents(arm);
        if (fewest.ok) {
          const { events, responseShare } = fewest.value;
          expect(pValue(events, sizeTreatment, other)).toBeLessThan(0.05);
          expect(pValue(events - 1, sizeTreatment, other)).toBeGreaterThanOrEqual(0.05);
          expect(responseShare).toBe(events / sizeTreatment);
        } else {
          expect(pValue(sizeTreatment, sizeTreatment, other)).toBeGreaterThanOrEqual(0.05);
        }
        const most = mostEventsOfSignificantFall(arm);
        if (most.ok) {
          expect(pValue(most.value.events, sizeTreatment, other)).toBeLessThan(0.05);
          expect(pValue(most.value.events + 1, sizeTreatment, other)).toBeGreaterThanOrEqual(0.05);
        } else {
          expect(pValue(0, sizeTreatment, other)).toBeGreaterThanOrEqual(0.05);
        }
      }),
    );
  });

  it('are 35 of 1,000 against 20 of 1,000, 36 by Fisher, and at most 9 or 8 for a fall', () => {
    const arm = { control: counts(20, 1000), sizeTreatment: 1000, alpha: 0.05 };
    expect(valueOf(fewestSignificantEvents(arm)).events).toBe(35);
    expect(valueOf(fewestSignificantEvents({ ...arm, test: 'fisher' })).events).toBe(36);
    expect(valueOf(mostEventsOfSignificantFall(arm)).events).toBe(9);
    expect(valueOf(mostEventsOfSignificantFall({ ...arm, test: 'fisher' })).events).toBe(8);
  });

  it('are refused where nothing is enough, or the arm cannot be', () => {
    const arm = { control: counts(1, 2), sizeTreatment: 3, alpha: 0.05 };
    expect(refusalOf(fewestSignificantEvents(arm))).toBe('never-significant');
    expect(refusalOf(mostEventsOfSignificantFall(arm))).toBe('never-significant');
    const code = (change: object) => refusalOf(mostEventsOfSignificantFall({ ...arm, ...change }));
    expect(code({ sizeTreatment: 0 })).toBe('invalid-size');
    expect(code({ alpha: 0 })).toBe('invalid-alpha');
    const many = { control: counts(5e7, 1e8), sizeTreatment: 1e8 };
    expect(code({ ...many, test: 'fisher' })).toBe('too-large-to-count');
    expect(valueOf(mostEventsOfSignificantFall({ ...arm, ...many })).events).toBe(49_986_140);
    expect(code({ control: counts(0, 0) })).toBe('no-trials');
    expect(code({ control: counts(3, 2) })).toBe('invalid-counts');
  });
});
