import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalUpperQuantile } from '#core/stats/distributions/normal-distribution.ts';
import { powerOfContrast } from '#core/stats/power/contrast-power.ts';
import { neededNoncentrality, powerOfHypothesis } from '#core/stats/power/hypothesis-power.ts';
import { between } from '../even-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface HypothesisRow {
  levels: number;
  means: number[];
  sizes: number[];
  alpha: number;
  noncentrality: number;
  power: number;
}
const data = oracle<{
  hypotheses: HypothesisRow[];
  noncentralities: { degreesOfFreedom: number; alpha: number; power: number; needed: number }[];
}>('power/hypotheses');

const groupsOf = (means: readonly number[], sizes: readonly number[]) =>
  means.map((mean, place) => ({ mean, variance: mean * (1 - mean), size: sizes[place] ?? NaN }));

/** Two arms in every level: each level's difference against that of the first level. */
function differences(levels: number): number[][] {
  return Array.from({ length: levels - 1 }, (_, place) => {
    const row = new Array<number>(2 * levels).fill(0);
    [row[0], row[1]] = [1, -1];
    [row[2 * place + 2], row[2 * place + 3]] = [-1, 1];
    return row;
  });
}

describe('the power of a joint hypothesis', () => {
  it('is that of all pairs of levels by a pseudo-inverse', () => {
    expect(data.hypotheses.length).toBe(120);
    for (const row of data.hypotheses) {
      const plan = {
        contrasts: differences(row.levels),
        groups: groupsOf(row.means, row.sizes),
        alpha: row.alpha,
      };
      const found = valueOf(powerOfHypothesis(plan));
      expectClose(found.noncentrality, row.noncentrality, 1e-9, row);
      expectClose(found.power, row.power, 1e-9, row);
      expect(found.degreesOfFreedom).toBe(row.levels - 1);
    }
  });

  it('needs the noncentrality at which it has the power', () => {
    expect(data.noncentralities.length).toBe(96);
    for (const row of data.noncentralities) {
      expectClose(valueOf(neededNoncentrality(row)), row.needed, 1e-9, row);
    }
  });

  it('has the figures of its own example', () => {
    const groups = groupsOf([0.05, 0.1, 0.05, 0.1, 0.05, 0.05], new Array(6).fill(400));
    const plan = { contrasts: differences(3), groups, alpha: 0.05 };
    expect(valueOf(powerOfHypothesis(plan)).power).toBeCloseTo(0.5921099, 7);
    const needed = neededNoncentrality({ degreesOfFreedom: 2, alpha: 0.05, power: 0.8 });
    expect(valueOf(needed)).toBeCloseTo(9.634689, 6);
  });

  it('of one contrast is the two-sided test’s, both tails counted', () => {
    const share = between(0.02, 0.6);
    const size = between(20, 5000);
    fc.assert(
      fc.property(share, share, size, size, (first, second, n1, n2) => {
        fc.pre(Math.abs(first - second) > 1e-6);
        const groups = groupsOf([first, second], [n1, n2]);
        const joint = valueOf(powerOfHypothesis({ contrasts: [[1, -1]], groups, alpha: 0.05 }));
        const weighted = groups.map((group, place) => ({ ...group, weight: place ? -1 : 1 }));
        const effect = first - second;
        const near = valueOf(powerOfContrast({ groups: weighted, alpha: 0.05, effect }));
        const spread = Math.abs(effect) / Math.sqrt(joint.noncentrality);
        const shift = Math.abs(effect) / spread;
        expect(shift + normalUpperQuantile(0.025)).toBeGreaterThan(0);
        expect(joint.power).toBeGreaterThanOrEqual(near - 1e-12);
        expect(joint.power - near).toBeLessThanOrEqual(0.025);
      }),
    );
  });

  it('does not depend on which contrasts describe it', () => {
    const shares = fc.array(between(0.02, 0.6), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(shares, between(-3, 3), (means, factor) => {
        const groups = groupsOf(means, [90, 200, 150, 400, 70, 300]);
        const [one = [], two = []] = differences(3);
        const other = [one.map((weight, place) => weight + factor * (two[place] ?? 0)), two];
        const first = valueOf(powerOfHypothesis({ contrasts: [one, two], groups, alpha: 0.05 }));
        const second = valueOf(powerOfHypothesis({ contrasts: other, groups, alpha: 0.05 }));
        expectClose(second.noncentrality, first.noncentrality, 1e-7, means, 1e-6);
      }),
    );
  });

  it('is refused where it cannot be', () => {
    const groups = groupsOf([0.1, 0.2, 0.3], [100, 100, 100]);
    const code = (change: object) =>
      refusalOf(powerOfHypothesis({ contrasts: [[1, -1, 0]], groups, alpha: 0.05, ...change }));
    expect(code({ alpha: 0 })).toBe('invalid-alpha');
    expect(code({ contrasts: [] })).toBe('invalid-groups');
    expect(code({ groups: groupsOf([0.1, 0.2, 0.3], [0, 1, 1]) })).toBe('invalid-groups');
    expect(code({ groups: groupsOf([0, 0.2, 0.3], [1, 1, 1]) })).toBe('invalid-groups');
    const repeated = {
      contrasts: [
        [1, -1, 0],
        [2, -2, 0],
      ],
    };
    expect(code(repeated)).toBe('dependent-contrasts');
    const idle = {
      groups: groupsOf([0.1, 0.2, 0.3], [100, 100, 0]),
      contrasts: [[1, -1, 0]],
      alpha: 0.05,
    };
    expect(powerOfHypothesis(idle).ok).toBe(true);
    const needed = { degreesOfFreedom: 2, alpha: 0.05, power: 0.05 };
    expect(refusalOf(neededNoncentrality(needed))).toBe('invalid-power');
    expect(refusalOf(neededNoncentrality({ ...needed, alpha: 0.6 }))).toBe('invalid-alpha');
  });
});
