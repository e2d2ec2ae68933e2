import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { everywhereKo as t } from '#text/everywhere/ko.ts';
import { ko } from '#text/ko.ts';
import { closeBrowser, visit } from './visitor.ts';

afterAll(closeBrowser);

interface Forest {
  name: string;
  spread: number;
  shrunken?: { estimate: number[]; se: number[] };
}

/** What R makes of the same planted counts; its cells run from long to short dormancy, high to low points. */
const oracle = JSON.parse(readFileSync('tests/oracles/results/everywhere.json', 'utf8')) as {
  forests: Forest[];
  eligible: { arm: string; difference: number }[];
  notice: { dormancy: { power: number } };
};

describe('same everywhere, or not?', () => {
  it('is answered for the sample with the figures of R, and its customers can be divided another way', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('results/?project=sample');
    await page.getByText(/^어디서나 같지 않습니다\./).waitFor();
    const silent = await visitor.figure('interaction-power');
    expect(silent).toBeCloseTo(oracle.notice.dormancy.power, 8);

    const point = oracle.forests.find(({ name }) => name === 'POINT');
    expect(await visitor.figure('between-cell-spread', { arm: 'POINT' })).toBeCloseTo(
      point?.spread ?? NaN,
      9,
    );
    const eligible = oracle.eligible.find(({ arm }) => arm === 'POINT');
    expect(await visitor.figure('post-stratified-difference', { arm: 'POINT' })).toBeCloseTo(
      eligible?.difference ?? NaN,
      9,
    );
    const frame = (title: string) => page.locator('figure', { hasText: title });
    const asTable = { name: ko.common.chart.asTable, exact: true };
    await frame(t.forest.title(ko.sample.arms.point)).getByRole('button', asTable).click();
    const shrunken = await visitor.figures('shrunken-difference', { arm: 'POINT' });
    expect(shrunken.length).toBe(9);
    for (const [place, value] of shrunken.entries()) {
      expect(value).toBeCloseTo(point?.shrunken?.estimate[place] ?? NaN, 9);
    }
    await frame(t.map.title).getByRole('button', asTable).click();
    const byPoints = await visitor.figures('level-difference', { arm: 'POINT' });
    // Dormancy, then points; every level holds 300 of each arm.
    for (const [place, planted] of [14, 21, 34, 48, 20, 1].entries()) {
      expect(byPoints[place]).toBeCloseTo(planted / 300, 12);
    }

    await page
      .getByLabel(t.slices.choose)
      .selectOption({ label: t.slices.controlFactor('gender') });
    const customers = await visitor.figures('slice-customers');
    expect(customers.length).toBe(2);
    expect(customers.reduce((sum, count) => sum + count, 0)).toBe(3600);
    const adjusted = await visitor.figures('slice-p-value-adjusted');
    expect(adjusted.length).toBe(6);
    expect(adjusted.every((pValue) => pValue > 0 && pValue <= 1)).toBe(true);
    expect(visitor.complaints).toEqual([]);
  });
});
