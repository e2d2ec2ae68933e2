import { describe, expect, it, vi } from 'vitest';
import type { ImportPlan } from '#engine/protocol.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const months = 12;
const rowsPerFile = 40;

/** A month of customers. The first customer of each month was there in the month before, too. */
function monthFile(month: number): string {
  const rows = Array.from({ length: rowsPerFile }, (_, row) => {
    const id = row === 0 && month > 1 ? `M${month - 1}-1` : `M${month}-${row}`;
    return `${id},${month * 1000 + row}`;
  });
  return `customer_id,points\n${rows.join('\n')}\n`;
}

type Content = string | { text: string; fileName: string };

async function fileOf(engine: TestEngine, content: Content, at: number, changes: object) {
  const { text, fileName } =
    typeof content === 'string' ? { text: content, fileName: `${at + 1}.csv` } : content;
  const file = new Blob([text]);
  // A plan of its own for each, as the page makes it.
  const { source, columns, tableRole } = value(await engine.preview(file, fileName));
  const plan: ImportPlan = {
    label: 'together',
    tableRole,
    source,
    columns: columns.map(({ name, kind, role, personal, format }) => ({
      name,
      kind,
      role,
      personal,
      format,
    })),
    duplicates: 'keep-first',
    blankIds: 'reject',
    today: '2026-11-25',
    into: { mode: 'new' },
    ...changes,
  };
  return { file, fileName, plan };
}

async function importAll(
  engine: TestEngine,
  contents: readonly Content[],
  changes: Partial<ImportPlan> = {},
) {
  const files = await Promise.all(
    contents.map((content, at) => fileOf(engine, content, at, changes)),
  );
  const [first, ...followedBy] = files;
  if (!first) throw new Error('no file');
  return engine.request('import-file', { ...first, followedBy });
}

const year = Array.from({ length: months }, (_, month) => monthFile(month + 1));

/** All that an import could leave behind. */
function everything({ engine }: TestEngine) {
  const { database, rowsState } = engine;
  return {
    schema: database.all(
      'SELECT name, sql FROM sqlite_schema UNION SELECT name, sql FROM temp.sqlite_schema',
    ),
    project: database.all('SELECT * FROM carrotlab_project'),
    rejects: database.all('SELECT * FROM carrotlab_rejects'),
    rowsState,
  };
}

describe('several files read as one table', () => {
  it('lie one below the other, with one report', async () => {
    const engine = openEngine();
    const table = value(await importAll(engine, year));
    expect(table).toMatchObject({ name: 'data_1', rowCount: months * rowsPerFile - (months - 1) });
    expect(table.report).toMatchObject({
      rowsRead: months * rowsPerFile,
      rowsKept: table.rowCount,
      rowsRejected: months - 1,
      rowsBefore: 0,
      rowsReplaced: 0,
      problems: [{ code: 'duplicate-id', count: months - 1 }],
    });
    expect(await engine.rows('data_1')).toHaveLength(table.rowCount);
    expect((await engine.rows('data_1')).at(-1)).toEqual(['M12-39', 12_039]);
  });

  it('costs one insert per row, however many files they come in', async () => {
    const engine = openEngine();
    const changes = () => Number(engine.engine.database.one('SELECT total_changes()'));
    const before = changes();
    const table = value(await importAll(engine, year, { duplicates: 'keep-all' }));
    const marks = months;
    const tableNumber = 1;
    expect(table.rowCount).toBe(months * rowsPerFile);
    expect(changes() - before).toBe(months * rowsPerFile + marks + tableNumber);
  });

  it.each([
    ['keep-first', 1001, { rowsReplaced: 0 }],
    ['keep-last', 2000, { rowsReplaced: 0 }],
  ] as const)('under %s a customer of two files is one', async (duplicates, points, facts) => {
    const engine = openEngine();
    const table = value(await importAll(engine, year, { duplicates }));
    expect(table.report).toMatchObject(facts);
    const rows = await engine.rows(table.name);
    expect(rows).toHaveLength(table.rowCount);
    expect(rows.filter(([id]) => id === 'M1-1')).toEqual([['M1-1', points]]);
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
  });

  it('gives back the row of an earlier file as it was written, under the later file that took its place', async () => {
    const engine = openEngine();
    const files = ['customer_id,points\nA,"1,000"\nB,5\n', 'customer_id,points\nA,7\n'];
    const table = value(await importAll(engine, files, { duplicates: 'keep-last' }));
    expect(table.report).toMatchObject({ rowsRead: 3, rowsKept: 2, rowsRejected: 1 });
    expect(await engine.rejected(table.name)).toBe(
      '\uFEFFfile,line,code,reason,customer_id,points\r\n' +
        '2.csv,0,duplicate-id,Customer id seen before,A,"1,000"\r\n',
    );
  });

  it('says of every rejected row which file it is of', async () => {
    const engine = openEngine();
    const files = [
      { text: 'customer_id,points\nA,1\nB\nC,3\n', fileName: '1월.csv' },
      { text: 'customer_id,points\nD,1\nE,5\nA,2\n', fileName: '2월.csv' },
      { text: 'points,customer_id\n1,F\n2\n', fileName: '3월.csv' },
    ];
    const table = value(await importAll(engine, files));
    const lines = (await engine.rejected(table.name)).trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 3))).toEqual([
      ['1월.csv', '3', 'too-few-fields'],
      ['2월.csv', '4', 'duplicate-id'],
      ['3월.csv', '3', 'too-few-fields'],
    ]);
  });

  it('may have columns that others lack', async () => {
    const engine = openEngine();
    const files = ['id,won\nA,1\n', 'WON,city,id\n2,서울,B\n', 'city,grade\n부산,VIP\n'];
    const table = value(await importAll(engine, files));
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'won', 'city', 'grade']);
    expect(table.report).toMatchObject({
      columnsAdded: ['city', 'grade'],
      columnsMissing: ['id', 'won'],
      rowsRejected: 0,
    });
    expect(await engine.rows(table.name)).toEqual([
      ['A', 1, null, null],
      ['B', 2, '서울', null],
      [null, null, '부산', 'VIP'],
    ]);
  });

  it('keep decimals that only a later file has', async () => {
    const engine = openEngine();
    const files = ['id,won\nA,1\n', 'id,won\nB,2.5\n', 'id,won\nC,3\n'];
    const table = value(await importAll(engine, files));
    expect(table.columns.map(({ kind }) => kind)).toEqual(['text', 'decimal']);
    expect(await engine.rows(table.name)).toEqual([
      ['A', 1],
      ['B', 2.5],
      ['C', 3],
    ]);
  });

  it('go below the rows of a table that is there', async () => {
    const engine = openEngine();
    const old = value(await engine.importText(monthFile(1)));
    const into = { mode: 'append', table: old.name, columns: old.columns } as const;
    const table = value(await importAll(engine, year.slice(1), { into }));
    expect(table.report).toMatchObject({ rowsBefore: rowsPerFile, rowsRejected: months - 1 });
    expect(table.rowCount).toBe(months * rowsPerFile - (months - 1));
    expect(await engine.rows(old.name)).toHaveLength(rowsPerFile);
  });

  it('tells how far it is over all of them', async () => {
    const engine = openEngine();
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 300));
    try {
      value(await importAll(engine, year, { duplicates: 'keep-all' }));
    } finally {
      clock.mockRestore();
    }
    const bytes = year.reduce((sum, file) => sum + file.length, 0);
    expect(new Set(engine.progress.map(({ file }) => file)).size).toBe(months);
    for (const [at, told] of engine.progress.entries()) {
      const before = engine.progress[at - 1];
      expect(told.bytesTotal).toBe(bytes);
      expect(told.file).toBeGreaterThanOrEqual(before?.file ?? 1);
      expect(told.rows).toBeGreaterThanOrEqual(before?.rows ?? 0);
      expect(told.bytesRead).toBeGreaterThanOrEqual(before?.bytesRead ?? 0);
    }
    expect(engine.progress.at(-1)).toMatchObject({
      rows: months * rowsPerFile,
      bytesRead: bytes,
      file: months,
    });
  });

  describe('leave nothing behind', () => {
    const bad = (text: string) => year.map((file, at) => (at === 6 ? text : file));

    it.each([
      ['has nothing but a header', 'customer_id,points\n', { code: 'no-rows' }, {}],
      [
        'repeats an id under the rule stop',
        'customer_id,points\nnew,1\nM3-3,2\n',
        { code: 'duplicate-ids', count: 1, example: 'M3-3', line: 3 },
        { duplicates: 'stop' },
      ],
      [
        'lacks an id under the rule stop',
        'customer_id,points\nnew,1\n,2\n',
        { code: 'blank-ids', count: 1, line: 3 },
        { blankIds: 'stop' },
      ],
      ['shares no column', 'a,b\n1,2\n', { code: 'no-common-column' }, {}],
    ] as const)('where the seventh %s', async (_, text, problem, changes) => {
      const engine = openEngine();
      const own = value(await engine.importText(monthFile(99)));
      const before = everything(engine);
      const distinct = bad(text).map((file, at) =>
        at === 6 ? file : file.replace(/\nM\d+-1,(\d+000)\n/, `\nfirst-${at},$1\n`),
      );
      // A file without rows has no preview; the page refuses it there, but it may change on the disk after that.
      const sound = await Promise.all(
        distinct.map((file, at) =>
          fileOf(engine, at === 6 && problem.code === 'no-rows' ? monthFile(7) : file, at, changes),
        ),
      );
      const files = sound.map((each, at) =>
        at === 6 ? { ...each, file: new Blob([text]) } : each,
      );
      const [first, ...followedBy] = files;
      if (!first) throw new Error('no file');
      const refused = await engine.request('import-file', { ...first, followedBy });
      expect(refused).toMatchObject({ ok: false, problem: { ...problem, fileName: '7.csv' } });
      expect(everything(engine)).toEqual(before);
      expect(await engine.rows(own.name)).toHaveLength(rowsPerFile);
      expect(value(await engine.importText(monthFile(1))).name).toBe('data_2');
    });

    it('where the seventh cannot be read', async () => {
      const engine = openEngine();
      const before = everything(engine);
      const files = await Promise.all(year.map((text, at) => fileOf(engine, text, at, {})));
      const gone = Object.assign(new Blob([monthFile(7)]), {
        slice: () => {
          throw new DOMException('gone', 'NotFoundError');
        },
      });
      const [first, ...followedBy] = files.map((file, at) =>
        at === 6 ? { ...file, file: gone } : file,
      );
      if (!first) throw new Error('no file');
      expect(await engine.request('import-file', { ...first, followedBy })).toMatchObject({
        ok: false,
        problem: { code: 'unreadable-file', fileName: '7.csv' },
      });
      expect(everything(engine)).toEqual(before);
    });

    it.each(['keep-first', 'keep-last'] as const)(
      'where it is cancelled in the seventh, under %s',
      async (duplicates) => {
        const engine = openEngine();
        const before = everything(engine);
        const asked = { times: 0 };
        // Each small file is asked for once after its rows and once after its end.
        engine.isCancelled = () => ++asked.times > 12;
        expect(await importAll(engine, year, { duplicates })).toEqual({
          ok: false,
          problem: { code: 'cancelled', fileName: '7.csv' },
        });
        expect(everything(engine)).toEqual(before);
        engine.isCancelled = () => false;
        expect(value(await importAll(engine, year, { duplicates })).name).toBe('data_1');
      },
    );
  });
});

describe('tables that nobody can have back', () => {
  it('go with their rejected rows and the space they took, and others stay', async () => {
    const engine = openEngine();
    const { database } = engine.engine;
    const lines = (count: number) =>
      Array.from({ length: count }, (_, row) => `X${row},${row}`).join('\n');
    const small = value(await engine.importText(`id,points\n${lines(10)}\nshort\n`));
    const bytesBefore = database.export().length;
    const large = value(await engine.importText(`id,points\n${lines(50_000)}\nshort\n`));
    expect(database.export().length).toBeGreaterThan(bytesBefore * 5);
    const { rowsState } = engine.engine;
    const keep = [small.name, large.name];
    expect(await engine.request('drop-tables', { keep })).toBe(false);
    expect(engine.engine.rowsState).toBe(rowsState);
    expect(await engine.request('drop-tables', { keep: [small.name] })).toBe(true);
    expect(engine.engine.rowsState).not.toBe(rowsState);
    expect(database.export().length).toBeLessThanOrEqual(bytesBefore + 4096);
    expect(database.all('SELECT DISTINCT table_name FROM carrotlab_rejects')).toEqual([['data_1']]);
    expect(await engine.rows(small.name)).toHaveLength(10);
    expect(value(await engine.importText('id,points\nA,1\n')).name).toBe('data_3');
  });
});
