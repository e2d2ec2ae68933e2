import { noFurtherColumns, usualReading } from '#core/results/analysis.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFormat } from '#core/import/column-format.ts';
import { defaultStageRules } from '#core/customers/journey.ts';
import { runs } from '../property-runs.ts';
import { zip } from '../corpus/zip-bytes.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, value } from './open-engine.ts';
import { plainText } from '#core/import/source-plan.ts';

const idColumn = {
  name: 'name',
  kind: 'text',
  role: 'customer-id',
  personal: null,
  format: defaultFormat,
} as const;
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a table that is odd or hostile', () => {
  it('that is a header only leaves nothing behind, even where the preview is passed by', async () => {
    const engine = openEngine();
    const before = value(await engine.importText('a,b\n1,2\n'));
    const plan = {
      label: 'empty',
      tableRole: 'other' as const,
      source: plainText,
      columns: before.columns.map((column) => ({ ...column, format: defaultFormat })),
      duplicates: 'keep-all' as const,
      blankIds: 'reject' as const,
      today: '2026-11-25',
      into: { mode: 'new' as const },
    };
    for (const content of ['a,b', 'a,b\r\n', '\uFEFFa,b\n\n\n']) {
      const file = new Blob([content]);
      expect(await engine.request('import-file', { file, fileName: 'e.csv', plan })).toEqual({
        ok: false,
        problem: { code: 'no-rows' },
      });
    }
    const tables = engine.engine.database.all(
      "SELECT name FROM sqlite_schema WHERE name LIKE 'data%'",
    );
    expect(tables).toEqual([['data_1']]);
    expect(value(await engine.importText('a,b\n1,2\n')).name).toBe('data_2');
  });

  it('may have 200 columns, all of which can be counted, but not more than 1,000', async () => {
    const engine = openEngine();
    const wide = (count: number) => {
      const names = Array.from({ length: count }, (_, index) => `열${index}`).join(',');
      const row = Array.from({ length: count }, (_, index) => index).join(',');
      return `${names}\n${row}\n${row}\n`;
    };
    const table = value(await engine.importText(wide(200)));
    expect(table.columns).toHaveLength(200);
    expect((await engine.rows(table.name))[1]).toEqual(
      Array.from({ length: 200 }, (_, index) => index),
    );
    expect(await engine.request('list-values', { table: table.name, column: '열199' })).toEqual([
      { value: '199', count: 2 },
    ]);
    expect(value(await engine.importText(wide(1000))).columns).toHaveLength(1000);
    expect(await engine.preview(new Blob([wide(1001)]))).toEqual({
      ok: false,
      problem: { code: 'too-many-columns', columns: 1001, most: 1000 },
    });
  });

  it('may have one column only, with or without a last line end', async () => {
    const engine = openEngine();
    for (const end of ['', '\n', '\r\n']) {
      const table = value(await engine.importText(`고객번호\nC1\n"C,2"\nC3${end}`));
      expect(table.columns).toEqual([
        { name: '고객번호', kind: 'text', role: 'customer-id', personal: null },
      ]);
      expect(await engine.rows(table.name)).toEqual([['C1'], ['C,2'], ['C3']]);
    }
  });

  it('of one column keeps a row for a line that is empty, but for those at the end of the file', async () => {
    const engine = openEngine();
    const table = value(await engine.importText('\n등급\n\nA\r\n""\r\n\r\nB\n  \n\n\n'));
    expect(await engine.rows(table.name)).toEqual([[null], ['A'], [null], [null], ['B'], [null]]);
    expect(table.report).toMatchObject({
      rowsRead: 6,
      rowsKept: 6,
      rowsRejected: 0,
      lines: { total: 10, header: 1, continued: 0 },
      problems: [
        {
          code: 'blank-line',
          severity: 'aside',
          count: 3,
          examples: [{ line: 1 }, { line: 9 }, { line: 10 }],
        },
      ],
    });
  });

  it('of one column of customer ids rejects the empty lines, with their line numbers', async () => {
    const engine = openEngine();
    const table = value(await engine.importText('customer_id\nC1\n\n"C\n2"\n""\nC3\n""\n\n'));
    expect(await engine.rows(table.name)).toEqual([['C1'], ['C\n2'], ['C3']]);
    expect(table.report).toMatchObject({ rowsRead: 6, rowsKept: 3, rowsRejected: 3 });
    expect(table.report?.problems).toEqual([
      {
        code: 'missing-id',
        severity: 'row',
        column: 'customer_id',
        count: 3,
        value: null,
        share: null,
        examples: [3, 6, 8].map((line) => ({ line, text: '' })),
      },
      {
        code: 'blank-line',
        severity: 'aside',
        column: null,
        count: 1,
        value: null,
        share: null,
        examples: [{ line: 9, text: '' }],
      },
    ]);
  });

  it('of one column may begin with quoted nothing: that is its header, and one such row its data', async () => {
    const engine = openEngine();
    const table = value(await engine.importText('""\n""\n'));
    expect(table.columns.map(({ name }) => name)).toEqual(['column_1']);
    expect(table.report).toMatchObject({ rowsRead: 1, rowsKept: 1 });
    expect(await engine.preview(new Blob(['a\n\n\n']))).toEqual({
      ok: false,
      problem: { code: 'no-rows' },
    });
  });

  it('of more columns skips blank lines, and rejects a line of quoted nothing', async () => {
    const engine = openEngine();
    const table = value(await engine.importText('a,b\n1,"x\n\ny"\n\n""\n\n3,4\n'));
    expect(table.report).toMatchObject({
      rowsRead: 3,
      rowsKept: 2,
      rowsRejected: 1,
      lines: { total: 8, header: 1, continued: 2 },
      problems: [
        { code: 'blank-line', count: 2, examples: [{ line: 5 }, { line: 7 }] },
        { code: 'too-few-fields', examples: [{ line: 6, text: '' }] },
      ],
    });
  });

  it('is counted to the last row: read is kept and rejected, whatever one column holds', async () => {
    const line = fc.constantFrom('', '""', ' ', 'A', 'B', '"x', '"q\n"', '1');
    const lines = fc.array(line, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), async (body, areCustomers) => {
        const engine = openEngine();
        const imported = await engine.importText(
          `name\n${body.join('\n')}\nlast\n`,
          areCustomers ? { tableRole: 'customers', columns: [idColumn] } : {},
        );
        const { report, rowCount, name } = value(imported);
        expect(rowCount).toBe((await engine.rows(name)).length);
        expect(report?.rowsKept).toBe(rowCount);
        expect(report?.rowsRead).toBe(rowCount + (report?.rowsRejected ?? 0));
        if (body.every((text) => !text.includes('"') || text === '""')) {
          expect(report?.rowsRead).toBe(body.length + 1);
        }
      }),
      runs(200),
    );
  });

  it.each([
    [',', '"customer_id,points', ['customer_id', 'points']],
    [';', 'customer_id;"누적 포인트', ['customer_id', '누적 포인트']],
    ['\t', '"customer_id"\t"points', ['customer_id', 'points']],
    ['|', 'customer_id|"say ""when""', ['customer_id', 'say when']],
  ])(
    'with an unclosed quote in a header cut at %j has that header in the preview and the import',
    async (delimiter, header, names) => {
      const engine = openEngine();
      const rows = Array.from({ length: 60 }, (_, row) => [`C${row}`, String(row)]);
      const file = `${[header, ...rows.map((row) => row.join(delimiter))].join('\n')}\n`;
      const preview = value(await engine.preview(new Blob([file])));
      expect(preview.source).toMatchObject({ dialect: { delimiter } });
      expect(preview.columns.map((column) => column.header)).toEqual(names);
      expect(preview.rows[0]).toEqual(['C0', '0']);
      const table = value(await engine.importText(file));
      expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
        [names[0], 'text'],
        [names[1], 'integer'],
      ]);
      expect(await engine.rows(table.name)).toEqual(
        rows.map(([id, points]) => [id, Number(points)]),
      );
      expect(table.report).toMatchObject({ rowsRead: 60, rowsKept: 60, rowsRejected: 0 });
      expect(table.report?.problems).toEqual([
        {
          code: 'unclosed-quote',
          severity: 'kept',
          column: null,
          count: 1,
          value: null,
          share: null,
          examples: [{ line: 1, text: header }],
        },
      ]);
    },
  );

  it('whose every row is malformed is read all the same: the report counts them', async () => {
    const engine = openEngine();
    const table = value(await engine.importText('a,b\n"1,2\n"3,4\n'));
    expect(table.report).toMatchObject({
      rowsRead: 2,
      rowsKept: 0,
      rowsRejected: 2,
      problems: [{ code: 'unclosed-quote', severity: 'row', count: 2 }],
    });
  });

  it('tells an unclosed quote of the header from one of a row', async () => {
    const engine = openEngine();
    const table = value(await engine.importText('\n"a,b\n1,2\n"3,4\n5,6\n'));
    expect(await engine.rows(table.name)).toEqual([
      [1, 2],
      [5, 6],
    ]);
    expect(table.report).toMatchObject({
      rowsRead: 3,
      rowsRejected: 1,
      problems: [
        { code: 'blank-line', severity: 'aside', examples: [{ line: 1 }] },
        { code: 'unclosed-quote', severity: 'row', examples: [{ line: 4, text: '"3,4' }] },
        { code: 'unclosed-quote', severity: 'kept', examples: [{ line: 2, text: '"a,b' }] },
      ],
    });
  });

  it('gives repeated headers names of their own, whatever their case and copies', async () => {
    const engine = openEngine();
    const table = value(await engine.importText('a,A,a_2,a,,\n1,2,3,4,5,6\n'));
    const names = table.columns.map(({ name }) => name);
    expect(names).toEqual(['a', 'A_2', 'a_2_2', 'a_3', 'column_5', 'column_6']);
    expect(await engine.rows(table.name)).toEqual([[1, 2, 3, 4, 5, 6]]);
  });

  it.each([
    ['rowid', ['rowid']],
    ['_rowid_,oid', ['_rowid_', 'oid']],
    ['rowid,_rowid_,oid', ['rowid', '_rowid_', 'oid_2']],
    ['OID,_ROWID_,RowId', ['OID', '_ROWID_', 'RowId_2']],
  ])(
    'may call its columns %s, also where the last row of a customer counts',
    async (header, names) => {
      const engine = openEngine();
      const row = (id: string, value: number) => `${id}${`,${value}`.repeat(names.length)}`;
      const lines = [row('C1', 2), row('C2', 1), row('C1', 1), row('C3', 9), row('C1', 5)];
      const table = value(
        await engine.importText(`customer_id,${header}\n${lines.join('\n')}\n`, {
          tableRole: 'customers',
          duplicates: 'keep-last',
        }),
      );
      expect(table.columns.map(({ name }) => name)).toEqual(['customer_id', ...names]);
      expect(table.report).toMatchObject({ rowsRead: 5, rowsKept: 3, rowsRejected: 2 });
      expect(await engine.rows(table.name)).toEqual([
        ['C2', ...names.map(() => 1)],
        ['C3', ...names.map(() => 9)],
        ['C1', ...names.map(() => 5)],
      ]);
      const rejected = await engine.rejected(table.name);
      expect(rejected.split('\r\n').slice(1, 3)).toEqual([
        `2,duplicate-id,Customer id seen before,${row('C1', 2)}`,
        `4,duplicate-id,Customer id seen before,${row('C1', 1)}`,
      ]);
    },
  );

  it('may name its columns after what every object has', async () => {
    const engine = openEngine();
    const rows = Array.from(
      { length: 40 },
      (_, row) => `C${row},${row % 2 ? 'left' : 'right'},${row},Y`,
    );
    const table = value(
      await engine.importText(
        `customer_id,__proto__,constructor,toString\n${rows.join('\n')}\nC99,left,many,Y\n`,
      ),
    );
    const source = {
      table: table.name,
      idColumn: 'customer_id',
      lastPurchaseColumn: null,
      transactions: null,
    };
    expect(table.report?.problems).toMatchObject([{ code: 'not-a-number', column: 'constructor' }]);
    expect(await engine.request('list-values', { table: table.name, column: '__proto__' })).toEqual(
      [
        { value: 'left', count: 21 },
        { value: 'right', count: 20 },
      ],
    );
    const described = await engine.request('describe-variable', {
      source,
      variable: { from: 'customers', column: '__proto__' },
      asOf: '2026-01-01',
      rules: defaultStageRules,
    });
    expect(described.distinct).toBe(2);
    const totals = value(
      await engine.request('total-experiment', {
        plan: {
          ...usualReading,
          control: 'left',
          strata: { kind: 'none' },
          source: {
            kind: 'table',
            table: table.name,
            customerColumn: 'customer_id',
            armColumn: '__proto__',
            outcomeColumn: 'toString',
            moneyColumn: 'constructor',
            ...noFurtherColumns,
          },
        },
        source,
        rules: defaultStageRules,
        running: [],
        armNames: [],
      }),
    );
    expect(totals.arms).toEqual(['left', 'right']);
    expect(totals.strata[0]?.totals.map(({ customers }) => customers)).toEqual([21, 20]);
  });

  it('reports zero bytes in a field instead of losing what comes after them', async () => {
    const engine = openEngine();
    const lines = Array.from({ length: 2000 }, (_, row) => `C${row},서울`);
    const file = `customer_id,re\0gion\n${lines.join('\n')}\nA\0 1,부산\nA\0 2,부산\nB,대\0구\n`;
    const table = value(await engine.importText(file));
    expect(table.report).toMatchObject({ rowsRead: 2003, rowsKept: 2001, rowsRejected: 2 });
    expect(table.report?.problems).toMatchObject([
      { code: 'undecodable-bytes', column: 'customer_id', count: 2 },
      { code: 'missing-id', count: 2, examples: [{ line: 2002 }, { line: 2003 }] },
      { code: 'undecodable-bytes', count: 1, examples: [{ line: 2004, text: '대\uFFFD구' }] },
    ]);
    const last = await engine.request('read-rows', { table: table.name, offset: 2000, limit: 1 });
    expect(last.rows).toEqual([['B', null]]);
  });

  it('that is one line of 10 MB is refused, and one such line among others costs that line only', async () => {
    const engine = openEngine();
    const long = 'x'.repeat(10_000_000);
    for (const content of [long, 'x,'.repeat(5_000_000)]) {
      expect(await engine.preview(new Blob([content]))).toMatchObject({ ok: false });
    }
    const around = (line: string) => `a,b\n1,one\n${line}\n3,four\n`;
    const unquoted = value(await engine.importText(around(long)));
    expect(unquoted.report).toMatchObject({ rowsRead: 3, rowsKept: 2, rowsRejected: 1 });
    expect(unquoted.report?.problems[0]?.examples[0]?.text).toHaveLength(80);
    const quoted = value(await engine.importText(around(`"${long}`)));
    expect(quoted.report).toMatchObject({ rowsKept: 2, problems: [{ code: 'unclosed-quote' }] });
    const kept = value(await engine.importText(around(`5,${long}`)));
    const length = engine.engine.database.one(`SELECT max(length(b)) FROM ${kept.name}`);
    expect(length).toBe(long.length);
    const commas = value(await engine.importText(around(`1${',9'.repeat(5_000_000)}`)));
    expect(commas.report).toMatchObject({ rowsKept: 2, rowsRejected: 1 });
  }, 60_000);

  it('comes back from the program as numbers and harmless text, in lists and rejected rows alike', async () => {
    const engine = openEngine();
    const hostile = ["=cmd|' /C calc'!A0", '＝1+1', '+1', '@SUM(A1)', '－1', '＋1', '＠x'];
    const rows = hostile.map((text, row) => `C${row},${row},"${text}",-0.38`);
    const table = value(
      await engine.importText(
        `customer_id,points,=memo,change\n${rows.join('\n')}\n=evil,1\nC0,9,=2,-1\n`,
      ),
    );
    const rejected = await engine.rejected(table.name);
    expect(rejected.split('\r\n').slice(0, 3)).toEqual([
      "\uFEFFline,code,reason,customer_id,points,'=memo,change",
      "9,too-few-fields,Too few fields,'=evil,1",
      "10,duplicate-id,Customer id seen before,C0,9,'=2,'-1",
    ]);
    const source = {
      table: table.name,
      idColumn: 'customer_id',
      lastPurchaseColumn: null,
      transactions: null,
    };
    const [, attribute] = deckDesign().attributes;
    if (!attribute) throw new Error('The deck has two attributes');
    const design = {
      ...deckDesign(),
      eligibility: [],
      attributes: [{ ...attribute, variable: { from: 'customers' as const, column: 'points' } }],
    };
    const drawing = { source, design, experiment: 1 };
    value(
      await engine.request('draw', {
        ...drawing,
        rules: defaultStageRules,
        running: [],
        seed: '1',
        counts: [[0, hostile.length], [], []],
        drawnAt: '',
      }),
    );
    const list = textOf(
      await engine.request('assignment-list', {
        ...drawing,
        columns: ['=memo', 'change'],
        headers: { customer: '=customer', cell: 'cell', arm: 'arm' },
      }),
    );
    const lines = list.split('\r\n').slice(0, -1);
    expect(lines[0]).toBe("\uFEFF'=customer,cell,arm,'=memo,change");
    const memos = lines.slice(1).map((line) => line.split(',').slice(3));
    expect(memos.map(([memo]) => memo).sort()).toEqual(hostile.map((text) => `'${text}`).sort());
    expect(memos.every(([, change]) => change === '-0.38')).toBe(true);
  });

  it('that is packed again with other values of the same length is read anew', async () => {
    const engine = openEngine();
    for (const points of [1000, 9999]) {
      const content = `customer_id,points\nC1,${points}\n`;
      const file = new File([await zip({ name: '고객명단_2026-11.csv', content })], '명단.zip');
      const preview = value(await engine.preview(file, '명단.zip'));
      expect(preview.rows).toEqual([['C1', String(points)]]);
    }
  });

  it('gives back a row that made way for a later one as it was in the file', async () => {
    const engine = openEngine();
    const rows = Array.from({ length: 20 }, (_, row) => `D${row},"1,0${row % 10}0",2026. 1. 5.\n`);
    const table = value(
      await engine.importText(
        `customer_id,points,signup_date\nC1,많음,2026. 2. 30.\nC2,"12,300",2026년 1월 5일\n${rows.join('')}C1,1,2026-01-01\nC2,2,2026-01-01\n`,
        { duplicates: 'keep-last' },
      ),
    );
    const rejected = await engine.rejected(table.name);
    expect(rejected.split('\r\n').slice(1, 3)).toEqual([
      '2,duplicate-id,Customer id seen before,C1,많음,2026. 2. 30.',
      '3,duplicate-id,Customer id seen before,C2,"12,300",2026년 1월 5일',
    ]);
  });

  it('may hold tabs and line ends before a formula: none is exported unguarded', async () => {
    const engine = openEngine();
    const table = value(
      await engine.importText('a,b,c\n1,2,3\n"=1",x\n"\t=1",x\n"\r=1",x\n"\n=1",x\n"＝1",x\n'),
    );
    const start = (line: number) => `${line},too-few-fields,Too few fields`;
    expect(await engine.rejected(table.name)).toBe(
      '\uFEFFline,code,reason,a,b,c\r\n' +
        `${start(3)},'=1,x\r\n${start(4)},'\t=1,x\r\n${start(5)},"'\r=1",x\r\n` +
        `${start(7)},"'\n=1",x\r\n${start(9)},'＝1,x\r\n`,
    );
  });
});
