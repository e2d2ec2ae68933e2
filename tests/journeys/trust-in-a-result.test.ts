import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ko } from '#text/ko.ts';
import { readingFiles as readingKo } from '#text/ko/reading-files.ts';
import { looksKo } from '#text/looks/ko.ts';
import { overTimeKo } from '#text/over-time/ko.ts';
import { treeKo } from '#text/tree/ko.ts';
import { trustKo } from '#text/trust/ko.ts';
import { bring, brokenWords } from './own-files.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

afterAll(closeBrowser);

const perArm = 1500;
const days = 20;
/** Responses on each day: the coupon's come at three times the pace, none of them later than the 20th. */
const pace = { control: 2, coupon: 6 } as const;

/** Both arms respond alike. */
const alike = { control: 4, coupon: 4 } as const;

/** A finished experiment by day; `twice`: so many customers of the control stand in the coupon arm as well. */
function fileOf(twice: number, perDay: typeof pace | typeof alike = pace): string[] {
  const rows = (['control', 'coupon'] as const).flatMap((arm) =>
    Array.from({ length: perArm }, (_, place) => {
      const id = arm === 'coupon' && place < twice ? `control-${place}` : `${arm}-${place}`;
      const day = Math.floor(place / perDay[arm]);
      const responded = day < days;
      const date = responded ? `2017-03-${String(day + 1).padStart(2, '0')}` : '';
      return `${id},${arm},${responded ? 1 : 0},${date},${responded ? 20_000 : 0}`;
    }),
  );
  return ['customer_id,arm,responded,responded_on,amount', ...rows];
}

describe('before a result is read', () => {
  let visitor: Visitor;

  beforeEach(async () => {
    visitor = await visit();
  });

  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  const read = async (twice: number, perDay?: typeof alike) => {
    const { page } = visitor;
    await bring(visitor, 'finished.csv', fileOf(twice, perDay));
    await page.getByRole('link', { name: ko.importing.next.experimentAction }).click();
    await page.getByRole('button', { name: ko.results.choose.read, exact: true }).click();
    await page.waitForURL(/results\/?$/);
    await page.getByRole('heading', { name: overTimeKo.title }).waitFor();
  };

  it('a contaminated list stops the reading, before any p-value', async () => {
    const { page } = visitor;
    await read(60);
    await page.locator('h1', { hasText: ko.results.verdict.mustNotRead }).waitFor();
    expect(await visitor.figure('customers-in-several-arms')).toBe(60);
    await page.getByText(trustKo.advice['stop-reading']).waitFor();
    await page.getByText(overTimeKo.withheld).waitFor();
    // In the order of the page the alarm comes before the first p-value of a comparison.
    const order = await page
      .locator('data[data-figure="customers-in-several-arms"], data[data-figure="p-value"]')
      .evaluateAll((found) => found.map((each) => each.getAttribute('data-figure')));
    expect(order[0]).toBe('customers-in-several-arms');
    expect(order).toContain('p-value');
    expect(await brokenWords(visitor)).toEqual([]);
  });

  it('a clean one passes quietly, and its days describe without deciding', async () => {
    const { page } = visitor;
    await read(0);
    await page.getByText(trustKo.passed('7')).waitFor();
    expect(await page.getByText(trustKo.advice['stop-reading']).count()).toBe(0);
    await page.getByText(overTimeKo.method.once).waitFor();
    await page.getByText(overTimeKo.decision.lookOver('coupon')).waitFor();
    const panel = page.locator('section', {
      has: page.getByRole('heading', { name: overTimeKo.title }),
    });
    await panel.getByRole('button', { name: ko.common.chart.asTable }).click();
    const last = `2017-03-${days}`;
    const arm = 'coupon';
    const soFar = (column: string) => visitor.figure('responders-so-far', { row: last, column });
    expect(await soFar('carrot')).toBe(days * pace.coupon);
    expect(await soFar('control')).toBe(days * pace.control);
    expect(await visitor.figure('difference-so-far', { row: last, arm })).toBeCloseTo(
      (days * (pace.coupon - pace.control)) / perArm,
      12,
    );
    const ratio = (await visitor.figure('daily-odds-ratio', { row: last, arm })) ?? 0;
    expect(ratio).toBeGreaterThan(2.9);
    expect(ratio).toBeLessThan(3.3);
    expect(await brokenWords(visitor)).toEqual([]);
  });

  it('a planned look before the end says which it is, and never to stop where no limit is crossed', async () => {
    const { page } = visitor;
    await read(0, alike);
    for (const [label, day] of [
      [readingKo.windowFrom, '2017-03-01'],
      [readingKo.windowTo, '2017-03-28'],
    ] as const) {
      await page.getByLabel(label, { exact: true }).fill(day);
      await page.getByLabel(label, { exact: true }).blur();
    }
    await page.getByLabel(looksKo.title, { exact: true }).selectOption('planned');
    const panel = page.locator('section', {
      has: page.getByRole('heading', { name: overTimeKo.title }),
    });
    await panel.getByText(overTimeKo.method.planned('4', '5.0%')).waitFor();
    // Four looks at 28 days are made on the 7th, 14th, 21st and 28th; the responses end on the 20th.
    await panel
      .getByText(/^coupon: 아직 멈추면 안 됩니다\. 다음 점검은 .*21일.*입니다\.$/)
      .waitFor();
    expect(await page.getByText(/멈춰도 됩니다/).count()).toBe(0);
    // Looks that are chosen with the file at hand are no declaration, and that is said.
    expect(await page.getByText(overTimeKo.undeclared).count()).toBeGreaterThan(0);
    await panel.getByRole('button', { name: ko.common.chart.asTable }).click();
    const looks = panel.locator('tbody tr', { hasText: /\d차/ });
    expect(await looks.count()).toBe(2);
    expect(await looks.last().innerText()).toContain(overTimeKo.look('2'));
    expect(await brokenWords(visitor)).toEqual([]);
  });

  it('the tree of the bundled sample is the planted one, by any denominator', async () => {
    const { page } = visitor;
    await visitor.go('results/?project=sample');
    await page.getByText(trustKo.passed('8')).waitFor();
    const panel = page.locator('section', {
      has: page.getByRole('heading', { name: treeKo.title }),
    });
    await panel.getByRole('button', { name: ko.common.chart.asTable }).click();
    const contacted = ['COUPON', 'GIFT', 'POINT'];
    const sum = async (name: string, row?: string) => {
      const found = await Promise.all(
        contacted.map((arm) => visitor.figure(name, row ? { arm, row } : { arm })),
      );
      return found.reduce<number>((all, value) => all + (value ?? Number.NaN), 0);
    };
    const branches = {
      sent: 2700,
      delivered: 2592,
      bounced: 108,
      responded: 224,
      noResponse: 2368,
      purchased: 177,
      notPurchased: 47,
      several: 57,
      single: 120,
    };
    for (const [row, customers] of Object.entries(branches))
      expect(await sum('tree-customers', row), row).toBe(customers);
    expect(await sum('tree-money')).toBe(6_100_700);
    const responded = { arm: 'POINT', row: 'responded' };
    expect(await visitor.figure('tree-share', responded)).toBe(94 / 900);
    await panel.getByText(treeKo.denominator.delivered, { exact: true }).click();
    expect(await visitor.figure('tree-share', responded)).toBe(94 / 864);
    expect(await brokenWords(visitor)).toEqual([]);
  });
});
