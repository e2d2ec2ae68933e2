import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import { emptyBrief } from '#core/design/brief.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { Attribute, Design, QuotaCounts } from '#core/design/design.ts';
import { undecided } from '#core/design/undecided.ts';
import { noneOfThose, onlyThose } from '#core/design/eligibility.ts';
import { defaultFormat } from '#core/import/column-format.ts';
import { type OutcomeSource, noFurtherColumns, usualReading } from '#core/results/analysis.ts';
import { md5Hex } from '#core/random/md5.ts';
import type { Result } from '#core/result.ts';
import { EngineClient } from '#engine/client.ts';
import {
  channels,
  customerColumns,
  customerFile,
  customerValues,
  regions,
} from './customer-file.ts';
import { openInsertLoop, parseOnly, readyRows } from './peers.ts';
import { lapTable, spread, Stopwatch } from './stopwatch.ts';

const rowCount = 1_000_000;
const projectId = 'bench';
const importStep = 'import a file';
const parsePeer = 'papaparse alone';
const insertPeer = 'sql.js inserts';
const drawStep = 'draw 27 cells × 4 arms';
const sortPeer = 'full sort of MD5 texts';

const source: CustomerSource = {
  table: 'data_1',
  idColumn: 'customer_id',
  lastPurchaseColumn: 'last_purchase_date',
  transactions: null,
};

/** 3 × 3 × 3 cells and 4 arms; every customer is eligible, so that the draw has the most to do. */
const design: Design = {
  brief: emptyBrief,
  asOf: '2017-03-26',
  controlFactors: [],
  eligibility: [
    onlyThose({
      kind: 'category',
      variable: { from: 'customers', column: 'region' },
      values: regions,
      drawn: null,
    }),
    onlyThose({
      kind: 'months-since',
      variable: { from: 'customers', column: 'last_purchase_date' },
      from: 1,
      to: null,
    }),
  ],
  attributes: [
    {
      id: 'dormancy',
      name: 'dormancy',
      variable: { from: 'customers', column: 'last_purchase_date' },
      banding: { kind: 'months-since', cuts: [6, 10] },
      levelNames: ['short', 'middle', 'long'],
      unknownName: null,
      highestFirst: true,
    },
    {
      id: 'points',
      name: 'points',
      variable: { from: 'customers', column: 'points_balance' },
      banding: { kind: 'number', cuts: [10_000, 20_000] },
      levelNames: ['low', 'middle', 'high'],
      unknownName: null,
      highestFirst: true,
    },
    {
      id: 'birth',
      name: 'birth',
      variable: { from: 'customers', column: 'birth_year' },
      banding: { kind: 'number', cuts: [1967, 1984] },
      levelNames: ['old', 'middle', 'young'],
      unknownName: null,
      highestFirst: false,
    },
  ],
  arms: [
    holdoutArm('holdout', 'holdout'),
    ...['coupon', 'points', 'gift'].map((name) => carrotArm(name, name, 'sms', 1000)),
  ],
  channels: [{ id: 'sms', name: '', kind: 'sms', costPerContact: 20, reachShare: 1 }],
  allocation: { kind: 'equal', perCellAndArm: 1000 },
  ...undecided,
  power: { baselineShare: 0.1, lift: 0.05, alpha: 0.05 },
};
const cells = 27;

const column = (name: string) => ({ from: 'customers', column: name }) as const;
const moreRules = [
  onlyThose({ kind: 'category', variable: column('consent_sms'), values: ['1'], drawn: null }),
  onlyThose({ kind: 'number', variable: column('spend'), from: 1000, below: null }),
  onlyThose({ kind: 'days-since', variable: column('signup_date'), from: 30, to: null }),
  {
    isOn: true,
    exclude: false,
    any: [
      { kind: 'category', variable: column('gender'), values: ['여'], drawn: null } as const,
      { kind: 'number', variable: column('birth_year'), from: null, below: 1980 } as const,
    ],
  },
  noneOfThose({ kind: 'missing', variable: column('points_balance') }),
];

const outcome: OutcomeSource = {
  kind: 'table',
  table: 'data_1',
  customerColumn: 'customer_id',
  armColumn: 'channel',
  outcomeColumn: 'consent_email',
  moneyColumn: 'spend',
  ...noFurtherColumns,
};

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}

const dragSteps = 60;

/** Milliseconds of each recount, as the page waits for it, while the first cut of an attribute is dragged. */
async function dragTimes(
  place: number,
  count: (attributes: readonly Attribute[]) => Promise<QuotaCounts>,
): Promise<number[]> {
  const { banding } = design.attributes[place] as Attribute;
  if (banding.kind === 'category') throw new Error('A category has no cuts');
  const [from = 0, to = 0] = banding.cuts;
  const times: number[] = [];
  for (let step = 0; step < dragSteps; step++) {
    const cut = from + ((to - from) * step) / dragSteps;
    const moved = { ...banding, cuts: [cut, ...banding.cuts.slice(1)] };
    const start = performance.now();
    const { population } = await count(
      design.attributes.map((each, index) =>
        index === place ? { ...each, banding: moved } : each,
      ),
    );
    times.push(performance.now() - start);
    expect(sum(population)).toBe(rowCount);
  }
  return times;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Asserts counts only: times depend on the machine and are printed, with those of its peers in the same run. */
describe('a million customers of 12 columns', () => {
  const client = new EngineClient();
  const watch = new Stopwatch();
  const file = customerFile(rowCount);
  const drags: string[] = [];

  afterAll(() => client.close());

  it('are imported, saved, opened, counted, drawn from and totalled', async () => {
    await client.request('start-empty', {});
    const preview = value(
      await watch.measure('preview', () =>
        client.request('preview-file', {
          file,
          fileName: 'customers.csv',
          chosen: {},
        }),
      ),
    );
    expect(
      preview.columns.map(({ name, kind, role, personal }) => ({ name, kind, role, personal })),
    ).toEqual(customerColumns);
    const plan = {
      label: preview.suggestedLabel,
      tableRole: preview.tableRole,
      source: preview.source,
      columns: customerColumns.map((column) => ({ ...column, format: defaultFormat })),
      duplicates: 'keep-first' as const,
      blankIds: 'reject' as const,
      today: '2026-11-25',
      into: { mode: 'new' as const },
    };
    const table = value(
      await watch.measure(importStep, () =>
        client.request('import-file', { file, fileName: 'customers.csv', plan }),
      ),
    );
    expect(table).toMatchObject({ name: 'data_1', rowCount, report: { problems: [] } });

    const keep = [table.name];
    const place = { storage: 'origin-private-files' as const, projectId };
    const { rows } = value(
      await watch.measure('save the rows', () =>
        client.request('save-rows', { ...place, fileName: 'rows-1-1', saved: null }),
      ),
    );
    const opened = await watch.measure('open the saved rows', () =>
      client.request('open-saved', { ...place, rows, keep }),
    );
    expect(value(opened).tables).toEqual(keep);

    const count = () =>
      client.request('count-quota', { source, design, rules: defaultStageRules, running: [] });
    const quota = await watch.measure('quota table, first', count);
    expect(quota).toMatchObject({ customers: rowCount, eligible: rowCount, unclassified: 0 });
    expect(quota.population).toHaveLength(cells);
    expect(sum(quota.population)).toBe(rowCount);
    expect(await watch.measure('quota table, again', count)).toEqual(quota);
    const countAs = (changed: Partial<Design>) => () =>
      client.request('count-quota', {
        source,
        design: { ...design, ...changed },
        rules: defaultStageRules,
        running: [],
      });
    const [dormancy, ...others] = design.attributes;
    const dragged = { ...dormancy, banding: { kind: 'months-since', cuts: [5, 10] } };
    const moved = await watch.measure(
      'quota table, a cut dragged',
      countAs({ attributes: [dragged as Attribute, ...others] }),
    );
    expect(sum(moved.population)).toBe(rowCount);
    for (const [place, name] of design.attributes.map(({ id }, index) => [index, id] as const)) {
      const times = await dragTimes(place, (attributes) => countAs({ attributes })());
      drags.push(`${`a cut of ${name} dragged`.padEnd(28)} ${spread(times)}`);
    }
    const ruled = await watch.measure(
      'quota table, five more rules',
      countAs({ eligibility: [...design.eligibility, ...moreRules] }),
    );
    expect(ruled.rules).toHaveLength(design.eligibility.length + moreRules.length);
    expect(ruled.eligible).toBeGreaterThan(0);
    expect(ruled.eligible).toBeLessThan(rowCount);

    const counts = quota.population.map(() => [1000, 1000, 1000, 1000]);
    const planned = { source, design, rules: defaultStageRules, running: [] };
    const fingerprint = await watch.measure('fingerprint of who is eligible', () =>
      client.request('fingerprint-population', planned),
    );
    expect(value(fingerprint)).toMatch(/^[0-9a-f]{32}$/);
    const drawing = { experiment: 1, seed: 'bench', counts, drawnAt: '2017-03-26T00:00:00Z' };
    const told: number[] = [];
    const drawn = value(
      await watch.measure(drawStep, () =>
        client.request(
          'draw',
          { ...planned, ...drawing },
          { onProgress: ({ customers }) => told.push(customers) },
        ),
      ),
    );
    expect(drawn).toMatchObject({ counts, population: quota.population });
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    const refused = await watch.measure('5 seeds tried for an even draw', () =>
      client.request('draw', {
        ...planned,
        design: { ...design, controlFactors: [column('gender'), column('spend')] },
        ...drawing,
        experiment: 2,
        balance: { limit: 1e-9, mostTries: 5 },
      }),
    );
    expect(refused).toMatchObject({ ok: false, problem: { code: 'balance-not-met', tries: 5 } });
    const list = await watch.measure('write the drawn list', () =>
      client.request('assignment-list', {
        source,
        design,
        experiment: 1,
        columns: ['region', 'channel'],
        headers: { customer: 'customer', cell: 'cell', arm: 'arm' },
      }),
    );
    expect(new TextDecoder().decode(list).split('\r\n')).toHaveLength(cells * 4 * 1000 + 2);

    const totalsBy = (strata: 'columns' | 'cells') => () =>
      client.request('total-experiment', {
        plan: {
          ...usualReading,
          control: '',
          source: outcome,
          strata:
            strata === 'cells'
              ? { kind: 'cells', design }
              : { kind: 'columns', columns: ['region'] },
        },
        source,
        rules: defaultStageRules,
        running: [],
        armNames: [],
      });
    for (const [step, strata] of [
      ['total an experiment by region', 'columns'],
      ['total an experiment by cells', 'cells'],
    ] as const) {
      const totals = value(await watch.measure(step, totalsBy(strata)));
      expect(totals.arms).toEqual(channels);
      const perArm = totals.strata.flatMap((stratum) => stratum.totals);
      expect(sum(perArm.map(({ customers }) => customers))).toBe(rowCount);
      expect(sum(perArm.map(({ responders }) => responders))).toBe(0.8 * rowCount);
    }
  });

  it('are drawn by a peer: a full sort of the MD5 as text', () => {
    const drawn = watch.measure(sortPeer, () => {
      const keys = Array.from({ length: rowCount }, (_, row) => {
        const [id] = customerValues(row);
        return `${md5Hex(`bench:${id}`)}:${id}`;
      });
      return keys.sort();
    });
    return expect(drawn).resolves.toHaveLength(rowCount);
  });

  it('are read by the peers: papaparse alone, and inserts in sql.js', async () => {
    const text = await file.text();
    expect(await watch.measure(parsePeer, () => parseOnly(text))).toBe(rowCount);
    const loop = await openInsertLoop();
    let insertSeconds = 0;
    let longestGap = 0;
    for (let start = 0; start < rowCount; start += 50_000) {
      const rows = readyRows(start, 50_000);
      const part = new Stopwatch();
      await part.measure(insertPeer, () => loop.insert(rows));
      insertSeconds += part.secondsOf(insertPeer);
      longestGap = Math.max(longestGap, part.laps[0]?.longestGap ?? 0);
    }
    watch.laps.push({ step: insertPeer, seconds: insertSeconds, longestGap });
    expect(loop.count()).toBe(rowCount);
    loop.close();
  });

  it('leave a table of times', () => {
    const peers = [parsePeer, insertPeer, sortPeer];
    const table = lapTable(watch.laps, peers, ({ step, seconds }, peer) =>
      step === (peer === sortPeer ? drawStep : importStep) ? seconds / watch.secondsOf(peer) : null,
    );
    console.log(
      `\n${rowCount} rows × ${customerColumns.length} columns, ${(file.size / 1e6).toFixed(0)} MB; ` +
        `the peers run on the page, ours in the worker\n\n${table}\n\n${drags.join('\n')}\n`,
    );
    expect(watch.laps).toHaveLength(17);
  });
});
