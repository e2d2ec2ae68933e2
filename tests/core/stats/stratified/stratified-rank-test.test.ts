import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankSumTest } from '#core/stats/means/rank-sum-test.ts';
import { countValues } from '#core/stats/means/value-counts.ts';
import { stratifiedRankTest } from '#core/stats/stratified/stratified-rank-test.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface RankRow {
  values: number[];
  treated: number[];
  stratum: number[];
  zValue: number;
  p: number;
  equal: number;
}
const { cases } = oracle<{ cases: RankRow[] }>('stratified/rank-strata');
const strataOf = ({ values, treated, stratum }: RankRow) =>
  [...new Set(stratum)].map((wanted) => {
    const arm = (arm: number) =>
      countValues(values.filter((_, place) => stratum[place] === wanted && treated[place] === arm));
    return { treatment: arm(1), control: arm(0) };
  });

describe('the rank test within strata', () => {
  it('is the independence test of coin on ranks, with both weights', () => {
    expect(cases.length).toBeGreaterThan(70);
    for (const row of cases) {
      const found = valueOf(stratifiedRankTest(strataOf(row)));
      expectClose(found.zValue, row.zValue, 1e-9, row, 1e-3);
      expectClose(found.pValue, row.p, 1e-9, row);
      const equal = valueOf(stratifiedRankTest(strataOf(row), { weighting: 'equal' }));
      expectClose(equal.zValue, row.equal, 1e-9, row, 1e-3);
    }
  });

  it('gives the example of its page', () => {
    const [row] = cases;
    if (!row) throw new Error('no cases');
    const found = valueOf(stratifiedRankTest(strataOf(row)));
    expect(found.zValue).toBeCloseTo(1.498117, 4);
    expect(found.pValue).toBeCloseTo(0.1341027, 4);
    expect(found.usedStrata).toBe(2);
  });

  const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 12 });
  const stratum = fc.record({ treatment: values, control: values });
  const counted = (strata: readonly { treatment: number[]; control: number[] }[]) =>
    strata.map(({ treatment, control }) => ({
      treatment: countValues(treatment),
      control: countValues(control),
    }));

  it('of one stratum is the rank sum test', () => {
    fc.assert(
      fc.property(stratum, (one) => {
        const [pair] = counted([one]);
        if (!pair) return;
        const plain = rankSumTest(pair.treatment, pair.control, {
          method: 'normal',
          continuityCorrection: false,
        });
        const found = stratifiedRankTest([pair]);
        expect(found.ok).toBe(plain.ok);
        if (!found.ok || !plain.ok) return;
        expectClose(found.value.zValue, plain.value.zValue ?? NaN, 1e-12, one, 1e-9);
        expectClose(found.value.superiorityShare, plain.value.superiorityShare, 1e-12, one);
      }),
    );
  });

  it('turns its sign with the arms, does not mind the order of strata or a stretched scale, and adds up its tails', () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 5 }), (strata) => {
        const greater = stratifiedRankTest(counted(strata), { alternative: 'greater' });
        const turned = stratifiedRankTest(
          counted(
            strata.toReversed().map(({ treatment, control }) => ({
              treatment: control.map((value) => value ** 3 - 50),
              control: treatment.map((value) => value ** 3 - 50),
            })),
          ),
          { alternative: 'less' },
        );
        expect(turned.ok).toBe(greater.ok);
        if (!greater.ok || !turned.ok) return;
        expectClose(turned.value.pValue, greater.value.pValue, 1e-10, strata);
        expectClose(
          turned.value.superiorityShare,
          1 - greater.value.superiorityShare,
          1e-9,
          strata,
          1e-3,
        );
        const both = valueOf(stratifiedRankTest(counted(strata)));
        const { pValue } = greater.value;
        expectClose(both.pValue, 2 * Math.min(pValue, 1 - pValue), 1e-9, strata);
      }),
    );
  });

  it('refuses strata that say nothing, and names the one that is impossible', () => {
    const same = { treatment: countValues([1, 1]), control: countValues([1]) };
    const lonely = { treatment: countValues([1, 2]), control: countValues([]) };
    expect(refusalOf(stratifiedRankTest([same, lonely]))).toBe('no-informative-strata');
    const wrong = { treatment: [{ value: 1, count: -1 }], control: countValues([1]) };
    expect(stratifiedRankTest([same, wrong])).toMatchObject({
      problem: { code: 'invalid-counts', stratum: 1 },
    });
  });
});
