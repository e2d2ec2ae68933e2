import { afterAll, describe, expect, it } from 'vitest';
import { en } from '#text/en.ts';
import { ko } from '#text/ko.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

afterAll(closeBrowser);

/** Opens the sample and the dialog about projects and storage. */
async function openDialog(visitor: Visitor, t: typeof ko | typeof en) {
  const { page } = visitor;
  await visitor.go('design/?project=sample');
  await visitor.figure('quota-total');
  await page.getByRole('button', { name: new RegExp(t.common.saving.saved) }).click();
  await page.getByRole('button', { name: t.project.menu.manage }).click();
  const dialog = page.getByRole('dialog', { name: t.project.storage.title });
  await dialog.waitFor();
  return dialog;
}

describe('somebody with several projects', () => {
  it('sees what is stored, copies one, renames the copy, opens it, and deletes and restores it', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const t = ko.project.storage;
    const name = ko.common.project.sampleName;
    const copy = t.copyName(name);
    const dialog = await openDialog(visitor, ko);
    await dialog.getByText(t.where['origin-private-files']).waitFor();
    expect(await visitor.figure('project-rows', { row: 'sample' })).toBe(113_137);
    expect(await dialog.getByText(/MB/).count()).toBeGreaterThan(0);

    await dialog.getByRole('button', { name: t.duplicateNamed(name) }).click();
    await dialog.getByText(ko.project.toast.duplicated(name)).waitFor();
    await dialog.getByRole('button', { name: t.duplicateNamed(name) }).click();
    await dialog.getByText(t.copyName(name, 2), { exact: true }).waitFor();
    await dialog.getByRole('button', { name: t.renameNamed(copy) }).click();
    await page.keyboard.type('가을 윈백');
    await page.keyboard.press('Enter');
    await dialog.getByText(ko.project.toast.renamed('가을 윈백')).waitFor();

    await dialog.getByRole('button', { name: t.openNamed('가을 윈백') }).click();
    await page.waitForURL(/customers/);
    await page.goto(`${visitor.site}/design/`);
    expect(await visitor.figure('quota-total')).toBe(13712);
    await page.getByRole('button', { name: /가을 윈백 · / }).click();
    await page.getByRole('button', { name: ko.project.menu.manage }).click();
    await dialog.getByRole('button', { name: t.removeNamed('가을 윈백') }).click();
    await dialog.getByRole('button', { name: t.restoreNamed('가을 윈백') }).click();
    await dialog.getByRole('button', { name: t.openNamed('가을 윈백') }).click();
    await page.waitForURL(/customers/);
    await page.goto(`${visitor.site}/design/`);
    expect(await visitor.figure('quota-total')).toBe(13712);

    await page.getByRole('button', { name: /가을 윈백 · / }).click();
    await page.getByRole('button', { name: t.remove, exact: true }).click();
    await page.getByRole('button', { name: ko.common.project.none }).waitFor();
    await page.getByRole('button', { name: ko.common.actions.undo }).click();
    await page.getByText(ko.project.toast.restored('가을 윈백')).waitFor();

    await page.goto(`${visitor.site}/`);
    await page.getByRole('button', { name: t.removeNamed('가을 윈백') }).click();
    await page.getByText(ko.project.toast.removed('가을 윈백')).waitFor();
    await page.getByRole('button', { name: ko.common.actions.undo }).click();
    await page.getByRole('button', { name: t.removeNamed('가을 윈백') }).click();
    await page.getByRole('button', { name: ko.project.menu.manage }).last().click();
    await dialog.getByRole('button', { name: t.eraseNamed('가을 윈백') }).click();
    await dialog.getByText(t.deleted).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: name, exact: true }).waitFor();
    expect(await page.getByText('가을 윈백').count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it.each([
    ['ko', ko],
    ['en', en],
  ] as const)(
    'is told of removed tables that are still stored, and erases them (%s)',
    async (language, words) => {
      const visitor = await visit({ language });
      const { page } = visitor;
      const t = words.project.storage;
      await visitor.go('import/');
      const points = (from: number, count: number) =>
        Array.from({ length: count }, (_, row) => `K${from + row},${row}`);
      const readIt = async (name: string, rows: readonly string[]) => {
        const buffer = Buffer.from(['customer_id,points', ...rows].join('\n'));
        await page.locator('#content input[type=file]').last().setInputFiles({ name, mimeType: 'text/csv', buffer }); // prettier-ignore
        await page.getByRole('button', { name: words.importing.read, exact: true }).click();
        const label = name.replace('.csv', '');
        await page.getByRole('article', { name: label, exact: true }).waitFor();
      };
      await readIt('small.csv', points(0, 30));
      await readIt('large.csv', points(1000, 60_000));
      const bytesOnDisk = () =>
        page.evaluate(async () => {
          const sizeOf = async (folder: FileSystemDirectoryHandle): Promise<number> => {
            let sum = 0;
            for await (const [, handle] of folder.entries()) {
              sum += handle.kind === 'file' ? (await (handle as FileSystemFileHandle).getFile()).size : await sizeOf(handle as FileSystemDirectoryHandle); // prettier-ignore
            }
            return sum;
          };
          return sizeOf(await navigator.storage.getDirectory());
        });
      await page.getByRole('button', { name: words.importing.tables.remove('large') }).click();
      await page.getByRole('button', { name: new RegExp(words.common.saving.saved) }).click();
      await page.getByRole('button', { name: words.project.menu.manage }).click();
      const dialog = page.getByRole('dialog', { name: t.title });
      await dialog.getByText(t.removed.title).waitFor();
      await dialog.getByText(t.removed.hint((60_000).toLocaleString(language))).waitFor();
      expect(await bytesOnDisk()).toBeGreaterThan(1_000_000);
      await dialog.getByRole('button', { name: t.removed.erase }).click();
      await dialog.getByText(t.removed.erased).waitFor();
      await dialog.getByText(t.removed.title).waitFor({ state: 'detached' });
      expect(await bytesOnDisk()).toBeLessThan(200_000);
      await page.keyboard.press('Escape');
      const undo = page.getByRole('button', { name: `↶ ${words.common.actions.undo}` });
      expect(await undo.isDisabled()).toBe(true);
      await page.reload();
      await page.getByRole('article', { name: 'small', exact: true }).waitFor();
      expect(await page.locator('main article').count()).toBe(1);
      expect(visitor.complaints).toEqual([]);
      await visitor.context.close();
    },
  );

  it('reaches everything by keyboard, in English and on a phone', async () => {
    const visitor = await visit({ language: 'en', width: 390 });
    const { page } = visitor;
    const t = en.project.storage;
    const dialog = await openDialog(visitor, en);
    await dialog.getByText(t.where['origin-private-files']).waitFor();
    const reached = new Set<string>();
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(
        () =>
          document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
      reached.add((label ?? '').trim());
    }
    const { sampleName } = en.common.project;
    for (const label of [
      t.renameNamed(sampleName),
      t.duplicateNamed(sampleName),
      t.removeNamed(sampleName),
    ]) {
      expect([...reached]).toContain(label);
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await visitor.context.close();
  });

  it('cannot rename or delete in one tab what is open in another', async () => {
    const visitor = await visit();
    await visitor.go('design/?project=sample');
    await visitor.figure('quota-total');
    const second = await visitor.context.newPage();
    await second.goto(`${visitor.site}/tools/`);
    await second.getByText(ko.project.menu.readOnly).click();
    await second.getByRole('button', { name: ko.project.menu.manage }).click();
    const name = ko.common.project.sampleName;
    await second.getByRole('button', { name: ko.project.storage.removeNamed(name) }).click();
    await second.getByText(ko.project.problem.openElsewhere).waitFor();
    expect(await visitor.figure('quota-total')).toBe(13712);
    await visitor.context.close();
  });
});

describe('somebody with two tabs on one project', () => {
  it('takes it over while the other tab is still saving, and keeps what the new tab does', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('design/?project=sample');
    await visitor.figure('quota-total');
    const second = await visitor.context.newPage();
    await second.goto(`${visitor.site}/design/`);
    const takeOver = second.getByRole('button', { name: ko.common.saving.takeOver });
    await takeOver.waitFor();
    const perCell = (tab: typeof page) => tab.getByLabel(ko.design.allocation.perCellAndArm);

    const typing = (async () => {
      for (let value = 31; value <= 60; value++) {
        if (await perCell(page).isDisabled()) break;
        await perCell(page).fill(String(value));
        await perCell(page).press('Enter');
      }
    })().catch(() => undefined);
    await second.waitForTimeout(150);
    await takeOver.click();
    await takeOver.waitFor({ state: 'detached' });
    await page.getByText(ko.common.saving.lost).waitFor();
    await typing;
    const taken = Number(await perCell(second).inputValue());
    expect(taken === 100 || (taken >= 31 && taken <= 60)).toBe(true);

    await perCell(second).fill('77');
    await perCell(second).press('Enter');
    await second.getByRole('button', { name: new RegExp(ko.common.saving.saved) }).waitFor();
    await page.waitForTimeout(300);
    await page.close();
    await second.reload();
    const total = second.locator('data[data-figure="sample-size-total"][value="2772"]');
    await total.first().waitFor();
    expect(await second.getByText(ko.common.saving.readOnly).count()).toBe(0);
    await visitor.context.close();
  });
});
