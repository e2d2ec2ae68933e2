import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEngine, value } from './open-engine.ts';

const folder = 'tests/fixtures/parquet';
const bytesOf = (name: string) => readFileSync(`${folder}/${name}.parquet`);
const fileOf = (name: string) => new Blob([bytesOf(name)]);
/** What DuckDB says the values are; see `make-parquet.js`. */
const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as {
  columns: string[];
  rows: (string | null)[][];
};

const preview = async (name: string) =>
  value(await openEngine().preview(fileOf(name), `${name}.parquet`));

describe('a Parquet file', () => {
  it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])(
    'packed with %s is read as exactly as DuckDB reads it',
    async (codec) => {
      const { columns, rows, source, sheets } = await preview(`types-${codec}`);
      expect(source).toEqual({ format: 'parquet' });
      expect(sheets).toEqual([]);
      const places = expected.columns.map((name) =>
        columns.findIndex((column) => column.name === name),
      );
      expect(rows.map((row) => places.map((place) => row[place]))).toEqual(
        expected.rows.map((row) => row.map((field) => field ?? '')),
      );
    },
  );

  it('shows times, moments, nested values and bytes as text that loses nothing', async () => {
    const { columns, rows } = await preview('types-zstd');
    const field = (row: number, name: string) =>
      rows[row]?.[columns.findIndex((column) => column.name === name)];
    expect(
      ['active', 'single', 'clock', 'moment', 'moment_ms', 'moment_ns'].map((name) =>
        field(0, name),
      ),
    ).toEqual([
      'TRUE',
      '0.1',
      '15:20:30.5',
      '2026-11-22 15:20:30.123456',
      '2026-11-22 15:20:30.123',
      '2026-11-22 15:20:30.123456789',
    ]);
    expect(field(0, 'moment_utc')).toBe('2026-11-21 15:00:00Z');
    expect(field(1, 'moment')).toBe('2026-11-22');
    expect(field(0, 'list')).toBe('[1,2,3]');
    expect(field(0, 'struct')).toBe('{"city":"서울","points":10}');
    expect(field(1, 'struct')).toBe('{"city":null,"points":0}');
    expect(field(0, 'map')).toBe('{"a":1}');
    expect([field(0, 'bytes'), field(1, 'bytes')]).toEqual(['x', 'ff00']);
  });

  it('keeps whole numbers beyond 2^53 as text', async () => {
    const { columns } = await preview('types-zstd');
    const kinds = Object.fromEntries(columns.map(({ name, kind }) => [name, kind]));
    expect(kinds).toMatchObject({ big: 'text', unsigned_big: 'text', code: 'text', day: 'date' });
  });

  it('imports all row groups in order', async () => {
    const engine = openEngine();
    const table = value(await engine.importText(bytesOf('row-groups') as BlobPart));
    expect(table.report).toMatchObject({ rowsRead: 9000, rowsKept: 9000, problems: [] });
    const { rows } = await engine.request('read-rows', {
      table: table.name,
      offset: 8998,
      limit: 5,
    });
    expect(rows).toEqual([
      ['8998', 'C008998', 8998 % 7],
      ['8999', 'C008999', 8999 % 7],
    ]);
  });

  it('is read as another program writes it', async () => {
    expect((await preview('arrow-rs')).rows).toEqual([
      ['1', '가', '0.1', '1'],
      ['2', '나', '1e+21', '-9223372036854775808'],
      ['3', '다', '0', '9223372036854775807'],
    ]);
  });

  it('without rows has no rows', async () => {
    expect(await openEngine().preview(fileOf('no-rows'))).toEqual({
      ok: false,
      problem: { code: 'no-rows' },
    });
  });

  it('that is cut off or broken at any place is refused or read, never a crash', async () => {
    const bytes = bytesOf('types-snappy');
    const cut = await openEngine().preview(new Blob([bytes.subarray(0, -9)]));
    expect(cut).toMatchObject({ ok: false, problem: { code: 'damaged-file' } });
    const outcomes = new Set<string>();
    for (let at = 4; at < bytes.length; at += 7) {
      const broken = Uint8Array.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 0x5a;
      const result = await openEngine().preview(new Blob([broken]));
      outcomes.add(result.ok ? 'read' : result.problem.code);
    }
    expect([...outcomes].toSorted()).toEqual(['damaged-file', 'read']);
  });

  it('can be cancelled in the middle', async () => {
    const engine = openEngine();
    let asked = 0;
    engine.isCancelled = () => ++asked > 3;
    expect(await engine.importText(bytesOf('row-groups') as BlobPart)).toEqual({
      ok: false,
      problem: { code: 'cancelled' },
    });
  });
});
