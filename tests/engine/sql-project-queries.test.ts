import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules, shownTopPercents, stages } from '#core/customers/journey.ts';
import type { Variable } from '#core/customers/variable.ts';
import { cellName } from '#core/design/cell-name.ts';
import { levelCount, type Attribute, type Design } from '#core/design/design.ts';
import { onlyThose, type Condition } from '#core/design/eligibility.ts';
import { planFacts } from '#core/history/plan-facts.ts';
import { iceScores, type IceScore } from '#core/ideas/ice.ts';
import { customerSource } from '#core/history/customer-source.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';
import { type AnalysisPlan, noFurtherColumns } from '#core/results/analysis.ts';
import { usualUnitValue } from '#core/rollout/unit-value.ts';
import { consoleSchema } from '#core/sql/console-schema.ts';
import {
  listedQueryNames,
  projectSql,
  type ProjectQueryName,
  type QuerySubject,
} from '#core/sql/project-queries.ts';
import { sqlProject } from '#core/sql/sql-project.ts';
import { sqlKo } from '#text/sql/ko.ts';
import { sampleDocument } from '#workspace/sample-project.ts';
import { openConsole, type TestConsole } from './open-console.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const experimentOf = (document: ProjectDocument) => {
  const [experiment] = document.experiments;
  if (!experiment?.design || !experiment.analysis) throw new Error('The sample has an experiment');
  return { ...experiment, design: experiment.design, analysis: experiment.analysis };
};

describe('the SQL behind the tables of the app gives the numbers of the screens', () => {
  let engine: TestEngine;
  let document: ProjectDocument;
  let console: TestConsole;

  beforeAll(async () => {
    engine = openEngine();
    const { tables, asOf } = await engine.request('load-sample', {});
    document = sampleDocument(tables, asOf);
    console = await openCopy(document);
  });

  const openCopy = async (from: ProjectDocument) =>
    openConsole(await engine.request('copy-rows', {}), consoleSchema(from));

  const rowsOf = (
    name: ProjectQueryName,
    from = document,
    asked = console,
    subject: QuerySubject = {},
  ) => {
    const sql = projectSql(sqlProject(from, sqlKo.columns), name, subject);
    if (sql === null) throw new Error(`No SQL for ${name}`);
    return asked.ask(sql).rows;
  };
  const withDesign = (design: Design): ProjectDocument => ({
    ...document,
    experiments: [{ ...experimentOf(document), design }],
  });
  const withPlan = (analysis: AnalysisPlan): ProjectDocument => ({
    ...document,
    experiments: [{ ...experimentOf(document), analysis }],
  });

  it('runs every query that fits the sample', () => {
    const ofLists = ['list', 'drawn', 'rolled-out'];
    for (const name of listedQueryNames.filter((each) => !ofLists.includes(each)))
      expect(rowsOf(name).length, name).toBeGreaterThanOrEqual(name === 'orphans' ? 0 : 1);
  });

  it('the quota table is the one of the deck', () => {
    expect(rowsOf('quota')).toEqual([
      ['장기', 501, 790, 3211, 4502],
      ['중기', 445, 892, 3612, 4949],
      ['단기', 562, 1009, 2690, 4261],
    ]);
  });

  it.each(['2017-03-26', '2016-08-15'])(
    'the stages, the dormancy bands and the shares of the top are those of the customers, as of %s',
    async (asOf) => {
      const from = { ...document, asOf };
      const source = customerSource(document);
      if (!source) throw new Error('The sample has customers');
      const summary = await engine.request('summarise-customers', {
        source,
        asOf,
        rules: defaultStageRules,
      });
      // Who bought after the day only is in no stage; a stage of nobody has no row.
      const staged = rowsOf('stages', from).filter(([stage]) => stage !== null);
      expect(Object.fromEntries(staged as [string, number][])).toEqual(
        Object.fromEntries(Object.entries(summary.stages).filter(([, customers]) => customers)),
      );
      for (const [, customers, share] of rowsOf('stages', from))
        expect(share).toBeCloseTo(Number(customers) / summary.customers, 12);
      const months = summary.monthsSinceLastPurchase;
      const sum = (from: number, to?: number) => months.slice(from, to).reduce((a, b) => a + b, 0);
      expect(rowsOf('months', from)).toEqual(
        months.flatMap((customers, month) => (customers > 0 ? [[month, customers]] : [])),
      );
      for (const [, customers, share] of rowsOf('dormancy', from))
        expect(share).toBeCloseTo(Number(customers) / sum(0), 12);
      expect(rowsOf('dormancy', from).map((row) => row.slice(0, 2))).toEqual([
        ['0', sum(0, 1)],
        ['1–2', sum(1, 3)],
        ['3–5', sum(3, 6)],
        ['6+', sum(6)],
      ]);
      expect(rowsOf('top', from)[0]?.[2]).toBeCloseTo(summary.salesShareOfTop?.[19] ?? NaN, 12);
      const shares = rowsOf('shares', from);
      expect(shares.map(([percent]) => percent)).toEqual(shownTopPercents);
      for (const [percent, , share, least] of shares) {
        expect(share).toBeCloseTo(summary.salesShareOfTop?.[Number(percent) - 1] ?? NaN, 12);
        expect(least).toBe(summary.leastSpendOfTop?.[Number(percent) - 1]);
      }
      const regions = rowsOf('regions').map(([, customers]) => Number(customers));
      expect(regions.reduce((a, b) => a + b, 0)).toBe(24000);
    },
  );

  it('later orders of customers who came back are those that their worth is reckoned from', async () => {
    const source = customerSource(document);
    if (!source) throw new Error('The sample has customers');
    const bands = value(
      await engine.request('later-orders', {
        source,
        asOf: '2017-03-26',
        cuts: document.dormancyCuts,
        months: experimentOf(document).rollout?.value.months ?? usualUnitValue.months,
        confidenceShare: 0.95,
      }),
    );
    const rows = rowsOf('later-orders');
    const names = ['0', '1–2', '3–5', '6+', '≥ 1'];
    expect([...new Set(rows.map(([band]) => band))]).toEqual(names);
    for (const [place, { found }] of bands.entries()) {
      const own = rows.filter(([band]) => band === names[place]);
      if (place === 3) {
        // Few had come back after half a year, and hardly any of them half a year ago.
        expect(found).toMatchObject({ problem: { code: 'not-watched-so-long', longest: 4 } });
        expect(own.findIndex((row) => Number(row[2]) < 10)).toBe(4);
        continue;
      }
      const { byMonth, customers, customerMonths, orders, orderValue } = value(found);
      expect(own.map((row) => Number(row[3]) / Number(row[2]))).toEqual(byMonth);
      const sum = (column: number) => own.reduce((all, row) => all + Number(row[column]), 0);
      expect([own[0]?.[2], sum(2), sum(3)]).toEqual([customers, customerMonths, orders]);
      expect(sum(4) / sum(3)).toBeCloseTo(orderValue ?? NaN, 9);
      expect(customers).toBeGreaterThan(100);
    }
  });

  it('the responses per arm and per cell are those of the results', async () => {
    expect(rowsOf('arms').map((row) => row.slice(0, 3))).toEqual([
      ['CONTROL', 900, 25],
      ['COUPON', 900, 76],
      ['GIFT', 900, 54],
      ['POINT', 900, 94],
    ]);
    await expectTotals(experimentOf(document).analysis, document, console);
  });

  /** Compares the SQL with what the engine counts, stratum by stratum. */
  async function expectTotals(plan: AnalysisPlan, from: ProjectDocument, asked: TestConsole) {
    const totals = value(
      await engine.request('total-experiment', {
        plan,
        source: customerSource(from),
        rules: from.stageRules,
        running: [],
        armNames: experimentOf(from).design.arms.map(({ id }) => id),
      }),
    );
    const counted = totals.strata.flatMap((stratum) =>
      stratum.totals
        .filter(({ customers }) => customers > 0)
        .map(({ customers, responders, moneySum }) => [customers, responders, moneySum]),
    );
    const depth = plan.strata.kind === 'none' ? 0 : plan.strata.kind === 'columns' || plan.source.kind === 'drawn' ? 1 : 2; // prettier-ignore
    const told = rowsOf('cells', from, asked).map((row) => [
      row[depth + 1],
      row[depth + 2],
      row[depth + 4],
    ]);
    const sorted = (rows: readonly unknown[][]) =>
      rows.map((row) => JSON.stringify(row)).toSorted();
    expect(sorted(told)).toEqual(sorted(counted));
    expect(counted.length).toBeGreaterThan(1);
  }

  it('also without strata, and by a column of the file', async () => {
    const { analysis } = experimentOf(document);
    const column = document.tables
      .find(({ name }) => name === analysis.source.table)
      ?.columns.find(({ kind, role }) => kind === 'text' && role === 'none');
    for (const strata of [
      { kind: 'none' } as const,
      { kind: 'columns', columns: [column?.name ?? ''] } as const,
    ]) {
      const plan: AnalysisPlan = { ...analysis, strata };
      await expectTotals(plan, withPlan(plan), console);
    }
  });

  it('and for a drawn list with its responses, whose names are readable', async () => {
    const source = customerSource(document);
    if (!source) throw new Error('The sample has customers');
    const experiment = experimentOf(document);
    const assignment = value(
      await engine.request('draw', {
        source,
        design: experiment.design,
        rules: document.stageRules,
        running: [],
        experiment: experiment.id,
        seed: 'carrot',
        counts: Array.from({ length: 9 }, () => [100, 100, 100, 100]),
        drawnAt: '2026-11-22T00:00:00Z',
      }),
    );
    const plan: AnalysisPlan = {
      ...experiment.analysis,
      source: {
        kind: 'drawn',
        experiment: experiment.id,
        table: experiment.analysis.source.table,
        customerColumn: 'customer_id',
        outcomeColumn: 'responded',
        moneyColumn: 'amount',
        ...noFurtherColumns,
        everyRow: 'nothing',
        furtherFiles: [],
      },
    };
    const drawn: ProjectDocument = {
      ...document,
      experiments: [{ ...experiment, assignment, analysis: plan }],
    };
    const copy = await openCopy(drawn);
    const list = rowsOf('list', drawn, copy);
    expect(list.length).toBe(3600);
    expect(list[0]).toEqual([expect.any(String), '단기×하', '홀드아웃']);
    expect(rowsOf('drawn', drawn, copy)[0]).toEqual(['단기×하', 2690, 100, 100, 100, 100, 400]);
    const populations = Object.fromEntries(
      rowsOf('drawn', drawn, copy).map(([cell, n]) => [cell, n]),
    );
    expect(populations).toEqual(
      Object.fromEntries(
        assignment.population.map((n, cell) => [cellName(experiment.design.attributes, cell), n]),
      ),
    );
    expect(rowsOf('drawn', drawn, copy).length).toBe(9);
    await expectTotals(plan, drawn, copy);
    const byRegion: AnalysisPlan = { ...plan, strata: { kind: 'columns', columns: ['region'] } };
    await expectTotals(byRegion, { ...drawn, experiments: [{ ...experiment, assignment, analysis: byRegion }] }, copy); // prettier-ignore
    const transactions = source?.transactions;
    const withPurchases: AnalysisPlan = {
      ...plan,
      window: { from: '2017-01-01', to: '2017-02-28' },
      source: {
        ...plan.source,
        kind: 'drawn',
        experiment: experiment.id,
        customerColumn: 'customer_id',
        everyRow: 'nothing',
        ...noFurtherColumns,
        furtherFiles: [
          {
            table: transactions?.table ?? '',
            customerColumn: 'customer_id',
            outcomeColumn: null,
            everyRow: 'purchased',
            moneyColumn: 'amount',
            ...noFurtherColumns,
            dateColumn: 'order_date',
          },
        ],
      },
    };
    await expectTotals(withPurchases, { ...drawn, experiments: [{ ...experiment, assignment, analysis: withPurchases }] }, copy); // prettier-ignore
  });

  it('the profile of every table counts as the profile of the screen does', async () => {
    for (const { name: table, columns } of document.tables) {
      const told = rowsOf('profile', document, console, { table });
      expect(told.map(([column]) => column)).toEqual(columns.map(({ name }) => name));
      for (const [column, distinct, missing] of told) {
        const asked = { table, column: String(column), personal: null, today: '2026-11-30' };
        const profile = value(await engine.request('profile-column', asked));
        expect([distinct, missing], `${table} ${String(column)}`).toEqual([profile.distinct, profile.missing]); // prettier-ignore
      }
    }
  });

  it('the values of an attribute are those that it divides', async () => {
    const source = customerSource(document);
    const { design } = experimentOf(document);
    if (!source) throw new Error('The sample has customers');
    const attributes = [
      ...design.attributes,
      attribute('지역', { from: 'customers', column: 'region' }, { kind: 'category', groups: [['서울']] }, ['서울']), // prettier-ignore
      attribute('구매액', spend, { kind: 'number', cuts: [50000] }, ['하', '상']),
      attribute('단계', { from: 'stage' }, { kind: 'category', groups: [['new']] }, ['신규']),
    ];
    const from = withDesign({ ...design, attributes });
    for (const { id, variable, banding } of attributes) {
      const told = rowsOf('values', from, console, { attribute: id });
      const described = await engine.request('describe-variable', {
        source,
        variable,
        asOf: design.asOf,
        rules: document.stageRules,
      });
      const there = told.filter(([each]) => each !== null && (banding.kind !== 'months-since' || Number(each) >= 0)); // prettier-ignore
      const all = there.reduce((sum, row) => sum + Number(row[1]), 0);
      if (banding.kind === 'category') {
        const counts = Object.fromEntries(there.map(([each, customers]) => [String(each), customers])); // prettier-ignore
        const screen = described.categories.filter(({ count }) => count > 0);
        expect(counts).toEqual(Object.fromEntries(screen.map(({ value: each, count }) => [each, count]))); // prettier-ignore
        continue;
      }
      const binned = described.bins.map(({ from: low, to: high }, place) => {
        const isLast = place === described.bins.length - 1;
        return there
          .filter(([each]) => Number(each) >= low && (isLast || Number(each) < high))
          .reduce((sum, row) => sum + Number(row[1]), 0);
      });
      expect(binned, id).toEqual(described.bins.map(({ count }) => count));
      expect(all, id).toBeGreaterThan(1000);
    }
  });

  it('the ideas and the experiments are those of the lists', async () => {
    const ideas = [
      { id: 1, name: '재구매 쿠폰', target: '휴면', impact: 8, confidence: 7, ease: 9 },
      { id: 2, name: "it's a gift", target: '', impact: 5, confidence: 5, ease: 5 },
      { id: 3, name: '포인트', target: '신규', impact: 10, confidence: 1, ease: 10 },
    ];
    const outcome = {
      bestArm: experimentOf(document).design.arms[1]?.id ?? '',
      difference: 0.05,
      differenceLow: 0.02,
      differenceHigh: 0.08,
      pValueAdjusted: 0.001,
      customers: 3600,
      carrots: [],
    };
    const from: ProjectDocument = {
      ...document,
      ideas,
      experiments: [{ ...experimentOf(document), ideaId: 2, outcome }],
    };
    const copy = await openCopy(from);
    const scores = value(iceScores(ideas));
    const ranked = ideas
      .map((idea, place) => ({ idea, score: scores[place] as IceScore }))
      .toSorted((a, b) => a.score.rankByProduct - b.score.rankByProduct || a.score.rankByMean - b.score.rankByMean); // prettier-ignore
    expect(rowsOf('ideas', from, copy)).toEqual(
      ranked.map(({ idea: { name, target, impact, confidence, ease }, score }) => [
        score.rankByProduct,
        score.rankByMean,
        name,
        target,
        impact,
        confidence,
        ease,
        score.product,
        score.mean,
      ]),
    );
    const [row] = rowsOf('experiments', from, copy);
    const plan = planFacts(experimentOf(document));
    expect(row?.slice(3)).toEqual([
      2,
      experimentOf(document)
        .design.arms.map(({ name }) => name)
        .join(', '),
      plan?.cells,
      plan?.sample,
      plan?.cost,
      experimentOf(document).design.arms[1]?.name,
      0.05,
      0.02,
      0.08,
      0.001,
      3600,
    ]);
    expect(copy.problem('DELETE FROM project_ideas').code).toBe('not-read-only');
  });

  const spend: Variable = { from: 'transactions', measure: 'spend' };
  const orders: Variable = { from: 'transactions', measure: 'order-count' };
  const lastOrder: Variable = { from: 'transactions', measure: 'last-order-date' };
  const attribute = (
    name: string,
    variable: Variable,
    banding: Attribute['banding'],
    levelNames: string[],
  ): Attribute => ({
    id: name,
    name,
    variable,
    banding,
    levelNames,
    unknownName: null,
    highestFirst: false,
  });

  it.each<[string, readonly Condition[], readonly Attribute[]]>([
    [
      'spend by orders',
      [{ kind: 'number', variable: spend, from: 10000, below: 500000 }],
      [
        attribute('구매액', spend, { kind: 'number', cuts: [50000, 100000] }, ['하', '중', '상']),
        attribute('주문 수', orders, { kind: 'number', cuts: [2, 4] }, ["1'회", '2–3회', '4회+']),
      ],
    ],
    [
      'stages, alone',
      [{ kind: 'months-since', variable: lastOrder, from: null, to: 11 }],
      [
        attribute(
          '단계',
          { from: 'stage' },
          { kind: 'category', groups: stages.map((stage) => [stage]) },
          [...stages],
        ),
      ],
    ],
    [
      'three attributes, some customers in no level',
      [{ kind: 'category', variable: { from: 'stage' }, values: ['inactive', 'new'], drawn: null }],
      [
        attribute('지역', { from: 'customers', column: 'region' }, { kind: 'category', groups: [['서울'], ['경기', '인천']] }, ['서울', '수도권']), // prettier-ignore
        attribute('횟수', orders, { kind: 'category', groups: [['1'], ['2', '3']] }, ['한 번', '몇 번']), // prettier-ignore
        attribute('가입', { from: 'customers', column: 'signup_date' }, { kind: 'months-since', cuts: [12, 24] }, ['새', '중간', '오랜']), // prettier-ignore
      ],
    ],
    [
      'days, the average order and a favourite, unknown values as levels',
      [],
      [
        { ...attribute('첫 주문', { from: 'transactions', measure: 'first-order-date' }, { kind: 'days-since', cuts: [180, 365] }, ['새', '중간', '오랜']), unknownName: '모름' }, // prettier-ignore
        { ...attribute('평균', { from: 'transactions', measure: 'average-order-value' }, { kind: 'number', cuts: [30000] }, ['하', '상']), unknownName: '주문 없음' }, // prettier-ignore
        { ...attribute('카테고리', { from: 'favourite', column: 'category' }, { kind: 'category', groups: [['스킨케어'], ['클렌징']] }, ['스킨', '클렌징']), unknownName: '그 밖' }, // prettier-ignore
      ],
    ],
    ['nothing at all', [], []],
  ])('the quota table agrees with the screen: %s', async (_name, conditions, attributes) => {
    for (const asOf of ['2017-03-26', '2016-08-15']) {
      const eligibility = conditions.map(onlyThose);
      const design: Design = { ...experimentOf(document).design, asOf, eligibility, attributes };
      const source = customerSource(document);
      if (!source) throw new Error('The sample has customers');
      const { population } = await engine.request('count-quota', {
        source,
        design,
        rules: defaultStageRules,
        running: [],
      });
      const rows = rowsOf('quota', withDesign(design));
      const down = Math.max(attributes.length - 1, Math.min(attributes.length, 1));
      const numbers = rows.flatMap((row) =>
        attributes.length > 1 ? row.slice(down, -1) : row.slice(-1),
      );
      // A row of the screen without customers is not in the answer.
      const last = attributes.length > 1 ? attributes.at(-1) : undefined;
      const across = last ? levelCount(last) : 1;
      const screen = population.filter((_, cell) => {
        const from = Math.floor(cell / across) * across;
        return population.slice(from, from + across).some((customers) => customers > 0);
      });
      expect(numbers).toEqual(screen);
      expect(population.reduce((a, b) => a + b, 0)).toBeGreaterThan(100);
    }
  });
});
