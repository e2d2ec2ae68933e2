import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceKo } from '#text/practice/ko.ts';
import { ko } from '#text/ko.ts';
import { trustKo } from '#text/trust/ko.ts';
import type { PracticeName } from '#core/simulate/practice/practice-plan.ts';
import oracle from '../oracles/results/practice.json' with { type: 'json' };
import { brokenWords } from './own-files.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

describe('a class that learns what to suspect', () => {
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await visit();
    await visitor.go('results/?project=sample');
  });

  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    expect(await brokenWords(visitor)).toEqual([]);
    await closeBrowser();
  });

  /** Reads a campaign from the list on the screen, until a figure is what R says, to nine digits. */
  async function read(name: PracticeName, figure: string, expected: number) {
    const campaign = practiceKo.campaigns[name].name;
    await visitor.page.getByRole('button', { name: practiceKo.readLong(campaign) }).click();
    await expect
      .poll(async () => (await visitor.figures(figure))[0])
      .toSatisfy((found: number) => Math.abs(found / expected - 1) < 1e-9);
  }

  const says = (text: string) => visitor.page.getByText(text).first().waitFor();

  it('reads a campaign whose sum says the opposite of its bands, and is warned', async () => {
    await read('simpson', 'common-odds-ratio', oracle.simpson.oddsRatio);
    expect((await visitor.figures('crude-difference'))[0]).toBeCloseTo(
      oracle.simpson.pooledDifference,
      9,
    );
    expect(await visitor.figure('stratified-difference')).toBeGreaterThan(0);
  });

  it('is stopped where customers went missing in one cell, though the whole looks nearly right', async () => {
    await read('uneven-split', 'srm-p-value', oracle.unevenSplit.pValue);
    await says(trustKo.alarm['split-uneven'].title);
    await says(trustKo.advice['stop-reading']);
    await visitor.page.locator('h1', { hasText: ko.results.verdict.mustNotRead }).waitFor();
    expect(await visitor.figure('cell-split-p-value')).toBeLessThan(0.001);
  });

  it('is told of the 12 customers who are in two arms', async () => {
    await read('contaminated', 'customers-in-several-arms', 12);
    await says(trustKo.alarm['in-several-arms'].title);
    const both = (await visitor.figure('arm-size', { arm: 'COUPON' })) ?? 0;
    // One click leaves them out, in either arm, and what was left out is counted.
    await visitor.page.getByRole('button', { name: trustKo.leaveOut }).click();
    await says(trustKo.alarm['several-arms-left-out'].title);
    expect(await visitor.figure('rows-left-out', { row: 'inSeveralArms' })).toBe(24);
    expect(await visitor.figure('arm-size', { arm: 'COUPON' })).toBe(both - 12);
  });

  it('is told that the window is still open', async () => {
    await read('open-window', 'srm-p-value', 1);
    await says(trustKo.alarm['window-open'].title);
  });

  it('finds no winner between two equal messages', async () => {
    await read('same-messages', 'p-value', oracle.sameMessages.scorePValue);
    await visitor.page.locator('h1', { hasText: '알 수 없' }).waitFor();
    const named = visitor.page.locator('[data-figure="customers-in-several-arms"]');
    expect(await named.count()).toBe(0);
  });
});
