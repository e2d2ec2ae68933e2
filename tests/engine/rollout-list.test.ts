import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import type { Design } from '#core/design/design.ts';
import { defaultStageRules } from '#core/customers/journey.ts';
import { usualListPlan } from '#core/rollout/list/list-plan.ts';
import { planListCounts } from '#core/rollout/list/plan-counts.ts';
import { ZipArchive } from '#engine/import/sources/zip-archive.ts';
import type { RolloutQuestion } from '#engine/rollout-list-protocol.ts';
import { deckDesign, sampleSource } from './deck-design.ts';
import { openConsole } from './open-console.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex');
const sum = (values: readonly number[]) => values.reduce((total, count) => total + count, 0);

const design: Design = {
  ...deckDesign(),
  arms: [
    holdoutArm('CONTROL', '홀드아웃'),
    carrotArm('COUPON', '쿠폰', 'sms', 5000),
    carrotArm('POINT', '포인트', 'dm', 5000),
  ],
  channels: [
    { id: 'sms', name: '', kind: 'sms', costPerContact: 30, reachShare: 1 },
    { id: 'dm', name: '', kind: 'dm', costPerContact: 900, reachShare: 1 },
  ],
};
/** Points for high points, coupons for low ones, nothing between. */
const carrots = ['COUPON', null, 'POINT', 'COUPON', null, 'POINT', 'COUPON', null, 'POINT'];

const question: RolloutQuestion = {
  source: sampleSource,
  design,
  rules: defaultStageRules,
  running: [],
  experiment: 1,
  tested: null,
  earlier: [],
  carrots,
  plan: usualListPlan,
};
const contacts = { customerColumn: 'customer_id', armColumn: 'arm', control: 'CONTROL' };
const consents = [
  { channel: 'sms', column: 'consent_sms', values: ['1'] },
  { channel: 'dm', column: 'consent_dm', values: ['1'] },
];

describe('the rollout list of the sample', () => {
  let engine: TestEngine;
  let asked: RolloutQuestion;

  beforeAll(async () => {
    engine = openEngine();
    const { tables } = await engine.request('load-sample', {});
    const table = tables.find(({ role }) => role === 'experiment')?.name ?? '';
    asked = {
      ...question,
      tested: { table, ...contacts },
      plan: { ...usualListPlan, consents },
    };
  });

  const drawn = async (seed = '봄 #1', list = 40) => {
    const pool = value(await engine.request('count-rollout', asked));
    const { left } = pool;
    const waves = { kind: 'count', waves: 3 } as const;
    const counts = value(planListCounts({ design, left, carrots, holdoutShare: 0.1, waves }));
    const found = value(await engine.request('draw-rollout', { ...asked, list, seed, counts }));
    return { ...found, pool, counts };
  };

  it('leaves out who took part, who gets nothing and who gave no consent, each counted once', async () => {
    const { pool, counts } = await drawn();
    expect(sum(pool.eligible)).toBe(13_712);
    expect(pool.tested).toEqual(carrots.map(() => 300));
    expect(pool.heldOut).toEqual(carrots.map(() => 100));
    pool.eligible.forEach((eligible, cell) => {
      const { tested, heldOut, rolledOut, withoutCarrot, withoutConsent, left } = pool;
      const parts = [tested, heldOut, rolledOut, withoutCarrot, withoutConsent, left];
      expect(sum(parts.map((part) => part[cell] ?? 0))).toBe(eligible);
      expect(left[cell] === 0).toBe(carrots[cell] === null);
      expect(sum(counts[cell] ?? [])).toBe(left[cell]);
    });
  });

  it('is found again in SQL alone, by the recipe of the record', async () => {
    const { listFingerprint, counts } = await drawn();
    const table = (source: string, name: string) => ({ source, name, columns: [] });
    const schema = {
      tables: [table('data_1', 'customers'), table(asked.tested?.table ?? '', 'contacts')],
      lists: [],
      made: [],
    };
    const console = openConsole(await engine.request('copy-rows', {}), schema);
    // Without any part of this program but the md5 that the console offers: cells by dates and points, as the deck words them.
    const { rows } = console.ask(`
      WITH asked(cell, arm, consent) AS (
        VALUES ${carrots.flatMap((arm, cell) => (arm === null ? [] : [`(${cell}, ${arm === 'POINT' ? 2 : 1}, '${arm === 'POINT' ? 'dm' : 'sms'}')`])).join(', ')}
      ), wanted(cell, wave, before, count) AS (
        VALUES ${counts.flatMap((slots, cell) => slots.map((count, wave) => `(${cell}, ${wave}, ${sum(slots.slice(0, wave))}, ${count})`)).join(', ')}
      ), placed AS (
        SELECT customer_id, consent_sms, consent_dm,
          3 * (CASE WHEN last_purchase_date > '2016-12-26' THEN 0 WHEN last_purchase_date > '2016-09-26' THEN 1 ELSE 2 END)
            + (points_balance >= 3000) + (points_balance >= 10000) AS cell
        FROM customers
        WHERE region IN ('서울', '경기') AND last_purchase_date <= '2017-02-26'
          AND customer_id NOT IN (SELECT customer_id FROM contacts)
      ), ranked AS (
        SELECT customer_id, placed.cell, arm, row_number() OVER (
          PARTITION BY placed.cell ORDER BY md5('봄 #1:' || customer_id), customer_id) - 1 AS place
        FROM placed JOIN asked USING (cell)
        WHERE CASE consent WHEN 'dm' THEN consent_dm ELSE consent_sms END = 1
      )
      SELECT customer_id || ',' || cell || ',' || iif(wave = 0, 0, arm) || ',' || wave
      FROM ranked JOIN wanted USING (cell) WHERE place >= before AND place < before + count`);
    const lines = rows.map(([line]) => String(line));
    expect(lines.length).toBe(sum(counts.flat()));
    expect(md5(lines.sort().join('\n'))).toBe(listFingerprint);
  });

  it('stands beside the lists of experiments, is replaced, brought back, and kept out of the next one', async () => {
    const first = await drawn('one', 41);
    const kept = () => engine.engine.database.all('SELECT customer, arm FROM carrotlab_assignment WHERE experiment = 41 ORDER BY rowid'); // prettier-ignore
    const before = kept();
    expect(before).toHaveLength(sum(first.counts.flat()));
    engine.isCancelled = () => true;
    const drawing = { ...asked, list: 41, counts: first.counts, seed: 'two' };
    expect(await engine.request('draw-rollout', drawing)).toMatchObject({ problem: { code: 'cancelled' } }); // prettier-ignore
    engine.isCancelled = () => false;
    expect(kept()).toEqual(before);
    value(await engine.request('draw-rollout', { ...drawing, replaces: 'one' }));
    expect(kept()).not.toEqual(before);
    const back = { experiment: 41, list: 'one', replaces: 'two' };
    expect(await engine.request('bring-back-list', back)).toBe(true);
    expect(kept()).toEqual(before);
    const later = value(await engine.request('count-rollout', { ...asked, earlier: [41] }));
    expect(sum(later.rolledOut)).toBe(before.length);
    expect(sum(later.left)).toBe(0);
    const tooMany = { ...drawing, counts: first.counts.map((slots) => slots.map((count) => count + 1)) }; // prettier-ignore
    expect(await engine.request('draw-rollout', tooMany)).toMatchObject({ problem: { code: 'cell-too-small' } }); // prettier-ignore
    const lost = { ...asked, plan: { ...usualListPlan, consents: [{ channel: 'dm', column: 'no_such', values: ['1'] }] } }; // prettier-ignore
    expect(await engine.request('count-rollout', lost)).toMatchObject({ problem: { code: 'column-missing', column: 'no_such' } }); // prettier-ignore
  });

  it('is handed over carrot by carrot and wave by wave, byte for byte the same, with columns to fill in', async () => {
    const { counts } = await drawn('files', 42);
    const writing = {
      source: sampleSource,
      design,
      list: 42,
      counts,
      columns: ['region'],
      headers: { customer: '고객', cell: '셀', carrot: '캐럿', channel: '채널', wave: '차수', sendOn: '보내는 날' }, // prettier-ignore
      channels: ['', 'SMS', 'DM'],
      holdoutName: '=관찰',
      days: [[], ['2017-04-03', '2017-04-10', '2017-04-17'], []],
    };
    const files = [
      { fileName: '쿠폰 SMS.csv', arms: [1], toFill: ['결과'] },
      { fileName: '관찰.csv', arms: [0], toFill: [] },
    ];
    const zipped = async () =>
      engine.request('rollout-files', { ...writing, files, texts: [{ fileName: '기록.json', text: '{}\n' }] }); // prettier-ignore
    const bytes = await zipped();
    expect(await zipped()).toEqual(bytes);
    const zip = await ZipArchive.open(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    expect(zip.names).toEqual(['쿠폰 sms.csv', '관찰.csv', '기록.json']);
    const one = await engine.request('rollout-list', { ...writing, file: { arms: [1], toFill: ['결과'] } }); // prettier-ignore
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(one);
    expect(text.startsWith('\uFEFF고객,셀,캐럿,채널,차수,보내는 날,region,결과\r\n')).toBe(true);
    const lines = text.trimEnd().split('\r\n').slice(1).map((line) => line.split(',')); // prettier-ignore
    const sent = counts.filter((_, cell) => carrots[cell] === 'COUPON');
    expect(lines).toHaveLength(sum(sent.flatMap((slots) => slots.slice(1))));
    const waves = lines.map((line) => Number(line[4]));
    expect(waves).toEqual(waves.toSorted((one, other) => one - other));
    expect(waves.filter((wave) => wave === 2)).toHaveLength(sum(sent.map((slots) => slots[2] ?? 0))); // prettier-ignore
    const days = ['2017-04-03', '2017-04-10', '2017-04-17'];
    for (const line of lines) expect(line[5]).toBe(days[Number(line[4]) - 1]);
    const held = await engine.request('rollout-list', { ...writing, file: { arms: [0], toFill: [] } }); // prettier-ignore
    const [, first = ''] = new TextDecoder().decode(held).split('\r\n');
    expect(first.split(',').slice(2, 6)).toEqual(["'=관찰", '', '', '']);
  });
});

describe('any rollout list', () => {
  const channelOf = { COUPON: 'sms', POINT: 'dm' } as const;
  const person = fc.record({
    cell: fc.nat(2),
    tested: fc.constantFrom(null, 'CONTROL', 'COUPON'),
    sms: fc.boolean(),
    dm: fc.boolean(),
  });
  const small: Design = {
    ...design,
    eligibility: [],
    attributes: [
      {
        id: 'points',
        name: 'points',
        variable: { from: 'customers', column: 'points' },
        banding: { kind: 'number', cuts: [1, 2] },
        levelNames: [],
        unknownName: null,
        highestFirst: false,
      },
    ],
  };

  it('has everybody who may be on it, once, whatever the order of the file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 5, maxLength: 60 }),
        fc.array(fc.constantFrom(null, 'COUPON', 'POINT'), { minLength: 3, maxLength: 3 }),
        fc.record({ tested: fc.boolean(), heldOut: fc.boolean(), rolledOut: fc.constant(true) }),
        fc.constantFrom(0, 0.1, 0.4),
        fc.string(),
        async (people, given, leftOut, holdoutShare, seed) => {
          const found = await Promise.all(
            [false, true].map(async (isReversed) => {
              const engine = openEngine();
              const order = people.map((each, place) => ({ ...each, id: `고객${place}` }));
              if (isReversed) order.reverse();
              const csv = order.map(({ id, cell, tested, sms, dm }) => `${id},${cell},${tested ?? ''},${sms ? 'Y' : 'N'},${dm ? 1 : 0}`); // prettier-ignore
              const { name } = value(
                await engine.importText(`customer_id,points,arm,sms,dm\n${csv.join('\n')}\n`),
              );
              const { rows } = await engine.request('read-rows', {
                table: name,
                offset: 0,
                limit: 1,
              });
              const [smsYes, dmYes] = [rows[0]?.[3], rows[0]?.[4]].map((kept, place) => (typeof kept === 'number' ? '1' : place === 0 ? 'Y' : '1')); // prettier-ignore
              const asking: RolloutQuestion = {
                ...question,
                source: { table: name, idColumn: 'customer_id', lastPurchaseColumn: null, transactions: null }, // prettier-ignore
                design: small,
                tested: { table: name, ...contacts },
                carrots: given,
                plan: {
                  leftOut,
                  consents: [
                    { channel: 'sms', column: 'sms', values: [smsYes ?? ''] },
                    { channel: 'dm', column: 'dm', values: [dmYes ?? ''] },
                  ],
                },
              };
              const { left } = value(await engine.request('count-rollout', asking));
              const waves = { kind: 'count', waves: 2 } as const;
              const counts = planListCounts({ design: small, left, carrots: given, holdoutShare, waves }); // prettier-ignore
              if (!counts.ok) return null;
              const drawing = { ...asking, list: 9, seed, counts: counts.value };
              const { listFingerprint } = value(await engine.request('draw-rollout', drawing));
              const list = engine.engine.database.all('SELECT customer, cell, arm FROM carrotlab_assignment ORDER BY rowid'); // prettier-ignore
              return { listFingerprint, list };
            }),
          );
          expect(found[1]).toEqual(found[0]);
          const wanted = people.flatMap(({ cell, tested, ...consent }, place) => {
            const carrot = given[cell] ?? null;
            if (carrot === null || !consent[channelOf[carrot]]) return [];
            if (tested === 'CONTROL' ? leftOut.heldOut : tested !== null && leftOut.tested)
              return [];
            return [[`고객${place}`, cell]];
          });
          const list = found[0]?.list ?? [];
          if (found[0] === null) expect(wanted).toEqual([]);
          expect(list.map(([customer, cell]) => [customer, cell]).toSorted()).toEqual(wanted.toSorted()); // prettier-ignore
          for (const [, cell, arm] of list)
            expect([0, given[Number(cell)] === 'POINT' ? 2 : 1]).toContain(arm);
        },
      ),
      { numRuns: 25 },
    );
  });
});
