import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { comparisonsKo } from '#text/comparisons/ko.ts';
import { ko } from '#text/ko.ts';
import type { Differences, ThreeArms } from '../core/results/check-three-arms.ts';
import type { Visitor } from './visitor.ts';

const { values, margin, capShare } = JSON.parse(
  readFileSync(new URL('../oracles/results/hillstrom.json', import.meta.url), 'utf8'),
) as { values: ThreeArms; margin: number; capShare: number };

/** Chooses how the values were computed in R, on the result that is open: strata, rule, margin, cap, and what was before. */
async function chooseReading({ page }: Visitor): Promise<void> {
  const { choose } = ko.results;
  const { rules } = comparisonsKo;
  await page.getByLabel(choose.strata, { exact: true }).selectOption('columns');
  // One column is chosen with the kind; another can only be taken away once there are others.
  const wanted = ['zip_code', 'channel'];
  for (const name of wanted) await page.getByRole('checkbox', { name, exact: true }).check();
  const boxes = page.getByRole('group', { name: choose.strataColumnList }).locator('label');
  for (const name of await boxes.allInnerTexts())
    if (!wanted.includes(name.trim()))
      await page.getByRole('checkbox', { name: name.trim(), exact: true }).uncheck();
  await page.getByLabel(rules.multiplicity).selectOption('dunnett');
  await page.getByLabel(rules.before).selectOption('history');
  for (const [label, share] of [
    [rules.margin, margin],
    [rules.cap, 1 - capShare],
  ] as const) {
    await page.getByLabel(label).fill(String(Number((100 * share).toFixed(6))));
    await page.keyboard.press('Enter');
  }
}

/** Every figure of the three-arm analysis that a screen shows, against R's: to 1e-9, of limits relative to their distance. */
export async function checkAgainstR(visitor: Visitor): Promise<void> {
  await chooseReading(visitor);
  const near = (found: number | null, expected: number | undefined, what: string, scale = 0) => {
    const error =
      Math.abs((found ?? NaN) - (expected ?? NaN)) / Math.max(Math.abs(expected ?? NaN), scale);
    expect(error, `${what}: ${found} instead of ${expected}`).toBeLessThan(1e-9);
  };
  const { page } = visitor;
  // The last choice has been read when the cap is that of its share.
  await expect
    .poll(() => visitor.figure('money-cap'), { timeout: 30_000 })
    .toBeCloseTo(values.cap, 9);
  await page.locator('data[data-figure="equivalence-p-value"]').first().waitFor();
  for (const [place, arm] of values.arms.slice(1).entries()) {
    const compared = async (of: Differences, column?: string) => {
      const at: Record<string, string> = column === undefined ? { arm } : { arm, column };
      const what = `${arm} ${column ?? 'response'}`;
      const { p, low, high } = of.rules.dunnett;
      const width = (high[place] ?? NaN) - (low[place] ?? NaN);
      near(await visitor.figure('difference', at), of.difference[place], what, width);
      near(await visitor.figure('difference-low', at), low[place], what, width);
      near(await visitor.figure('difference-high', at), high[place], what, width);
      near(await visitor.figure('p-value-adjusted', at), p[place], what);
    };
    await compared(values.response);
    await compared(values.purchase, 'purchase');
    await compared(values.whole, 'money');
    await compared(values.whole, 'whole-money');
    await compared(values.capped, 'capped-money');
    await compared(values.before.response, 'response-adjusted');
    await compared(values.before.whole, 'whole-money-adjusted');
    await compared(values.before.capped, 'capped-money-adjusted');
    near(await visitor.figure('stratified-p-value', { arm }), values.cmh[place], `${arm} CMH`);
    const parts = values.spend[place];
    const scale = Math.abs(parts?.buyers ?? NaN) + Math.abs(parts?.baskets ?? NaN);
    for (const [column, part] of [
      ['more-buyers', parts?.buyers],
      ['bigger-baskets', parts?.baskets],
      ['whole-difference', parts?.whole],
    ] as const)
      // prettier-ignore
      near(await visitor.figure('spend-part', { arm, column }), part, `${arm} ${column}`, scale);
    const [notWorse, notBetter] = [values.margin.notWorse[place], values.margin.notBetter[place]];
    near(await visitor.figure('not-worse-p-value', { arm }), notWorse, `${arm} not worse`);
    const both = Math.max(notWorse ?? NaN, notBetter ?? NaN);
    near(await visitor.figure('equivalence-p-value', { arm }), both, `${arm} equivalent`);
    const inMargin = { arm, column: 'margin' };
    near(await visitor.figure('difference-low', inMargin), values.margin.low[place], `${arm} margin`, 1e-2); // prettier-ignore
  }
  for (const [place, arm] of values.arms.entries()) {
    const money = { arm, column: 'money' };
    near(await visitor.figure('arm-mean', { arm }), values.whole.mean[place], `${arm} money`);
    const capped = { arm, column: 'capped-money' };
    near(await visitor.figure('metric-value', capped), values.capped.mean[place], `${arm} capped`);
    const [belief, moneyBelief] = [values.belief[place], values.moneyBelief[place]];
    near(await visitor.figure('probability-best', { arm }), belief?.best, `${arm} best`);
    near(await visitor.figure('expected-loss', { arm }), belief?.loss, `${arm} loss`);
    near(await visitor.figure('probability-best', money), moneyBelief?.best, `${arm} most money`);
    near(await visitor.figure('expected-loss', money), moneyBelief?.loss, `${arm} money lost`);
  }
}
