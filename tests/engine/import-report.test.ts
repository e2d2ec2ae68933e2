import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFormat } from '#core/import/column-format.ts';
import { plainText } from '#core/import/source-plan.ts';
import type { ImportPlan } from '#engine/protocol.ts';
import { runs } from '../property-runs.ts';
import { openEngine, value } from './open-engine.ts';

const filler = (rows: number, row: (number: number) => string) =>
  Array.from({ length: rows }, (_, number) => row(number)).join('\n');

describe('the report of an import', () => {
  it('counts dates after today and keeps them, but not where something ends', async () => {
    const file = `id,구매일,유효기간\n${filler(40, (row) => `C${row},2026-11-${row < 38 ? 20 : 26},2027-12-31`)}\nC99,2026-11-25 23:59,2027-12-31\n`;
    const { report, name } = value(await openEngine().importText(file, { today: '2026-11-25' }));
    expect(name).toBe('data_1');
    expect(report?.problems).toEqual([
      {
        code: 'future-date',
        severity: 'kept',
        column: '구매일',
        count: 2,
        value: '2026-11-25',
        share: null,
        examples: [
          { line: 40, text: '2026-11-26' },
          { line: 41, text: '2026-11-26' },
        ],
      },
    ]);
    expect(report).toMatchObject({ rowsRead: 41, rowsKept: 41, rowsRejected: 0 });
  });

  it('names each day that stands for no date, and those of impossible centuries together', async () => {
    const odd = [
      '1900-01-01',
      '9999-12-31',
      '1900-01-01',
      '0202-03-04',
      '1970-01-01',
      '1111-11-11',
    ];
    const file = `id,last_purchase_date\n${filler(60, (row) => `C${row},${odd[row] ?? '2026-01-01'}`)}\n`;
    const { report } = value(await openEngine().importText(file));
    expect(report?.problems.map(({ code, value: day, count }) => [code, day, count])).toEqual([
      ['implausible-date', '1900-01-01', 2],
      ['implausible-date', '9999-12-31', 1],
      ['implausible-date', null, 1],
      ['implausible-date', '1970-01-01', 1],
      ['implausible-date', '1111-11-11', 1],
    ]);
  });

  it.each([
    ['비회원', 25],
    ['0', 1],
    ['C77', 25],
  ])('says which share of the orders one id holds: %s with %d %%', async (id, percent) => {
    const rows = 4000;
    const held = (rows * percent) / 100;
    const file = `order_id,customer_id,order_date\n${filler(rows, (row) => `${row},${row % (100 / percent) === 0 ? id : `M${row % 3001}`},2026-01-01`)}\n`;
    const { report } = value(await openEngine().importText(file));
    expect(report?.problems).toMatchObject([
      {
        code: 'placeholder-id',
        severity: 'kept',
        column: 'customer_id',
        value: id,
        count: held,
        share: percent / 100,
      },
    ]);
    expect(report?.problems[0]?.examples[0]).toEqual({ line: 2, text: id });
  });

  it('takes nobody for a placeholder where few customers buy much', async () => {
    const file = `order_id,customer_id,order_date\n${filler(400, (row) => `${row},M${row % 8},2026-01-01`)}\n`;
    expect(value(await openEngine().importText(file)).report?.problems).toEqual([]);
  });

  it('finds a placeholder in a customer list though its repeated rows are rejected', async () => {
    const file = `customer_id,points\n${filler(1000, (row) => `${row % 5 === 0 ? 'GUEST' : `C${row}`},1`)}\n`;
    const { report } = value(await openEngine().importText(file));
    expect(report).toMatchObject({ rowsRead: 1000, rowsRejected: 199 });
    expect(report?.problems).toContainEqual(
      expect.objectContaining({ code: 'placeholder-id', value: 'GUEST', count: 200, share: 0.2 }),
    );
  });

  it('counts the units of a column where they differ', async () => {
    const amounts = ['12,300원', '3만원', '0', '5000', '1억'];
    const file = `id,amount\n${filler(50, (row) => `C${row},"${amounts[row % 5]}"`)}\n`;
    const { report } = value(await openEngine().importText(file));
    const units = report?.problems.filter(({ code }) => code === 'mixed-units') ?? [];
    expect(units.map(({ value: unit, count, share }) => [unit, count, share])).toEqual([
      ['원', 10, 0.25],
      ['만원', 10, 0.25],
      ['', 10, 0.25],
      ['억', 10, 0.25],
    ]);
    expect(units[0]?.examples[0]).toEqual({ line: 2, text: '12,300원' });
  });

  it.each([
    ['reject', 2, { rowsKept: 2, rowsRejected: 2 }, 'row'],
    ['keep', 4, { rowsKept: 4, rowsRejected: 0 }, 'kept'],
  ] as const)('follows the rule for blank ids: %s', async (blankIds, rows, counts, severity) => {
    const engine = openEngine();
    const file = 'customer_id,points\nC1,1\n,2\nC2,3\n  ,4\n';
    const table = value(await engine.importText(file, { blankIds }));
    expect(table.report).toMatchObject({ rowsRead: 4, ...counts });
    expect(await engine.rows(table.name)).toHaveLength(rows);
    expect(table.report?.problems).toMatchObject([
      { code: 'missing-id', severity, count: 2, column: 'customer_id' },
    ]);
  });

  it('refuses a file with blank ids by the rule stop, counts them and leaves nothing behind', async () => {
    const engine = openEngine();
    const file = 'customer_id,points\nC1,1\n,2\nC2,3\n  ,4\n';
    expect(await engine.importText(file, { blankIds: 'stop' })).toEqual({
      ok: false,
      problem: { code: 'blank-ids', count: 2, line: 3 },
    });
    expect(value(await engine.importText('a,b\n1,2\n')).name).toBe('data_1');
  });

  it('shows no personal value in its examples, nor in the rejected rows unless they are chosen', async () => {
    const engine = openEngine();
    const file =
      'customer_id,고객명,휴대폰번호,생년월일\n' +
      filler(30, (row) => `C${row},홍길동,010-1234-5${String(row).padStart(3, '0')},1990-01-02`) +
      '\nC0,김영희,010-9999-8888,1985-05-05\nC77,박철수,010-7777-6666\n"C78,이몽룡,010-5555-4444,x\nC79,성춘향,010-1111-2222,1990-13-45\n';
    const table = value(await engine.importText(file));
    expect(table.columns.map(({ personal }) => personal)).toEqual([
      null,
      'name',
      'phone',
      'birth-date',
    ]);
    const report = JSON.stringify(table.report);
    const masks = table.columns.flatMap(({ name, personal }) =>
      personal ? [{ column: name, kind: personal }] : [],
    );
    const masked = await engine.rejected(table.name, masks);
    for (const secret of [
      '김영희',
      '박철수',
      '이몽룡',
      '9999-8888',
      '7777',
      '5555',
      '1985-05',
      '1990-13',
    ]) {
      expect(report).not.toContain(secret);
      expect(masked).not.toContain(secret);
    }
    expect(masked).toContain(
      'duplicate-id,Customer id seen before,C0,김*희,010-****-8888,1985-**-**',
    );
    expect(await engine.rejected(table.name)).toContain('C77,박철수,010-7777-6666');
    expect(table.report).toMatchObject({ rowsRead: 34, rowsKept: 31, rowsRejected: 3 });
    const page = { table: table.name, offset: 0, limit: 1, masks };
    expect((await engine.request('read-rows', page)).rows).toEqual([
      ['C0', '홍*동', '010-****-5000', '1990-**-**'],
    ]);
  });

  it('counts every row once: read is kept and rejected, and every rejected row can be downloaded', async () => {
    const id = fc.constantFrom('A', 'B', 'GUEST', '', ' ', 'NULL', '0', '"q""', 'x\uFFFDy');
    const date = fc.constantFrom(
      '2026-01-01',
      '9999-12-31',
      '2027-01-01',
      '2026-02-30',
      '-',
      '모름',
    );
    const line = fc
      .tuple(id, date, fc.constantFrom('1', '3만원', '5%', 'x', '"1,5"', '1,2', ''))
      .map((fields) => fields.join(','));
    const columns = (
      [
        ['customer_id', 'text', 'customer-id'],
        ['order_date', 'date', 'order-date'],
        ['amount', 'integer', 'amount'],
      ] as const
    ).map(([name, kind, role]) => ({ name, kind, role, personal: null, format: defaultFormat }));
    const plan = fc.record({
      duplicates: fc.constantFrom('keep-first', 'keep-last', 'keep-all', 'stop'),
      blankIds: fc.constantFrom('reject', 'keep', 'stop'),
      tableRole: fc.constantFrom('customers', 'transactions', 'other'),
    }) as fc.Arbitrary<Partial<ImportPlan>>;
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        plan,
        async (lines, changes) => {
          const engine = openEngine();
          const file = `customer_id,order_date,amount\n${lines.join('\n')}\nZ,2026-01-01,1\n`;
          const read = await engine.importText(file, { ...changes, source: plainText, columns });
          const rejects = Number(
            engine.engine.database.one('SELECT count(*) FROM carrotlab_rejects'),
          );
          if (!read.ok) {
            expect(['duplicate-ids', 'blank-ids']).toContain(read.problem.code);
            expect(rejects).toBe(0);
            return;
          }
          const { report, rowCount, name } = read.value;
          if (!report) throw new Error('An import has a report');
          expect(report.rowsRead).toBe(lines.length + 1);
          expect(report.rowsRead).toBe(report.rowsKept + report.rowsRejected);
          expect((await engine.rows(name)).length).toBe(report.rowsKept);
          expect(rowCount).toBe(report.rowsKept);
          expect(rejects).toBe(report.rowsRejected);
          const said = report.problems.filter(({ severity }) => severity === 'row');
          expect(said.reduce((sum, { count }) => sum + count, 0)).toBe(report.rowsRejected);
        },
      ),
      runs(300),
    );
  });
});
