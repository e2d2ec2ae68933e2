import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ko } from '#text/ko.ts';
import { conclusionsKo } from '#text/conclusions/ko.ts';
import { reportKo } from '#text/report/ko.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

describe('an analyst who concludes a result and hands it on', () => {
  let visitor: Visitor;
  const button = (name: string) => visitor.page.getByRole('button', { name, exact: true });
  const version = (place: number) => visitor.page.locator(`[data-conclusion="${place}"]`);

  beforeAll(async () => {
    visitor = await visit();
    await visitor.go('results/?project=sample');
  });

  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
    await closeBrowser();
  });

  it('reads one sentence per question of the plan', async () => {
    const { page } = visitor;
    await page.locator('[data-answer="for-1"][data-state="yes"]').waitFor();
    await page.locator('[data-answer="for-0"][data-state="cannot-tell"]').waitFor();
    expect(await page.locator('[data-answer]').count()).toBe(7);
  });

  it('concludes it once, and not twice the same', async () => {
    await button(conclusionsKo.conclude).click();
    await version(1).waitFor();
    await button(conclusionsKo.conclude).click();
    await visitor.page.getByText(conclusionsKo.already('1')).waitFor();
  });

  it('concludes another reading beside it, named by what differs, and takes that back', async () => {
    const { page } = visitor;
    await button('purchased').click();
    await expect.poll(() => visitor.figure('arm-conversions', { arm: 'POINT' })).not.toBe(94);
    await button(conclusionsKo.conclude).click();
    await version(2).waitFor();
    expect(await version(2).innerText()).toContain(conclusionsKo.parts.plan);
    await page.getByRole('button', { name: `↶ ${ko.common.actions.undo}` }).click();
    await version(2).waitFor({ state: 'detached' });
  });

  it('opens the first again: its numbers are those of then', async () => {
    const { page } = visitor;
    const listed = await version(1).locator('code').innerText();
    await version(1).locator('a').click();
    await page.locator('[data-conclusion-fingerprint]').waitFor();
    expect(await page.locator('[data-conclusion-fingerprint]').innerText()).toBe(listed);
    await expect.poll(() => visitor.figure('arm-conversions', { arm: 'POINT' })).toBe(94);
  });

  it('takes a report along that opens offline, and a page for the boss with the fingerprint', async () => {
    const { page } = visitor;
    const waiting = page.waitForEvent('download');
    await button(reportKo.panel.html).click();
    const html = readFileSync(await (await waiting).path(), 'utf8');
    expect(html).not.toContain('<script');
    const fingerprint = await page.locator('[data-conclusion-fingerprint]').innerText();
    expect(html).toContain(fingerprint);
    await page.getByRole('link', { name: reportKo.panel.sheet }).click();
    const sheet = page.locator('[data-summary-sheet]');
    await sheet.waitFor();
    expect(await sheet.innerText()).toContain(fingerprint);
  });
});
