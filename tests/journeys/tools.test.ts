import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { en } from '#text/en.ts';
import { ko } from '#text/ko.ts';
import { winBackEn } from '#text/win-back/en.ts';
import { winBackKo } from '#text/win-back/ko.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

interface Against {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly adjusted: number;
}

interface RateCase {
  readonly arms: readonly (readonly [number, number])[];
  readonly alpha: number;
  readonly against: readonly (Against & {
    readonly lift: number;
    readonly liftLow: number;
    readonly liftHigh: number;
  })[];
  readonly intervals: readonly (readonly [number, number])[];
  readonly split: number;
}

interface PlanCase {
  readonly query: string;
  readonly size?: number;
  readonly power?: number;
  readonly lift?: number;
}

interface MeanCase {
  readonly arms: readonly (readonly number[])[];
  readonly alpha: number;
  readonly against: readonly Against[];
}

const oracle = <Data>(name: string) =>
  JSON.parse(readFileSync(new URL(`../oracles/${name}.json`, import.meta.url), 'utf8')) as Data;
const rates = oracle<readonly RateCase[]>('tools/calculator-rates');
const { means, plans } = oracle<{
  readonly means: readonly MeanCase[];
  readonly plans: readonly PlanCase[];
}>('tools/calculator-plans');

const winBackQuery =
  'contacted=100&contactCost=3500&responded=30&followUpCost=500&retained=20&orderValue=30000&margin=0.3&orders=1&months=6';
const letter = (place: number) => String.fromCharCode(65 + place);

type Words = typeof ko | typeof en;
type Golden = readonly [name: string, value: number, attributes?: Record<string, string>];

describe('a calculator opened by its address, in either language', () => {
  let visitor: Visitor;

  /** Opens an address in Korean and looks at what it shows, then in English. */
  const open = async (address: string, look: (words: Words) => Promise<void>) => {
    await visitor.go(`tools/${address}${address.includes('?') ? '&' : '?'}lang=ko`);
    await look(ko);
    await expectSound();
    await switchToEnglish();
    await look(en);
    await expectSound();
  };
  const switchToEnglish = async () => {
    const other = ko.common.preferences.otherLanguageLong;
    await visitor.page.getByRole('button', { name: other }).click();
    await visitor.page.locator('html[lang="en"]').waitFor();
  };
  const expectFigures = async (goldens: readonly Golden[]) => {
    const [first] = goldens;
    if (first) await visitor.figure(first[0], first[2]);
    const shown = await visitor.page.locator('data[data-figure]').evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .map((element) => ({
          value: element.getAttribute('value'),
          data: { ...(element as HTMLElement).dataset },
        })),
    );
    for (const [name, golden, attributes = {}] of goldens) {
      const about = `${name} ${JSON.stringify(attributes)} at ${visitor.page.url()}`;
      const found = shown.find(({ data }) =>
        Object.entries({ ...attributes, figure: name }).every(([key, text]) => data[key] === text),
      );
      expect(found?.value ?? null, about).not.toBeNull();
      // The search of the oracle for a limit ends at 1e-12 or so, R prints 15 digits.
      expect(Math.abs(Number(found?.value) - golden), about).toBeLessThan(
        Math.max(1e-10, Math.abs(golden) * 1e-9),
      );
    }
  };
  /** A screen that answers: a title, figures, no number that is none, nothing in the console. */
  const expectSound = async () => {
    const text = await visitor.page.locator('body').innerText();
    expect(text).not.toMatch(/NaN|Infinity|undefined|\[object|∞/);
    expect((await visitor.page.locator('h1').innerText()).length).toBeGreaterThan(5);
    const values = await visitor.page
      .locator('data[data-figure]')
      .evaluateAll((elements) =>
        elements.map((element) => [element.getAttribute('value'), element.textContent] as const),
      );
    expect(values.length).toBeGreaterThan(1);
    for (const [value, shown] of values) {
      expect(shown.trim()).not.toBe('');
      if (value !== null) expect(Number.isFinite(Number(value))).toBe(true);
    }
    expect(visitor.complaints).toEqual([]);
  };

  const comparedWithControl = (row: Against, arm: string): readonly Golden[] => [
    ['difference', row.difference, { arm }],
    ['difference-low', row.low, { arm }],
    ['difference-high', row.high, { arm }],
    ['p-value', row.p, { arm }],
    ['p-value-adjusted', row.adjusted, { arm }],
  ];

  beforeAll(async () => {
    visitor = await visit();
  });

  afterAll(async () => {
    expect(visitor.foreignRequests).toEqual([]);
    await visitor.context.close();
  });

  it('compares response rates as statsmodels and a search for the limits do', async () => {
    for (const { arms, alpha, against, intervals, split } of rates) {
      const written = arms.map((arm) => arm.join(':')).join(',');
      await open(`significance?arms=${written}&alpha=${alpha}`, async () => {
        await expectFigures([
          ...arms.flatMap(([trials, events], place): Golden[] => {
            const arm = letter(place);
            return [
              ['arm-size', trials, { arm }],
              ['arm-conversions', events, { arm }],
              ['arm-rate', events / trials, { arm }],
              ['arm-rate-low', intervals[place]?.[0] ?? NaN, { arm }],
              ['arm-rate-high', intervals[place]?.[1] ?? NaN, { arm }],
            ];
          }),
          ...against.flatMap((row, index): Golden[] => {
            const arm = letter(index + 1);
            return [
              ...comparedWithControl(row, arm),
              ['relative-lift', row.lift, { arm }],
              ['relative-lift-low', row.liftLow, { arm }],
              ['relative-lift-high', row.liftHigh, { arm }],
            ];
          }),
          ['srm-p-value', split],
        ]);
      });
    }
  });

  it('compares means as R does', async () => {
    for (const { arms, alpha, against } of means) {
      const written = arms.map((arm) => arm.join(':')).join(',');
      await open(`significance?metric=mean&arms=${written}&alpha=${alpha}`, async () => {
        await expectFigures([
          ...arms.flatMap(([size = NaN, mean = NaN], place): Golden[] => [
            ['arm-size', size, { arm: letter(place) }],
            ['arm-mean', mean, { arm: letter(place) }],
          ]),
          ...against.flatMap((row, index) => comparedWithControl(row, letter(index + 1))),
        ]);
      });
    }
  });

  it('solves for size, power and smallest lift as R does', async () => {
    for (const { query, size, power, lift } of plans) {
      await open(`sample-size?${query}`, () =>
        expectFigures([
          ...(size === undefined
            ? []
            : [['sample-size-per-arm', size] as const, ['sample-size-total', 2 * size] as const]),
          ...(power === undefined ? [] : [['power', power] as const]),
          ...(lift === undefined ? [] : [['minimum-detectable-effect', lift] as const]),
        ]),
      );
    }
  });

  it('names the whole customers of a size, reduces it to a list, and splits it unevenly', async () => {
    const plan = 'sample-size?baseline=0.05&lift=0.01&alpha=0.05&power=0.8&ratio=1&population=';
    await open(plan, async () => {
      const size = visitor.page.locator('data[data-figure="sample-size-per-arm"]').first();
      expect(await size.innerText()).toBe('8,158');
    });
    const whole = 8157.73144784928;
    const reduced = (2 * whole * 20000) / (20000 - 1 + 2 * whole);
    await open('sample-size?baseline=0.05&lift=0.01&population=20000', () =>
      expectFigures([
        ['sample-size-total', reduced],
        ['sample-size-per-arm', reduced / 2],
      ]),
    );
    await open('sample-size?baseline=0.05&lift=0.01&ratio=3', async () => {
      const control = await visitor.figure('sample-size-per-arm', { arm: 'control' });
      await expectFigures([
        ['sample-size-per-arm', 3 * (control ?? NaN), { arm: 'treatment' }],
        ['sample-size-total', 4 * (control ?? NaN)],
      ]);
    });
  });

  it('tests by the method in the address, asks the exact test where few respond, and shows them all', async () => {
    await open('significance?arms=34:1,34:7&method=fisher', () =>
      expectFigures([['p-value', 0.0544001304950657, { arm: 'B' }]]),
    );
    await open('significance?arms=34:1,34:7', async () => {
      expect(await visitor.figure('exact-p-value', { arm: 'B' })).toBeGreaterThan(0.024);
      await expectFigures([
        ['p-value', 0.024983925616958905, { arm: 'B' }],
        ['p-value-by-method', 0.0544001304950657, { row: 'fisher' }],
        ['p-value-by-method', 0.0598452989566412, { row: 'yates' }],
        ['odds-ratio', (7 * 33) / 27, { row: 'woolf' }],
      ]);
      expect(await visitor.figure('odds-ratio', { row: 'conditional' })).toBeCloseTo(8.32934, 5);
    });
  });

  it('compares carrots with the control by Dunnett, among themselves, and all at once', async () => {
    await open('significance?arms=900:25,900:46,900:40&adjust=dunnett', () =>
      expectFigures([
        ['p-value-adjusted', 0.020897526199844, { arm: 'B' }],
        ['p-value-adjusted', 0.104880258643774, { arm: 'C' }],
      ]),
    );
    await open('significance?arms=900:25,900:76,900:54,900:94', async () => {
      await expectFigures([['overall-p-value', 6.31340340611304e-10]]);
      expect(await visitor.figure('p-value', { row: 'D:B' })).toBeCloseTo(0.14694, 4);
    });
  });

  it('says how many conversions, which difference and how many customers it would take', async () => {
    await open('significance?arms=1000:120,1000:140', () =>
      expectFigures([
        ['conversions-needed', 150, { arm: 'B' }],
        ['conversions-at-most', 92, { arm: 'B' }],
        ['sample-size-per-arm', 4437.36237058, { arm: 'B' }],
        ['minimum-detectable-effect', 0.0436868443864, { arm: 'B' }],
      ]),
    );
  });

  it('plans several carrots, one direction, and by counting every outcome', async () => {
    await open('sample-size?baseline=0.05&lift=0.01&treatments=3', () =>
      expectFigures([
        ['sample-size-per-arm', 10580.6385423887],
        ['sample-size-total', 4 * 10580.6385423887],
      ]),
    );
    await open('sample-size?baseline=0.05&lift=0.05&method=exact', async () => {
      await expectFigures([['sample-size-per-arm', 424]]);
      expect(await visitor.figure('exact-power')).toBeGreaterThanOrEqual(0.8);
      expect(await visitor.figure('false-alarm-rate')).toBeCloseTo(0.05, 2);
      expect(await visitor.figure('exaggeration')).toBeGreaterThan(1);
    });
    await open('sample-size?baseline=0.05&lift=0.01&sides=1', async () => {
      expect(await visitor.figure('sample-size-per-arm')).toBeCloseTo(6425.72182, 3);
    });
  });

  it("adds up the deck's win-back funnel", async () => {
    await open(`win-back?${winBackQuery}`, () =>
      expectFigures([
        ['contact-cost', 350_000],
        ['total-cost', 365_000],
        ['cost-per-response', 350_000 / 30],
        ['cost-per-retained', 18_250],
        ['profit', 985_000],
        ['roi', 985_000 / 365_000],
        ['break-even-order-value', 365_000 / 45],
        ['payback-month', 1],
        ['follow-up-needed', 500 / 54_000],
      ]),
    );
    const chain = `win-back?${winBackQuery}&holdout=0.14&discount=0.01&steps=DM:300:15:3&x=holdout`;
    await open(chain, async () => {
      await expectFigures([['step-customers-incremental', 16]]);
      expect((await visitor.figures('profit')).length).toBe(2);
    });
  });

  it('ranks ideas by both ICE rules', async () => {
    await open('ice?items=Name:8:7:9,Name:6:5:3,다른 이름:5:5:4', async () => {
      expect(await visitor.figures('ice-product')).toEqual([504, 90, 100]);
      expect(await visitor.figures('ice-mean')).toEqual([8, 14 / 3, 14 / 3]);
    });
    await open('ice?items=Name:10:10:1', async () => {
      expect(await visitor.figures('ice-product')).toEqual([100]);
      expect(await visitor.figures('ice-mean')).toEqual([7]);
    });
  });

  it('says of every bad parameter what is wrong, and goes on with the default', async () => {
    const casesIn = (
      { tools: t }: Words,
      winBack: typeof winBackKo | typeof winBackEn,
    ): readonly (readonly [string, string, string, number | null])[] => [
      ['significance?arms=', t.significance.arms.missing, 'difference', 0.03],
      ['significance?alpha=0.1', t.significance.arms.missing, 'difference', 0.03],
      ['significance?arms=%E0%A4%A', '', 'difference', 0.03],
      [
        'significance?arms=1000:120,1000:150&alpha=%',
        t.parameter.notANumber('%'),
        'difference',
        0.03,
      ],
      ['significance?arms=1000:120,1000:150&alpha=1e309', '1e309', 'difference', 0.03],
      [
        'significance?arms=1000:120,1000:1500',
        t.significance.moreEventsThanTrials,
        'arm-size',
        1000,
      ],
      ['significance?arms=1000:120,-5:3', t.parameter.tooSmall('-5', '1'), 'arm-size', 1000],
      ['significance?arms=1000:120,1e309:3', '1e309', 'arm-size', 1000],
      ['significance?arms=1000:120', t.significance.arms.tooFew, 'arm-size', 1000],
      [
        'significance?arms=1000:120,1000:150&metric=<b>x</b>',
        t.parameter.unknownChoice('<b>x</b>'),
        'difference',
        0.03,
      ],
      ['sample-size?lift=0.01', t.parameter.missing, 'sample-size-per-arm', 8157.73144784928],
      ['sample-size?baseline=-1&lift=0.01', '-100%', 'sample-size-per-arm', 8157.73144784928],
      [
        'sample-size?baseline=0.05&lift=abc',
        t.parameter.notANumber('abc'),
        'sample-size-per-arm',
        8157.73144784928,
      ],
      [
        'sample-size?baseline=0.05&lift=0.01&n=1e309',
        '1e309',
        'sample-size-per-arm',
        8157.73144784928,
      ],
      ['sample-size?baseline=0.05&lift=0.01&power=x', t.parameter.notANumber('x'), 'power', null],
      ['sample-size?metric=mean&lift=3000&sd=-1', '-1', 'sample-size-per-arm', 2519.5790209638],
      ['sample-size?baseline=0.05&lift=0', t.sampleSize.lede.noLift, 'alpha', null],
      ['sample-size?baseline=0.99&lift=0.05', '104', 'alpha', null],
      ['sample-size?baseline=0.05&lift=0.01&power=0.01', t.reason['invalid-power'], 'alpha', null],
      [
        `win-back?${winBackQuery.replace('contacted=100&', '')}`,
        t.parameter.missing,
        'profit',
        985_000,
      ],
      [`win-back?${winBackQuery.replace('=0.3', '=-1')}`, '-100%', 'profit', 985_000],
      [`win-back?${winBackQuery.replace('=3500', '=1e309')}`, '1e309', 'profit', 985_000],
      [
        `win-back?${winBackQuery.replace('responded=30', 'responded=130')}`,
        winBack.problem.moreResponded,
        'alpha',
        null,
      ],
      [`win-back?${winBackQuery}&steps=DM:300`, 'DM:300', 'profit', 985_000],
      [`win-back?${winBackQuery}&holdout=14`, '1,400%', 'profit', 985_000],
      [
        `win-back?${winBackQuery}&x=nothing`,
        t.parameter.unknownChoice('nothing'),
        'profit',
        985_000,
      ],
      ['ice?items=', t.ice.items.missing, 'ice-product', 504],
      ['ice?items=Name:8:7:9,Name:6:11:0', t.parameter.tooLarge('11', '10'), 'ice-product', 504],
      ['ice?items=%%%', '%%%', 'ice-product', 504],
    ];
    for (const [place, [address]] of casesIn(ko, winBackKo).entries()) {
      await open(address, async (words) => {
        const cases = words === ko ? casesIn(ko, winBackKo) : casesIn(en, winBackEn);
        const [, sentence = '', figure = '', value = null] = cases[place] ?? [];
        const about = `${address}: ${sentence}`;
        const main = visitor.page.locator('main');
        const invalid = main.locator('[aria-invalid="true"]').first();
        const notice = main.getByRole('alert').filter({ hasText: sentence }).first();
        await invalid
          .or(notice)
          .first()
          .waitFor({ timeout: 5000 })
          .catch(() => {
            throw new Error(`Nothing is marked as wrong at ${about}`);
          });
        await expect.poll(() => main.innerText(), { message: about }).toContain(sentence);
        if (value !== null) await expectFigures([[figure, value]]);
      });
    }
  });

  it('lists every method with its source and what checked it, and finds one by a word', async () => {
    await visitor.go('guide/methods?lang=ko');
    for (const words of [ko, en]) {
      const { methods } = words.guide;
      if (words === en) await switchToEnglish();
      expect(await visitor.figure('oracle-cases')).toBeGreaterThan(3000);
      await visitor.page.getByLabel(methods.find).fill('boschloo');
      const row = visitor.page.locator('tr', { hasText: 'boschlooTest' });
      await row.waitFor();
      expect(await row.innerText()).toContain('SciPy');
      expect(await visitor.page.locator('tbody tr').count()).toBeLessThan(10);
      await visitor.page.getByLabel(methods.find).fill('qqqq');
      await visitor.page.getByText(methods.nothing).waitFor();
    }
    expect(visitor.complaints).toEqual([]);
  });

  it('shows markup in a name as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const address = `ice?items=${encodeURIComponent(name)}:8:7:9,<script>alert(2)</script>:1:2:3`;
    await open(address, async () => {
      expect(await visitor.page.locator('h1').innerText()).toContain(name);
      expect(await visitor.page.locator('main img, main script').count()).toBe(0);
      await expectFigures([['ice-product', 504, { row: name }]]);
    });
  });
});

describe('a calculator that is edited', () => {
  const edits: readonly {
    readonly address: string;
    readonly label: string;
    readonly typed: string;
    readonly written: string;
    readonly changed: readonly [figure: string, value: number];
  }[] = [
    {
      address: 'significance?arms=1000:120,1000:150',
      label: ko.tools.significance.partOf(
        ko.tools.significance.parts.rate[1] ?? '',
        ko.tools.significance.arm('B'),
      ),
      typed: '160',
      written: 'arms=1000:120,1000:160',
      changed: ['difference', 0.04],
    },
    {
      address: 'sample-size?baseline=0.05&lift=0.01',
      label: ko.tools.sampleSize.lift,
      typed: '1.25',
      written: 'lift=0.0125',
      changed: ['sample-size-per-arm', 5332.134691],
    },
    {
      address: `win-back?${winBackQuery}`,
      label: winBackKo.margin,
      typed: '２０%',
      written: 'margin=0.2',
      changed: ['profit', 4_500_000 * 0.2 - 365_000],
    },
    {
      address: 'ice?items=Name:8:7:9,Name:6:5:3',
      label: ko.tools.ice.scoreOf(ko.tools.ice.column.impact, 'Name'),
      typed: '2',
      written: 'items=Name:2:7:9,Name:6:5:3',
      changed: ['ice-product', 126],
    },
  ];

  afterAll(closeBrowser);

  it('writes the edit into its address, and the copied address shows the same in the other language', async () => {
    const visitor = await visit();
    const other = await visit({ language: 'en' });
    const { page } = visitor;
    const all = (of: Visitor) =>
      of.page
        .locator('data[data-figure]')
        .evaluateAll((elements) =>
          elements.map((element) => [
            element.getAttribute('data-figure'),
            element.getAttribute('value'),
          ]),
        );
    for (const { address, label, typed, written, changed } of edits) {
      await visitor.go(`tools/${address}`);
      const field = page.getByLabel(label, { exact: true }).first();
      await field.fill(typed);
      await field.press('Enter');
      await page.waitForURL((url) => decodeURIComponent(url.search).includes(written));
      expect(await visitor.figure(changed[0])).toBeCloseTo(changed[1], 3);
      await page.getByRole('button', { name: ko.tools.frame.copyAddress }).click();
      await page.getByText(ko.tools.frame.addressCopied).first().waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(decodeURIComponent(copied)).toContain(written);
      const figures = await all(visitor);

      await other.page.goto(`${copied}&lang=en`);
      expect(await other.figure(changed[0])).toBeCloseTo(changed[1], 3);
      expect(await other.page.locator('h1').innerText()).toMatch(/^[^가-힣]+$/);
      expect(await all(other)).toEqual(figures);
    }
    for (const { complaints, context } of [visitor, other]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});
