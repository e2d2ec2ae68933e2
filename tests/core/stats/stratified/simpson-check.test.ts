import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArmPair } from '#core/stats/proportions/arm-counts.ts';
import { simpsonCheck } from '#core/stats/stratified/simpson-check.ts';
import { counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { plantedPair, ucbAdmissions } from '../known-tables.ts';
import { anyStrata, strataOfLists, swapped } from './strata-arbitrary.ts';

interface SimpsonRow {
  events1: number[];
  trials1: number[];
  events0: number[];
  trials0: number[];
  crudeOdds: number;
  crudeDifference: number;
  crudeP: number;
  commonOdds: number;
  commonDifference: number;
  commonP: number;
}
const { cases } = oracle<{ cases: SimpsonRow[] }>('stratified/simpson');

describe('the check for a reversal by strata', () => {
  it('has the crude and the stratified figures of R', () => {
    expect(cases.length).toBeGreaterThan(80);
    const seen = new Set<string>();
    for (const row of cases) {
      const { crude, stratified, finding } = valueOf(simpsonCheck(strataOfLists(row)));
      seen.add(finding);
      expectClose(crude.oddsRatio ?? NaN, row.crudeOdds, 1e-9, row);
      expectClose(crude.difference, row.crudeDifference, 1e-9, row, 1e-7);
      expectClose(crude.pValue, row.crudeP, 1e-9, row);
      expectClose(stratified.oddsRatio ?? NaN, row.commonOdds, 1e-9, row);
      expectClose(stratified.difference, row.commonDifference, 1e-9, row, 1e-7);
      expectClose(stratified.pValue, row.commonP, 1e-9, row);
    }
    expect([...seen].sort()).toEqual(['appeared', 'reversed', 'same', 'turned', 'vanished']);
  });

  it('teaches the lesson of Berkeley: crude odds ratio 1.84, within departments 0.90', () => {
    const found = valueOf(simpsonCheck(ucbAdmissions));
    expect(found.crude.oddsRatio).toBeCloseTo(1.84108, 5);
    expect(found.stratified.oddsRatio).toBeCloseTo(0.9046968, 7);
    expect(found.stratified.pValue).toBeCloseTo(0.216924, 6);
    expect(found).toMatchObject({
      signsDiffer: true,
      bothDistinguishable: false,
      finding: 'turned',
    });
  });

  it('finds the reversal of the kidney stones: 78% against 83% crude, better in both strata', () => {
    const stones: ArmPair[] = [
      { treatment: counts(81, 87), control: counts(234, 270) },
      { treatment: counts(192, 263), control: counts(55, 80) },
    ];
    const found = valueOf(simpsonCheck(stones));
    expect(found.crude.difference).toBeCloseTo(273 / 350 - 289 / 350, 12);
    expect(found).toMatchObject({ signsDiffer: true, finding: 'turned' });
    const many = stones.map(({ treatment, control }) => ({
      treatment: counts(treatment.events * 20, treatment.trials * 20),
      control: counts(control.events * 20, control.trials * 20),
    }));
    expect(valueOf(simpsonCheck(many))).toMatchObject({
      bothDistinguishable: true,
      finding: 'reversed',
    });
  });

  it('is silent for a draw that was balanced within its cells', () => {
    const found = valueOf(simpsonCheck(plantedPair('POINT', 'CONTROL')));
    expect(found).toMatchObject({ signsDiffer: false, finding: 'same' });
    expectClose(found.crude.difference, found.stratified.difference, 1e-12, 'even cells');
  });

  it('never speaks of one stratum', () => {
    fc.assert(
      fc.property(anyStrata, ([stratum]) => {
        const found = simpsonCheck(stratum ? [stratum] : []);
        if (!found.ok) return;
        expect(found.value).toMatchObject({ signsDiffer: false, finding: 'same' });
      }),
    );
  });

  it('finds the same with the arms swapped and the strata in another order', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const found = simpsonCheck(strata);
        const other = simpsonCheck(swapped(strata).toReversed());
        expect(other.ok).toBe(found.ok);
        if (!found.ok || !other.ok) return;
        expect(other.value.finding).toBe(found.value.finding);
      }),
    );
  });

  it('refuses what has no comparison within strata', () => {
    const apart = [
      { treatment: counts(3, 9), control: counts(0, 0) },
      { treatment: counts(0, 0), control: counts(3, 9) },
    ];
    expect(refusalOf(simpsonCheck(apart))).toBe('no-informative-strata');
    expect(refusalOf(simpsonCheck(apart, { confidenceShare: 0 }))).toBe('invalid-confidence');
    expect(refusalOf(simpsonCheck([{ treatment: counts(3, 1), control: counts(1, 2) }]))).toBe(
      'invalid-counts',
    );
  });
});
