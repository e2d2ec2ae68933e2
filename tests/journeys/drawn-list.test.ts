import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
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

  async function bytesOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const coming = visitor.page.waitForEvent('download');
    await button(name).click();
    return new Uint8Array(await readFile(await (await coming).path()));
  }

  async function downloaded(name: string): Promise<ZipArchive> {
    return ZipArchive.open(new Blob([await bytesOf(name)]));
  }

  /** The lines of the whole list, without their heading. */
  async function list(): Promise<string[]> {
    const text = new TextDecoder().decode(await bytesOf(assignment.list.download));
    return text.trimEnd().split('\r\n').slice(1);
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

  it('draws more from those who are left, hands over only them, and takes the wave back', async () => {
    const { page } = visitor;
    const { topUp } = drawKo;
    const first = await list();
    const prints = () => page.locator('[data-fingerprint]').allInnerTexts();
    const before = await prints();
    const left = await visitor.figure('customers-undrawn');
    expect(left).toBe(((await visitor.figure('quota-total')) ?? 0) - 3600);
    await page.getByLabel(topUp.total, { exact: true }).fill('99999');
    await page.keyboard.press('Enter');
    await page.getByText('99,999명을 더 뽑을 수 없습니다').waitFor();
    await page.getByLabel(topUp.total, { exact: true }).fill('200');
    await page.keyboard.press('Enter');
    await button(topUp.button('200')).click();
    await page.locator('data[data-figure="waves"][value="2"]').waitFor();
    expect(await visitor.figure('sample-size-total')).toBe(3800);
    const both = await prints();
    expect(both.slice(0, 1)).toEqual(before);
    expect(both).toHaveLength(2);
    const all = await list();
    expect(all).toHaveLength(3800);
    expect(all.slice(0, 3600)).toEqual(first);
    expect(new Set(all.map((line) => line.split(',')[0])).size).toBe(3800);
    await page.getByLabel(topUp.newest('2', '200')).check();
    expect(await list()).toEqual(all.slice(3600));
    await page.keyboard.press('Control+z');
    await page.locator('data[data-figure="waves"]').waitFor({ state: 'detached' });
    expect(await list()).toEqual(first);
    await page.keyboard.press('Control+Shift+z');
    await page.locator('data[data-figure="waves"]').waitFor();
    expect(await prints()).toEqual(both);
    await page.getByLabel(topUp.all, { exact: true }).check();
    expect(await list()).toEqual(all);
  });

  it('gives the same list to the last customer where the site is served under a sub-path', async () => {
    const seed = await visitor.page.locator('[data-seed]').innerText();
    const fingerprint = await visitor.page.locator('[data-fingerprint]').first().innerText();
    const elsewhere = await visit({ site: inject('bareSite') });
    await elsewhere.go('assignment/?project=sample');
    expect(new URL(elsewhere.page.url()).pathname).toBe('/some/where/assignment/');
    await elsewhere.page.getByLabel(assignment.seed.label, { exact: true }).first().fill(seed);
    const draw = assignment.draw.button('3,600');
    await elsewhere.page.getByRole('button', { name: draw, exact: true }).click();
    expect(await elsewhere.page.locator('[data-fingerprint]').innerText()).toBe(fingerprint);
    expect(elsewhere.complaints).toEqual([]);
    await elsewhere.context.close();
  });

  it('prints the plan on one page of A4, also in the dark', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: designFreeze.openSheet }).click();
    await page
      .locator('[data-plan-sheet] data[data-figure="question-power"][value]')
      .first()
      .waitFor();
    expect(await page.locator('[data-plan-fingerprint]').innerText()).toMatch(/^[0-9a-f]{32}$/);
    expect(await visitor.figure('wave-size', { row: '2' })).toBe(200);
    await page.emulateMedia({ colorScheme: 'dark' });
    const paper = await page.pdf({ preferCSSPageSize: true });
    const text = paper.toString('latin1');
    expect(text.match(/\/Type\s*\/Page[^s]/g)?.length).toBe(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await page.emulateMedia({ colorScheme: null });
  });
});
