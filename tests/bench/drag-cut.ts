import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { ko } from '#text/ko.ts';
import { chromiumArguments, requireChromium } from '../../.tools/chromium.ts';
import { serveSite } from '../../.tools/serve.ts';
import { customerFile } from './customer-file.ts';

/**
 * A script, run by hand on the built site: `node tests/bench/drag-cut.ts`.
 * A list of a million customers is brought, a cut is dragged on the design screen for three seconds, and everybody is drawn
 * in 27 cells and four arms. It prints the frames of the drag and the most memory that the tab's process took.
 */
const rowCount = Number(process.argv[2] ?? 1_000_000);
const dragMilliseconds = 3000;
const { design } = ko;

/** Megabytes that the largest process of a tab has in memory, of those that this script started. */
function tabMegabytes(): number {
  const own = new Set([process.pid]);
  let most = 0;
  for (const pid of readdirSync('/proc')
    .map(Number)
    .filter(Boolean)
    .toSorted((one, other) => one - other)) {
    // prettier-ignore
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const fact = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0); // prettier-ignore
      if (!own.has(fact('PPid'))) continue;
      own.add(pid);
      most = Math.max(most, fact('VmRSS') / 1024);
    } catch {
      // It has ended since it was listed.
    }
  }
  return most;
}

/** The most memory over a piece of work. */
async function peak<Done>(work: () => Promise<Done>): Promise<[Done, number]> {
  let most = tabMegabytes();
  const timer = setInterval(() => (most = Math.max(most, tabMegabytes())), 100);
  const done = await work().finally(() => clearInterval(timer));
  return [done, Math.max(most, tabMegabytes())];
}

/** Moves the pointer there and back over a handle, and gives the milliseconds between the frames meanwhile. */
async function drag(page: Page, name: string): Promise<number[]> {
  const handle = page.getByRole('slider', { name });
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error('There is no handle.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(globalThis, { frames });
    let last = performance.now();
    const look = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const began = performance.now();
  for (let step = 0; performance.now() - began < dragMilliseconds; step += 1) {
    await page.mouse.move(x + 70 * Math.sin(step / 12), y);
  }
  const frames = await page.evaluate(() => [...(globalThis as unknown as { frames: number[] }).frames]); // prettier-ignore
  await page.mouse.up();
  return frames.slice(1);
}

function tellFrames(name: string, frames: readonly number[]): void {
  const sorted = frames.toSorted((one, other) => one - other);
  const share = (part: number) =>
    (sorted[Math.floor(part * (sorted.length - 1))] ?? NaN).toFixed(1);
  const total = frames.reduce((sum, frame) => sum + frame, 0);
  console.log(
    `dragging ${name}: ${((1000 * frames.length) / total).toFixed(1)} frames a second; ` +
      `median ${share(0.5)} ms, 95% ${share(0.95)} ms, longest ${share(1)} ms`,
  );
}

const { address, server } = await serveSite({ port: 0 });
const folder = mkdtempSync(join(tmpdir(), 'carrotlab-drag-'));
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: chromiumArguments,
});
try {
  const file = join(folder, 'customers.csv');
  writeFileSync(file, Buffer.from(await customerFile(rowCount).arrayBuffer()));
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ko-KR' }); // prettier-ignore
  const page = await context.newPage();
  page.setDefaultTimeout(Math.max(20_000, rowCount / 8));
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto(`${address}/import/`);
  await page.locator('#content input[type=file]').last().setInputFiles(file);
  await button(ko.importing.read).click();
  await page.locator('data[data-figure="rows-kept"]').waitFor();
  await page.getByRole('button', { name: new RegExp(ko.common.saving.saved) }).waitFor();
  console.log(`${rowCount} customers read: ${tabMegabytes().toFixed(0)} MB`);

  await page.getByRole('navigation', { name: ko.common.navigation.loop }).getByRole('link', { name: new RegExp(`^${ko.common.steps.design}`) }).click(); // prettier-ignore
  await button(design.noExperiment.start).click();
  await page.locator('data[data-figure="quota-total"]').waitFor();
  // Everybody is eligible: the suggested rules go.
  const rules = page.getByRole('button', { name: design.eligibility.remove('').trim() });
  for (let left = await rules.count(); left > 0; left -= 1) await rules.first().click();
  const everybody = String(rowCount);
  await page.locator(`data[data-figure="quota-total"][value="${everybody}"]`).waitFor();
  for (const slider of await page.getByRole('slider').all()) {
    const name = (await slider.getAttribute('aria-label')) ?? '';
    tellFrames(name, await drag(page, name));
  }
  await button(design.attributes.add).click();
  const dialog = page.getByRole('dialog', { name: design.attributes.addTitle });
  const spend = dialog.locator('option', { hasText: 'spend' }).first();
  await dialog.getByRole('combobox').selectOption((await spend.getAttribute('value')) ?? '');
  await dialog.getByRole('button', { name: ko.common.actions.add, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('radio', { name: design.allocation.proportional, exact: true }).check();
  const sample = page.getByLabel(design.allocation.total, { exact: true });
  await sample.fill(everybody);
  await sample.press('Enter');
  await page.getByRole('navigation', { name: ko.common.navigation.loop }).getByRole('link', { name: new RegExp(`^${ko.common.steps.assignment}`) }).click(); // prettier-ignore
  const drawn = Number(everybody).toLocaleString('ko-KR');
  await button(ko.assignment.draw.button(drawn)).waitFor();
  const cells = await page.locator('data[data-figure="quota-sample"][data-cell]').count();
  const before = tabMegabytes();
  const began = performance.now();
  const [, most] = await peak(async () => {
    await button(ko.assignment.draw.button(drawn)).click();
    await page.getByText(ko.assignment.titleDrawn(drawn)).first().waitFor();
  });
  console.log(
    `${drawn} drawn in ${((performance.now() - began) / 1000).toFixed(1)} s (${cells} cells shown): ` +
      `${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most`,
  );
} catch (problem) {
  for (const page of browser.contexts().flatMap((context) => context.pages()))
    console.error(page.url(), (await page.locator('main').innerText()).slice(0, 1500));
  throw problem;
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
