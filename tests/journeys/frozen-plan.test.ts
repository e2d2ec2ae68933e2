import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ko } from '#text/ko.ts';
import { designFactors } from '#text/ko/design-factors.ts';
import { questionsKo } from '#text/questions/ko.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

const { design, designBrief, designFreeze } = ko;

describe('an analyst who writes the plan down before anything is sent', () => {
  let visitor: Visitor;
  let frozen = '';

  const button = (name: string) => visitor.page.getByRole('button', { name, exact: true });
  const fingerprint = () => visitor.page.locator('[data-plan-fingerprint]').innerText();
  const perCell = () => visitor.page.getByLabel(design.allocation.perCellAndArm);
  const saved = () => visitor.page.getByRole('button', { name: new RegExp(ko.common.saving.saved) }).waitFor(); // prettier-ignore

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

  it('fills the design in from a program, and takes that back', async () => {
    const { page } = visitor;
    await page.getByRole('radio', { name: designBrief.programs.loyalty }).check();
    await button(designBrief.apply).click();
    const hypothesis = page.getByLabel(designBrief.hypothesis('1'), { exact: true });
    await expect.poll(() => hypothesis.inputValue()).toBe(designBrief.templates['stays-loyal']);
    await expect.poll(() => visitor.figure('quota-total')).not.toBe(13712);
    const undo = page.getByRole('button', { name: `↶ ${ko.common.actions.undo}` });
    await undo.click();
    await undo.click();
    await expect.poll(() => visitor.figure('quota-total')).toBe(13712);
    expect(
      await page.getByRole('radio', { name: designBrief.programs['win-back'] }).isChecked(),
    ).toBe(true);
  });

  it('is told about a period and a window that cannot be', async () => {
    const { page } = visitor;
    await page.getByLabel(designBrief.endsOn).fill('2017-03-01');
    await page.getByText(design.checks['period-reversed']).waitFor();
    expect(await button(designFreeze.freeze).isDisabled()).toBe(true);
    await page.getByLabel(designBrief.endsOn).fill('2017-03-31');
    await page.getByText(design.checks['period-reversed']).waitFor({ state: 'detached' });
  });

  it('asks a question of her own, and lets all of them share alpha by Holm', async () => {
    const { page } = visitor;
    const { ask, edit, form } = questionsKo;
    const questions = page.locator('#questions');
    expect(await visitor.figure('question-power', { row: 'any-carrot' })).toBeCloseTo(0.994074, 6);
    await button(edit.remove(ask.anyCarrot)).click();
    await questions.getByText(edit.ownNote).waitFor();
    await expect.poll(() => questions.locator('tbody tr').count()).toBe(6);
    await button(edit.add).click();
    const fields = page.getByRole('form', { name: form.title });
    await fields.getByRole('button', { name: form.add, exact: true }).click();
    await page.getByRole('radio', { name: questionsKo.family.rules.holm }).check();
    await expect
      .poll(() =>
        questions.locator('data[data-figure="question-alpha"]').last().getAttribute('value'),
      ) // prettier-ignore
      .toBe(String(0.05 / 7));
    await button(edit.standard).click();
    await questions.getByText(edit.standardNote).waitFor();
    await expect.poll(() => visitor.figure('questions-answered')).toBe(1);
  });

  it('combines carrots and messages into arms, but for a pair that never meets, and takes that back', async () => {
    const { page } = visitor;
    const { never, plans, planNames, start } = designFactors;
    const radio = (name: string) => page.getByRole('radio', { name, exact: true });
    await radio(design.arms.combined).check();
    const pair = page.getByRole('button', {
      name: never.cell(ko.sample.arms.coupon, start.message[0]),
    });
    await pair.click();
    await page.getByText(never.none).waitFor({ state: 'detached' });
    await button(plans.useOf(planNames['full-factorial'], '5')).click();
    await page.getByText(plans.chosen).waitFor();
    const nameOf = (place: number) => page.getByLabel(design.arms.nameOf(String(place)), { exact: true }); // prettier-ignore
    await expect.poll(() => nameOf(6).inputValue()).toContain(start.message[1]);
    const names = await Promise.all([2, 3, 4, 5, 6].map((place) => nameOf(place).inputValue()));
    expect(names).not.toContain(`${ko.sample.arms.coupon} · ${start.message[0]}`);
    for (let step = 0; step < 3; step++)
      await page.getByRole('button', { name: `↶ ${ko.common.actions.undo}` }).click();
    await expect.poll(() => radio(design.arms.plain).isChecked()).toBe(true);
    expect(await nameOf(4).inputValue()).toBe(ko.sample.arms.point);
    expect(await nameOf(5).count()).toBe(0);
  });

  it('freezes it: nothing can be edited, and it is the same plan after a reload', async () => {
    const { page } = visitor;
    await button(designFreeze.freeze).click();
    frozen = await fingerprint();
    expect(frozen).toMatch(/^[0-9a-f]{32}$/);
    expect(await perCell().isDisabled()).toBe(true);
    await saved();
    await page.reload();
    expect(await fingerprint()).toBe(frozen);
  });

  it('changes it in a new version, which says in what it differs', async () => {
    const { page } = visitor;
    const { experimentName } = ko.sample;
    await button(designFreeze.newVersion).first().click();
    await page.getByText(designFreeze.sameAs(experimentName, frozen.slice(0, 8))).waitFor();
    await perCell().fill('90');
    await perCell().press('Enter');
    await page
      .getByText(
        designFreeze.differsFrom(experimentName, frozen.slice(0, 8), designFreeze.parts.sample),
      ) // prettier-ignore
      .waitFor();
  });

  it('draws from it, which freezes the new version too', async () => {
    const { page } = visitor;
    await page.locator('aside a[href*="assignment"]').first().click();
    await page.getByText(designFreeze.drawFreezes).waitFor();
    await button(ko.assignment.draw.button('3,240')).click();
    await page.getByText(ko.assignment.titleDrawn('3,240')).first().waitFor();
    await visitor.page
      .getByRole('navigation', { name: ko.common.navigation.loop })
      .getByRole('link', { name: new RegExp(`^${ko.common.steps.design}`) })
      .click();
    await page
      .getByText(new RegExp(`${designFreeze.parts.sample}, ${designFreeze.parts.seed}`))
      .waitFor();
    expect(await fingerprint()).not.toBe(frozen);
  });
});
