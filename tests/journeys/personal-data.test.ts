import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { ko } from '#text/ko.ts';
import { sqlKo } from '#text/sql/ko.ts';
import { axeViolations, bringAxe } from './axe-violations.ts';
import { bring, chooseFile, excelCsv, readFile as read } from './own-files.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

afterAll(closeBrowser);

const t = ko.importing;

/** What a click downloads: its name and its text. */
async function downloaded({ page }: Visitor, click: () => Promise<void>) {
  const waiting = page.waitForEvent('download');
  await click();
  const download = await waiting;
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), text: bytes.toString('utf8') };
}

const rows = [
  'C1,뷁쀍쏗,010-2345-6701,메모 하나,2026-01-01',
  'C2,갉뷁쇍,010-2345-6702,메모 둘,2026-01-02',
  'C3,쁡뚫쒥,010-2345-6703,메모 셋,2026-01-03',
  'C3,똠방각,010-2345-6704,메모 넷,2026-01-04',
];

describe('personal data of an own file', () => {
  it('are marked and unmarked at any time, undoably, and out of what is downloaded unless chosen', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await bringAxe(visitor);
    await visitor.go('import/');
    const main = () => page.locator('main').innerText();
    await chooseFile(visitor, '명단.csv', excelCsv(['고객번호,이름,휴대폰,비고,최근구매일', ...rows])); // prettier-ignore
    expect(await main()).not.toContain('뷁쀍쏗');
    await page.getByText('뷁*쏗').first().waitFor();
    // Choosable before reading.
    await page.getByLabel(t.columns.personalOf('비고')).selectOption('address');
    expect(await main()).not.toContain('메모 하나');
    await page.getByLabel(t.columns.personalOf('비고')).selectOption('');
    await read(visitor, '3');

    // The rejected row, once as it is shown and once as it was.
    expect(await main()).not.toContain('똠방각');
    const button = page.getByRole('button', { name: t.report.download });
    const hidden = await downloaded(visitor, () => button.click());
    expect(hidden.text).toContain('똠*각');
    expect(hidden.text).not.toMatch(/똠방각|2345-6704/);
    await page.getByLabel(t.report.withPersonal).check();
    await page.getByText(t.report.personalIncluded('이름, 휴대폰')).waitFor();
    const whole = await downloaded(visitor, () => button.click());
    expect(whole.text).toContain('똠방각,010-2345-6704,메모 넷');
    expect(whole.name).not.toBe(hidden.name);
    expect(await axeViolations(visitor)).toEqual([]);

    // Unmarked in the view of columns, marked again by Undo.
    await page.getByRole('button', { name: t.tables.showColumns }).click();
    await page.getByText(t.personal.meaning).waitFor();
    const names = page.getByLabel(t.columns.personalOf('이름'));
    expect(await names.inputValue()).toBe('name');
    await names.selectOption('');
    await page.getByRole('button', { name: t.tables.showRows }).click();
    await page.getByText('뷁쀍쏗').first().waitFor();
    await page.getByRole('button', { name: ko.common.actions.undo }).first().click();
    await page.getByText('뷁*쏗').first().waitFor();
    expect(await main()).not.toContain('뷁쀍쏗');

    // Marked in the profile.
    await page.getByRole('button', { name: t.tables.showProfile }).click();
    await page.getByText('메모 하나').first().waitFor();
    await page.getByLabel(t.columns.personalOf('비고')).selectOption('name');
    await page.getByText('메* 하*').first().waitFor();
    expect(await main()).not.toContain('메모 하나');
    expect(await axeViolations(visitor)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390); // prettier-ignore
    await page.setViewportSize({ width: 1440, height: 900 });

    // It lasts.
    await page.getByRole('button', { name: new RegExp(ko.common.saving.saved) }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: t.tables.showColumns }).click();
    expect(await page.getByLabel(t.columns.personalOf('비고')).inputValue()).toBe('name');

    // The project file: all of it, or without what is personal.
    await page.getByRole('button', { name: new RegExp(ko.common.saving.saved) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(ko.common.project.hasPersonal('이름, 휴대폰, 비고')).waitFor();
    const all = await downloaded(visitor, () =>
      dialog.getByRole('button', { name: ko.common.project.download }).click(),
    );
    expect(all.text).toContain('뷁쀍쏗');
    const without = await downloaded(visitor, () =>
      dialog.getByRole('button', { name: ko.common.project.downloadWithoutPersonal }).click(),
    );
    expect(without.text).not.toMatch(/뷁쀍쏗|똠방각|010-2345|메모 하나/);
    expect(without.name).not.toBe(all.name);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('are masked in the console, its CSV and the clipboard until they are asked for', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await bring(visitor, '명단.csv', ['고객번호,이름,휴대폰,비고,최근구매일', ...rows.slice(0, 3)]);
    await visitor.go(`sql/?query=${encodeURIComponent('SELECT 이름, 휴대폰, 비고 FROM 명단')}`);
    const run = () => page.getByRole('button', { name: sqlKo.editor.run, exact: true }).click();
    const csv = () => page.getByRole('button', { name: ko.common.table.downloadCsv });
    await page.locator('.cm-content').getByText('SELECT').first().waitFor();
    await run();
    await page.getByRole('grid').getByText('뷁*쏗').waitFor();
    const hidden = await downloaded(visitor, () => csv().click());
    expect(hidden.text).toContain('뷁*쏗,010-****-6701,메모 하나');
    await page.getByRole('button', { name: ko.common.table.copyTable }).click();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(clipboard).toContain('뷁*쏗');
    expect(await clipboard()).not.toContain('뷁쀍쏗');
    await page.getByLabel(sqlKo.personal.show).check();
    await run();
    await page.getByRole('grid').getByText('뷁쀍쏗').waitFor();
    const whole = await downloaded(visitor, () => csv().click());
    expect(whole.text).toContain('뷁쀍쏗,010-2345-6701');
    expect(whole.name).toBe(`${sqlKo.result.csvNamePersonal}.csv`);
    await page.getByLabel(sqlKo.personal.show).uncheck();
    await run();
    await page.getByRole('grid').getByText('메모 하나').waitFor();

    // A column marked meanwhile takes the answer off the screen that was got before.
    await page.getByRole('link', { name: ko.common.steps.import }).first().click();
    await page.getByRole('button', { name: t.tables.showColumns }).click();
    await page.getByLabel(t.columns.personalOf('비고')).selectOption('name');
    await page.goBack();
    await page.getByRole('button', { name: sqlKo.editor.run, exact: true }).waitFor();
    expect(await page.getByText('메모 하나').count()).toBe(0);
    await run();
    await page.getByRole('grid').getByText('메* 하*').waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});

describe('the list of an experiment', () => {
  it('has a personal column only where it was chosen, and says so', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await bringAxe(visitor);
    await visitor.go('import/?project=sample');
    const customers = page.locator('main article').filter({ has: page.getByRole('heading', { name: '고객.csv', exact: true }) }); // prettier-ignore
    await customers.getByRole('button', { name: t.tables.showColumns }).click();
    await customers.getByLabel(t.columns.personalOf('gender')).selectOption('name');
    await page.getByRole('link', { name: ko.common.steps.assignment }).first().click();
    await page.getByRole('button', { name: ko.assignment.draw.button('3,600') }).click();
    const { list } = ko.assignment;
    const download = () =>
      downloaded(visitor, () => page.getByRole('button', { name: list.download }).click());
    await page.getByText(list.columns).click();
    const choices = page.getByRole('group', { name: list.personal });
    expect(await choices.getByRole('checkbox').count()).toBe(1);
    await page.getByLabel('region').check();
    const plain = await download();
    expect(plain.text.split('\r\n')[0]).toBe('\uFEFF고객ID,셀,배정군,region');
    await choices.getByRole('checkbox').check();
    await page.getByText(list.personalChosen('gender')).waitFor();
    expect(await axeViolations(visitor)).toEqual([]);
    const whole = await download();
    expect(whole.text.split('\r\n')[0]).toBe('\uFEFF고객ID,셀,배정군,gender,region');
    expect(whole.name).toContain('개인정보 포함');
    expect(plain.name).not.toContain('개인정보 포함');
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
