import { describe, expect, it } from 'vitest';
import { defaultFormat } from '#core/import/column-format.ts';
import { openEngine, value } from './open-engine.ts';

const customers = (rows: string) => `customer_id,points,last_purchase_date\n${rows}`;

describe('importing a table', () => {
  it('types the values and reports what does not fit, with the lines of the file', async () => {
    const engine = openEngine();
    const table = value(
      await engine.importText(
        customers(
          [
            'C1,"12,300",2026-11-22',
            'C2,많음,2026. 1. 5.',
            'C3,10,2026년 2월 30일',
            'C4,₩500,20261122 10:00',
            'C5,1,2026/11/22',
            'C6,2,2026.11.22',
            ...Array.from({ length: 20 }, (_, row) => `D${row},${row},2026-01-01`),
          ].join('\n'),
        ),
      ),
    );
    expect(table.columns).toEqual([
      { name: 'customer_id', kind: 'text', role: 'customer-id', personal: null },
      { name: 'points', kind: 'integer', role: 'points', personal: null },
      { name: 'last_purchase_date', kind: 'date', role: 'last-purchase', personal: null },
    ]);
    expect(table.role).toBe('customers');
    expect((await engine.rows(table.name)).slice(0, 6)).toEqual([
      ['C1', 12300, '2026-11-22'],
      ['C2', null, '2026-01-05'],
      ['C3', 10, null],
      ['C4', 500, '2026-11-22 10:00:00'],
      ['C5', 1, '2026-11-22'],
      ['C6', 2, '2026-11-22'],
    ]);
    expect(table.report?.problems).toEqual([
      {
        code: 'not-a-number',
        severity: 'value',
        column: 'points',
        count: 1,
        value: null,
        share: null,
        examples: [{ line: 3, text: '많음' }],
      },
      {
        code: 'impossible-date',
        severity: 'value',
        column: 'last_purchase_date',
        count: 1,
        value: null,
        share: null,
        examples: [{ line: 4, text: '2026년 2월 30일' }],
      },
    ]);
  });

  it('rejects rows with a wrong number of fields, counts them and gives them back', async () => {
    const engine = openEngine();
    const table = value(await engine.importText('a,b\n1,2\n3\n4,5,6\n7,8,,\n\n9,10\n'));
    expect(table.report).toMatchObject({ rowsRead: 5, rowsKept: 3, rowsRejected: 2 });
    expect(await engine.rows(table.name)).toEqual([
      [1, 2],
      [7, 8],
      [9, 10],
    ]);
    expect(await engine.rejected(table.name)).toBe(
      '\uFEFFline,code,reason,a,b\r\n3,too-few-fields,Too few fields,3\r\n' +
        '4,too-many-fields,Too many fields,4,5,6\r\n',
    );
  });

  it('keeps line breaks inside quotes and counts physical lines past them', async () => {
    const engine = openEngine();
    const table = value(
      await engine.importText('a,b\r\n"one\r\ntwo\nthree",1\r2,2\n"x ""y""" ,3\n4\n'),
    );
    expect(await engine.rows(table.name)).toEqual([
      ['one\r\ntwo\nthree', 1],
      ['2', 2],
      ['x "y"', 3],
    ]);
    expect(table.report?.problems[0]?.examples).toEqual([{ line: 7, text: '4' }]);
  });

  it('loses only the line of a quote that is never closed', async () => {
    const engine = openEngine();
    const table = value(await engine.importText('a,b\n1,2\n"3,4\n5,6\n7,8\n'));
    expect(await engine.rows(table.name)).toEqual([
      [1, 2],
      [5, 6],
      [7, 8],
    ]);
    expect(table.report).toMatchObject({
      rowsRead: 4,
      rowsRejected: 1,
      problems: [{ code: 'unclosed-quote', examples: [{ line: 3, text: '"3,4' }] }],
    });
  });

  it.each([
    ['keep-first', ['C1', 1], 1, 'row'],
    ['keep-last', ['C1', 3], 1, 'row'],
    ['keep-all', ['C1', 1], 0, 'kept'],
  ] as const)(
    'keeps one of several rows of a customer by the rule %s',
    async (duplicates, kept, rejectedDuplicates, severity) => {
      const engine = openEngine();
      const file = customers('C1,1,2026-01-01\nC2,2,2026-01-01\nC1,3,2026-01-01\n,4,2026-01-01\n');
      const table = value(await engine.importText(file, { duplicates }));
      const rows = await engine.rows(table.name);
      expect(rows.find(([id]) => id === 'C1')?.slice(0, 2)).toEqual(kept);
      expect(rows.length).toBe(3 - rejectedDuplicates);
      expect(table.report).toMatchObject({
        rowsRead: 4,
        rowsKept: rows.length,
        rowsRejected: 1 + rejectedDuplicates,
      });
      expect(table.report?.problems).toContainEqual(
        expect.objectContaining({ code: 'missing-id', severity: 'row', count: 1 }),
      );
      expect(table.report?.problems).toContainEqual(
        expect.objectContaining({ code: 'duplicate-id', severity, count: 1 }),
      );
    },
  );

  it('refuses a file with repeated ids by the rule stop, counts them and leaves nothing behind', async () => {
    const engine = openEngine();
    const before = value(await engine.importText(customers('A,1,2026-01-01\nA,1,\n')));
    const rows = (await engine.rows(before.name)).length;
    const file = customers('C1,1,\n,9,\nC2,2,\nC2,3,\n3\nC1,4,\n"C2 ",5,\n');
    const refused = {
      ok: false,
      problem: { code: 'duplicate-ids', count: 3, example: 'C2', line: 5 },
    };
    expect(await engine.importText(file, { duplicates: 'stop' })).toEqual(refused);
    const { database } = engine.engine;
    expect(database.all("SELECT name FROM sqlite_schema WHERE name LIKE 'data%'")).toEqual([
      ['data_1'],
    ]);
    expect(database.all('SELECT DISTINCT table_name FROM carrotlab_rejects')).toEqual([['data_1']]);
    expect(await engine.rows(before.name)).toHaveLength(rows);
    const kept = value(await engine.importText(file, { duplicates: 'keep-first' }));
    expect(kept.report).toMatchObject({ rowsRead: 7, rowsKept: 2, rowsRejected: 5 });
    expect(kept.name).toBe('data_2');
  });

  it('reads a file by the rule stop where every id is there once, and where it is no customer list', async () => {
    const engine = openEngine();
    const once = await engine.importText(customers('C1,1,\nC2,2,\n'), { duplicates: 'stop' });
    expect(value(once).report).toMatchObject({ rowsRead: 2, rowsKept: 2, problems: [] });
    const orders = 'order_id,customer_id,order_date\n1,C1,2026-01-01\n2,C1,2026-01-02\n';
    const bought = value(await engine.importText(orders, { duplicates: 'stop' }));
    expect([bought.role, bought.rowCount]).toEqual(['transactions', 2]);
  });

  it('takes any header: empty, repeated, hostile', async () => {
    const engine = openEngine();
    const header = '__proto__,,"a""b",Amount,amount,rowid,"x""); DROP TABLE data_1; --"';
    const table = value(await engine.importText(`${header}\n1,2,3,4,5,6,7\n`));
    expect(table.columns.map(({ name }) => name)).toEqual([
      '__proto__',
      'column_2',
      'a"b',
      'Amount',
      'amount_2',
      'rowid',
      'x"); DROP TABLE data_1; --',
    ]);
    expect(await engine.rows(table.name)).toEqual([[1, 2, 3, 4, 5, 6, 7]]);
  });

  it('keeps ids with leading zeros and long numbers as text, and whole numbers beyond 32 bits exact', async () => {
    const engine = openEngine();
    const file = new Blob(['phone,long,big\n01012345678,12345678901234567890,1099511627776\n']);
    const preview = value(await engine.preview(file));
    expect(preview.columns.map(({ kind, keptAsText }) => [kind, keptAsText])).toEqual([
      ['text', 'leading-zeros'],
      ['text', 'long-number'],
      ['integer', null],
    ]);
    const table = value(await engine.importText(file));
    expect(await engine.rows(table.name)).toEqual([
      ['01012345678', '12345678901234567890', 2 ** 40],
    ]);
    expect(engine.engine.database.one(`SELECT typeof(big) FROM ${table.name}`)).toBe('integer');
  });

  it('reports bytes that cannot be decoded after a sound beginning, and not a U+FFFD of the file', async () => {
    const engine = openEngine();
    const start = `name,n\n${'가나다,1\n'.repeat(90_000)}`;
    const bad = new Uint8Array([0x95, 0x20, 0x2c, 0x32, 0x0a]);
    const file = new Blob([start, bad, '끝\uFFFD,3\n']);
    const table = value(await engine.importText(file));
    expect(table.report?.source).toMatchObject({ encoding: 'utf-8' });
    expect(table.report?.problems).toMatchObject([
      { code: 'undecodable-bytes', column: 'name', count: 1, examples: [{ line: 90_002 }] },
    ]);
    const last = await engine.request('read-rows', { table: table.name, offset: 90_000, limit: 5 });
    expect(last.rows).toEqual([
      [null, 2],
      ['끝\uFFFD', 3],
    ]);
  });

  it('looks at the whole length of a file before it takes money for whole numbers', async () => {
    const engine = openEngine();
    const rows = Array.from({ length: 200_000 }, (_, row) => `${row},${row < 150_000 ? 0 : 1.5}`);
    const file = new Blob([`id,spend\n${rows.join('\n')}\n`]);
    const preview = value(await engine.preview(file));
    expect(preview.columns.map(({ kind }) => kind)).toEqual(['text', 'decimal']);
    expect(preview.rows).toHaveLength(50);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const engine = openEngine();
    value(await engine.importText('a,b\n1,2\n'));
    engine.isCancelled = () => true;
    expect(await engine.importText('a,b\n1\n')).toEqual({
      ok: false,
      problem: { code: 'cancelled' },
    });
    engine.isCancelled = () => false;
    expect(engine.engine.database.one('SELECT count(*) FROM carrotlab_rejects')).toBe(0);
    expect(value(await engine.importText('a,b\n1,2\n')).name).toBe('data_2');
  });

  it('stays usable after a plan that SQLite refuses', async () => {
    const engine = openEngine();
    const column = {
      name: 'a',
      kind: 'text',
      role: 'none',
      personal: null,
      format: defaultFormat,
    } as const;
    await expect(engine.importText('a,b\n1,2\n', { columns: [column, column] })).rejects.toThrow(
      'duplicate column name',
    );
    expect(value(await engine.importText('a,b\n1,2\n')).name).toBe('data_1');
  });

  it('reads a finished experiment like the public Hillstrom file: arm, outcomes and money', async () => {
    const engine = openEngine();
    const arms = ['Mens E-Mail', 'Womens E-Mail', 'No E-Mail'];
    const lines = Array.from({ length: 900 }, (_, row) => {
      const spend = row % 100 === 0 ? '29.99' : '0';
      const visits = row % 10 === 0 ? 1 : 0;
      return `${row % 12},"2) $100 - $200",142.44,1,0,Rural,${row % 2},Web,${arms[row % 3]},${visits},${spend === '0' ? 0 : 1},${spend}`;
    });
    const header =
      'recency,history_segment,history,mens,womens,zip_code,newbie,channel,segment,visit,conversion,spend';
    const table = value(await engine.importText([header, ...lines].join('\n')));
    expect(table.role).toBe('experiment');
    expect(table.columns.slice(6)).toEqual([
      { name: 'newbie', kind: 'integer', role: 'none', personal: null },
      { name: 'channel', kind: 'text', role: 'channel', personal: null },
      { name: 'segment', kind: 'text', role: 'arm', personal: null },
      { name: 'visit', kind: 'boolean', role: 'outcome', personal: null },
      { name: 'conversion', kind: 'boolean', role: 'none', personal: null },
      { name: 'spend', kind: 'decimal', role: 'amount', personal: null },
    ]);
    expect(table.report?.problems).toEqual([]);
  });

  it.each([
    ['html', '<!DOCTYPE html><html><body>로그인</body></html>'],
    ['html', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html></html>'],
    ['xml', '<?xml version="1.0" encoding="UTF-8"?>\n<orders><order id="1"/></orders>'],
    ['xml', '\uFEFF<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'],
    ['json', '[{"고객": "C1", "points": 1},\n {"고객": "C2", "points": 2}]\n'],
    ['json', '\uFEFF\n{"customers": [{"id": "C1"}]}'],
    ['json', '{"id": "C1", "points": 1}\n{"id": "C2", "points": 2}\n'],
    ['json', `[${Array.from({ length: 40_000 }, (_, row) => `{"id": "C${row}"}`).join(',\n')}]`],
    ['pdf', '%PDF-1.7\n'],
    ['image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['zip', 'PK\u0003\u0004\u0014\u0000\u0006\u0000photo.raw'],
    ['xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['sqlite', 'SQLite format 3\u0000'],
    ['binary', Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) % 251)],
  ])('says that a file is no table but %s', async (looksLike, content) => {
    const engine = openEngine();
    expect(await engine.preview(new Blob([content]))).toEqual({
      ok: false,
      problem: { code: 'not-a-table', looksLike },
    });
  });

  it.each(['[id],name\nC1,a\n', '{id},name\nC1,a\n', '[1],[2]\n[3],[4]\n', '<xml>,b\n1,2\n'])(
    'takes a table for a table though it starts like something else: %j',
    async (content) => {
      const engine = openEngine();
      expect(value(await engine.preview(new Blob([content]))).columns).toHaveLength(2);
    },
  );

  it.each([
    ['empty-file', ''],
    ['empty-file', '\uFEFF'],
    ['empty-file', ' \n\n'],
    ['no-rows', 'a,b,c\n'],
  ])('refuses with %s', async (code, content) => {
    const engine = openEngine();
    expect(await engine.preview(new Blob([content]))).toEqual({ ok: false, problem: { code } });
  });

  it.each([
    [',', 'a,b\n"1;2",3\n'],
    [';', 'a;b\n1,5;2\n2,5;3\n'],
    ['\t', 'a\tb\n1,2\t3\n'],
    ['|', 'a|b|c\n1|2|3\n'],
  ])('finds the delimiter %j', async (delimiter, content) => {
    const engine = openEngine();
    const { source } = value(await engine.preview(new Blob([content])));
    expect(source).toMatchObject({ dialect: { delimiter } });
  });
});
