import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSequentialBoundaries } from '#core/stats/sequential/group-sequential-boundaries.ts';
import {
  groupSequentialPower,
  sequentialInflation,
} from '#core/stats/sequential/group-sequential-power.ts';
import type { SequentialDesign } from '#core/stats/sequential/sequential-design.ts';
import { alphaSpent } from '#core/stats/sequential/spending-function.ts';
import { normalQuantile, normalUpperTail } from '#core/stats/distributions/normal-distribution.ts';
import { runs } from '../../../property-runs.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface ExactRow extends SequentialDesign {
  criticalValues: number[];
  drift: number;
  stopsAbove: number[];
  expectedInformation: number;
  alphaSpent: number[] | null;
}
interface RpactRow extends SequentialDesign {
  /** rpact gives Inf, as text, where it spends less than it can tell from nothing. */
  criticalValues: (number | string)[];
  alphaSpent: number[];
  inflation: number;
  none: number;
  half: number;
  full: number;
  power: number;
}
interface StoppingRow {
  informationShares: number[];
  criticalValues: number[];
  sides: 1 | 2;
  drift: number;
  goesOn: number[];
}
const { table: exact } = oracle<{ table: ExactRow[] }>('sequential/exact-looks');
const { designs } = oracle<{ designs: RpactRow[] }>('sequential/boundaries');
const { table: stopping } = oracle<{ table: StoppingRow[] }>('sequential/stopping');

const thirds = [1 / 3, 2 / 3, 1];
const criticalValues = (design: SequentialDesign): (number | null)[] =>
  valueOf(groupSequentialBoundaries(design)).looks.map((look) => look.criticalValue);

describe('the limits of a group-sequential design', () => {
  it('are those of another recursion to eleven digits', () => {
    expect(exact.length).toBeGreaterThan(200);
    for (const row of exact) {
      const found = criticalValues(row);
      for (const [place, expected] of row.criticalValues.entries()) {
        const value = found[place] ?? null;
        if (value === null) expect(normalUpperTail(expected)).toBeLessThan(1e-25);
        else expectClose(value, expected, 1e-11, row);
      }
    }
  });

  it('are those of rpact as far as rpact is exact', () => {
    // Its last looks spend alpha - 1e-8 (`asHSD`) and it finds limits to 1e-7; far limits lose digits. Every second design, for the sake of time.
    expect(designs.length).toBeGreaterThan(350);
    for (const row of designs.filter((_, place) => place % 2 === 0)) {
      const { looks } = valueOf(groupSequentialBoundaries(row));
      for (const [place, expected] of row.criticalValues.entries()) {
        const value = looks[place]?.criticalValue ?? null;
        if (typeof expected === 'string') expect(value === null || value > 7.8).toBe(true);
        else if (expected < 4.5)
          expectClose(value ?? NaN, expected, expected < 3.5 ? 2e-6 : 2e-5, row);
        const spent = row.alphaSpent[place] ?? NaN;
        expect(Math.abs((looks[place]?.alphaSpent ?? NaN) - spent)).toBeLessThan(1e-7);
      }
    }
  });

  it('G39: O’Brien-Fleming, one-sided 0.025, three looks', () => {
    const design = { informationShares: thirds, alpha: 0.025, sides: 1 } as const;
    const { looks } = valueOf(
      groupSequentialBoundaries({ ...design, rule: { kind: 'obrien-fleming' } }),
    );
    expect(looks.map((look) => look.criticalValue?.toFixed(7))).toEqual([
      '3.4710914',
      '2.4544323',
      '2.0040356',
    ]);
    expect(looks[0]?.alphaSpent).toBeCloseTo(0.00025917372, 11);
    expect(looks[1]?.alphaSpent).toBeCloseTo(0.0071600594, 10);
    expect(looks[2]?.alphaSpent).toBeCloseTo(0.02499999, 7);
  });

  it('G39: Hwang-Shih-DeCani (gamma 0), one-sided 0.03, looks at 0.2, 0.4 and 1', () => {
    const rule = { kind: 'hwang-shih-decani', gamma: 0 } as const;
    const found = criticalValues({ informationShares: [0.2, 0.4, 1], alpha: 0.03, sides: 1, rule });
    expect(found[0]).toBeCloseTo(2.5121443, 7);
    expect(found[1]).toBeCloseTo(2.4228747, 7);
    expect(found[2]).toBeCloseTo(2.0280392, 6);
  });

  it('have the published Pocock constants 2.178, 2.289, 2.361, 2.413 for two to five looks', () => {
    for (const [place, published] of [2.178, 2.289, 2.361, 2.413].entries()) {
      const count = place + 2;
      const informationShares = Array.from({ length: count }, (_, look) => (look + 1) / count);
      const found = criticalValues({ informationShares, alpha: 0.05, rule: { kind: 'pocock' } });
      for (const value of found) expect(value).toBeCloseTo(published, 3);
    }
  });

  it('do not change for the looks made when more, or unplanned ones, follow', () => {
    const rule = { kind: 'lan-demets-obrien-fleming' } as const;
    const first = criticalValues({ informationShares: [0.3, 0.62], alpha: 0.05, rule });
    const later = criticalValues({ informationShares: [0.3, 0.62, 0.7, 1.2], alpha: 0.05, rule });
    expectClose(later[0] ?? NaN, first[0] ?? NaN, 1e-12, 'first');
    expectClose(later[1] ?? NaN, first[1] ?? NaN, 1e-12, 'second');
  });

  it('are null where a look comes too early to stop anything', () => {
    const rule = { kind: 'lan-demets-obrien-fleming' } as const;
    const [early, last] = criticalValues({ informationShares: [0.02, 1], alpha: 0.05, rule });
    expect(early).toBeNull();
    expectClose(last ?? NaN, 1.959963984540054, 1e-12, 'last');
  });

  it('refuse designs that cannot be', () => {
    const design = { informationShares: thirds, alpha: 0.05, rule: { kind: 'pocock' } } as const;
    const refused = (change: Partial<SequentialDesign>) =>
      refusalOf(groupSequentialBoundaries({ ...design, ...change }));
    expect(refused({ alpha: 0 })).toBe('invalid-alpha');
    expect(refused({ alpha: 0.6, sides: 1 })).toBe('invalid-alpha');
    expect(refused({ alpha: NaN })).toBe('invalid-alpha');
    expect(refused({ informationShares: [] })).toBe('no-looks');
    expect(
      refused({ informationShares: Array.from({ length: 21 }, (_, k) => k / 21 + 0.01) }),
    ).toBe('too-many-looks');
    expect(refused({ informationShares: [0, 1] })).toBe('invalid-information');
    expect(refused({ informationShares: [0.5, NaN] })).toBe('invalid-information');
    expect(refused({ informationShares: [0.5, 0.5004, 1] })).toBe('looks-too-close');
    expect(refused({ informationShares: [0.7, 0.5, 1] })).toBe('looks-too-close');
    expect(refused({ rule: { kind: 'wang-tsiatis', shape: 0.7 } })).toBe('invalid-spending');
    expect(refused({ rule: { kind: 'power', exponent: 0 } })).toBe('invalid-spending');
    expect(refused({ rule: { kind: 'hwang-shih-decani', gamma: NaN } })).toBe('invalid-spending');
  });
});

describe('the alpha spent', () => {
  it('follows the published functions', () => {
    for (const { rule, informationShares, alpha, sides = 2, alphaSpent: spent } of exact) {
      if (rule.kind === 'obrien-fleming' || rule.kind === 'pocock') continue;
      if (rule.kind === 'wang-tsiatis') continue;
      for (const [place, share] of informationShares.entries()) {
        const found = sides * alphaSpent(rule, alpha / sides, share);
        expectClose(found, spent?.[place] ?? NaN, 1e-12, { rule, share });
      }
    }
  });
});

describe('the power of a group-sequential plan', () => {
  it('is that of another recursion, look by look', () => {
    for (const row of exact) {
      const looks = row.informationShares.map((informationShare, place) => ({
        informationShare,
        criticalValue: row.criticalValues[place] ?? null,
      }));
      const found = valueOf(groupSequentialPower({ sides: row.sides ?? 2, looks }, row.drift));
      for (const [place, expected] of row.stopsAbove.entries()) {
        expectClose(found.looks[place]?.stopsAbove ?? NaN, expected, 1e-11, row);
      }
      expectClose(found.expectedInformationShare, row.expectedInformation, 1e-11, row);
    }
  });

  it('is what the multivariate normal distribution leaves', () => {
    expect(stopping.length).toBeGreaterThan(100);
    for (const row of stopping) {
      const looks = row.informationShares.map((informationShare, place) => ({
        informationShare,
        criticalValue: row.criticalValues[place] ?? null,
      }));
      const found = valueOf(groupSequentialPower({ sides: row.sides, looks }, row.drift));
      let goesOn = 1;
      for (const [place, { stopsAbove, stopsBelow }] of found.looks.entries()) {
        goesOn -= stopsAbove + stopsBelow;
        expectClose(goesOn, row.goesOn[place] ?? NaN, 1e-12, row, 1);
      }
    }
  });

  it('costs what rpact says', () => {
    // rpact finds the drift to about 1e-6. Every fifth design, for the sake of time.
    for (const row of designs.filter((_, place) => place % 5 === 0)) {
      const found = valueOf(sequentialInflation(row, row.power));
      expectClose(found.inflationFactor, row.inflation, 1e-6, row);
      expectClose(found.expectedUnderNoEffect, row.none, 1e-6, row);
      expectClose(found.expectedUnderHalfEffect, row.half, 1e-6, row);
      expectClose(found.expectedUnderEffect, row.full, 1e-6, row);
    }
  });

  it('is reached even by a plan that spends nearly all at its first look', () => {
    const rule = { kind: 'hwang-shih-decani', gamma: 80 } as const;
    const design = { informationShares: [0.05, 0.5, 1], alpha: 0.025, sides: 1, rule } as const;
    const { drift } = valueOf(sequentialInflation(design, 0.9));
    const plan = valueOf(groupSequentialBoundaries(design));
    expectClose(valueOf(groupSequentialPower(plan, drift)).stopsAbove, 0.9, 1e-12, drift);
  });

  it('mirrors when the effect changes its sign', () => {
    const rule = { kind: 'lan-demets-pocock' } as const;
    const plan = valueOf(
      groupSequentialBoundaries({ informationShares: thirds, alpha: 0.1, rule }),
    );
    const there = valueOf(groupSequentialPower(plan, 1.7));
    const back = valueOf(groupSequentialPower(plan, -1.7));
    expectClose(back.stopsBelow, there.stopsAbove, 1e-13, 'mirror');
    expectClose(back.stopsAbove, there.stopsBelow, 1e-13, 'mirror');
  });

  it('refuses what cannot be', () => {
    const looks = [{ informationShare: 1, criticalValue: 2 }];
    expect(refusalOf(groupSequentialPower({ sides: 2, looks }, NaN))).toBe('invalid-drift');
    expect(refusalOf(groupSequentialPower({ sides: 2, looks: [] }, 1))).toBe('no-looks');
    const wrong = [{ informationShare: 1, criticalValue: -2 }];
    expect(refusalOf(groupSequentialPower({ sides: 2, looks: wrong }, 1))).toBe('invalid-boundary');
    const design = {
      informationShares: [0.5, 0.9],
      alpha: 0.05,
      rule: { kind: 'pocock' },
    } as const;
    expect(refusalOf(sequentialInflation(design, 0.8))).toBe('invalid-information');
    const whole = { ...design, informationShares: [0.5, 1] };
    expect(refusalOf(sequentialInflation(whole, 0.02))).toBe('invalid-power');
    expect(refusalOf(sequentialInflation(whole, 1))).toBe('invalid-power');
  });
});

const someDesign = fc
  .record({
    gaps: fc.array(between(0.01, 1), { minLength: 1, maxLength: 5 }),
    alpha: between(0.0005, 0.3),
    sides: fc.constantFrom(1 as const, 2 as const),
    rule: fc.constantFrom<SequentialDesign['rule'][]>(
      { kind: 'obrien-fleming' },
      { kind: 'pocock' },
      { kind: 'lan-demets-pocock' },
      { kind: 'lan-demets-obrien-fleming' },
      { kind: 'power', exponent: 2 },
      { kind: 'hwang-shih-decani', gamma: -2 },
    ),
  })
  .map(({ gaps, ...rest }) => {
    const whole = gaps.reduce((sum, gap) => sum + gap, 0);
    let reached = 0;
    const informationShares = gaps.map((gap) => (reached += gap) / whole);
    return { ...rest, informationShares: [...informationShares.slice(0, -1), 1] };
  });

describe('every design', () => {
  it('stops with a chance of alpha when there is no effect, and never later than planned', () => {
    fc.assert(
      fc.property(someDesign, (design) => {
        const plan = valueOf(groupSequentialBoundaries(design));
        const found = valueOf(groupSequentialPower(plan, 0));
        const stopped = found.stopsAbove + (design.sides === 2 ? found.stopsBelow : 0);
        expectClose(stopped, design.alpha, 1e-11, design);
        expectClose(plan.looks.at(-1)?.alphaSpent ?? NaN, design.alpha, 1e-11, design);
        expect(found.expectedInformationShare).toBeLessThanOrEqual(1 + 1e-12);
      }),
      runs(60),
    );
  });

  it('asks at each look for more than one reading would, and with one look for exactly as much', () => {
    fc.assert(
      fc.property(someDesign, (design) => {
        const single = -normalQuantile(design.alpha / design.sides);
        for (const value of criticalValues(design)) {
          if (value !== null) expect(value).toBeGreaterThanOrEqual(single - 1e-9);
        }
        const alone = criticalValues({ ...design, informationShares: [1] });
        expectClose(alone[0] ?? NaN, single, 1e-12, design);
      }),
      runs(40),
    );
  });
});
