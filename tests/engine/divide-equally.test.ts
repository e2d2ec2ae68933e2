import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Attribute, Banding } from '#core/design/design.ts';
import type { HistogramBin } from '#core/design/histogram-bin.ts';
import { deckDesign, sampleSource } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const place = { source: sampleSource, rules: defaultStageRules, running: [] };

describe('the eligible customers in equal groups', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = openEngine();
    await engine.request('load-sample', {});
  });

  const over = (attribute: Attribute | undefined, banding: Banding): Attribute => {
    if (!attribute) throw new Error('The design has the attribute');
    const levels = banding.kind === 'category' ? 0 : banding.cuts.length + 1;
    return { ...attribute, banding, levelNames: Array.from({ length: levels }, (_, i) => `${i}`) };
  };

  it.each([
    ['points', 1, { kind: 'number', cuts: [1] }],
    ['months since the last purchase', 0, { kind: 'months-since', cuts: [1] }],
    ['days since the last purchase', 0, { kind: 'days-since', cuts: [1] }],
  ] as const)('are as many as the quota table then counts: %s', async (_, index, banding) => {
    const design = deckDesign();
    const attribute = over(design.attributes[index], banding);
    for (const groups of [2, 3, 5]) {
      const divided = value(
        await engine.request('divide-equally', { ...place, design, attribute, groups }),
      );
      const cut = over(attribute, { ...banding, cuts: divided.cuts });
      const quota = await engine.request('count-quota', {
        ...place,
        design: { ...design, attributes: [cut] },
      });
      expect(quota.population).toEqual(divided.sizes);
      expect(quota.eligible).toBe(13712);
      expect(divided.sizes.length).toBe(groups);
    }
  });

  it('are refused where they do not differ enough', async () => {
    const design = deckDesign();
    const attribute: Attribute = {
      ...over(design.attributes[1], { kind: 'number', cuts: [1] }),
      variable: { from: 'transactions', measure: 'orders-3-months' },
    };
    // Whoever has been away for a month and more has few orders in the last three.
    const asked = { ...place, design, attribute, groups: 10 };
    expect(await engine.request('divide-equally', asked)).toMatchObject({
      ok: false,
      problem: { code: 'too-few-values', groups: 10 },
    });
  });

  it('have days beside months in the description of a date, and a log scale for a long tail', async () => {
    const asked = { source: sampleSource, asOf: '2017-03-26', rules: defaultStageRules };
    const dates = await engine.request('describe-variable', {
      ...asked,
      variable: { from: 'customers', column: 'last_purchase_date' },
    });
    const total = (bins: readonly HistogramBin[]) =>
      bins.reduce((sum, { count }) => sum + count, 0);
    expect(total(dates.dayBins)).toBe(total(dates.bins));
    expect(dates.dayBins.at(-1)?.to).toBeGreaterThan(28 * (dates.bins.at(-1)?.from ?? NaN));

    const rows = [1, 2, 2, 3, 3, 3, 5, 8, 13, 100000, 0].map((spend, row) => `${row},${spend}`);
    const table = value(await engine.importText(['customer_id,points', ...rows].join('\n')));
    const source = { table: table.name, idColumn: 'customer_id', lastPurchaseColumn: null, transactions: null }; // prettier-ignore
    const points = await engine.request('describe-variable', {
      ...asked,
      source,
      variable: { from: 'customers', column: 'points' },
    });
    expect(total(points.logBins)).toBe(11);
    expect(points.logBins.every(({ from, to }) => Number.isInteger(from) && to > from)).toBe(true);
    expect(points.logBins.slice(0, 3).map(({ count }) => count)).toEqual([1, 1, 2]);
    expect(points.logBins.slice(1).every(({ from }, i) => from === points.logBins[i]?.to)).toBe(true); // prettier-ignore
    expect(dates.logBins).toEqual([]);
  });
});
