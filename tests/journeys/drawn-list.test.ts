import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipArchive } from '#engine/import/sources/zip-archive.ts';
import { drawKo } from '#text/draw/ko.ts';
import { ko } from '#text/ko.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

const { assignment, designFreeze } = ko;

describe('a marketer who hands a list over', () => {
  let visitor: Visitor;
  const button = (name: string) => visitor.page.getByRole('button', { name, exact: true });

  beforeAll(async () => {
    visitor = await visit();
    await visitor.go('assignment/?project=sample');
    await button(assignment.draw.button('3,600')).waitFor();
  });

  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
    await closeBrowser();
  });

  async function downloaded(name: string): Promise<ZipArchive> {
    const coming = visitor.page.waitForEvent('download');
    await button(name).click();
    const bytes = await readFile(await (await coming).path());
    return ZipArchive.open(new Blob([bytes]));
  }

  it('has a list searched for in which the control factors are even, and is told so', async () => {
    const { page } = visitor;
    await page.getByLabel(drawKo.rule.use).first().check();
    await page.getByLabel(drawKo.rule.limit).first().fill('0.001');
    await page.getByLabel(drawKo.rule.limit).first().press('Enter');
    await page.getByLabel(drawKo.rule.tries).first().fill('3');
    await page.getByLabel(drawKo.rule.tries).first().press('Enter');
    await button(assignment.draw.button('3,600')).click();
    await page.getByText('시드를 3번 바꿔 보았지만').waitFor();
    await page.getByLabel(drawKo.rule.limit).first().fill('0.1');
    await page.getByLabel(drawKo.rule.limit).first().press('Enter');
    await page.getByLabel(drawKo.rule.tries).first().fill('100');
    await page.getByLabel(drawKo.rule.tries).first().press('Enter');
    await button(assignment.draw.button('3,600')).click();
    await page.getByText('모든 통제 요인이 고르게 나뉘었습니다').waitFor();
    const differences = page.locator('data[data-figure="standardised-difference"][value]');
    const sizes = await differences.evaluateAll((all) =>
      all.map((each) => Math.abs(Number(each.getAttribute('value')))),
    );
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(0.1);
    expect(await page.locator('data[data-figure="omnibus-p-value"][value]').count()).toBe(3);
  });

  it('takes every list in one archive, and a sheet for the call centre without the holdout', async () => {
    const lists = await downloaded(drawKo.files.archive);
    expect(lists.names.length).toBe(6);
    const calls = await downloaded(drawKo.files.calls);
    expect(calls.names).toEqual([drawKo.files.callList, drawKo.files.progress]);
    let text = '';
    for await (const part of calls.text(drawKo.files.callList, 1 << 22)) text += part;
    const [head = '', ...lines] = text.trimEnd().split('\r\n');
    expect(head.endsWith(drawKo.files.toFill.join(','))).toBe(true);
    expect(lines.length).toBe(2700);
  });

  it('prints the plan on one page of A4, also in the dark', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: designFreeze.openSheet }).click();
    await page
      .locator('[data-plan-sheet] data[data-figure="question-power"][value]')
      .first()
      .waitFor();
    expect(await page.locator('[data-plan-fingerprint]').innerText()).toMatch(/^[0-9a-f]{32}$/);
    await page.emulateMedia({ colorScheme: 'dark' });
    const paper = await page.pdf({ preferCSSPageSize: true });
    const text = paper.toString('latin1');
    expect(text.match(/\/Type\s*\/Page[^s]/g)?.length).toBe(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await page.emulateMedia({ colorScheme: null });
  });
});
