import { describe, expect, it } from 'vitest';
import type { DataTable } from '#core/import/column.ts';
import type { ImportPlan } from '#engine/protocol.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const october = 'customer_id,city,points\nC1,서울,10\nC2,부산,20\nC3,서울,30\n';

async function withOctober(): Promise<{ engine: TestEngine; table: DataTable }> {
  const engine = openEngine();
  return { engine, table: value(await engine.importText(october)) };
}

const into = ({ name, columns }: DataTable): Partial<ImportPlan> => ({
  into: { mode: 'append', table: name, columns },
});

describe('appending a file to a table', () => {
  it('makes a table of both, by the names of the columns, and leaves the old one', async () => {
    const { engine, table } = await withOctober();
    const both = value(
      await engine.importText(
        'Points,CITY,Customer ID\n40,대구,C4\n"1,050",대전,C5\n',
        into(table),
      ),
    );
    expect(both.columns).toEqual(table.columns);
    expect(both.rowCount).toBe(5);
    expect(both.report).toMatchObject({
      rowsRead: 2,
      rowsKept: 2,
      rowsBefore: 3,
      rowsReplaced: 0,
      columnsMissing: [],
      columnsAdded: [],
      problems: [],
    });
    expect(await engine.rows(both.name)).toEqual([
      ['C1', '서울', 10],
      ['C2', '부산', 20],
      ['C3', '서울', 30],
      ['C4', '대구', 40],
      ['C5', '대전', 1050],
    ]);
    expect(both.name).not.toBe(table.name);
    expect(await engine.rows(table.name)).toHaveLength(3);
  });

  it('adds the columns that the file brings and leaves empty what it lacks', async () => {
    const { engine, table } = await withOctober();
    const both = value(await engine.importText('customer_id,grade\nC4,VIP\n', into(table)));
    expect(both.report).toMatchObject({
      columnsMissing: ['city', 'points'],
      columnsAdded: ['grade'],
    });
    expect(both.columns.map(({ name }) => name)).toEqual([
      'customer_id',
      'city',
      'points',
      'grade',
    ]);
    expect(await engine.rows(both.name)).toEqual([
      ['C1', '서울', 10, null],
      ['C2', '부산', 20, null],
      ['C3', '서울', 30, null],
      ['C4', null, null, 'VIP'],
    ]);
  });

  it('keeps the kinds and roles of before and reports what does not fit them', async () => {
    const { engine, table } = await withOctober();
    const both = value(
      await engine.importText('member_no,customer_id,points\n1,C4,많음\n2,C5,5\n', into(table)),
    );
    expect(both.columns.map(({ kind, role }) => `${kind} ${role}`)).toEqual([
      'text customer-id',
      'text region',
      'integer points',
      'text none',
    ]);
    expect(both.report?.problems).toMatchObject([
      { code: 'not-a-number', column: 'points', examples: [{ line: 2, text: '많음' }] },
    ]);
  });

  it('rejects rows of the file that are too short or too long by the width of the file', async () => {
    const { engine, table } = await withOctober();
    const both = value(
      await engine.importText('points,customer_id\n1,C4\n2\n3,C5,x\n4,C6,\n', into(table)),
    );
    expect(both.report).toMatchObject({ rowsRead: 4, rowsKept: 2, rowsRejected: 2 });
    expect(both.report?.problems).toMatchObject([
      { code: 'too-few-fields', count: 1, examples: [{ line: 3 }] },
      { code: 'too-many-fields', count: 1, examples: [{ line: 4 }] },
    ]);
  });

  it.each([
    [
      'keep-first',
      ['C1', '서울', 10],
      { rowsBefore: 3, rowsReplaced: 0, rowsKept: 1, rowsRejected: 1 },
    ],
    [
      'keep-last',
      ['C1', '광주', 99],
      { rowsBefore: 2, rowsReplaced: 1, rowsKept: 2, rowsRejected: 0 },
    ],
  ] as const)('under %s an id of before is the same customer', async (duplicates, kept, counts) => {
    const { engine, table } = await withOctober();
    const both = value(
      await engine.importText('customer_id,city,points\nC1,광주,99\nC4,대구,40\n', {
        ...into(table),
        duplicates,
      }),
    );
    expect(both.report).toMatchObject(counts);
    const rows = await engine.rows(both.name);
    expect(rows).toHaveLength(both.rowCount);
    expect(rows.filter(([id]) => id === 'C1')).toEqual([kept]);
    expect(await engine.rows(table.name)).toContainEqual(['C1', '서울', 10]);
  });

  it('refuses under stop, and leaves nothing behind', async () => {
    const { engine, table } = await withOctober();
    const stopped = await engine.importText('customer_id,city,points\nC4,a,1\nC2,b,2\n', {
      ...into(table),
      duplicates: 'stop',
    });
    expect(stopped).toMatchObject({
      ok: false,
      problem: { code: 'duplicate-ids', count: 1, example: 'C2', line: 3 },
    });
    const again = value(await engine.importText('customer_id,city,points\nC4,a,1\n', into(table)));
    expect(again).toMatchObject({ name: 'data_2', rowCount: 4 });
  });

  it('refuses a file without a column of that table, and a table that is not there', async () => {
    const { engine, table } = await withOctober();
    const problem = { code: 'no-common-column', table: table.name };
    expect(await engine.importText('a,b\n1,2\n', into(table))).toEqual({ ok: false, problem });
    expect(await engine.importText(october, into({ ...table, name: 'data_77' }))).toMatchObject({
      ok: false,
      problem: { code: 'no-common-column' },
    });
  });

  it('can be cancelled while the rows of before are copied', async () => {
    const { engine, table } = await withOctober();
    engine.isCancelled = () => true;
    expect(await engine.importText('customer_id\nC4\n', into(table))).toEqual({
      ok: false,
      problem: { code: 'cancelled' },
    });
  });

  it('goes on from file to file', async () => {
    const { engine, table } = await withOctober();
    let latest = table;
    for (let month = 0; month < 3; month++) {
      const file = `points,customer_id,city\n${month},M${month},서울\n`;
      latest = value(await engine.importText(file, into(latest)));
    }
    expect(latest.rowCount).toBe(6);
    expect((await engine.rows(latest.name)).map(([id]) => id)).toEqual([
      'C1',
      'C2',
      'C3',
      'M0',
      'M1',
      'M2',
    ]);
  });

  it('takes the rows of a workbook as well', async () => {
    const { readFileSync } = await import('node:fs');
    const engine = openEngine();
    const table = value(await engine.importText('회원번호,포인트\n999999,1\n'));
    const bytes = readFileSync('tests/fixtures/workbook/handmade-streamed.xlsx');
    const both = value(await engine.importText(bytes as BlobPart, into(table)));
    expect(both).toMatchObject({
      rowCount: 501,
      report: { columnsAdded: ['등급'], rowsBefore: 1 },
    });
  });
});
