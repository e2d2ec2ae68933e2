import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '#text/en.ts';
import { ko } from '#text/ko.ts';
import { hostileTexts } from '../corpus/hostile-cells.ts';
import { chooseFile, excelCsv, readFile } from './own-files.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

afterAll(closeBrowser);

const t = ko.importing;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Somebody who would be told if anything in a file ran. */
async function visitWatched(): Promise<Visitor & { readonly dialogs: string[] }> {
  const visitor = await visit();
  const dialogs: string[] = [];
  visitor.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  visitor.context.on('page', (page) => dialogs.push(`a window at ${page.url()}`));
  await visitor.go('import/');
  return { ...visitor, dialogs };
}

async function expectNothingRan(visitor: Visitor & { readonly dialogs: string[] }): Promise<void> {
  expect(await visitor.page.evaluate(() => '__pwned' in window)).toBe(false);
  expect(
    await visitor.page.locator('main img[src="x"], main svg[onload], main script').count(),
  ).toBe(0);
  expect(await visitor.page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  expect(visitor.dialogs).toEqual([]);
  expect(visitor.foreignRequests).toEqual([]);
  expect(visitor.complaints).toEqual([]);
}

/** Chooses a file that is not read, and waits for the sentence that says why. */
async function isTold(
  visitor: Visitor,
  content: string | Buffer,
  why: string | RegExp,
): Promise<void> {
  await visitor.page
    .locator('#content input[type=file]')
    .last()
    .setInputFiles({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await visitor.page.getByText(why).first().waitFor();
}

async function download(visitor: Visitor, button: string): Promise<string> {
  const [file] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.page.getByRole('button', { name: button }).first().click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

describe('somebody with a file that wants to do something', () => {
  it('sees its texts as texts on every screen, and nothing of it runs or leaves', async () => {
    const visitor = await visitWatched();
    const { page } = visitor;
    const names = [
      'customer_id',
      '최근구매일',
      '<script>window.__pwned=1</script>',
      '__proto__',
      'constructor',
      'a" TEXT); DROP TABLE data_1; --',
      '=HYPERLINK("http://evil.example")',
      'x\u202Egnp.exe',
    ];
    const rows = Array.from({ length: 200 }, (_, index) => [
      `C${index}`,
      `2026-0${1 + (index % 9)}-1${index % 10}`,
      ...names
        .slice(2)
        .map((_, place) => hostileTexts[(index + place) % hostileTexts.length] ?? ''),
    ]);
    const lines = [names, ...rows].map((row) => row.map(quoted).join(','));
    const tooShort = hostileTexts.map((text) => `${quoted(text)},${quoted(text)}`);
    const file = Buffer.from(`${[...lines, ...tooShort].join('\r\n')}\r\n`);
    await chooseFile(visitor, '<img src=x onerror=window.__pwned=1>.csv', file);
    await page.getByText('<script>window.__pwned=1</script>').first().waitFor();
    await expectNothingRan(visitor);

    await readFile(visitor, '200');
    expect(await visitor.figure('rows-rejected')).toBe(hostileTexts.length);
    await page.getByRole('button', { name: t.tables.showRows }).click();
    await page.getByText('<img src=x onerror="window.__pwned=1">').first().waitFor();
    await expectNothingRan(visitor);

    await page.getByRole('button', { name: t.tables.showReport }).click();
    const rejected = await download(visitor, t.report.download);
    const cells = rejected
      .split('\r\n')
      .slice(1)
      .flatMap((line) => line.split(','));
    expect(rejected).toContain("'=cmd|");
    expect(cells.filter((text) => /^"?[=+@＝＋＠\t\r]/.test(text))).toEqual([]);

    for (const screen of ['customers/', 'design/', 'assignment/', 'results/', 'history/', 'sql/']) {
      await visitor.go(screen);
      await page.waitForTimeout(700);
      await expectNothingRan(visitor);
    }
    await visitor.context.close();
  });

  it('reads a cell of 10 MB and goes on working', async () => {
    const visitor = await visitWatched();
    const cell = 'x<b>'.repeat(2_500_000);
    await chooseFile(visitor, 'long.csv', Buffer.from(`id,memo\n1,short\n2,${cell}\n3,end\n`));
    await readFile(visitor, '3');
    expect(await visitor.figure('rows-kept')).toBe(3);
    await visitor.page.getByRole('button', { name: t.tables.showRows }).click();
    await visitor.page.getByText('short').first().waitFor();
    await visitor.go('customers/');
    await expectNothingRan(visitor);
    await visitor.context.close();
  });

  it('is told about 5,000 columns, a line without end and bytes that are no text', async () => {
    const visitor = await visitWatched();
    const wide = Array.from({ length: 5000 }, (_, index) => `c${index}`).join(',');
    await isTold(visitor, `${wide}\n${wide}\n`, /5,?000/);
    await isTold(visitor, 'x'.repeat(5_000_000), t.problem.noRows);
    const noise = Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 7919) % 251));
    await isTold(visitor, noise, t.problem.looksLike.binary);
    expect(await visitor.page.evaluate(() => document.body.innerText.length)).toBeLessThan(20_000);
    await expectNothingRan(visitor);
    await visitor.context.close();
  });
});

describe('a project file that is not what it says', () => {
  it('is refused in a sentence that can be read and closed, and the work stays as it was', async () => {
    const visitor = await visitWatched();
    const { page } = visitor;
    const rows = Array.from({ length: 50 }, (_, row) => `A${row},${row}`);
    await chooseFile(visitor, 'mine.csv', excelCsv(['customer_id,points', ...rows]));
    await readFile(visitor, '50');
    await page.getByRole('button', { name: /^mine · / }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: ko.common.project.download }).click(),
    ]);
    await page.keyboard.press('Escape');
    const sound = readFileSync(await file.path());
    const library = await initSqlJs();
    const changed = (sql: string, from: Uint8Array | null = sound) => {
      // The library writes into the bytes that it is given.
      const database = new library.Database(from && Uint8Array.from(from));
      database.exec(sql);
      const bytes = Buffer.from(database.export());
      database.close();
      return bytes;
    };
    const broken = Buffer.from(sound).map((byte, at) =>
      at > 4096 && at % 37 === 0 ? byte ^ 90 : byte,
    );
    const trigger = 'CREATE TRIGGER evil AFTER INSERT ON data_1 BEGIN DELETE FROM data_1; END';
    for (const words of [ko, en]) {
      const { problem } = words.common;
      const { foreignPart, partKinds } = words.project.problem;
      const cases: readonly (readonly [Uint8Array, string])[] = [
        [Buffer.from('hello'), problem.notADatabase],
        [changed('CREATE TABLE songs(name)', null), problem.notAProject],
        [sound.subarray(0, 50), problem.damagedFile],
        [sound.subarray(0, sound.length - 4096), problem.damagedFile],
        [broken, problem.damagedFile],
        [changed(trigger), foreignPart(partKinds.trigger, 'evil')],
        [changed('CREATE VIEW v AS SELECT * FROM data_1'), foreignPart(partKinds.view, 'v')],
      ];
      for (const [bytes, sentence] of cases) {
        await page.getByRole('button', { name: /^mine · / }).click();
        const dialog = page.getByRole('dialog', { name: 'mine' });
        await dialog.waitFor();
        await page
          .locator('dialog[open] input[type=file]')
          .setInputFiles({ name: 'a.carrotlab', mimeType: '', buffer: Buffer.from(bytes) });
        const notice = page.locator('.toast.alarm', { hasText: sentence });
        await notice.waitFor();
        await notice.getByRole('button', { name: words.common.actions.close }).click();
        await notice.waitFor({ state: 'detached' });
        await dialog.waitFor({ state: 'hidden' });
      }
      await page.getByRole('article', { name: 'mine', exact: true }).waitFor();
      await page.reload();
      await page.getByRole('article', { name: 'mine', exact: true }).waitFor();
      expect(await page.locator('main article').innerText()).toContain(
        words.importing.tables.rows('50'),
      );
      await expectNothingRan(visitor);
      if (words === ko)
        await page.getByRole('button', { name: ko.common.preferences.otherLanguageLong }).click();
    }
    await visitor.context.close();
  });
});
