import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allocationKo } from '#text/allocation/ko.ts';
import { ko } from '#text/ko.ts';
import { bring, brokenWords, chooseFile, excelCsv, readFile } from './own-files.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

afterAll(closeBrowser);

const t = ko.design;
const checks = t.checks;

/** 480 customers: ten in the smallest cell (dormant for long, few points), none of them without a value. */
const lines = [
  'Customer No,Region,Last purchase,Reward points,Score',
  ...Array.from({ length: 480 }, (_, place) => {
    const cell = place < 10 ? 6 : place % 9 === 6 ? 0 : place % 9;
    const day = ['2024-05-15', '2024-02-15', '2023-10-15'][Math.floor(cell / 3)];
    const points = [1000, 5000, 15000][cell % 3];
    const score = place % 4 === 0 ? '' : String(place % 40);
    return `K${1000 + place},${place % 2 ? 'Seoul' : 'Busan'},${day},${points},${score}`;
  }),
  'K9999,Seoul,2024-06-30,1,1',
];

describe('a plan that cannot be drawn says so, and what would fit', () => {
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await visit();
    await bring(visitor, 'members.csv', lines);
  });

  /** A new experiment; the one before is undone, edit by edit. */
  beforeEach(async () => {
    const { page } = visitor;
    await visitor.follow('design/');
    const start = page.getByRole('button', { name: t.noExperiment.start });
    const planned = page.locator('data[data-figure="quota-total"]').first();
    await start.or(planned).waitFor();
    const undo = page.getByRole('button', { name: `↶ ${ko.common.actions.undo}` });
    while (!(await start.isVisible())) await undo.click();
    await start.click();
    await visitor.figure('quota-total');
  });

  afterEach(async () => {
    expect(await brokenWords(visitor)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  afterAll(async () => {
    await visitor.context.close();
  });

  const says = (sentence: string) => visitor.page.getByText(sentence).first().waitFor();
  const fix = (label: string) =>
    visitor.page.locator('aside').getByRole('button', { name: label, exact: true }).click();
  const setPerCell = async (typed: string) => {
    const field = visitor.page.getByRole('textbox', { name: t.allocation.perCellAndArm });
    await field.fill(typed);
    await field.press('Enter');
  };
  const addFilter = async (variable: string, fill: () => Promise<void>) => {
    const { page } = visitor;
    await page.getByRole('button', { name: t.eligibility.add, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t.rule.addTitle });
    await dialog.getByLabel(t.rule.variable).selectOption({ label: variable });
    await fill();
    await dialog.getByRole('button', { name: ko.common.actions.apply }).click();
    await dialog.waitFor({ state: 'hidden' });
  };

  it('names the cell that binds, by how much, and fits the plan with one click', async () => {
    await says(checks['quota-exceeds-cell']('장기×하', '10', '4', '2', '100'));
    expect(await visitor.page.locator('data[data-figure="power"][value]').count()).toBe(0);
    await fix(checks.fix.perCell('2'));
    await expect.poll(() => visitor.figure('sample-size-total')).toBe(9 * 4 * 2);
    await says(checks.ready);

    // Nobody fits where every cell would have to give more arms than it has customers.
    for (let arm = 5; arm <= 11; arm++)
      await visitor.page.getByRole('button', { name: t.arms.add, exact: true }).click();
    await says(checks['quota-exceeds-cell']('장기×하', '10', '11', '0', '2'));
    await fix(checks.fix.proportional);
    await says(checks.ready);
    expect(await visitor.figure('sample-size-total')).toBe(480);
    expect(await brokenWords(visitor)).toEqual([]);
    const total = visitor.page.getByRole('textbox', { name: t.allocation.total });
    await total.fill('5000');
    await total.press('Enter');
    await says(checks['total-exceeds-eligible']('5,000', '480'));
    await fix(checks.fix.total('480'));
    await says(checks.ready);
  });

  it('names by how much the budget is exceeded and fits the sample; limits that contradict are put right', async () => {
    const { page } = visitor;
    await fix(checks.fix.perCell('2'));
    await says(checks.ready);
    const budget = page.getByRole('textbox', { name: allocationKo.budget.limit });
    await budget.fill('150000');
    await budget.press('Enter');
    const cost = await visitor.figure('total-cost');
    const over = `${((cost ?? 0) - 150_000).toLocaleString('ko', { maximumFractionDigits: 0 })}원`;
    await page.getByText(`150,000원을 ${over} 넘습니다`).first().waitFor();
    await fix(checks.fix.total('36'));
    await says(checks.ready);
    expect(await visitor.figure('total-cost')).toBeLessThanOrEqual(150_000);

    await page.getByRole('button', { name: t.quota.limits, exact: true }).click();
    const limit = async (label: string, typed: string) => {
      const field = page.getByRole('textbox', { name: label, exact: true });
      await field.fill(typed);
      await field.press('Enter');
    };
    await limit(allocationKo.cells.leastOf('장기×하'), '11');
    await says(checks['floor-exceeds-cell']('장기×하', '11', '10'));
    await fix(checks.fix.floor('10'));
    await limit(allocationKo.cells.mostOf('장기×하'), '8');
    await says(checks['floor-above-cap']('장기×하', '10', '8'));
    await fix(checks.fix.swapLimits);
    await page.getByRole('checkbox', { name: allocationKo.cells.on('장기×하') }).uncheck();
    await expect.poll(() => visitor.figure('quota-sample', { cell: '장기×하' })).toBe(0);
    await says(checks.ready);
  });

  it('refuses a sample of nobody and of half a customer', async () => {
    await setPerCell('0');
    await says(checks['zero-sample']);
    await setPerCell('1.5');
    await says(checks['sample-not-whole']('1.5'));
    await setPerCell('-3');
    await says(checks['zero-sample']);
    await fix(checks.fix.perCell('2'));
    await says(checks.ready);
  });

  it('refuses a plan with only a holdout, and keeps its assignment closed', async () => {
    const { page } = visitor;
    await setPerCell('2');
    await says(checks.ready);
    for (const arm of ['쿠폰 5천원', '사은품', '포인트 5천점'])
      await page.getByRole('button', { name: t.arms.remove(arm), exact: true }).click();
    await says(checks['no-carrot']);
    expect(await brokenWords(visitor)).toEqual([]);
    await visitor.follow('assignment/');
    await says(ko.assignment.notReady);
    expect(await brokenWords(visitor)).toEqual([]);
    await visitor.follow('design/');
    await fix(checks.fix.addCarrot);
    await says(checks.ready);
  });

  it('says that contradicting conditions leave nobody', async () => {
    const { page } = visitor;
    for (const region of ['Seoul', 'Busan'])
      await addFilter('지역 (Region)', () => page.getByLabel(region, { exact: true }).check());
    // The first condition is the suggested one: dormant for a month or more.
    await says(checks['rules-leave-nobody']('3'));
    expect(await visitor.figure('quota-total')).toBe(0);
    expect(await visitor.figure('customers-left', { row: '3' })).toBe(0);
    const [seoul, busan] = [
      await visitor.figure('customers-left', { row: '2' }),
      await visitor.figure('customers-removed', { row: '2' }),
    ];
    expect(await visitor.figure('customers-removed', { row: '3' })).toBe(seoul);
    expect(await brokenWords(visitor)).toEqual([]);
    await fix(checks.fix.switchOff('3'));
    await expect.poll(() => visitor.figure('quota-total')).toBe(seoul);

    // The other region as an alternative of the second condition: whoever it removed is back.
    const undo = page.getByRole('button', { name: ko.common.actions.undo });
    await page.getByRole('button', { name: /^조건 고치기: .*Seoul/ }).click();
    const dialog = page.getByRole('dialog', { name: t.rule.editTitle });
    await dialog.getByRole('button', { name: t.rule.addAlternative }).click();
    const second = dialog.getByRole('region', { name: t.rule.alternative('2') });
    await second.getByLabel(t.rule.variable).selectOption({ label: '지역 (Region)' });
    await second.getByLabel('Busan', { exact: true }).check();
    await dialog.getByRole('button', { name: ko.common.actions.apply }).click();
    await expect.poll(() => visitor.figure('quota-total')).toBe((seoul ?? 0) + (busan ?? 0));
    await undo.click();
    await expect.poll(() => visitor.figure('quota-total')).toBe(seoul);
    await undo.click();
    await expect.poll(() => visitor.figure('quota-total')).toBe(0);
    await page.getByRole('button', { name: /^조건 삭제: .*Busan/ }).click();
    await expect.poll(() => visitor.figure('quota-total')).toBe(seoul);
  });

  it('says how many customers an attribute cannot place, and which cells are empty', async () => {
    const { page } = visitor;
    await setPerCell('1');
    await page.getByRole('button', { name: t.attributes.add, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t.attributes.addTitle });
    await dialog.getByRole('combobox').selectOption({ label: 'Score' });
    await dialog.getByRole('button', { name: ko.common.actions.add, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await says(checks['unclassified-customers']('120'));
    expect(await brokenWords(visitor)).toEqual([]);
    await page.getByRole('button', { name: t.attributes.remove('Score'), exact: true }).click();

    // Nobody has 200,000 points: the upper band is empty in all three rows.
    const cut = page.getByRole('textbox', { name: t.attributes.cutLabel('2', '누적포인트') });
    await cut.fill('200,000');
    await cut.press('Enter');
    await says(checks['empty-cell']('단기×상'));
    await says(checks.ready);
    expect(await visitor.figure('quota-population', { cell: '단기×상' })).toBe(0);
    const lower = page.getByRole('textbox', { name: t.attributes.cutLabel('1', '누적포인트') });
    await lower.fill('100,000');
    await lower.press('Enter');
    await page.getByText(/ 외 3개에는 고객이 없습니다/).waitFor();
    await page.getByRole('button', { name: ko.common.actions.undo }).click();
    await says(checks['empty-cell']('단기×상'));
    await page.getByRole('button', { name: checks.next }).or(page.getByRole('link', { name: checks.next })).click(); // prettier-ignore
    await page.getByRole('button', { name: new RegExp('명 뽑기$') }).click();
    await page.getByText(ko.assignment.exact.exact).waitFor();
    expect(await visitor.figure('arm-size', { cell: '단기×상', arm: '홀드아웃' })).toBe(0);
  });

  it('refuses costs below nothing and shares beyond everybody', async () => {
    const { page } = visitor;
    await setPerCell('2');
    const contact = page.getByRole('textbox', { name: t.channels.costOf(t.channels.kinds.tm) });
    await contact.fill('-100');
    await contact.press('Enter');
    await says(checks['negative-contact-cost'](t.channels.kinds.tm));
    expect(await brokenWords(visitor)).toEqual([]);
    await page.getByRole('button', { name: ko.common.actions.undo }).click();
    const baseline = page.getByRole('textbox', { name: t.power.baseline });
    await baseline.fill('99');
    await baseline.press('Enter');
    await says(checks['lift-out-of-range']);
    expect(await visitor.page.locator('data[data-figure="power"][value]').count()).toBe(0);
  });

  // The last: nothing can be undone any more once a page is loaded.
  it('says that nobody is eligible before the data begins, on every screen', async () => {
    const { page } = visitor;
    await page.getByLabel(t.eligibility.asOf).fill('2020-01-01');
    await page.getByLabel(t.eligibility.asOf).blur();
    await says(checks['rules-leave-nobody']('1'));
    for (const screen of ['assignment', 'results', 'rollout', 'history', 'customers']) {
      await page.goto(`${visitor.site}/${screen}/`);
      await page.locator('h1').waitFor();
      await page.waitForTimeout(400);
      expect(await brokenWords(visitor), screen).toEqual([]);
    }
    await page.getByLabel(t.eligibility.asOf).fill('2020-01-01');
    await page.getByLabel(t.eligibility.asOf).blur();
    await expect
      .poll(() => page.locator('data[data-figure="stage-customers"][value]').count())
      .toBeGreaterThan(0);
  });
});

describe('a customer list that names people twice', () => {
  it('is not drawn from: the refusal names one of them, and the rule is chosen again', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('import/');
    await chooseFile(visitor, 'twice.csv', excelCsv([...lines, lines[1] ?? '', lines[2] ?? '']));
    await page.getByLabel(ko.importing.settings.duplicates).selectOption('keep-all');
    await readFile(visitor, '483');
    await visitor.go('design/');
    await page.getByRole('button', { name: t.noExperiment.start, exact: true }).click();
    await page.getByRole('button', { name: checks.fix.perCell('3') }).click();
    await page.getByText(checks.ready).waitFor();
    await visitor.go('assignment/');
    await page.getByRole('button', { name: ko.assignment.draw.button('108') }).click();
    await page.getByText(ko.assignment.problem.duplicateCustomers('2', 'K1000')).waitFor();
    expect(await page.locator('h1').innerText()).toBe(ko.assignment.title);
    expect(await brokenWords(visitor)).toEqual([]);
    await page.getByRole('link', { name: ko.assignment.problem.toImport }).click();
    await page.waitForURL(/import/);
    await visitor.context.close();
  });
});
