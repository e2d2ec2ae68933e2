import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sqlEn } from '#text/sql/en.ts';
import { sqlKo } from '#text/sql/ko.ts';
import { ko } from '#text/ko.ts';
import { axeViolations, bringAxe } from './axe-violations.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

const t = sqlKo;
const hundredThousand =
  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i, '행 ' || i AS name, NULL AS missing FROM n";
const endless =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n';

describe('an analyst asks the data in SQL', () => {
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await visit();
  });

  beforeEach(async () => {
    await visitor.go('sql/?project=sample');
    await editor().waitFor();
  });

  afterEach(() => {
    expect(visitor.complaints).toEqual([]);
    expect(visitor.foreignRequests).toEqual([]);
  });

  afterAll(async () => {
    await visitor.context.close();
  });

  const editor = () => visitor.page.locator('.cm-content');
  const button = (name: string) => visitor.page.getByRole('button', { name, exact: true });
  const grid = () => visitor.page.getByRole('grid');
  const alert = () => visitor.page.getByRole('alert');
  const textOf = () => editor().evaluate((element) => (element as HTMLElement).innerText);

  async function write(sql: string): Promise<void> {
    await editor().click();
    await visitor.page.keyboard.press('Control+A');
    await visitor.page.keyboard.insertText(sql);
    await visitor.page.keyboard.press('Escape');
  }

  async function run(sql: string): Promise<void> {
    await write(sql);
    await visitor.page.keyboard.press('Control+Enter');
  }

  async function rows(): Promise<string[][]> {
    const lines = await grid().getByRole('row').all();
    return Promise.all(lines.slice(1).map((line) => line.getByRole('gridcell').allInnerTexts()));
  }

  it('opens the SQL of the quota table from its screen, and gets its numbers', async () => {
    await visitor.go('design/?project=sample');
    await visitor.figure('quota-total');
    await visitor.page
      .locator('section', {
        has: visitor.page.getByRole('heading', { name: ko.design.quota.title }),
      })
      .getByRole('link', { name: ko.common.table.showSql })
      .click();
    await visitor.page.waitForURL(/\/sql\//);
    await expect.poll(textOf).toContain('WITH customers AS');
    expect(await grid().count()).toBe(0);
    await button(t.editor.run).click();
    await expect.poll(() => visitor.figure('query-rows')).toBe(3);
    expect(await rows()).toEqual([
      ['장기', '501', '790', '3211', '4502'],
      ['중기', '445', '892', '3612', '4949'],
      ['단기', '562', '1009', '2690', '4261'],
    ]);
    expect(new URL(visitor.page.url()).search).not.toContain('show');
  });

  it('is told where a misspelt name is, and takes the right one with a click', async () => {
    await run('SELECT "regoin", count(*) FROM 고객 GROUP BY 1 ORDER BY 2 DESC');
    await alert().waitFor();
    expect(await alert().innerText()).toContain(t.problem['no-such-column']('regoin'));
    expect(await alert().innerText()).toContain(t.problem.didYouMean('region'));
    expect(await visitor.page.locator('.wrong').allInnerTexts()).toEqual(['"regoin"']);
    await button(t.problem.use('region')).click();
    expect(await textOf()).toContain('SELECT region, count(*)');
    expect(await visitor.page.locator('.wrong').count()).toBe(0);
    await visitor.page.keyboard.press('Control+Enter');
    await grid().waitFor();
    expect((await rows())[0]?.[0]).toBe('서울');
  });

  it('sees how a query is answered', async () => {
    await write(
      'SELECT c.region, sum(t.amount) FROM 고객 c JOIN 거래 t USING (customer_id) GROUP BY 1',
    );
    await button(t.editor.plan).click();
    const plan = visitor.page.locator('section', {
      has: visitor.page.getByRole('heading', { name: t.plan.title }),
    });
    await plan.waitFor();
    expect(await plan.innerText()).toContain('SCAN');
    expect(await plan.innerText()).toContain(t.plan.steps['sort-group']());
  });

  it('scrolls through 100,000 rows to the last, and takes all of them along as CSV', async () => {
    await run(hundredThousand);
    await expect.poll(() => visitor.figure('query-rows')).toBe(100_000);
    expect(await grid().getAttribute('aria-rowcount')).toBe('100001');
    await grid().evaluate((element) => (element.scrollTop = element.scrollHeight));
    await grid().getByText('행 100000', { exact: true }).waitFor();
    expect(await grid().getByRole('row').count()).toBeLessThan(60);
    await grid().press('Control+Home');
    await grid().getByText('행 1', { exact: true }).waitFor();
    await grid().press('Control+End');
    const last = grid().locator('[id$="-active"]');
    expect(await last.innerText()).toBe('NULL');
    await grid().press('ArrowLeft');
    expect(await last.innerText()).toBe('행 100000');
    await grid().press('Control+c');
    expect(await visitor.page.evaluate(() => navigator.clipboard.readText())).toBe('행 100000');
    const waiting = visitor.page.waitForEvent('download');
    await button(ko.common.table.downloadCsv).click();
    const bytes = await readFile((await (await waiting).path()) ?? '');
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n');
    expect(lines[0]).toBe('\uFEFFi,name,missing');
    expect(lines.length).toBe(100_002);
    expect(lines[100_000]).toBe('100000,행 100000,');
  });

  it('cancels a query that never ends within half a second and loses nothing', async () => {
    await run('SELECT count(*) AS n FROM 고객');
    await expect.poll(rows).toEqual([['24000']]);
    await run(endless);
    await button(t.editor.cancel).waitFor();
    await visitor.page.waitForTimeout(700);
    // The page is there for other things meanwhile.
    await visitor.page
      .getByText(t.editor.running('').split(' ')[0] ?? '')
      .first()
      .waitFor();
    const took = await visitor.page.evaluate(
      async ({ cancel, run }) => {
        const named = (name: string) =>
          [...document.querySelectorAll('button')].find(({ innerText }) => innerText === name);
        const started = performance.now();
        named(cancel)?.click();
        while (!named(run)) await new Promise(requestAnimationFrame);
        return performance.now() - started;
      },
      { cancel: t.editor.cancel, run: t.editor.run },
    );
    expect(took).toBeLessThan(500);
    expect(await textOf()).toBe(endless);
    expect(await rows()).toEqual([['24000']]);
    await run('SELECT count(*) + 1 AS n FROM 고객');
    await expect.poll(rows).toEqual([['24001']]);
  });

  it('can change nothing', async () => {
    for (const [sql, found] of [
      ['DELETE FROM 고객', 'DELETE'],
      ['DROP TABLE data_1', 'DROP'],
      ['WITH x AS (SELECT 1) UPDATE 고객 SET region = 1', 'UPDATE'],
      ["ATTACH 'x' AS y", 'ATTACH'],
      ['PRAGMA query_only = OFF', 'PRAGMA'],
    ] as const) {
      await run(sql);
      await expect.poll(() => alert().innerText()).toContain(t.problem['not-read-only'](found));
      expect(await visitor.page.locator('.wrong').allInnerTexts()).toEqual([found]);
    }
    await run('SELECT 1; DELETE FROM 고객');
    await expect.poll(() => alert().innerText()).toContain(t.problem['several-statements']);
    await run('SELECT count(*) FROM 고객');
    await expect.poll(rows).toEqual([['24000']]);
    await visitor.go('customers/?project=sample');
    expect(await visitor.figure('customers')).toBe(24_000);
  });

  it('shows what is in the cells as text, whatever it looks like', async () => {
    await run(
      "SELECT '<img src=x onerror=alert(1)>' AS a, '<b>b</b>' AS \"<i>\", 9007199254740993 AS c",
    );
    await grid().waitFor();
    expect(await rows()).toEqual([
      ['<img src=x onerror=alert(1)>', '<b>b</b>', '9007199254740993'],
    ]);
    expect(await grid().locator('img, b').count()).toBe(0);
    await button(ko.common.table.copyTable).click();
    await expect
      .poll(() => visitor.page.evaluate(() => navigator.clipboard.readText()))
      .toContain('<b>b</b>');
  });

  it('keeps a query under a name with the project, and the text through a reload', async () => {
    await write('SELECT 42 AS answer');
    await button(t.editor.save).click();
    const dialog = visitor.page.getByRole('dialog');
    await dialog.getByLabel(t.saved.name).fill('정답');
    await dialog.getByRole('button', { name: t.editor.save }).click();
    await button(t.saved.open('정답')).waitFor();
    await write('SELECT 43 AS draft');
    // Undo in the editor is about its text and not about the project.
    await visitor.page.keyboard.press('Control+z');
    await expect.poll(textOf).toBe('SELECT 42 AS answer');
    await visitor.page.keyboard.press('Control+y');
    await expect.poll(textOf).toBe('SELECT 43 AS draft');
    expect(await button(t.saved.open('정답')).count()).toBe(1);
    await visitor.page.waitForTimeout(1200);
    await visitor.page.reload();
    await editor().waitFor();
    await expect.poll(textOf).toBe('SELECT 43 AS draft');
    await button(t.saved.open('정답')).click();
    await expect.poll(textOf).toBe('SELECT 42 AS answer');
    await button(t.saved.remove('정답')).click();
    await button(t.saved.open('정답')).waitFor({ state: 'detached' });
    await button(ko.common.actions.undo).first().click();
    await button(t.saved.open('정답')).waitFor();
  });

  it('opens a query of an address without running it, and gives the old one back', async () => {
    await write('SELECT 1 AS mine');
    await visitor.go('sql/?query=SELECT%202%20AS%20theirs');
    await expect.poll(textOf).toBe('SELECT 2 AS theirs');
    expect(await grid().count()).toBe(0);
    await button(t.editor.bringBack).click();
    await expect.poll(textOf).toBe('SELECT 1 AS mine');
  });

  it('writes Korean with an input method, is offered names, and leaves the editor with Tab', async () => {
    const { page } = visitor;
    await write('');
    await page.keyboard.type('SELECT * FROM ');
    await page.keyboard.press('Escape');
    const session = await visitor.context.newCDPSession(page);
    for (const text of ['ㄱ', '고', '곡', '고개', '고객'])
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await session.send('Input.insertText', { text: '고객' });
    expect(await textOf()).toBe('SELECT * FROM 고객');
    await write('SELECT reg FROM 고객');
    for (let press = 0; press < 'M 고객 FRO'.length; press++)
      await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Space');
    await page.locator('.cm-tooltip-autocomplete').getByText('region').waitFor();
    // A list that has just opened under the fingers takes no key for a moment.
    await page.waitForTimeout(200);
    await page.keyboard.press('Tab');
    await expect.poll(textOf).toBe('SELECT region FROM 고객');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).innerText))
      .toBe(t.editor.run);
  });

  it('is accessible in both languages, light and dark, also on a phone', async () => {
    const { page } = visitor;
    await bringAxe(visitor);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    for (const [language, words] of [
      ['ko', sqlKo],
      ['en', sqlEn],
    ] as const) {
      await visitor.go(`sql/?project=sample&lang=${language}`);
      await page.getByRole('textbox', { name: words.editor.label }).waitFor();
      await run(hundredThousand);
      await expect.poll(() => visitor.figure('query-rows')).toBe(100_000);
      await run('SELECT regoin FROM 고객');
      await alert().waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeViolations(visitor)).toEqual([]);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        390,
      );
      expect(await axeViolations(visitor)).toEqual([]);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });
});

describe('without data', () => {
  afterAll(closeBrowser);

  it('the console offers the sample', async () => {
    const visitor = await visit();
    await visitor.go('sql/');
    await visitor.page.getByRole('button', { name: ko.common.actions.openSample }).click();
    await visitor.page.locator('.cm-content').waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
