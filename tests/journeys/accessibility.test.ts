import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright';
import { en } from '#text/en.ts';
import { ko } from '#text/ko.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose answer can change with the colours alone. */
const colourRules = ['color-contrast', 'link-in-text-block'];
const steps = [
  'import',
  'customers',
  'ideas',
  'design',
  'assignment',
  'results',
  'rollout',
  'history',
] as const;
const tools = ['significance', 'sample-size', 'win-back', 'ice'] as const;
/** What a screen shows once the sample has been counted. */
const counted: Partial<Record<string, string>> = {
  import: 'article',
  customers: 'data[data-figure="top-share"]',
  ideas: 'data[data-figure="ice-product"]',
  design: 'data[data-figure="power"][value]',
  assignment: 'data[data-figure="quota-sample"], data[data-figure="arm-size"]',
  results: 'data[data-figure="interaction-p-value"], data[data-figure="stratified-statistic"]',
  rollout: 'data[data-figure="break-even-order-value"]',
  history: 'main article',
};

async function visitWithAxe(options: { width?: number } = {}): Promise<Visitor> {
  const visitor = await visit(options);
  await visitor.context.addInitScript({ path: axePath });
  await visitor.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  return visitor;
}

/** What axe has to say against the page, one line for each element. */
async function violations({ page }: Visitor, options: RunOptions): Promise<string[]> {
  const results = await page.evaluate(
    (options) => {
      const { axe } = globalThis as unknown as {
        axe: { run(page: Document, options: RunOptions): Promise<AxeResults> };
      };
      return axe.run(document, options);
    },
    { resultTypes: ['violations' as const], preload: false, ...options },
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${page.url()} ${id}: ${html} ${failureSummary}`),
  );
}

/**
 * Both languages, light and dark, at a desk and on a phone. Every rule is asked of the Korean screen at a desk and of the
 * English one on a phone: where the longer words have less room. Dark changes colours alone, which both languages share.
 */
async function expectAccessible(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const found: string[] = [];
  for (const language of [ko, en]) {
    if (language === ko) {
      found.push(...(await violations(visitor, { runOnly: rules })));
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await violations(visitor, { runOnly: colourRules })));
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.setViewportSize({ width: 390, height: 844 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 390) found.push(`${page.url()} is ${width} px wide on a phone`);
    if (language === en) found.push(...(await violations(visitor, { runOnly: rules })));
    await page.setViewportSize({ width: 1440, height: 900 });
    const other = page.getByRole('button', { name: language.common.preferences.otherLanguageLong });
    await other.click();
    await page.locator(`html[lang="${language === ko ? 'en' : 'ko'}"]`).waitFor();
  }
  expect(found).toEqual([]);
}

async function everyScreen(visitor: Visitor, ready: (screen: string) => Promise<void>) {
  const { page } = visitor;
  await expectAccessible(visitor);
  const loop = page.getByRole('navigation', { name: ko.common.navigation.loop });
  await visitor.go('import/');
  for (const step of steps) {
    await loop.getByRole('link', { name: new RegExp(`^${ko.common.steps[step]}`) }).click();
    await page.waitForURL(new RegExp(`/${step}/`));
    await ready(step);
    await expectAccessible(visitor);
  }
  await loop.getByRole('link', { name: ko.common.navigation.tools }).click();
  await page.waitForURL(/\/tools\//);
  await expectAccessible(visitor);
}

describe('every screen is accessible: axe finds nothing, nothing is cut off on a phone', () => {
  let visitor: Visitor;

  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('without data', async () => {
    visitor = await visitWithAxe();
    await visitor.go('');
    await everyScreen(visitor, () => Promise.resolve());
  });

  it('with the sample', async () => {
    visitor = await visitWithAxe();
    await visitor.go('?project=sample');
    await visitor.page.getByText(ko.common.project.sampleName).first().waitFor();
    await everyScreen(visitor, async (screen) => {
      await visitor.page
        .locator(counted[screen] ?? '#content')
        .first()
        .waitFor();
    });
  });

  it('in the calculators and the list of methods, also where an input is wrong', async () => {
    visitor = await visitWithAxe();
    for (const tool of tools) {
      await visitor.go(`tools/${tool}/`);
      await expectAccessible(visitor);
    }
    // Several arms and a handful of responses show every table there is.
    await visitor.go('tools/significance?arms=40:1,40:7,40:3');
    await expectAccessible(visitor);
    await visitor.go('guide/methods/');
    await visitor.page.locator('summary').first().click();
    await expectAccessible(visitor);
    for (const address of [
      'significance?arms=1000:120,1000:1500,x:3&alpha=2',
      'sample-size?baseline=2&lift=0',
      'win-back?contacted=-1&responded=5&retained=6',
      'ice?items=Name:8:70:x,:1:2:3',
    ]) {
      await visitor.go(`tools/${address}`);
      await visitor.page.locator('[aria-invalid="true"]').first().waitFor();
      expect(await violations(visitor, { runOnly: rules })).toEqual([]);
    }
  });
});

describe('everything can be done with the keyboard', () => {
  let visitor: Visitor;

  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
  afterAll(closeBrowser);

  const focused = (target: Locator) =>
    target.evaluate((element) => element === document.activeElement);
  /** Presses Tab until the target has the focus, and sees that this can be seen. */
  async function tabTo(target: Locator): Promise<void> {
    // Sought by its name once, and again where the page has drawn it anew; not at every press.
    let element = await target.elementHandle();
    for (let presses = 0; presses < 400; presses += 1) {
      await visitor.page.keyboard.press('Tab');
      const is = await element?.evaluate((element) => ({
        connected: element.isConnected,
        focused: element === document.activeElement,
        outline: getComputedStyle(element).outlineStyle,
      }));
      if (!is?.connected) element = await target.elementHandle();
      if (!is?.focused) continue;
      expect(is.outline, 'the focus can be seen').not.toBe('none');
      return;
    }
    throw new Error(`Tab does not reach ${String(target)}`);
  }
  const button = (name: string | RegExp) =>
    visitor.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  const link = (name: string) => visitor.page.getByRole('link', { name, exact: true });

  it('from home to the result: Tab reaches the main action of each screen', async () => {
    visitor = await visitWithAxe();
    const { page } = visitor;
    await visitor.go('');
    await tabTo(link(ko.common.actions.uploadOwn));
    await page.keyboard.press('Shift+Tab');
    expect(await focused(button(ko.common.actions.openSample))).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/customers/);
    await visitor.go('design/');
    await visitor.figure('power');
    await page.keyboard.press('Tab');
    expect(await focused(link(ko.common.navigation.skipToContent))).toBe(true);
    await page.keyboard.press('Enter');
    await tabTo(page.locator('aside a[href*="assignment"]').first());
    await page.keyboard.press('Enter');
    await page.waitForURL(/assignment/);
    await visitor.go('results/');
    await visitor.figure('difference');
    // Every figure of a result can be asked what it is: some 500 stops lie before what to do next.
    await tabTo(link(ko.common.navigation.skipToAside));
    await page.keyboard.press('Enter');
    await tabTo(link(ko.results.next.rollout));
    await page.keyboard.press('Enter');
    await page.waitForURL(/rollout/);
  });

  it('a dialog keeps the focus, closes on Escape and gives the focus back', async () => {
    visitor = await visitWithAxe();
    const { page } = visitor;
    await visitor.go('design/?project=sample');
    await visitor.figure('power');
    for (const opener of [
      button(new RegExp(ko.common.saving.saved)),
      button(ko.design.attributes.add),
      button(ko.design.eligibility.add),
    ]) {
      await opener.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect(await violations(visitor, { runOnly: rules })).toEqual([]);
      for (let presses = 0; presses < 15; presses += 1) {
        await page.keyboard.press(presses % 5 === 4 ? 'Shift+Tab' : 'Tab');
        // Behind the last control of a dialog lies the browser's own bar, where the page's focus is on the body.
        const inside = await page.evaluate(
          () =>
            document.activeElement === document.body ||
            document.activeElement?.closest('dialog[open]') !== null,
        );
        expect(inside).toBe(true);
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(await focused(opener)).toBe(true);
    }
  });

  it('a figure explains itself, and its explanation is accessible', async () => {
    visitor = await visitWithAxe();
    const { page } = visitor;
    await visitor.go('tools/significance/');
    await tabTo(page.locator('button:has(data[data-figure="p-value"])'));
    await page.keyboard.press('Enter');
    await page.locator('aside').getByRole('heading', { level: 2 }).first().waitFor();
    expect(await violations(visitor, { runOnly: rules })).toEqual([]);
    await tabTo(page.locator('aside').getByRole('button', { name: ko.common.actions.close }));
    await page.keyboard.press('Enter');
    expect(await page.locator('aside code').count()).toBe(0);
  });
});
