import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplay, turnDial } from '#core/design/planning/design-outlook.ts';
import { assumedEarnings } from '#core/design/planning/assumed-earnings.ts';
import type { CountedDesign } from '#core/design/planning/outlook-plan.ts';
import { searchAllocation, type FoundPlan } from '#core/design/planning/search-allocation.ts';
import { allocationKo } from '#text/allocation/ko.ts';
import { ko } from '#text/ko.ts';
import { designFactors } from '#text/ko/design-factors.ts';
import { designOutlook } from '#text/ko/design-outlook.ts';
import { formatShare } from '#text/format.ts';
import { loadCatalogue } from '#text/language.svelte.ts';
import { sampleDocument } from '#workspace/sample-project.ts';
import { deckPopulationInBandingOrder } from '../core/design/deck-design.ts';
import { valueOf } from '../core/stats/oracle.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

const { design } = ko;
const allocation = { kind: 'equal', perCellAndArm: 100 } as const;
const profitPerResponse = 120_000;
const contacts = { name: 'data_3', label: 'contacts', role: 'experiment', columns: [], rowCount: 3600, report: null } as const; // prettier-ignore

/** The sample's own plan, counted, with what a response leaves: what the screen asks the engine for. */
async function samplePlan(): Promise<CountedDesign> {
  await loadCatalogue('ko');
  const planned = sampleDocument([contacts], '2017-03-26').experiments[0]?.design;
  if (!planned) throw new Error('The sample has an experiment.');
  const population = deckPopulationInBandingOrder;
  return {
    design: { ...planned, earnings: assumedEarnings(planned.power, profitPerResponse) },
    population,
    counts: population.map(() => planned.arms.map(() => 100)),
  };
}

/** What the search finds for a budget, without the screen. */
async function searched(budget: number): Promise<FoundPlan['answers']> {
  const { design: planned, population } = await samplePlan();
  const wish = { goal: { kind: 'best-worst', budget }, least: 10 } as const;
  const search = searchAllocation({ ...planned, allocation, cellRules: [] }, population, wish);
  for (;;) {
    const step = search.next();
    if (step.done) return valueOf(step.value).answers;
  }
}

describe('a marketer who asks what the plan is worth before any money is spent', () => {
  let visitor: Visitor;

  const button = (name: string | RegExp) =>
    visitor.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  const undo = () => button(`↶ ${ko.common.actions.undo}`).click();
  const fill = async (label: string, value: string) => {
    const field = visitor.page.getByLabel(label, { exact: true });
    await field.fill(value);
    await field.press('Enter');
  };

  beforeAll(async () => {
    visitor = await visit();
    await visitor.go('design/?project=sample');
    expect(await visitor.figure('quota-total')).toBe(13712);
  });

  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
    await closeBrowser();
  });

  it('turns the profit dial, which shows what the engine says of the same plan', async () => {
    await visitor.page.getByText(design.outlook.dial, { exact: true }).click();
    await fill(designOutlook.dial.profitPerResponse, String(profitPerResponse));
    const simulation = { seed: 'profit-dial', repetitions: 4000 };
    const { dial } = valueOf(turnDial(await samplePlan(), null, simulation));
    const positions = { plan: dial.forPlan, power: valueOf(dial.forPower), profit: valueOf(dial.forProfit) }; // prettier-ignore
    for (const [column, { size, profit, regret, errorShare }] of Object.entries(positions)) {
      // The top of the curve is flat: another machine's last digit moves the size by a hair, and the profit by less.
      expect(await visitor.figure('dial-size', { column })).toBeCloseTo(size, 2);
      expect(((await visitor.figure('dial-profit', { column })) ?? NaN) / profit).toBeCloseTo(1, 9);
      expect(((await visitor.figure('dial-regret', { column })) ?? NaN) / regret).toBeCloseTo(1, 6);
      const error = await visitor.figure('dial-error-share', { column });
      expect(error).toBeCloseTo(errorShare.value, 3);
    }
  });

  it('plays the plan through, from the seed and the repetitions that are shown', async () => {
    const { page } = visitor;
    await page.getByText(design.outlook.run, { exact: true }).click();
    await page.getByLabel(designOutlook.run.repetitions).selectOption('1000');
    await button(designOutlook.run.start).click();
    const replay = valueOf(startReplay(await samplePlan(), '1'));
    if (replay.kind !== 'simulation') throw new Error('The sample is too large to be counted out.');
    replay.simulation.run(1000);
    const told = replay.simulation.summary();
    expect(await visitor.figure('family-false-alarm-rate')).toBe(told.anyFalseAlarm.value);
    for (const { id, power, exaggeration } of told.questions) {
      if (exaggeration)
        expect(await visitor.figure('exaggeration', { row: id })).toBe(exaggeration.value);
      if (power.value > 0 && exaggeration)
        expect(await visitor.figure('long-run-power', { row: id })).toBe(power.value);
    }
    expect(await visitor.figure('rule-profit')).toBe(told.decision?.profit.value);
    // The carrot that was rolled out never cost more than it earned: that is rare, not impossible.
    const { value, limit } = told.decision?.lossShare ?? {};
    expect(value).toBe(0);
    await page.getByText(designOutlook.run.atMost(formatShare(limit ?? NaN, 'ko', 3))).first().waitFor(); // prettier-ignore
    await undo();
  });

  it('has an allocation searched: what did not steer it is said, a budget that is too small is refused', async () => {
    const { page } = visitor;
    await page.getByRole('radio', { name: allocationKo.kinds.optimised.name }).check();
    await page.getByLabel(allocationKo.goal).selectOption('best-worst');
    await fill(allocationKo.budgetOf, '1000');
    await button(allocationKo.compute).click();
    await page.getByText(allocationKo.problems['budget-below-limits']).waitFor();
    await fill(allocationKo.budgetOf, '12000000');
    await button(allocationKo.compute).click();
    for (const { question, power } of await searched(12_000_000))
      expect(await visitor.figure('optimal-power', { row: question.id })).toBeCloseTo(power, 9);
    const cost = (await visitor.figure('optimal-cost')) ?? NaN;
    expect(cost).toBeLessThanOrEqual(12_000_000);
    expect(cost).toBeCloseTo((await visitor.figure('total-cost')) ?? NaN, 6);
    // Carrots are expected to do the same: there is no difference between two of them that could steer a search.
    await page.getByText(allocationKo.unsteered).first().waitFor();
    await undo();
    await expect.poll(() => visitor.figure('sample-size-total')).toBe(3600);
  });

  it('makes the channel a factor: a second one comes with it, and says what it still lacks', async () => {
    const { page } = visitor;
    const { grid, kinds, plans, planNames } = designFactors;
    await page.getByRole('radio', { name: design.arms.combined, exact: true }).check();
    await page.getByText(grid.addsChannel).waitFor();
    await button(grid.removeFactor(kinds.message)).click();
    await button(`+ ${kinds.channel}`).click();
    await page.getByText(grid.addsChannel).waitFor({ state: 'detached' });
    const post = design.channels.kinds.dm;
    expect(await page.getByText(grid.freeChannel).count()).toBe(1);
    await fill(design.channels.costOf(post), '800');
    await page.getByText(grid.freeChannel).waitFor({ state: 'detached' });
    await button(plans.useOf(planNames['full-factorial'], '6')).click();
    await page.getByText(plans.chosen).waitFor();
    const names = page.getByLabel(new RegExp(`^${design.arms.nameOf('[0-9]')}$`));
    await expect.poll(() => names.count()).toBe(7);
    const values = await names.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)); // prettier-ignore
    expect(values.filter((name) => name.includes(post))).toHaveLength(3);
  });
});
