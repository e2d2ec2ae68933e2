import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEngine, value, type TestEngine } from './open-engine.ts';

/** A file whose column is whole numbers as far as it is looked at, and further on holds what is given. */
function longFile(late: string, header = 'won', early = (row: number) => String(row % 90)): string {
  const rows = Array.from({ length: 200_000 }, (_, row) => `C${row},${early(row)}\n`);
  // The beginning, four places further on and the end are looked at; this line is in none of them.
  rows[70_000] = `C70000,"${late}"\n`;
  return `customer_id,${header}\n${rows.join('')}`;
}

const lateLine = 70_002;

async function readBack(engine: TestEngine, content: string) {
  const table = value(await engine.importText(content));
  const query = { table: table.name, offset: 70_000, limit: 1 };
  return { table, row: (await engine.request('read-rows', query)).rows[0] };
}

describe('a value that the looked-at part of a file did not let expect', () => {
  it.each([
    ['12.50', 12.5],
    ['$12.50', 12.5],
    ['1e20', 1e20],
  ])('%s makes a column of whole numbers one of decimals, and is kept', async (late, read) => {
    const engine = openEngine();
    const { table, row } = await readBack(engine, longFile(late));
    expect(row).toEqual(['C70000', read]);
    expect(table.columns[1]?.kind).toBe('decimal');
    expect(table.report?.problems).toMatchObject([
      {
        code: 'became-decimal',
        severity: 'kept',
        column: 'won',
        count: 1,
        examples: [{ line: lateLine, text: late }],
      },
      // Dollars beside numbers without a unit are another matter.
      ...(late.startsWith('$') ? [{ code: 'mixed-units' }, { code: 'mixed-units' }] : []),
    ]);
  });

  it('a column that became one of decimals is one in SQLite too, in a sound file', async () => {
    const engine = openEngine();
    const { table } = await readBack(engine, longFile('12.50'));
    const { database } = engine.engine;
    const kinds = `SELECT group_concat(DISTINCT typeof(won)), sum(won) FROM "${table.name}"`;
    const whole = Array.from({ length: 200_000 }, (_, row) => row % 90);
    const sum = whole.reduce((total, each) => total + each, 0) - (70_000 % 90) + 12.5;
    expect(database.all(kinds)).toEqual([['real', sum]]);
    expect(database.one('PRAGMA integrity_check')).toBe('ok');
    expect(
      database.one('SELECT type FROM pragma_table_info(?) WHERE name = ?', [table.name, 'won']),
    ).toBe('REAL');
    expect(() =>
      database.run("UPDATE sqlite_schema SET sql = '' WHERE name = ?", [table.name]),
    ).toThrow(/may not be modified/);
  });

  it('a project with such a table is saved and opened again', async () => {
    const engine = openEngine();
    const { table } = await readBack(engine, longFile('12.50'));
    const reopened = engine.engine.database.export();
    expect(reopened.length).toBeGreaterThan(0);
    expect(
      (await engine.request('read-rows', { table: table.name, offset: 70_000, limit: 1 })).rows,
    ).toEqual([['C70000', 12.5]]);
  });

  it('A12 among numbers is emptied, counted and shown with its line; the rest is read', async () => {
    const { table, row } = await readBack(openEngine(), longFile('A12'));
    expect(row).toEqual(['C70000', null]);
    expect(table.rowCount).toBe(200_000);
    expect(table.report?.problems).toMatchObject([
      {
        code: 'not-a-number',
        severity: 'value',
        column: 'won',
        count: 1,
        examples: [{ line: lateLine, text: 'A12' }],
      },
    ]);
  });

  it('007 among numbers is read as 7, and that is said', async () => {
    const { table, row } = await readBack(openEngine(), longFile('007'));
    expect(row).toEqual(['C70000', 7]);
    expect(table.report?.problems).toMatchObject([
      {
        code: 'leading-zero',
        severity: 'kept',
        column: 'won',
        count: 1,
        examples: [{ line: lateLine, text: '007' }],
      },
    ]);
  });

  it('03/04/2026 in a column of dates whose order nobody chose has a code of its own', async () => {
    const early = (row: number) => `2026-01-${String((row % 28) + 1).padStart(2, '0')}`;
    const { table, row } = await readBack(openEngine(), longFile('03/04/2026', 'day', early));
    expect(row).toEqual(['C70000', null]);
    expect(table.report?.problems).toMatchObject([
      { code: 'ambiguous-date', severity: 'value', column: 'day', examples: [{ line: lateLine }] },
    ]);
  });
});

describe('a Parquet file whose first 1,500 rows say little', () => {
  it('has the kinds of its own types where its values are none, and keeps every later decimal', async () => {
    const engine = openEngine();
    const file = new Blob([readFileSync('tests/fixtures/parquet/late-values.parquet')]);
    const { columns, source, suggestedLabel, tableRole } = value(
      await engine.preview(file, 'late-values.parquet'),
    );
    expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['code', 'text'],
      ['price', 'integer'],
      ['points', 'integer'],
      ['visits', 'integer'],
      ['day', 'date'],
      ['agreed', 'boolean'],
    ]);
    const table = value(
      await engine.request('import-file', {
        file,
        fileName: 'late-values.parquet',
        plan: {
          label: suggestedLabel,
          tableRole,
          source,
          columns,
          duplicates: 'keep-all',
          blankIds: 'keep',
          today: '2026-12-31',
          into: { mode: 'new' },
        },
      }),
    );
    expect(table.columns.map(({ kind }) => kind)).toEqual([
      'text',
      'decimal',
      'integer',
      'integer',
      'date',
      'boolean',
    ]);
    expect(table.report?.problems).toMatchObject([{ code: 'became-decimal', count: 500 }]);
    const { rows } = await engine.request('read-rows', {
      table: table.name,
      offset: 1500,
      limit: 1,
    });
    expect(rows).toEqual([['C001500', 6.5, 2, 1500, '2026-01-01', 1]]);
  });
});
