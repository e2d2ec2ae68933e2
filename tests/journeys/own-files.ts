import type { Visitor } from './visitor.ts';
import { ko } from '#text/ko.ts';

const t = ko.importing;

/** A CSV with a byte order mark, as Excel saves it. */
export function excelCsv(lines: readonly string[]): Buffer {
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

/** Whoever is at a page of the site. */
type AtPage = Pick<Visitor, 'page'>;

/** Chooses a file on the import screen and waits until its columns are shown. */
export async function chooseFile(visitor: AtPage, name: string, content: Buffer): Promise<void> {
  await visitor.page
    .locator('#content input[type=file]')
    .last()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: content });
  await visitor.page.getByRole('button', { name: t.read, exact: true }).waitFor();
}

/** Has the chosen file read, and does not wait for it. */
export function startReading({ page }: AtPage): Promise<void> {
  return page.getByRole('button', { name: t.read, exact: true }).click();
}

/** Reads the chosen file; waits until the table is in the project. */
export async function readFile(visitor: AtPage, rows: string): Promise<void> {
  const { page } = visitor;
  await startReading(visitor);
  await page
    .locator('main article', { hasText: t.tables.rows(rows) })
    .last()
    .waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: t.read, exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: new RegExp(ko.common.saving.saved) }).waitFor();
}

/** Chooses and reads a file on the import screen. */
export async function bring(
  visitor: Visitor,
  name: string,
  lines: readonly string[],
): Promise<void> {
  if (!/\/import\//.test(visitor.page.url())) await visitor.go('import/');
  await chooseFile(visitor, name, excelCsv(lines));
  await readFile(visitor, (lines.length - 1).toLocaleString('ko-KR'));
}

/** What no reader may ever see where a number or a word should be. */
export async function brokenWords(visitor: Visitor): Promise<string[]> {
  const text = await visitor.page.evaluate(() => document.body.innerText);
  return text.match(/.{0,40}(NaN|Infinity|undefined|\[object|∞).{0,20}/g) ?? [];
}

/** Fields of a simple CSV without line breaks in its values. */
export function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
