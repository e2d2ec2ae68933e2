import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attributesKo } from '#text/attributes/ko.ts';
import { en } from '#text/en.ts';
import { ko } from '#text/ko.ts';
import { rolloutOutlook } from '#text/ko/rollout-outlook.ts';
import { readingFiles as readingKo } from '#text/ko/reading-files.ts';
import { treeKo } from '#text/tree/ko.ts';
import { bring, brokenWords, fieldsOf } from './own-files.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

afterAll(closeBrowser);

const design = ko.design;

interface Customer {
  readonly id: string;
  readonly region: string;
  /** ISO date. */
  readonly lastPurchase: string;
  readonly points: number;
}

const regions = ['Seoul', 'Busan', 'Incheon', 'Daegu'];

/** 6,000 customers whose properties follow from their number alone. */
const customers: readonly Customer[] = Array.from({ length: 6000 }, (_, place) => {
  const daysAgo = (place * 7919) % 400;
  const day = new Date(Date.UTC(2024, 5, 30) - daysAgo * 86_400_000);
  return {
    id: `C${100_000 + place}`,
    region: regions[(place * 31) % 4] as string,
    lastPurchase: day.toISOString().slice(0, 10),
    points: (place * 104_729) % 20_000,
  };
});

const customerLines = [
  'Customer No,Region,Last purchase,Reward points',
  ...customers.map(
    ({ id, region, lastPurchase, points }) =>
      `${id},${region},${lastPurchase.replaceAll('-', '/')},"${points.toLocaleString('en-US')} P"`,
  ),
];

const transactionLines = [
  'Order No,Customer No,Order date,Amount',
  ...customers.flatMap(({ id, lastPurchase }, place) =>
    place % 10 === 0
      ? []
      : [
          `T${place}a,${id},${lastPurchase},${20_000 + (place % 50) * 1000}`,
          `T${place}b,${id},2023-01-${String(1 + (place % 28)).padStart(2, '0')},15000`,
        ],
  ),
];

function completedMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}

interface Drawn {
  readonly id: string;
  readonly cell: string;
  readonly arm: string;
}

interface Planted extends Drawn {
  readonly responded: boolean;
  readonly money: number;
}

const shares: Readonly<Record<string, number>> = {
  홀드아웃: 0.04,
  '쿠폰 5천원': 0.08,
  사은품: 0.06,
  '포인트 5천점': 0.16,
  무료배송: 0.03,
};

/** In every cell and arm the first so many customers of the list respond. */
function plant(list: readonly Drawn[]): readonly Planted[] {
  const seen = new Map<string, number>();
  return list.map((drawn, place) => {
    const box = `${drawn.cell}|${drawn.arm}`;
    const before = seen.get(box) ?? 0;
    seen.set(box, before + 1);
    const size = list.filter(({ cell, arm }) => `${cell}|${arm}` === box).length;
    const responders = Math.round(size * (shares[drawn.arm] ?? 0) + (drawn.cell.length % 2) / 2);
    const responded = before < responders;
    return { ...drawn, responded, money: responded ? 20_000 + (place % 17) * 1000 : 0 };
  });
}

/** Responders (four of them in two rows), some who did not, and five customers who are not on the list. */
function responseLines(planted: readonly Planted[]): string[] {
  const rows = planted.flatMap(({ id, responded, money }, place) =>
    responded ? [`${id},Y,${money}`] : place % 5 === 0 ? [`${id},N,0`] : [],
  );
  const twice = planted.filter(({ responded }) => responded).slice(0, 4);
  for (const { id, money } of twice) {
    rows[rows.indexOf(`${id},Y,${money}`)] = `${id},Y,${money - 5000}`;
    rows.push(`${id},Y,5000`);
  }
  const strangers = [1, 2, 3, 4, 5].map((number) => `X${number},Y,99000`);
  return ['Customer No,Responded,Spent', ...rows, ...strangers];
}

function armTotals(planted: readonly Planted[], arm: string) {
  const rows = planted.filter((each) => each.arm === arm);
  return {
    customers: rows.length,
    responders: rows.filter(({ responded }) => responded).length,
    money: rows.reduce((sum, { money }) => sum + money, 0),
  };
}

/** Cochran-Mantel-Haenszel without correction, and the common odds ratio, as the textbook writes them. */
function mantelHaenszel(planted: readonly Planted[], arm: string) {
  let [distance, variance, up, down] = [0, 0, 0, 0];
  for (const cell of new Set(planted.map((each) => each.cell))) {
    const here = planted.filter((each) => each.cell === cell);
    const treated = armTotals(here, arm);
    const held = armTotals(here, '홀드아웃');
    const [a, b] = [treated.responders, treated.customers - treated.responders];
    const [c, d] = [held.responders, held.customers - held.responders];
    const n = a + b + c + d;
    if (a + b === 0 || c + d === 0) continue;
    distance += a - ((a + b) * (a + c)) / n;
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
    up += (a * d) / n;
    down += (b * c) / n;
  }
  return { statistic: distance ** 2 / variance, oddsRatio: up / down };
}

describe('a marketer with customers, transactions and responses of her own', () => {
  let visitor: Visitor;
  let list: readonly Drawn[] = [];
  let pointCuts: readonly number[] = [];
  let planted: readonly Planted[] = [];
  const asOf = '2024-06-30';
  const arms = ['홀드아웃', '쿠폰 5천원', '사은품', '포인트 5천점', '무료배송'];
  const armIds = ['holdout', 'coupon', 'gift', 'point', 'arm-5'];

  const cellOf = ({ region, lastPurchase, points }: Customer): string | null => {
    const months = completedMonths(lastPurchase, asOf);
    if (months < 1) return null;
    const dormancy = months < 3 ? '단기' : months < 6 ? '중기' : '장기';
    const [low = 0, high = 0] = pointCuts;
    const level = points < low ? '하' : points < high ? '중' : '상';
    const where = region === 'Seoul' ? 'Seoul' : region === 'Busan' ? 'Busan' : 'Other';
    return `${dormancy}×${level}×${where}`;
  };

  const step = async (name: keyof typeof ko.common.steps) => {
    await visitor.page
      .getByRole('navigation', { name: ko.common.navigation.loop })
      .getByRole('link', { name: new RegExp(`^${ko.common.steps[name]}`) })
      .click();
    await visitor.page.waitForURL(new RegExp(`/${name}/`));
  };
  /** The button of the frame; the notice of an import that was just made offers Undo as well. */
  /** Waits until it is saved: what follows may leave the page at once. */
  const undo = async () => {
    await visitor.page.getByRole('button', { name: `↶ ${ko.common.actions.undo}` }).click();
    await visitor.page.getByRole('button', { name: new RegExp(ko.common.saving.saved) }).waitFor();
  };
  const value = (name: string) =>
    visitor.page.locator(`data[data-figure="${name}"]`).first().getAttribute('value');
  const download = async (button: string) => {
    const [file] = await Promise.all([
      visitor.page.waitForEvent('download'),
      visitor.page.getByRole('button', { name: button }).click(),
    ]);
    const text = readFileSync((await file.path()) ?? '', 'utf8');
    const [, ...lines] = text.slice(1).trimEnd().split('\r\n');
    return lines.map((line): Drawn => {
      const [id = '', cell = '', arm = ''] = fieldsOf(line);
      return { id, cell, arm };
    });
  };

  beforeAll(async () => {
    visitor = await visit();
  });

  afterAll(async () => {
    await visitor.context.close();
  });

  it('reads both files, points written as text among them', async () => {
    await bring(visitor, 'customers.csv', customerLines);
    await bring(visitor, 'orders.csv', transactionLines);
    await visitor.page.getByRole('link', { name: ko.importing.next.customersAction }).click();
    await visitor.page.waitForURL(/customers/);
    expect(await visitor.figure('customers')).toBe(6000);
    expect(await visitor.page.getByLabel(design.eligibility.asOf).inputValue()).toBe(asOf);
    expect(await brokenWords(visitor)).toEqual([]);
  });

  it('makes an idea an experiment, and suggests a design for it', async () => {
    const { page } = visitor;
    await step('ideas');
    await page.getByRole('button', { name: ko.ideas.empty.write }).click();
    await page.getByRole('textbox', { name: ko.ideas.dialog.name }).fill('여름 윈백');
    await page.getByRole('button', { name: ko.ideas.dialog.save, exact: true }).click();
    await page.getByRole('button', { name: ko.ideas.list.startLong('여름 윈백') }).click();
    await page.waitForURL(/design/);
    await page.getByRole('button', { name: design.noDesign.suggest }).click();
    const eligible = customers.filter(
      ({ lastPurchase }) => completedMonths(lastPurchase, asOf) >= 1,
    );
    expect(await visitor.figure('quota-total')).toBe(eligible.length);
    expect(await brokenWords(visitor)).toEqual([]);
  });

  it('counts every adjusted cell as the file says', async () => {
    const { page } = visitor;
    // An attribute by categories, two of whose four values share a level.
    await page.getByRole('button', { name: design.attributes.add, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: design.attributes.addTitle });
    await dialog.getByRole('combobox').selectOption({ label: '지역 (Region)' });
    await dialog.getByRole('button', { name: ko.common.actions.add, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const region = page.getByRole('article', { name: '지역' });
    await region.getByLabel(design.attributes.levelOf('Daegu')).selectOption({ label: 'Incheon' });
    await region
      .getByRole('button', { name: design.attributes.removeLevel('Daegu'), exact: true })
      .click();
    const name = region.getByLabel(design.attributes.levelName('Incheon'), { exact: true });
    await name.fill('Other');
    await name.press('Enter');

    // One cut is typed, the other moved by the keys of its handle.
    const points = page.getByRole('article', { name: '누적포인트' });
    const first = points.getByRole('textbox', {
      name: design.attributes.cutLabel('1', '누적포인트'),
    });
    await first.fill('4,000');
    await first.press('Enter');
    const handle = points.getByRole('slider', {
      name: design.attributes.cutLabel('2', '누적포인트'),
    });
    await handle.focus();
    await handle.press('ArrowRight');
    await handle.press('ArrowRight');
    const moved = Number(await handle.getAttribute('aria-valuenow'));
    expect(moved).toBeGreaterThan(10_000);
    pointCuts = [4000, moved];

    await expect
      .poll(async () => (await visitor.figures('quota-population')).length)
      .toBeGreaterThanOrEqual(27);
    const expected = new Map<string, number>();
    for (const customer of customers) {
      const cell = cellOf(customer);
      if (cell) expected.set(cell, (expected.get(cell) ?? 0) + 1);
    }
    const cells = () =>
      page
        .locator('data[data-figure="quota-population"][data-cell]')
        .evaluateAll((elements) =>
          Object.fromEntries(
            elements.map((element) => [
              element.getAttribute('data-cell'),
              Number(element.getAttribute('value')),
            ]),
          ),
        );
    await expect.poll(cells).toEqual(Object.fromEntries(expected));
    expect(await brokenWords(visitor)).toEqual([]);
  });

  it('divides by equal groups, by days and with a level for all others, and takes the table along', async () => {
    const { page } = visitor;
    const eligible = customers.filter(
      ({ lastPurchase }) => completedMonths(lastPurchase, asOf) >= 1,
    );
    const levels = (attribute: string) =>
      page
        .getByRole('article', { name: attribute })
        .locator('data[data-figure="level-customers"]')
        .evaluateAll((elements) =>
          elements.map((element) => Number(element.getAttribute('value'))),
        );
    const cutsOf = async (attribute: string) => {
      const handles = page.getByRole('article', { name: attribute }).getByRole('slider');
      const values = await handles.evaluateAll((all) => all.map((each) => each.ariaValueNow));
      return values.map(Number);
    };

    const points = page.getByRole('article', { name: '누적포인트' });
    await points.getByLabel(attributesKo.equal.label).selectOption('5');
    await expect.poll(() => cutsOf('누적포인트')).toHaveLength(4);
    const cuts = await cutsOf('누적포인트');
    const sizes = [...cuts, Infinity].map(
      (cut, level) =>
        eligible.filter(
          (each) => each.points >= (cuts[level - 1] ?? -Infinity) && each.points < cut,
        ).length,
    );
    // The highest level stands first.
    await expect.poll(() => levels('누적포인트')).toEqual(sizes.toReversed());
    const mostAlike = Math.max(
      ...[...new Set(eligible.map((each) => each.points))].map(
        (value) => eligible.filter((each) => each.points === value).length,
      ),
    );
    for (const size of sizes)
      expect(Math.abs(size - eligible.length / 5)).toBeLessThanOrEqual(mostAlike);
    const said = attributesKo.equal.done(sizes.map((size) => size.toLocaleString('ko')).join('·'));
    await points.getByText(said).waitFor();

    // Months become the days that leave everybody where they were.
    const dormant = await levels('휴면기간');
    await page
      .getByRole('article', { name: '휴면기간' })
      .getByLabel(attributesKo.unit.legend)
      .selectOption('days-since');
    await expect.poll(() => cutsOf('휴면기간')).toEqual([92, 183]);
    await expect.poll(() => levels('휴면기간')).toEqual(dormant);

    const region = page.getByRole('article', { name: '지역' });
    await region.getByLabel(design.attributes.levelOf('Incheon')).selectOption({ label: design.attributes.noLevel }); // prettier-ignore
    const inIncheon = eligible.filter((each) => each.region === 'Incheon').length;
    expect(inIncheon).toBeGreaterThan(100);
    await expect.poll(() => value('quota-total')).toBe(String(eligible.length - inIncheon));
    await region.getByLabel(attributesKo.others.use).check();
    await expect.poll(() => value('quota-total')).toBe(String(eligible.length));
    const column = page.locator(`data[data-figure="quota-population"][data-column="${attributesKo.others.usual}"]:not([data-cell])`); // prettier-ignore
    expect(Number(await column.getAttribute('value'))).toBe(inIncheon);

    // Two attributes across: the margins of both together add up to everybody.
    const across = page.getByRole('group', { name: attributesKo.quota.across });
    await across.getByLabel('누적포인트').check();
    const margins = page.locator('tfoot data[data-figure="quota-population"]');
    await expect.poll(() => margins.count()).toBe(5 * 4);
    const total = (values: readonly string[]) =>
      values.reduce((sum, each) => sum + Number(each), 0);
    const written = await margins.evaluateAll((all) => all.map((each) => each.getAttribute('value') ?? '')); // prettier-ignore
    expect(total(written)).toBe(eligible.length);

    await page.getByLabel(attributesKo.quota.measures.population, { exact: true }).check();
    await page.getByRole('button', { name: ko.common.table.copyTable }).first().click();
    await page.getByText(ko.common.table.copied).first().waitFor();
    const pasted = await page.evaluate(() => navigator.clipboard.readText());
    expect(pasted.trimEnd().split('\t').at(-1)).toBe(String(eligible.length));
    const picture = async (format: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: format, exact: true }).first().click(),
      ]);
      return readFileSync((await file.path()) ?? '');
    };
    const drawing = (await picture('SVG')).toString('utf8');
    expect(drawing).toContain(`>${eligible.length.toLocaleString('ko')}</text>`);
    expect([...(await picture('PNG')).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(await brokenWords(visitor)).toEqual([]);

    for (let edit = 0; edit < 4; edit++) await undo();
    await expect.poll(() => cutsOf('누적포인트')).toEqual(pointCuts);
    await across.getByLabel('누적포인트').uncheck();
  });

  it('takes one more arm, other costs and a total shared in proportion', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: design.arms.add, exact: true }).click();
    const name = page.getByLabel(design.arms.nameOf('5'));
    await name.fill('무료배송');
    await name.press('Enter');
    const cost = page.getByLabel(design.arms.rewardOf('무료배송'));
    await cost.fill('2,500');
    await cost.press('Enter');
    const contact = page.getByLabel(design.channels.costOf(design.channels.kinds.tm));
    await contact.fill('300');
    await contact.press('Enter');
    await page.getByLabel(design.allocation.proportional).check();
    const total = page.getByRole('textbox', { name: design.allocation.total });
    await total.fill('3003');
    await total.press('Enter');
    await expect.poll(() => visitor.figure('sample-size-total')).toBe(3003);
    const sizes: number[] = [];
    for (const arm of arms) sizes.push((await visitor.figure('arm-size', { arm })) ?? 0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(3003);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    const contacted = 3003 - (sizes[0] ?? 0);
    expect(await visitor.figure('contact-cost')).toBe(contacted * 300);

    // A condition taken away comes back by Undo, and the counts with it.
    const before = await visitor.figure('quota-total');
    await page
      .getByRole('button', { name: new RegExp(`^${design.eligibility.remove('')}`) })
      .first()
      .click();
    await expect.poll(() => visitor.figure('quota-total')).toBe(6000);
    await undo();
    await expect.poll(() => visitor.figure('quota-total')).toBe(before);
    expect(await visitor.figure('sample-size-total')).toBe(3003);
    expect(await brokenWords(visitor)).toEqual([]);
  });

  it('draws that plan exactly, and after Undo of another draw the list is the first one again', async () => {
    const { page } = visitor;
    await step('assignment');
    await page.getByRole('button', { name: ko.assignment.draw.button('3,003') }).click();
    await page.getByText(ko.assignment.titleDrawn('3,003')).first().waitFor();
    list = await download(ko.assignment.list.download);
    expect(list).toHaveLength(3003);
    expect(new Set(list.map(({ id }) => id)).size).toBe(3003);
    const byId = new Map(customers.map((customer) => [customer.id, customer]));
    for (const { id, cell } of list) expect(cellOf(byId.get(id) as Customer)).toBe(cell);
    for (const cell of new Set(list.map((drawn) => drawn.cell)))
      for (const arm of arms)
        expect(await visitor.figure('arm-size', { cell, arm })).toBe(
          list.filter((drawn) => drawn.cell === cell && drawn.arm === arm).length,
        );

    const fingerprint = () =>
      page
        .getByText(/^[0-9a-f]{32}$/)
        .first()
        .innerText();
    const printed = await fingerprint();
    await page.getByRole('button', { name: ko.assignment.draw.again }).click();
    await page.getByRole('button', { name: ko.assignment.again.confirm, exact: true }).click();
    await expect.poll(fingerprint).not.toBe(printed);
    const other = await download(ko.assignment.list.download);
    expect(other).not.toEqual(list);
    await undo();
    await expect.poll(fingerprint).toBe(printed);
    expect(await download(ko.assignment.list.download)).toEqual(list);
    await page.reload();
    await page.getByText(ko.assignment.titleDrawn('3,003')).first().waitFor();
    expect(await fingerprint()).toBe(printed);
    expect(await download(ko.assignment.list.download)).toEqual(list);
  });

  it('makes the list of a seed again after Undo, and of no other', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: ko.assignment.draw.again }).click();
    await page
      .getByRole('textbox', { name: ko.assignment.seed.label, exact: true })
      .last()
      .fill('여름');
    await page.getByRole('button', { name: ko.assignment.again.confirm, exact: true }).click();
    await page.getByText('여름', { exact: true }).first().waitFor();
    await undo();
    expect(await download(ko.assignment.list.download)).toEqual(list);
  });

  it('reads the responses exactly as they were planted', async () => {
    const { page } = visitor;
    planted = plant(list);
    const everyone = responseLines(planted);
    await bring(visitor, 'somebody-else.csv', [everyone[0] ?? '', 'D1,Y,5', 'D2,N,0']);
    await page.getByRole('link', { name: ko.importing.next.experimentAction }).click();
    await page.getByRole('button', { name: ko.results.choose.read, exact: true }).click();
    await page.getByText(ko.results.problem.nobodyOnList('2', 'D1', list[0]?.id ?? '')).waitFor();
    await undo();
    await bring(visitor, 'responses.csv', everyone);
    await page.getByRole('link', { name: ko.importing.next.experimentAction }).click();
    await page.getByText(ko.results.responses.title).waitFor();
    await page.getByRole('button', { name: ko.results.choose.read, exact: true }).click();
    await page.locator('data[data-figure="srm-p-value"]').waitFor();

    const control = armTotals(planted, '홀드아웃');
    for (const [place, name] of arms.entries()) {
      const arm = armIds[place] ?? '';
      const expected = armTotals(planted, name);
      expect(await visitor.figure('arm-size', { arm })).toBe(expected.customers);
      expect(await visitor.figure('arm-conversions', { arm })).toBe(expected.responders);
      expect(await visitor.figure('arm-mean', { arm })).toBeCloseTo(
        expected.money / expected.customers,
        8,
      );
      if (place === 0) continue;
      expect(await visitor.figure('difference', { arm })).toBeCloseTo(
        expected.responders / expected.customers - control.responders / control.customers,
        14,
      );
      const { statistic, oddsRatio } = mantelHaenszel(planted, name);
      expect(await visitor.figure('stratified-statistic', { arm })).toBeCloseTo(statistic, 8);
      expect(await visitor.figure('common-odds-ratio', { arm })).toBeCloseTo(oddsRatio, 8);
    }
    expect(await visitor.figure('rows-left-out', { row: 'notOnList' })).toBe(5);
    expect(await visitor.figure('repeated-customers')).toBe(4);
    expect(await brokenWords(visitor)).toEqual([]);
  });

  it('joins deliveries and purchases on the same list: the tree holds the customers of the files', async () => {
    const { page } = visitor;
    const contacted = planted.filter(({ arm }) => arm !== '홀드아웃');
    const bounced = new Set(
      contacted
        .filter(({ responded }, place) => !responded && place % 20 === 0)
        .map(({ id }) => id),
    );
    const buyers = planted.filter(({ responded }, place) => responded && place % 3 !== 0);
    const spent = (place: number) => 30_000 + (place % 11) * 1000;
    await step('import');
    await bring(visitor, 'deliveries.csv', [
      'Customer No,Delivery',
      ...contacted.map(({ id }) => `${id},${bounced.has(id) ? 'bounced' : 'delivered'}`),
      'X8,delivered',
    ]);
    // Three buyers ordered twice, and one order is nobody's on the list.
    await bring(visitor, 'purchases.csv', [
      'Customer No,Paid,Purchased on',
      ...buyers.map(({ id }, place) => `${id},${spent(place)},2024-07-10`),
      ...buyers.slice(0, 3).map(({ id }) => `${id},7000,2024-07-12`),
      'X9,99000,2024-07-10',
    ]);
    await step('results');
    for (const file of ['deliveries', 'purchases'])
      await page
        .getByRole('button', { name: `${readingKo.addFile}: ${file}`, exact: true })
        .click();
    // Nothing in its name says that this column is money.
    const third = page.getByRole('group', { name: readingKo.fileTitle('3') });
    await third.getByLabel(ko.results.choose.moneyColumn).selectOption('Paid');
    await page.getByText(readingKo.removeFile('purchases')).waitFor();
    const panel = page.locator('section', {
      has: page.getByRole('heading', { name: treeKo.title }),
    });
    await panel.getByRole('button', { name: ko.common.chart.asTable }).click();
    const ofArm = <Each extends Drawn>(all: readonly Each[], arm: string) =>
      all.filter((each) => each.arm === arm);
    for (const [place, name] of arms.entries()) {
      const arm = armIds[place] ?? '';
      const { customers: sent, responders, money } = armTotals(planted, name);
      const returned = ofArm(contacted, name).filter(({ id }) => bounced.has(id)).length;
      const bought = ofArm(buyers, name).length;
      const paid = buyers.reduce(
        (sum, buyer, at) => sum + (buyer.arm === name ? spent(at) + (at < 3 ? 7000 : 0) : 0),
        0,
      );
      const expected = {
        sent,
        bounced: returned,
        responded: responders,
        purchased: bought,
        notPurchased: responders - bought,
      };
      for (const [row, customers] of Object.entries(expected))
        expect(await visitor.figure('tree-customers', { arm, row }), `${name} ${row}`).toBe(
          customers,
        );
      await expect.poll(() => visitor.figure('tree-money', { arm }), { message: name }).toBe(money + paid); // prettier-ignore
    }
    // Strangers of all three files; who is in one file twice is told, not who is in several files.
    expect(await visitor.figure('rows-left-out', { row: 'notOnList' })).toBe(5 + 1 + 1);
    expect(await visitor.figure('repeated-customers')).toBe(4 + 3);
    expect(await brokenWords(visitor)).toEqual([]);
    for (let edit = 0; edit < 3; edit++) await undo();
  });

  it('says in both languages what to do', async () => {
    const { page } = visitor;
    const verdict = page.locator('h1');
    expect(await verdict.innerText()).toContain('포인트 5천점');
    await page.getByRole('button', { name: ko.common.preferences.otherLanguageLong }).click();
    await page.getByRole('heading', { name: en.results.carrots.title }).waitFor();
    expect(await verdict.innerText()).toMatch(/^Use 포인트 5천점: .* in response over 홀드아웃/);
    expect(await brokenWords(visitor)).toEqual([]);
    await page.getByRole('button', { name: en.common.preferences.otherLanguageLong }).click();
    await page.getByRole('heading', { name: ko.results.carrots.title }).waitFor();
  });

  it('projects the carrot to all eligible customers, and keeps everything in history', async () => {
    const { page } = visitor;
    await step('rollout');
    // A carrot for each cell comes first; here one is sent to all.
    await page.locator('data[data-figure="policy-profit"]').first().waitFor();
    await page.getByLabel(rolloutOutlook.plan.scope, { exact: true }).selectOption('point');
    const eligible = customers.filter((customer) => cellOf(customer) !== null).length;
    expect(await visitor.figure('contact-cost', { arm: 'point' })).toBe(eligible * 300);
    expect(await visitor.figure('profit-low', { arm: 'point' })).toBeLessThan(
      (await visitor.figure('profit', { arm: 'point' })) ?? -Infinity,
    );
    expect(await brokenWords(visitor)).toEqual([]);
    const profit = await value('profit');

    await step('history');
    const entry = page.locator('main article', { hasText: '여름 윈백' });
    expect(await entry.innerText()).toContain('포인트 5천점');
    expect(await brokenWords(visitor)).toEqual([]);
    await page.reload();
    await entry.getByRole('link', { name: ko.common.steps.rollout, exact: true }).click();
    await expect.poll(() => value('profit')).toBe(profit);
    await step('results');
    const point = armTotals(planted, '포인트 5천점');
    expect(await visitor.figure('arm-conversions', { arm: 'point' })).toBe(point.responders);
    expect(visitor.complaints).toEqual([]);
    expect(visitor.foreignRequests).toEqual([]);
  });
});
