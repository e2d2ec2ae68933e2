import { describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Design } from '#core/design/design.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const design: Design = {
  ...deckDesign(),
  eligibility: [],
  attributes: [
    {
      id: 'points',
      name: '포인트',
      variable: { from: 'customers', column: 'points' },
      banding: { kind: 'number', cuts: [100] },
      levelNames: ['=낮음', '높음, "많이"'],
      unknownName: null,
      highestFirst: true,
    },
  ],
};
const headers = { customer: '고객', cell: '칸', arm: '집단' };

async function importCustomers(engine: TestEngine, rows: string) {
  const table = value(
    await engine.importText(`customer_id,points,memo,change\n${rows}`, { duplicates: 'keep-all' }),
  );
  return {
    table: table.name,
    idColumn: 'customer_id',
    lastPurchaseColumn: null,
    transactions: null,
  };
}

describe('a drawn list', () => {
  const drawing = {
    design,
    rules: defaultStageRules,
    running: [],
    experiment: 1,
    seed: '7',
    drawnAt: 'now',
  };

  it('takes customers in the order of the MD5 of seed and id, and is a safe CSV', async () => {
    const engine = openEngine();
    const source = await importCustomers(
      engine,
      'A,1,=1+1,-0.38\nB,2,＠x,1\nC,3,-3,2\nD,500,plain,3\n',
    );
    const counts = [
      [1, 1],
      [0, 1],
    ];
    const assignment = value(await engine.request('draw', { ...drawing, source, counts }));
    expect(assignment).toMatchObject({ algorithm: 'md5-order-1', population: [3, 1], counts });
    const csv = await engine.request('assignment-list', {
      source,
      design,
      experiment: 1,
      columns: ['memo', 'change'],
      headers,
    });
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv)).toBe(
      [
        '\uFEFF고객,칸,집단,memo,change',
        "B,'=낮음,대조군,'＠x,1",
        "A,'=낮음,쿠폰,'=1+1,-0.38",
        'D,"높음, ""많이""",쿠폰,plain,3',
        '',
      ].join('\r\n'),
    );
  });

  it('gives one arm a list of its own', async () => {
    const engine = openEngine();
    const source = await importCustomers(engine, 'A,1,,\nB,2,,\nC,3,,\nD,500,,\n');
    const counts = [
      [1, 1],
      [0, 1],
    ];
    value(await engine.request('draw', { ...drawing, source, counts }));
    const asked = { source, design, experiment: 1, columns: [], headers };
    const csv = await engine.request('assignment-list', { ...asked, arm: 1 });
    const lines = new TextDecoder().decode(csv).trim().split('\r\n');
    expect(lines[0]).toBe('고객,칸,집단');
    expect(lines.slice(1).map((line) => line.split(',').at(-1))).toEqual(['쿠폰', '쿠폰']);
  });

  it('replaces an earlier list of the same experiment only', async () => {
    const engine = openEngine();
    const source = await importCustomers(engine, 'A,1,,\nB,2,,\nC,3,,\n');
    const counts = [[1, 1], []];
    value(await engine.request('draw', { ...drawing, source, counts }));
    value(await engine.request('draw', { ...drawing, source, counts, experiment: 2 }));
    value(await engine.request('draw', { ...drawing, source, counts, seed: '8' }));
    const sizes = engine.engine.database.all(
      'SELECT experiment, count(*) FROM carrotlab_assignment GROUP BY 1',
    );
    expect(sizes).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('is refused where a cell is too small or a customer appears twice', async () => {
    const engine = openEngine();
    const source = await importCustomers(engine, 'A,1,,\nB,2,,\n');
    const counts = [
      [2, 1],
      [0, 0],
    ];
    expect(await engine.request('draw', { ...drawing, source, counts })).toEqual({
      ok: false,
      problem: { code: 'cell-too-small', cell: 0, wanted: 3, available: 2 },
    });
    const twice = await importCustomers(engine, 'A,1,,\nA,2,,\nB,1,,\n');
    expect(await engine.request('draw', { ...drawing, source: twice, counts })).toEqual({
      ok: false,
      problem: { code: 'duplicate-customers', count: 1, example: 'A' },
    });
  });
});

describe('who a plan was frozen for', () => {
  const asked = { design, rules: defaultStageRules, running: [] };

  // Computed with Python's hashlib from the recipe in `populationFingerprint`.
  it.each(['A,1,,\nB,2,,\nC,3,,\nD,500,,\n', 'D,500,,\nC,3,,\nA,99,,\nB,2,x,\n'])(
    'is the same in any order of the file, as long as nobody changes the cell',
    async (rows) => {
      const engine = openEngine();
      const source = await importCustomers(engine, rows);
      expect(await engine.request('fingerprint-population', { ...asked, source })).toEqual({
        ok: true,
        value: 'e3b2ee1526aeebbc02da7fd25e72bcdc',
      });
    },
  );

  it('changes with one customer more, less, or in another cell, and refuses an id that is there twice', async () => {
    const fingerprints = new Set<string>();
    const files = ['A,1,,\nB,2,,\n', 'A,1,,\n', 'A,1,,\nB,200,,\n', 'A,1,,\nB2,2,,\n'];
    for (const rows of files) {
      const engine = openEngine();
      const source = await importCustomers(engine, rows);
      fingerprints.add(value(await engine.request('fingerprint-population', { ...asked, source })));
    }
    expect(fingerprints.size).toBe(files.length);
    const engine = openEngine();
    const source = await importCustomers(engine, 'A,1,,\nA,2,,\n');
    expect(await engine.request('fingerprint-population', { ...asked, source })).toEqual({
      ok: false,
      problem: { code: 'duplicate-customers', count: 1, example: 'A' },
    });
  });
});
