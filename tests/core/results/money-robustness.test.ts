import { describe, expect, it } from 'vitest';
import { moneyRobustness, robustnessSeed } from '#core/results/money-robustness.ts';
import { bootstrapMeanDifference } from '#core/stats/means/bootstrap.ts';
import oracle from '../../oracles/results/robust-money.json' with { type: 'json' };
import { valueOf } from '../stats/oracle.ts';

const { strata } = oracle;

describe('money by other methods', () => {
  const found = moneyRobustness('coupon', strata, 0.95);

  it('has the estimate, the ranks and the typical shift that R gives', () => {
    expect(valueOf(found.resampled).estimate).toBeCloseTo(oracle.estimate, 9);
    expect(valueOf(found.ranks).pValue).toBeCloseTo(oracle.pValue, 12);
    const { shift, interval } = valueOf(found.shift);
    expect(shift).toBe(oracle.shift);
    // R searches for the limits: they approach these.
    expect(interval.low).toBeCloseTo(oracle.shiftLow, 9);
    expect(interval.high).toBeCloseTo(oracle.shiftHigh, 9);
  });

  it('has the interval of boot, as far as chance in either lets it', () => {
    const many = valueOf(bootstrapMeanDifference(strata, { seed: robustnessSeed, replicates: 50_000 })); // prettier-ignore
    const { low, high } = valueOf(many.bca);
    // An end of 50,000 replicates strays by about 0.012 standard errors, those of R by as much.
    const near = 0.07 * oracle.standardError;
    expect(Math.abs(low - oracle.bcaLow)).toBeLessThan(near);
    expect(Math.abs(high - oracle.bcaHigh)).toBeLessThan(near);
    expect(Math.abs(many.standardError / oracle.standardError - 1)).toBeLessThan(0.02);
    const shown = valueOf(valueOf(found.resampled).bca);
    expect(Math.abs(shown.low - oracle.bcaLow)).toBeLessThan(5 * near);
    expect(Math.abs(shown.high - oracle.bcaHigh)).toBeLessThan(5 * near);
  });

  it('is the same on any day, leaves out a stratum with one arm, and refuses each for itself', () => {
    const oneArm = { treatment: [5, 6], control: [] };
    expect(moneyRobustness('coupon', [...strata, oneArm], 0.95)).toEqual(found);
    const nobody = moneyRobustness('coupon', [{ treatment: [0, 0], control: [0, 0, 0] }], 0.95);
    expect(nobody.ranks).toMatchObject({ problem: { code: 'no-informative-strata' } });
    expect(nobody.shift).toMatchObject({ problem: { code: 'no-variation' } });
    expect(valueOf(nobody.resampled).bca).toMatchObject({ ok: false });
  });
});
