import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { ko } from '#text/ko.ts';
import { closeBrowser, visit } from './visitor.ts';

afterAll(closeBrowser);

describe('somebody who closes the tab in the middle of the work', () => {
  it('finds the last edit after a reload, and can still undo within the visit', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('design/?project=sample');
    await visitor.figure('quota-total');
    const perCell = page.getByLabel(ko.design.allocation.perCellAndArm);
    await perCell.fill('50');
    await perCell.press('Enter');
    await expect.poll(() => visitor.figure('sample-size-total')).toBe(1800);
    await page.getByRole('button', { name: ko.common.actions.undo }).click();
    await expect.poll(() => visitor.figure('sample-size-total')).toBe(3600);
    await perCell.fill('60');
    await perCell.press('Enter');
    await expect.poll(() => visitor.figure('sample-size-total')).toBe(2160);
    await page.waitForTimeout(300);

    await page.goto(`${visitor.site}/design/`);
    await expect.poll(() => visitor.figure('sample-size-total')).toBe(2160);
    expect(await visitor.figure('quota-total')).toBe(13712);
    expect(await page.getByText(ko.common.saving.readOnly).count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('takes the project to another machine as one file', async () => {
    const here = await visit();
    await here.go('design/?project=sample');
    await here.figure('quota-total');
    await here.page.getByRole('button', { name: new RegExp(ko.common.saving.saved) }).click();
    const [download] = await Promise.all([
      here.page.waitForEvent('download'),
      here.page.getByRole('button', { name: ko.common.project.download }).click(),
    ]);
    const file = await download.path();

    const there = await visit();
    await there.go('');
    await there.page.locator('header input[type=file]').setInputFiles(file);
    await there.page.waitForURL(/import/);
    await there.page.getByText(ko.importing.tables.rows('24,000')).first().waitFor();
    await there.page.goto(`${there.site}/design/`);
    expect(await there.figure('quota-total')).toBe(13712);
    await there.page.reload();
    expect(await there.figure('quota-total')).toBe(13712);

    await there.page.goto(`${there.site}/`);
    const notSqlite = { name: 'a.carrotlab', mimeType: '', buffer: Buffer.from('not a project') };
    await there.page.locator('header input[type=file]').setInputFiles(notSqlite);
    await there.page.getByText(ko.common.problem.notADatabase).waitFor();
    await there.page.goto(`${there.site}/design/`);
    expect(await there.figure('quota-total')).toBe(13712);
    await here.context.close();
    await there.context.close();
  });

  it('may only look in a second tab, until it takes the project over', async () => {
    const visitor = await visit();
    await visitor.go('design/?project=sample');
    await visitor.figure('quota-total');
    const second = await visitor.context.newPage();
    await second.goto(`${visitor.site}/design/`);
    await second.getByText(ko.common.saving.readOnly).waitFor();
    await second.getByRole('button', { name: ko.common.saving.takeOver }).click();
    await visitor.page.getByText(ko.common.saving.lost).waitFor();
    const perCell = second.getByLabel(ko.design.allocation.perCellAndArm);
    await perCell.fill('40');
    await perCell.press('Enter');
    await second.locator('data[data-figure="sample-size-total"][value="1440"]').waitFor();
    await visitor.context.close();
  });

  it('is told when the browser has no room left, and can take the project away as a file', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const devtools = await visitor.context.newCDPSession(page);
    // Set before anything is stored: Chromium remembers for half a minute how much room there was.
    await page.goto(`${visitor.site}/_app/version.json`);
    await devtools.send('Storage.overrideQuotaForOrigin', {
      origin: visitor.site,
      quotaSize: 200_000,
    });
    await visitor.go('design/?project=sample');
    expect(await visitor.figure('quota-total')).toBe(13712);
    await page.getByText(ko.project.notSaved.full).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: ko.common.project.download }).click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 15)
        .toString(),
    ).toBe('SQLite format 3');
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: visitor.site });
    await visitor.context.close();
  });
});
