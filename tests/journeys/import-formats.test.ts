import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '#text/en.ts';
import { ko } from '#text/ko.ts';
import { axeViolations, bringAxe } from './axe-violations.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

afterAll(closeBrowser);

const t = ko.importing;
const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
const csv = (rows: readonly string[]) => Buffer.from(`${rows.join('\n')}\n`);

interface ChosenFile {
  readonly name: string;
  readonly buffer: Buffer;
}

async function choose(visitor: Visitor, ...files: readonly ChosenFile[]): Promise<void> {
  await visitor.page
    .locator('#content input[type=file]')
    .last()
    .setInputFiles(
      files.map(({ name, buffer }) => ({ name, mimeType: 'application/octet-stream', buffer })),
    );
}

const readButton = (visitor: Visitor) =>
  visitor.page.getByRole('button', { name: t.read, exact: true });

async function read(visitor: Visitor): Promise<void> {
  await readButton(visitor).click();
  await readButton(visitor).waitFor({ state: 'detached' });
  await visitor.page.locator('main article').last().waitFor();
}

const customers = (from: number, count: number) => [
  'customer_id,last_purchase,points',
  ...Array.from(
    { length: count },
    (_, place) => `C${from + place},2026-0${1 + (place % 9)}-11,${place}`,
  ),
];

describe('a file that is no plain text', () => {
  it('is unpacked from gzip, and says so', async () => {
    const visitor = await visit();
    await visitor.go('import/');
    await choose(visitor, { name: 'list.csv.gz', buffer: gzipSync(csv(customers(0, 40))) });
    await readButton(visitor).waitFor();
    expect(await visitor.page.locator('main').innerText()).toContain(t.source.unpacked.gzip);
    await read(visitor);
    expect(await visitor.figure('rows-kept')).toBe(40);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('is a workbook or a Parquet file, which are read with their own types', async () => {
    const visitor = await visit();
    await visitor.go('import/');
    await choose(visitor, { name: 'book.xlsx', buffer: fixture('workbook/openpyxl.xlsx') });
    await readButton(visitor).waitFor();
    const sheets = visitor.page.getByLabel(t.source.sheetField);
    expect(await sheets.locator('option').count()).toBeGreaterThan(1);
    await visitor.page.getByRole('button', { name: t.lookAgain }).click();
    await choose(visitor, { name: 'p.parquet', buffer: fixture('parquet/types-snappy.parquet') });
    await readButton(visitor).waitFor();
    expect(await visitor.page.locator('main').innerText()).toContain(t.source.parquet);
    await read(visitor);
    expect(await visitor.figure('rows-rejected')).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('is cells that were pasted from a spreadsheet', async () => {
    const visitor = await visit();
    await visitor.go('import/');
    await visitor.page.getByLabel(t.drop.pasteLabel).fill('고객ID\t포인트\nA1\t10\nA2\t20\n');
    await visitor.page.getByRole('button', { name: t.drop.readPaste }).click();
    await readButton(visitor).waitFor();
    await read(visitor);
    expect(await visitor.figure('rows-kept')).toBe(2);
    await visitor.context.close();
  });
});

describe('several files at once', () => {
  it('of one shape become one table; one that is no table says so in its line', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await bringAxe(visitor);
    await visitor.go('import/');
    await choose(
      visitor,
      { name: '명단_1월.csv', buffer: csv(customers(0, 30)) },
      { name: '명단_2월.csv', buffer: csv(customers(100, 20)) },
      { name: 'page.csv', buffer: Buffer.from('<!doctype html><html><body>x</body></html>') },
    );
    await page.getByText(t.join.question('2')).waitFor();
    await page.getByText(t.problem.looksLike.html).waitFor();
    expect(await axeViolations(visitor)).toEqual([]);
    await page.getByRole('button', { name: t.join.yes }).click();
    await read(visitor);
    expect(await visitor.figure('rows-read')).toBe(50);
    expect(await visitor.figure('rows-kept')).toBe(50);
    expect(await page.locator('main article').count()).toBe(1);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('are all read or none: what the seventh repeats is said, and reading it another way takes them all', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await bringAxe(visitor);
    await visitor.go('import/');
    const months = Array.from({ length: 12 }, (_, month) => ({
      name: `명단_${month + 1}월.csv`,
      buffer: csv(month === 6 ? [...customers(600, 20), ...customers(100, 2).slice(1)] : customers(month * 100, 20)), // prettier-ignore
    }));
    await choose(visitor, ...months);
    await page.getByText(t.join.question('12')).waitFor();
    await page.getByRole('button', { name: t.join.yes }).click();
    const rule = page.getByLabel(t.settings.duplicates);
    await rule.selectOption('stop');
    await readButton(visitor).click();
    await page.getByText('명단_7월.csv', { exact: true }).last().waitFor();
    await page.getByText(t.problem.duplicateIds('2', 'C100', '22')).waitFor();
    expect(await page.locator('main article').count()).toBe(0);
    expect(await axeViolations(visitor)).toEqual([]);
    await rule.selectOption('keep-first');
    await read(visitor);
    expect(await visitor.figure('rows-read')).toBe(242);
    expect(await visitor.figure('rows-kept')).toBe(240);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: t.report.download }).click(),
    ]);
    const rejected = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(rejected.slice(1).map((line) => line.split(',').slice(0, 3).join())).toEqual([
      '명단_7월.csv,22,duplicate-id',
      '명단_7월.csv,23,duplicate-id',
    ]);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('the notice of a reading undoes that reading and no other edit', async () => {
    for (const words of [ko, en]) {
      const visitor = await visit({ language: words === ko ? 'ko' : 'en' });
      const { page } = visitor;
      const { importing, common } = words;
      await bringAxe(visitor);
      await visitor.go('import/');
      const readIt = async (rows: string) => {
        await page.getByRole('button', { name: importing.read, exact: true }).click();
        await page.locator('main article', { hasText: importing.tables.rows(rows) }).waitFor();
      };
      await choose(visitor, { name: 'list.csv', buffer: csv(customers(0, 30)) });
      await readIt('30');
      const toast = page.locator('.toast').last();
      const undo = toast.getByRole('button', { name: common.actions.undo });
      await undo.waitFor();
      await page.getByLabel(importing.tables.roleOf('list')).selectOption('other');
      await toast.getByText(common.toast.notUndone.followed).waitFor();
      expect(await undo.isDisabled()).toBe(true);
      expect(await axeViolations(visitor)).toEqual([]);
      await page.keyboard.press('Control+z');
      await expect.poll(() => page.getByLabel(importing.tables.roleOf('list')).inputValue()).toBe('customers'); // prettier-ignore
      await page.locator('main article').waitFor();
      await choose(visitor, { name: 'more.csv', buffer: csv(customers(500, 7)) });
      await readIt('7');
      await page.locator('.toast', { hasText: 'more' }).getByRole('button', { name: common.actions.undo }).click(); // prettier-ignore
      await page.locator('main article', { hasText: importing.tables.rows('7') }).waitFor({ state: 'detached' }); // prettier-ignore
      expect(await page.locator('main article').count()).toBe(1);
      expect(visitor.complaints).toEqual([]);
      await visitor.context.close();
    }
  });

  it('go below or in place of a table that is there, and each step can be undone', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await bringAxe(visitor);
    await visitor.go('import/');
    const rows = (count: number) =>
      page.locator('main article', { hasText: t.tables.rows(String(count)) });
    await choose(visitor, { name: 'list.csv', buffer: csv(customers(0, 30)) });
    await readButton(visitor).waitFor();
    await read(visitor);
    await choose(visitor, { name: 'more.csv', buffer: csv(customers(100, 12)) });
    await page.getByLabel(t.target.append('list')).check();
    await page.mouse.wheel(0, 5000);
    await read(visitor);
    await rows(42).waitFor();
    // The report is what is seen next, and where the keyboard goes on.
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('article');
    const top = () => rows(42).evaluate((article) => article.getBoundingClientRect().top);
    await expect.poll(async () => Math.abs((await top()) - 450)).toBeLessThan(450);
    expect(await visitor.figure('rows-before')).toBe(30);
    await page.keyboard.press('Control+z');
    await rows(30).waitFor();
    await choose(visitor, { name: 'other.csv', buffer: csv(customers(500, 7)) });
    await page.getByLabel(t.target.replace('list')).check();
    await read(visitor);
    await rows(7).waitFor();
    expect(await page.locator('main article').count()).toBe(1);
    await page.keyboard.press('Control+z');
    await rows(30).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});

describe('somebody without a mouse', () => {
  it('sees every control of a chosen file that the keyboard reaches', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('import/');
    await choose(visitor, { name: 'list.csv', buffer: csv(customers(0, 30)) });
    await readButton(visitor).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
    const reached: string[] = [];
    const covered: string[] = [];
    while (!reached.includes(t.read) && reached.length < 60) {
      await page.keyboard.press('Tab');
      const [name, isSeen] = await page.evaluate(() => {
        const control = document.activeElement ?? document.body;
        const { left, top, width, height } = control.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        const said = control.getAttribute('aria-label') ?? control.textContent ?? '';
        return [said.trim(), seen !== null && control.contains(seen)] as const;
      });
      reached.push(name);
      if (!isSeen) covered.push(name);
    }
    expect(reached).toContain(t.columns.roleOf('points'));
    expect(reached.at(-1)).toBe(t.read);
    expect(covered).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await visitor.figure('rows-kept')).toBe(30);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
