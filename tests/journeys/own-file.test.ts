import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { toCsv } from '#core/simulate/csv.ts';
import { generateFinishedExperiment } from '#core/simulate/finished-experiment.ts';
import { ko } from '#text/ko.ts';
import { checkAgainstR } from './real-three-arms.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

afterAll(closeBrowser);

const t = ko.importing;

/** Chooses a file on the import screen and waits until it has been looked at. */
async function choose(visitor: Visitor, name: string, content: Buffer): Promise<void> {
  await visitor.go('import/');
  await visitor.page
    .locator('#content input[type=file]')
    .last()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: content });
  await visitor.page.getByRole('button', { name: t.read, exact: true }).waitFor();
}

async function read(visitor: Visitor): Promise<void> {
  await visitor.page.getByRole('button', { name: t.read, exact: true }).click();
  await visitor.page.locator('data[data-figure="rows-kept"]').waitFor({ timeout: 60_000 });
}

/** CP949 bytes of a text. Browsers only decode it, so the table is built by decoding every pair of bytes. */
async function encodeCp949(visitor: Visitor, text: string): Promise<Buffer> {
  const bytes = await visitor.page.evaluate((wanted) => {
    const decoder = new TextDecoder('euc-kr');
    const codes = new Map<string, number[]>();
    for (let high = 0x81; high <= 0xfe; high += 1)
      for (let low = 0x41; low <= 0xfe; low += 1) {
        const decoded = decoder.decode(new Uint8Array([high, low]));
        if (decoded.length === 1 && decoded !== '\uFFFD' && !codes.has(decoded))
          codes.set(decoded, [high, low]);
      }
    return [...wanted].flatMap((letter) => {
      const point = letter.codePointAt(0) ?? 0;
      const code = point < 0x80 ? [point] : codes.get(letter);
      if (!code) throw new Error(`Not in CP949: ${letter}`);
      return code;
    });
  }, text);
  return Buffer.from(bytes);
}

describe('a marketer with a CP949 file of her own', () => {
  it('reads it as it is, is told what was not understood, and gets a quota table', async () => {
    const visitor = await visit();
    await visitor.go('import/');
    const names = ['뷁', '똠방각하', '펲시', '설믜', '홍길동'];
    const rows = Array.from({ length: 500 }, (_, place) => {
      const day = ['2017-02-14', '2017.01.03', '2016-08-30', '2016/11/11'][place % 4];
      const points = ['12,300', '4500', '900'][place % 3];
      const region = ['서울', '경기', '부산'][place % 3];
      return `00${1000 + place},${names[place % 5]},${region},${day},"${points}"`;
    });
    rows[7] = '001007,뷁,서울,2017-02-30,"100"';
    rows[8] = '001008,너무,많은,칸,2017-01-01,"1",2,3';
    const text = ['고객번호,이름,지역,최근구매일,누적포인트', ...rows].join('\r\n');
    await choose(visitor, '고객명단.csv', await encodeCp949(visitor, text));

    const change = visitor.page.getByRole('button', { name: t.source.change, exact: true });
    await change.click();
    expect(await visitor.page.getByLabel(t.source.encoding).inputValue()).toBe('euc-kr');
    // Names are hidden until they are asked for.
    expect(await visitor.page.getByText('똠방각하').count()).toBe(0);
    await visitor.page.getByRole('button', { name: t.lines.showPersonal }).click();
    await visitor.page.getByText('똠방각하').first().waitFor();
    await read(visitor);
    expect(await visitor.figure('rows-read')).toBe(500);
    expect(await visitor.figure('rows-kept')).toBe(499);
    expect(await visitor.figure('rows-rejected')).toBe(1);
    const report = await visitor.page.locator('article').first().innerText();
    expect(report).toContain(t.report.codes['impossible-date']);
    expect(report).toContain('2017-02-30');
    expect(report).toContain(t.report.codes['too-many-fields']);
    expect(report).toContain(t.report.line('10'));

    await visitor.page.getByRole('button', { name: t.tables.showRows }).click();
    await visitor.page.getByText('001000').first().waitFor();
    expect(await visitor.page.getByText(/뷁|똠방각하|펲시/).count()).toBe(0);

    await visitor.page.getByRole('link', { name: t.next.customersAction }).click();
    await visitor.page.waitForURL(/customers/);
    expect(await visitor.figure('customers')).toBe(499);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('is told in one sentence what a file is that is no table, and nothing is lost', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('import/?project=sample');
    const page1 = '<!doctype html><html><body><table><tr><td>1</td></tr></table></body></html>';
    await page
      .locator('#content input[type=file]')
      .last()
      .setInputFiles({ name: '명단.csv', mimeType: 'text/csv', buffer: Buffer.from(page1) });
    await page.getByText(t.problem.looksLike.html).waitFor();
    await page
      .locator('#content input[type=file]')
      .last()
      .setInputFiles({ name: '빈.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
    await page.getByText(t.problem.emptyFile).waitFor();
    expect(await page.getByText('24,000행').count()).toBeGreaterThan(0);
    await visitor.context.close();
  });
});

interface ArmCount {
  readonly customers: number;
  readonly visits: number;
  readonly spend: number;
}

/** Counts by arm, read from the file with nothing of the product. */
function countArms(csv: string): Map<string, ArmCount> {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/);
  const columns = header.split(',');
  const [arm, visits, spend] = ['segment', 'visit', 'spend'].map((name) => columns.indexOf(name));
  const counts = new Map<string, ArmCount>();
  for (const line of lines) {
    const cells = line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1'));
    // Only history_segment may hold a comma in this file, and it stands before all columns that are read here.
    const shift = cells.length - columns.length;
    const cell = (place = 0) => cells[place + shift] ?? '';
    const before = counts.get(cell(arm)) ?? { customers: 0, visits: 0, spend: 0 };
    counts.set(cell(arm), {
      customers: before.customers + 1,
      visits: before.visits + Number(cell(visits)),
      spend: before.spend + Number(cell(spend)),
    });
  }
  return counts;
}

describe('an analyst with the file of a finished e-mail experiment', () => {
  const real = process.env.CARROTLAB_HILLSTROM;

  it(`reads who was mailed and what it brought (${real ? 'the public file' : 'a generated file of its shape'})`, async () => {
    const csv = real ? readFileSync(real, 'utf8') : toCsv(generateFinishedExperiment());
    const counts = countArms(csv);
    const visitor = await visit();
    await choose(visitor, 'e-mail.csv', Buffer.from(csv));
    await read(visitor);
    expect(await visitor.figure('rows-kept')).toBe(64000);
    await visitor.page.getByRole('link', { name: t.next.experimentAction }).click();
    await visitor.page.getByRole('button', { name: ko.results.choose.read }).click();

    const control = counts.get('No E-Mail');
    if (!control) throw new Error('The file has no control arm.');
    for (const [arm, { customers, visits, spend }] of counts) {
      expect(await visitor.figure('arm-size', { arm })).toBe(customers);
      expect(await visitor.figure('arm-conversions', { arm })).toBe(visits);
      expect(await visitor.figure('arm-rate', { arm })).toBeCloseTo(visits / customers, 14);
      expect(await visitor.figure('arm-mean', { arm })).toBeCloseTo(spend / customers, 9);
      if (arm === 'No E-Mail') continue;
      const difference = visits / customers - control.visits / control.customers;
      expect(await visitor.figure('difference', { arm })).toBeCloseTo(difference, 14);
      expect(await visitor.figure('difference-low', { arm })).toBeGreaterThan(0);
      expect(await visitor.figure('p-value-adjusted', { arm })).toBeLessThan(1e-20);
    }
    expect(await visitor.figure('srm-p-value')).toBeGreaterThan(0.001);
    if (real) await checkAgainstR(visitor);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
