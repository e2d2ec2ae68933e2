import { afterAll, describe, expect, it } from 'vitest';
import { ko } from '#text/ko.ts';
import { axeViolations, bringAxe } from './axe-violations.ts';
import { bring, chooseFile, excelCsv } from './own-files.ts';
import { closeBrowser, visit } from './visitor.ts';

afterAll(closeBrowser);

const t = ko.importing;

describe('what only the reader can know', () => {
  it('is asked before dates of two readings are read', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await bringAxe(visitor);
    await visitor.go('import/');
    const rows = Array.from({ length: 30 }, (_, place) => `C${place},0${1 + (place % 9)}/04/2026`);
    await chooseFile(visitor, 'dates.csv', excelCsv(['customer_id,order_date', ...rows]));
    const button = page.getByRole('button', { name: t.read, exact: true });
    expect(await button.isDisabled()).toBe(true);
    await page.getByText(t.dates.blocked('1')).waitFor();
    expect(await axeViolations(visitor)).toEqual([]);
    await page
      .getByLabel(t.dates.answer('2026년 4월 1일', ko.columnReasons.orders['day-first']))
      .check();
    await button.click();
    await page.getByRole('button', { name: t.tables.showRows }).click();
    await page.getByText('2026-04-01').first().waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});

describe('what was read', () => {
  it('is masked where it is personal, looked at column by column, and read again by another rule', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await bringAxe(visitor);
    await visitor.go('import/');
    const names = ['김민수', '이서연', '박지훈'];
    const rows = Array.from(
      { length: 40 },
      (_, place) =>
        `C${place},${names[place % 3]},010-2345-67${10 + place},2026-01-0${1 + (place % 9)}`,
    );
    rows.push('C0,최예은,010-9999-0000,2026-02-01');
    const file = excelCsv(['고객번호,이름,휴대폰,최근구매일', ...rows]);
    await chooseFile(visitor, 'list.csv', file);
    expect(await page.locator('main').innerText()).not.toContain('김민수');
    await page.getByText('김*수').first().waitFor();
    await page.getByRole('button', { name: t.read, exact: true }).click();
    expect(await visitor.figure('rows-rejected')).toBe(1);
    expect(await visitor.figure('problem-count', { row: 'duplicate-id' })).toBe(1);
    await page.getByLabel(t.settings.duplicates).selectOption('keep-all');
    await page.getByRole('button', { name: t.report.again.action }).click();
    await page.locator('main article', { hasText: t.tables.rows('41') }).waitFor();
    expect(await page.locator('main article').count()).toBe(1);

    await page.getByRole('button', { name: t.tables.showProfile }).click();
    expect(await visitor.figure('column-distinct', { column: '이름' })).toBe(4);
    expect(await visitor.figure('column-missing', { column: '최근구매일' })).toBe(0);
    expect(await page.locator('main').innerText()).not.toContain('김민수');
    expect(await axeViolations(visitor)).toEqual([]);

    await bring(visitor, 'orders.csv', [
      'order_id,customer_id,order_date,amount',
      ...Array.from(
        { length: 20 },
        (_, place) => `O${place},${place < 15 ? `C${place}` : 'X9'},2026-02-11,1000`,
      ),
    ]);
    expect(await visitor.figure('orphan-rows')).toBe(5);
    expect(await visitor.figure('orphan-ids')).toBe(1);
    expect(await visitor.figure('matched-rows')).toBe(15);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('leaves no project behind where the first file is refused while it is read', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await bringAxe(visitor);
    await visitor.go('import/');
    const rows = Array.from(
      { length: 20 },
      (_, place) => `C${place % 19},2026-01-0${1 + (place % 9)}`,
    );
    await chooseFile(visitor, 'twice.csv', excelCsv(['고객번호,최근구매일', ...rows]));
    await page.getByLabel(t.settings.duplicates).selectOption('stop');
    await page.getByRole('button', { name: t.read, exact: true }).click();
    await page.getByText(t.problem.title).waitFor();
    await page.getByText(ko.common.project.none).first().waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
