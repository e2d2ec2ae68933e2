import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import initSqlJs from 'sql.js';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { createGenerator } from '#core/random/generator.ts';
import { en } from '#text/en.ts';
import { ko } from '#text/ko.ts';
import { chromiumArguments, requireChromium } from '../../.tools/chromium.ts';
import { chooseFile, excelCsv, readFile, startReading } from './own-files.ts';
import { closeBrowser, visit } from './visitor.ts';

const moments = 30;
/** More than one slice of a file that is read, so that a reading is killed between them too. */
const rowsPerFile = 12_000;
const { saved } = ko.common.saving;

const profile = mkdtempSync(join(tmpdir(), 'carrotlab-faults-'));
const library = await initSqlJs();
let context: BrowserContext | null = null;

afterAll(async () => {
  await closeBrowser();
  await context?.close();
  rmSync(profile, { recursive: true, force: true });
});

/** A page of the browser whose profile outlives every crash; a screen without tables shows at once what is stored. */
async function openPage(screen: 'import' | 'ideas'): Promise<Page> {
  context ??= await chromium.launchPersistentContext(profile, {
    executablePath: requireChromium(),
    args: chromiumArguments,
    locale: 'ko-KR',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${inject('site')}/${screen}/`, { waitUntil: 'commit' });
  return page;
}

const kills = {
  /** The tab is closed, without being asked. */
  tab: async (page: Page) => page.close(),
  /** The tab's process dies. */
  renderer: async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  },
  /** The whole browser dies, with everything that it was writing. */
  browser: async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    const closed = page.context().waitForEvent('close');
    void session.send('Browser.crash').catch(() => undefined);
    await closed;
    context = null;
  },
} as const;

const nameButton = (page: Page, name: string | RegExp = /^작업 \d+ · /) =>
  page.getByRole('button', { name });

/** The number in the project's name: how many edits are in it. */
async function readCounter(page: Page): Promise<number> {
  const text = await nameButton(page).innerText();
  return Number(/작업 (\d+)/.exec(text)?.[1]);
}

/** Gives the project its next name; the dialog must be open. */
async function rename(page: Page, counter: number): Promise<void> {
  const field = page.getByLabel(ko.common.project.rename);
  await field.fill(`작업 ${counter}`);
  await field.press('Enter');
}

function linesOf(file: number): string[] {
  const rows = Array.from(
    { length: rowsPerFile },
    (_, row) => `F${file}-${row},${row * 7},비고 ${row % 13}`,
  );
  return ['customer_id,points,memo', ...rows];
}

/** Of every table of the project, as it is downloaded: which file it came from, its rows and the sum of its points. */
async function readTables(page: Page): Promise<string[]> {
  await nameButton(page).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: ko.common.project.download }).click(),
  ]);
  await page.keyboard.press('Escape');
  const database = new library.Database(readFileSync(await download.path()));
  const schema = database.exec(
    "SELECT name FROM sqlite_schema WHERE name LIKE 'data%' ORDER BY rowid",
  );
  const names = (schema[0]?.values ?? []).flat();
  const tables = names.map((name) => {
    const facts = `min(customer_id), count(*), count(DISTINCT customer_id), sum(points), sum(length(memo))`;
    return (database.exec(`SELECT ${facts} FROM ${String(name)}`)[0]?.values[0] ?? []).join(' ');
  });
  database.close();
  return tables;
}

const memoLength = linesOf(0)
  .slice(1)
  .reduce((sum, line) => sum + (line.split(',')[2] ?? '').length, 0);
const tableOf = (file: number) =>
  `F${file}-0 ${rowsPerFile} ${rowsPerFile} ${(7 * rowsPerFile * (rowsPerFile - 1)) / 2} ${memoLength}`;

describe('a machine that fails at any moment', () => {
  it(
    'leaves the state before or the state after, never less and never a mixture',
    { timeout: 600_000 },
    async () => {
      const random = createGenerator('faults');
      const seen = { old: 0, new: 0, oldTables: 0, newTables: 0 };

      const first = await openPage('import');
      await chooseFile({ page: first }, 'first.csv', excelCsv(linesOf(0)));
      const start = performance.now();
      await readFile({ page: first }, rowsPerFile.toLocaleString('ko-KR'));
      const importMilliseconds = performance.now() - start;
      await first.getByRole('button', { name: new RegExp(saved) }).click();
      await rename(first, 0);
      await nameButton(first, `작업 0 · ${saved}`).waitFor();
      await first.close();

      let counters = [0];
      let tables: readonly string[][] = [[tableOf(0)]];
      for (let moment = 1; moment <= moments; moment++) {
        const isReading = random.nextInteger(4) === 0;
        const page = await openPage(isReading ? 'import' : 'ideas');
        const counter = await readCounter(page);
        expect(counters).toContain(counter);
        if (counters.length > 1) seen[counter === counters[1] ? 'new' : 'old']++;
        if (tables.length > 1 || moment === moments) {
          const found = await readTables(page);
          expect(tables).toContainEqual(found);
          if (tables.length > 1)
            seen[found.length > (tables[0]?.length ?? 0) ? 'newTables' : 'oldTables']++;
          tables = [found];
        }
        const kill =
          kills[
            (['tab', 'renderer', 'tab', 'renderer', 'browser'] as const)[random.nextInteger(5)] ??
              'tab'
          ];
        if (isReading) {
          await chooseFile({ page }, `file-${moment}.csv`, excelCsv(linesOf(moment)));
          await startReading({ page });
          await page.waitForTimeout(random.nextShare() * 1.3 * importMilliseconds);
          counters = [counter];
          tables = [tables[0] ?? [], [...(tables[0] ?? []), tableOf(moment)]];
        } else {
          await nameButton(page).click();
          await rename(page, counter + 1);
          await nameButton(page, `작업 ${counter + 1} · ${saved}`).waitFor();
          await rename(page, counter + 2);
          await page.waitForTimeout(random.nextShare() * 25);
          counters = [counter + 1, counter + 2];
        }
        await kill(page);
      }
      expect(seen.old + seen.new, JSON.stringify(seen)).toBeGreaterThan(15);
      expect(seen.oldTables).toBeGreaterThan(0);
      expect(seen.newTables).toBeGreaterThan(0);
    },
  );
});

describe('a browser that does not keep what it was given', () => {
  it('is given everything again when it clears its storage while the project is open, and is said to have lost what it cleared before the next start', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('design/?project=sample');
    await visitor.figure('quota-total');
    await page.getByRole('button', { name: new RegExp(saved) }).waitFor();
    const devtools = await visitor.context.newCDPSession(page);
    const origin = new URL(visitor.site).origin;
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'file_systems' });
    const perCell = page.getByLabel(ko.design.allocation.perCellAndArm);
    await perCell.fill('50');
    await perCell.press('Enter');
    await expect.poll(() => visitor.figure('sample-size-total')).toBe(1800);
    await page.getByRole('button', { name: new RegExp(saved) }).waitFor();
    await page.goto(`${visitor.site}/design/`);
    await expect.poll(() => visitor.figure('sample-size-total')).toBe(1800);
    expect(await visitor.figure('quota-total')).toBe(13712);

    // And where all is gone at the next start, it is said to have lost the project.
    await page.goto(`${visitor.site}/_app/version.json`);
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'file_systems' });
    await visitor.go('design/');
    await page.getByText(ko.common.problem.notSaved).waitFor();
    await visitor.go('design/?project=sample');
    expect(await visitor.figure('quota-total')).toBe(13712);
    await visitor.context.close();
  });

  it('says that nothing is kept where it refuses all storage, and gives the project away as a file', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      StorageManager.prototype.getDirectory = refuse;
      IDBFactory.prototype.open = refuse;
    });
    await visitor.go('design/?project=sample');
    expect(await visitor.figure('quota-total')).toBe(13712);
    await page.getByText(ko.common.saving.notSavedExplained).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: ko.common.project.download }).click(),
    ]);
    const head = readFileSync(await download.path()).subarray(0, 15);
    expect(head.toString()).toBe('SQLite format 3');
    expect(await page.locator('.toast.alarm').count()).toBe(0);
    await visitor.context.close();
  });

  it.each([
    ['ko', ko],
    ['en', en],
  ] as const)(
    'speaks the language of the reader where even preferences may not be kept (%s)',
    async (language, words) => {
      const visitor = await visit({ language });
      const { page } = visitor;
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'storage', { value: undefined });
        Object.defineProperty(window, 'indexedDB', { value: undefined });
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
      });
      await visitor.go('design/?project=sample');
      expect(await visitor.figure('quota-total')).toBe(13712);
      await page.getByText(words.common.saving.notSavedExplained).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words.common.project.download }).click(),
      ]);
      expect(download.suggestedFilename()).not.toMatch(/\s\s/);
      const head = readFileSync(await download.path()).subarray(0, 15);
      expect(head.toString()).toBe('SQLite format 3');
      const other = language === 'ko' ? 'en' : 'ko';
      await visitor.go(`design/?project=sample&lang=${other}`);
      await page.getByText((other === 'ko' ? ko : en).common.saving.notSavedExplained).waitFor();
      expect(visitor.complaints).toEqual([]);
      await visitor.context.close();
    },
  );

  it('saves again at a click when there is room again', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const devtools = await visitor.context.newCDPSession(page);
    const origin = new URL(visitor.site).origin;
    // Set before anything is stored: Chromium remembers for half a minute how much room there was.
    await page.goto(`${visitor.site}/_app/version.json`);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
    await visitor.go('design/?project=sample');
    await page.getByText(ko.project.notSaved.full).waitFor();
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    const again = page.getByRole('button', { name: ko.project.notSaved.again });
    await expect
      .poll(
        async () => {
          if (await again.isVisible()) await again.click({ timeout: 1000 }).catch(() => undefined);
          return page.getByRole('button', { name: new RegExp(`· ${saved}`) }).count();
        },
        { timeout: 60_000, interval: 2000 },
      )
      .toBe(1);
    await page.goto(`${visitor.site}/design/`);
    expect(await visitor.figure('quota-total')).toBe(13712);
    await visitor.context.close();
  });
});

describe('a site that was replaced by a newer one while a tab was open', () => {
  const gone = /_app\/immutable\/.*\.js$/;

  it('tells the tab when a screen cannot be loaded, and reloads when the work is saved', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('design/?project=sample');
    await visitor.figure('quota-total');
    await page.route(gone, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.getByRole('link', { name: ko.common.navigation.tools }).click();
    await page.getByText(ko.project.stale.explained).waitFor();
    await page.unroute(gone);
    await page.getByRole('button', { name: ko.project.stale.reload }).click();
    await page.getByText(ko.project.stale.explained).waitFor({ state: 'detached' });
    await page.goto(`${visitor.site}/design/`);
    expect(await visitor.figure('quota-total')).toBe(13712);
    await visitor.context.close();
  });

  it('tells the tab when the engine cannot be loaded', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('');
    await page.route(/worker.*\.js$|\.wasm$/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByRole('button', { name: ko.common.actions.openSample }).click();
    await page.getByText(ko.project.stale.explained).waitFor();
    await page.unroute(/worker.*\.js$|\.wasm$/);
    await page.getByRole('button', { name: ko.project.stale.reload }).click();
    await page.getByText(ko.project.stale.explained).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: ko.common.actions.openSample }).click();
    await page.waitForURL(/customers/);
    await visitor.context.close();
  });
});
