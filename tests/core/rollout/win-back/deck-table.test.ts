import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckTable } from '#core/rollout/win-back/deck-table.ts';
import { annuityFactor, presentFactor } from '#core/rollout/win-back/present-value.ts';
import { usualWinBack } from '#core/rollout/win-back/win-back-inputs.ts';
import { winBack } from '#core/rollout/win-back/win-back.ts';
import { valueOf } from '../../stats/oracle.ts';
import { chains } from './chains.ts';

describe('the table of the deck', () => {
  it('has its blanks filled in', () => {
    const [contacted, responded, retained] = deckTable(usualWinBack);
    expect(contacted).toMatchObject({ customers: 100, costEach: 3500, cost: 350_000, sales: 0 });
    expect(responded).toMatchObject({ customers: 30, costEach: 500, cost: 15_000, sales: 900_000 });
    expect(responded?.shareOfBefore).toBe(0.3);
    expect(retained).toMatchObject({ customers: 20, cost: 0, orders: 120, sales: 3_600_000 });
    expect(retained?.profitSoFar).toBeCloseTo(985_000, 6);
    expect(retained?.profitSoFarBeyond).toBeNull();
  });

  it('ends with the profit of the chain, gross and beyond the holdout', () => {
    fc.assert(
      fc.property(chains, (inputs) => {
        const { gross, incremental, totalCost } = valueOf(winBack(inputs));
        const last = deckTable(inputs).at(-1);
        const seen = incremental.ok ? incremental.value : gross;
        const sales = Math.max(gross.presentSales, Math.abs(seen.presentSales));
        const size = totalCost + inputs.marginShare * sales;
        const near = (found: number | null | undefined, wanted: number) => {
          expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-12 * size);
        };
        near(last?.profitSoFar, gross.profit);
        if (incremental.ok) near(last?.profitSoFarBeyond, incremental.value.profit);
        else expect(last?.profitSoFarBeyond).toBeNull();
      }),
    );
  });
});

describe('money of later months', () => {
  it('is worth (1 + d)^-m: 1 % a month over 6 months', () => {
    expect(presentFactor(6, 0.01)).toBeCloseTo(0.9420452353, 10);
    expect(annuityFactor(6, 0.01)).toBeCloseTo(5.7954764746, 10);
    expect(annuityFactor(6.5, 0.01)).toBeCloseTo(5.7954764746 + 0.5 * 1.01 ** -6.5, 10);
  });

  it('is a plain sum without a discount, and next to it with next to none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2400 }), (halves) => {
        const months = halves / 2;
        expect(annuityFactor(months, 0)).toBe(months);
        expect(annuityFactor(months, 1e-15)).toBeCloseTo(months, 6);
        const summed = Array.from(
          { length: Math.floor(months) },
          (_, month) => 1.02 ** -(month + 1),
        );
        const part = (months % 1) * 1.02 ** -months;
        const sum = summed.reduce((all, each) => all + each, 0) + part;
        expect(Math.abs(annuityFactor(months, 0.02) - sum)).toBeLessThanOrEqual(1e-12 * (1 + sum));
      }),
    );
  });
});
