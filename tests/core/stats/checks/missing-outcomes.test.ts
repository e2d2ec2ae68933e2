import { describe, expect, it } from 'vitest';
import { missingOutcomesCheck } from '#core/stats/checks/missing-outcomes.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface MissingRow {
  assigned: number[][];
  missing: number[][];
  statistic: number;
  df: number;
  p: number;
  crude: number;
  pValues: number[];
  adjusted: number[];
}
const { missing } = oracle<{ missing: MissingRow[] }>('checks/balance');
const strataOf = (row: MissingRow) =>
  row.assigned.map((arms, stratum) =>
    arms.map((assigned, arm) => ({ assigned, missing: row.missing[stratum]?.[arm] ?? NaN })),
  );

describe('the check of missing outcomes', () => {
  it('has the figures of mantelhaen.test, within strata, over all and one by one', () => {
    expect(missing.length).toBeGreaterThan(50);
    for (const row of missing) {
      const found = valueOf(missingOutcomesCheck(strataOf(row)));
      expectClose(found.stratified.statistic, row.statistic, 1e-9, row, 1e-3);
      expect(found.stratified.degreesOfFreedom).toBe(row.df);
      expectClose(found.stratified.pValue, row.p, 1e-9, row);
      expectClose(found.crude.statistic, row.crude, 1e-9, row, 1e-3);
      found.strata.forEach(({ pValue, adjustedPValue }, place) => {
        expectClose(pValue, row.pValues[place] ?? NaN, 1e-9, row);
        expectClose(adjustedPValue, row.adjusted[place] ?? NaN, 1e-9, row);
      });
    }
  });

  it('alarms for 3% against 6% of a thousand', () => {
    const found = valueOf(
      missingOutcomesCheck([
        [
          { assigned: 1000, missing: 30 },
          { assigned: 1000, missing: 60 },
        ],
        [
          { assigned: 200, missing: 5 },
          { assigned: 200, missing: 4 },
        ],
      ]),
    );
    expect(found.stratified.statistic).toBeCloseTo(8.8701, 4);
    expect(found.stratified.pValue).toBeCloseTo(0.002899, 6);
    expect(found).toMatchObject({ alarm: true, worst: { stratum: 0 } });
    expect(found.missingShares).toEqual([35 / 1200, 64 / 1200]);
  });

  it('alarms for one stratum even where another hides it', () => {
    const opposite = valueOf(
      missingOutcomesCheck([
        [
          { assigned: 1000, missing: 30 },
          { assigned: 1000, missing: 70 },
        ],
        [
          { assigned: 1000, missing: 70 },
          { assigned: 1000, missing: 30 },
        ],
      ]),
    );
    expect(opposite.stratified.statistic).toBeCloseTo(0, 12);
    expect(opposite.alarm).toBe(true);
  });

  it('is not fooled by strata that differ in both arms alike', () => {
    const found = valueOf(
      missingOutcomesCheck([
        [
          { assigned: 900, missing: 90 },
          { assigned: 100, missing: 10 },
        ],
        [
          { assigned: 100, missing: 50 },
          { assigned: 900, missing: 450 },
        ],
      ]),
    );
    expect(found.crude.pValue).toBeLessThan(1e-9);
    expect(found.stratified.pValue).toBeCloseTo(1, 9);
    expect(found.alarm).toBe(false);
  });

  it('refuses what says nothing', () => {
    const arm = { assigned: 10, missing: 1 };
    const full = { assigned: 10, missing: 0 };
    expect(refusalOf(missingOutcomesCheck([[full, full]]))).toBe('nothing-missing');
    expect(refusalOf(missingOutcomesCheck([]))).toBe('no-informative-strata');
    expect(
      refusalOf(
        missingOutcomesCheck([
          [
            { assigned: 3, missing: 3 },
            { assigned: 0, missing: 0 },
          ],
        ]),
      ),
    ).toBe('no-informative-strata');
    expect(missingOutcomesCheck([[arm, arm], [arm]])).toMatchObject({
      problem: { code: 'arms-do-not-match', stratum: 1 },
    });
    expect(missingOutcomesCheck([[arm, { assigned: 1, missing: 2 }]])).toMatchObject({
      problem: { code: 'invalid-counts', stratum: 0, arm: 1 },
    });
  });
});
