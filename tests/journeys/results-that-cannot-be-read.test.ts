import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '#text/en.ts';
import { rollout as rolloutEn } from '#text/en/rollout.ts';
import { ko } from '#text/ko.ts';
import { rollout as rolloutKo } from '#text/ko/rollout.ts';
import { bring, brokenWords } from './own-files.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

afterAll(closeBrowser);

const t = ko.results;

interface Arm {
  readonly name: string;
  readonly customers: number;
  readonly responders: number;
  /** Nobody knows yet who responded. */
  readonly unknown?: boolean;
}

function fileOf(arms: readonly Arm[]): string[] {
  let number = 0;
  const rows = arms.flatMap(({ name, customers, responders, unknown }) =>
    Array.from({ length: customers }, (_, place) => {
      const responded = place < responders;
      return `R${++number},${name},${unknown ? '' : responded ? 1 : 0},${responded ? 100 : 0}`;
    }),
  );
  return ['Customer No,arm,responded,amount', ...rows];
}

describe('a finished experiment that cannot be read says why', () => {
  let visitor: Visitor;

  beforeEach(async () => {
    visitor = await visit();
  });

  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  const read = async (arms: readonly Arm[]) => {
    const { page } = visitor;
    await bring(visitor, 'finished.csv', fileOf(arms));
    await page.getByRole('link', { name: ko.importing.next.experimentAction }).click();
    await page.getByRole('button', { name: t.choose.read, exact: true }).click();
    await page.waitForURL(/results\/?$/);
    await page.locator('h1', { hasNotText: t.verdict.reading }).waitFor();
    await page.waitForTimeout(300);
  };
  const headline = () => visitor.page.locator('h1').innerText();
  /** Machine values of all figures of a name that have one. */
  const known = (name: string) =>
    visitor.page
      .locator(`data[data-figure="${name}"][value]`)
      .evaluateAll((elements) => elements.map((element) => Number(element.getAttribute('value'))));
  /** No p-value stands on this screen or on those that build on it, in either language, and nothing broken. */
  const saysNothingFalse = async () => {
    const { page } = visitor;
    for (const name of ['p-value', 'p-value-adjusted', 'stratified-p-value', 'interaction-p-value'])
      expect(await known(name), name).toEqual([]);
    expect(await brokenWords(visitor)).toEqual([]);
    await page.getByRole('button', { name: ko.common.preferences.otherLanguageLong }).click();
    await page.getByText(en.results.choose.howRead).first().waitFor();
    expect(await brokenWords(visitor)).toEqual([]);
    expect(await headline()).toMatch(/^[^가-힣]+$/);
    for (const screen of ['rollout', 'history', 'results']) {
      await visitor.follow(`${screen}/`);
      await page.locator('h1').waitFor();
      await page.waitForTimeout(400);
      expect(await brokenWords(visitor), screen).toEqual([]);
    }
  };

  it('with nobody responding', async () => {
    await read([
      { name: 'control', customers: 500, responders: 0 },
      { name: 'coupon', customers: 500, responders: 0 },
    ]);
    expect(await headline()).toBe(t.verdict.noOutcome['nobody-responded'].headline());
    expect(await visitor.figure('arm-conversions', { arm: 'coupon' })).toBe(0);
    await visitor.page.getByText(t.reason.noVariation).first().waitFor();
    await saysNothingFalse();
  });

  it('with everybody responding', async () => {
    await read([
      { name: 'control', customers: 300, responders: 300 },
      { name: 'coupon', customers: 300, responders: 300 },
    ]);
    expect(await headline()).toBe(t.verdict.noOutcome['everybody-responded'].headline());
    await visitor.page.getByText(t.reason.noVariation).first().waitFor();
    await saysNothingFalse();
  });

  it('with one arm only', async () => {
    await read([{ name: 'control', customers: 300, responders: 20 }]);
    expect(await headline()).toBe(t.verdict.controlOnly);
    await visitor.page.getByText(t.reason.tooFewArms).first().waitFor();
    const checks = visitor.page.getByRole('list', { name: t.checks.title }).getByRole('listitem');
    expect(await checks.first().innerText()).toMatch(
      new RegExp(`${t.checks.splitUnknown}\\s+(?!p\\s)`),
    );
    await saysNothingFalse();
    await visitor.follow('rollout/');
    await visitor.page.getByText(rolloutEn.problem.nothingCompares).waitFor();
  });

  it('with a control of which nobody is known', async () => {
    await read([
      { name: 'control', customers: 300, responders: 0, unknown: true },
      { name: 'coupon', customers: 300, responders: 20 },
    ]);
    const { headline: sentence } = t.verdict.noOutcome['nobody-in-control'];
    expect(await headline()).toBe(sentence('control'));
    expect(await visitor.figure('rows-left-out', { row: 'missingOutcome' })).toBe(300);
    expect(await visitor.figure('arm-size', { arm: 'control' })).toBe(0);
    await visitor.page.getByText(t.reason.noControlTrials).first().waitFor();
    await saysNothingFalse();
  });

  it('with arms that are not as large as planned: it is not to be read', async () => {
    await read([
      { name: 'control', customers: 5000, responders: 150 },
      { name: 'coupon', customers: 4000, responders: 200 },
    ]);
    expect(await headline()).toBe(t.verdict.brokenSplit);
    expect(await visitor.figure('srm-p-value')).toBeLessThan(1e-20);
    expect(await brokenWords(visitor)).toEqual([]);
    await visitor.follow('rollout/');
    await visitor.page.getByText(rolloutKo.problem.withheld).waitFor();
  });

  it('with twenty-five arms', async () => {
    await read(
      Array.from({ length: 25 }, (_, place) => ({
        name: place === 0 ? 'control' : `arm ${String(place).padStart(2, '0')}`,
        customers: 20,
        responders: 2,
      })),
    );
    await visitor.page.getByText(t.problem.tooManyArms('25', '20')).waitFor();
    expect(await headline()).toBe(t.problem.title);
    await saysNothingFalse();
  });
});

describe('the significance calculator with nothing to tell', () => {
  it('shows no p-value where nobody or everybody responded', async () => {
    const visitor = await visit();
    for (const arms of ['1000:0,1000:0', '1000:1000,900:900', '0:0,10:1']) {
      await visitor.go(`tools/significance?arms=${arms}`);
      await visitor.page.locator('data[data-figure="p-value"]').first().waitFor();
      for (const name of ['p-value', 'p-value-adjusted'])
        expect(
          await visitor.page.locator(`data[data-figure="${name}"][value]`).count(),
          `${name} of ${arms}`,
        ).toBe(0);
      expect(await brokenWords(visitor), arms).toEqual([]);
    }
    await visitor.context.close();
  });
});
