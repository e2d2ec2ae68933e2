import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalGroups } from '#core/design/equal-groups.ts';
import { levelOfNumber } from '#core/design/levels.ts';

const cases = JSON.parse(
  readFileSync(new URL('../../oracles/design/equal-groups.json', import.meta.url), 'utf8'),
) as { n: number; groups: number; cuts: number[] }[];

const groupsOf = (values: readonly number[], groups: number) => {
  const found = equalGroups(Float64Array.from(values), groups);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
};

describe('equal groups', () => {
  it.each(cases)('of $n different values are R’s quantiles: $groups groups', (each) => {
    // The numbers of tests/oracles/design/equal-groups.R.
    const values = Array.from(
      { length: each.n },
      (_, place) => ((place * 7919) % 10007) ** 2 / 8 - 1000,
    );
    const { cuts, sizes } = groupsOf(values, each.groups);
    expect(cuts).toEqual(each.cuts);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('are of different sizes where values are equal, and say so', () => {
    expect(groupsOf([1, 1, 1, 2], 2)).toEqual({ cuts: [2], sizes: [3, 1] });
    expect(groupsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3)).toEqual({ cuts: [4, 8], sizes: [3, 4, 3] }); // prettier-ignore
    expect(groupsOf([5, NaN, 5, 5, 6, 7], 3)).toEqual({ cuts: [6, 7], sizes: [3, 1, 1] });
    // Half a customer is left to the smaller cut.
    expect(groupsOf([1, 2, 3, 4, 5], 2)).toEqual({ cuts: [3], sizes: [2, 3] });
  });

  it('are refused with fewer different values than groups', () => {
    expect(equalGroups(Float64Array.of(1, 1, 2, NaN), 3)).toEqual({
      ok: false,
      problem: { code: 'too-few-values', distinct: 2, groups: 3 },
    });
    expect(equalGroups(new Float64Array(), 2).ok).toBe(false);
    expect(() => equalGroups(Float64Array.of(1, 2), 1)).toThrow(RangeError);
  });

  it('hold to the definition, whatever is equal, and never leave a group empty', () => {
    const values = fc.array(fc.integer({ min: -6, max: 12 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 10 }), (numbers, groups) => {
        const distinct = [...new Set(numbers)].toSorted((a, b) => a - b);
        fc.pre(distinct.length >= groups);
        const { cuts, sizes } = groupsOf(numbers, groups);
        const below = (cut: number) => numbers.filter((value) => value < cut).length;
        cuts.forEach((cut, place) => {
          const wanted = ((place + 1) * numbers.length) / groups;
          // Above the cut before, with enough values left for the cuts to come.
          const free = distinct
            .slice(1, distinct.length - (groups - place - 2) || undefined)
            .filter((value) => place === 0 || value > (cuts[place - 1] as number));
          const best = free.toSorted(
            (a, b) => Math.abs(below(a) - wanted) - Math.abs(below(b) - wanted) || a - b,
          )[0];
          expect(cut).toBe(best);
        });
        const counted = sizes.map(
          (_, level) => numbers.filter((value) => levelOfNumber(cuts, value) === level).length,
        );
        expect(sizes).toEqual(counted);
        expect(Math.min(...sizes)).toBeGreaterThan(0);
      }),
    );
  });
});
