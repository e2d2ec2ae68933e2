import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { generateSample } from '#core/simulate/sample.ts';
import { comparisonsKo } from '#text/comparisons/ko.ts';
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

const adjustedByR = JSON.parse(
  readFileSync('tests/oracles/results/sample-rules.json', 'utf8'),
) as Record<string, Record<string, number>>;

/** What every customer of the sample's experiment spent. */
function moneyOfSample(): number[] {
  const { columns, rows } = generateSample().contacts;
  const place = columns.findIndex(({ name }) => name === 'amount');
  return rows.map((row) => Number(row[place] ?? 0)).sort((one, other) => one - other);
}

/** Type 7 of R, from amounts in order. */
function quantile(amounts: readonly number[], share: number): number {
  const at = (amounts.length - 1) * share;
  const [below = NaN, above = below] = amounts.slice(Math.floor(at), Math.floor(at) + 2);
  return below + (at - Math.floor(at)) * (above - below);
}

describe('same everywhere, or not?', () => {
  it('is answered for the sample with the figures of R, its customers can be divided another way, and read by other rules', async () => {
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

    // By another rule the p-values are those that R makes of the same counts by that rule.
    const rules = comparisonsKo.rules;
    for (const [rule, goldens] of Object.entries(adjustedByR)) {
      await page.getByLabel(rules.multiplicity, { exact: true }).selectOption(rule);
      for (const [arm, golden] of Object.entries(goldens))
        await expect
          .poll(
            async () =>
              Math.abs(((await visitor.figure('p-value-adjusted', { arm })) ?? NaN) / golden - 1),
            { message: `${rule} ${arm}` },
          ) // prettier-ignore
          .toBeLessThan(1e-9);
    }
    const amounts = moneyOfSample();
    const cap = page.getByLabel(rules.cap, { exact: true });
    for (const cut of [5, 2]) {
      await cap.fill(String(cut));
      await cap.press('Enter');
      await expect.poll(() => visitor.figure('money-cap')).toBeCloseTo(quantile(amounts, 1 - cut / 100), 6); // prettier-ignore
    }
    const margin = page.getByLabel(rules.margin, { exact: true });
    await margin.fill('3');
    await margin.press('Enter');
    // Nearly no doubt that the best carrot is not worse, and none at all that it is not the same.
    await expect.poll(() => visitor.figure('not-worse-p-value', { arm: 'POINT' })).toBeLessThan(1e-12); // prettier-ignore
    expect(await visitor.figure('equivalence-p-value', { arm: 'POINT' })).toBeGreaterThan(0.99);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
