import { describe, expect, it } from 'vitest';
import { sampleSizeForContrast } from '#core/stats/power/contrast-power.ts';
import { interactionSizeFactor, powerOfInteraction } from '#core/stats/power/power-interaction.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface Row {
  arm: string[];
  level: string[];
  other: string[];
  p: number[];
  n: number[];
  alpha: number;
  df: number;
  ncp: number;
  power: number;
  factor: number;
}
const { table } = oracle<{ table: Row[] }>('power/interaction-power');

function twoByTwo(shares: readonly number[], size: number) {
  return shares.map((responseShare, place) => ({
    arm: place % 2 === 0 ? 'none' : 'coupon',
    levels: [place < 2 ? 'low' : 'high'],
    responseShare,
    size,
  }));
}

describe('the power to find that the best arm depends on the customer', () => {
  it('is that of the deviances of glm on expected counts', () => {
    expect(table.length).toBe(80);
    for (const row of table) {
      const cells = row.arm.map((arm, place) => ({
        arm,
        levels: [row.level[place] ?? '', row.other[place] ?? ''],
        responseShare: row.p[place] ?? NaN,
        size: row.n[place] ?? NaN,
      }));
      const plan = { cells, attribute: 0, alpha: row.alpha };
      const found = valueOf(powerOfInteraction(plan));
      expect(found.degreesOfFreedom).toBe(row.df);
      expectClose(found.noncentrality, row.ncp, 1e-9, row);
      expectClose(found.power, row.power, 1e-9, row);
      expectClose(valueOf(interactionSizeFactor({ ...plan, power: 0.8 })), row.factor, 1e-9, row);
    }
  });

  it('is reached when every cell is so many times as large', () => {
    const shares = [0.05, 0.1, 0.05, 0.12];
    const plan = { attribute: 0, alpha: 0.05, power: 0.8 };
    const factor = valueOf(interactionSizeFactor({ ...plan, cells: twoByTwo(shares, 800) }));
    const larger = { ...plan, cells: twoByTwo(shares, 800 * factor) };
    expectClose(valueOf(powerOfInteraction(larger)).power, 0.8, 1e-9, factor);
  });

  it('for two arms and two levels is nearly that of the contrast of log odds', () => {
    const shares = [0.2, 0.24, 0.2, 0.29];
    const logOdds = shares.map((share) => Math.log(share / (1 - share)));
    const weights = [1, -1, -1, 1];
    const effect = weights.reduce(
      (sum, weight, place) => sum + weight * (logOdds[place] ?? NaN),
      0,
    );
    const groups = shares.map((share, place) => {
      return { weight: weights[place] ?? NaN, variance: 1 / (share * (1 - share)), size: 1 };
    });
    const plan = { alpha: 0.05, power: 0.8 };
    const contrast = valueOf(sampleSizeForContrast({ ...plan, groups, effect }));
    const cells = twoByTwo(shares, 1000);
    const factor = valueOf(interactionSizeFactor({ ...plan, cells, attribute: 0 }));
    expectClose(4000 * factor, contrast, 0.01, shares);
  });

  it('is refused where it cannot be', () => {
    const plan = { cells: twoByTwo([0.1, 0.2, 0.1, 0.2], 100), attribute: 0, alpha: 0.05 };
    expect(refusalOf(interactionSizeFactor({ ...plan, power: 0.8 }))).toBe('effect-too-small');
    expect(refusalOf(interactionSizeFactor({ ...plan, power: 0.01 }))).toBe('invalid-power');
    expect(refusalOf(powerOfInteraction({ ...plan, alpha: 0 }))).toBe('invalid-alpha');
    const wrong = powerOfInteraction({ ...plan, cells: twoByTwo([0.1, 0, 0.1, 0.2], 100) });
    expect(wrong).toMatchObject({ problem: { code: 'invalid-cell', cell: 1 } });
    const same = plan.cells.map((cell) => ({ ...cell, levels: ['low'] }));
    expect(refusalOf(powerOfInteraction({ ...plan, cells: same }))).toBe('too-few-levels');
  });
});
