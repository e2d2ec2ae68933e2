import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '#core/import/column-profile.ts';
import type { PersonalDataKind } from '#core/import/column.ts';
import { runs } from '../property-runs.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const today = '2026-11-25';

async function profileOf(
  engine: TestEngine,
  column: string,
  personal: PersonalDataKind | null = null,
  table = 'data_1',
): Promise<ColumnProfile> {
  return value(await engine.request('profile-column', { table, column, personal, today }));
}

async function profileText(content: string, column: string): Promise<ColumnProfile> {
  const engine = openEngine();
  value(await engine.importText(content));
  return profileOf(engine, column);
}

describe('the profile of a column', () => {
  it('of text names the most frequent values, the lengths and the longest', async () => {
    const rows = ['서울', '부산', '서울', '', '제주도', '서울', '부산', '🍊'];
    const profile = await profileText(
      `id,region\n${rows.map((text, row) => `${row},${text}`).join('\n')}\n`,
      'region',
    );
    expect(profile).toEqual({
      column: 'region',
      kind: 'text',
      rows: 8,
      missing: 1,
      distinct: 4,
      isConstant: false,
      isUnique: false,
      topValues: [
        { value: '서울', count: 3 },
        { value: '부산', count: 2 },
        { value: '제주도', count: 1 },
        { value: '🍊', count: 1 },
      ],
      otherRows: 0,
      examples: ['서울', '부산', '제주도'],
      numbers: null,
      dates: null,
      texts: { shortest: 1, longest: 3, averageLength: 14 / 7, longestText: '제주도' },
    });
  });

  it('of numbers has quartiles, outliers with their row, and others than the ten most frequent', async () => {
    const rows = Array.from({ length: 101 }, (_, row) => `${row},${row === 40 ? 5000 : row}`);
    const profile = await profileText(`id,n\n${rows.join('\n')}\n`, 'n');
    expect(profile).toMatchObject({
      distinct: 101,
      isUnique: true,
      otherRows: 91,
      kind: 'integer',
    });
    expect(profile.topValues).toHaveLength(10);
    expect(profile.numbers).toMatchObject({
      smallest: 0,
      lowerQuartile: 25,
      median: 51,
      upperQuartile: 76,
      largest: 5000,
      zeros: 1,
      negatives: 0,
      scale: 'plain',
    });
    expect(profile.numbers?.outliers).toEqual({
      isJudged: true,
      lowerFence: 25 - 76.5,
      upperFence: 76 + 76.5,
      below: 0,
      above: 1,
      examples: [{ rowId: 41, value: 5000 }],
    });
  });

  it('of dates counts months, those to come and those that stand for none', async () => {
    const days = [
      '2026-01-05',
      '2026-03-01',
      '2026-03-02',
      '2027-01-01',
      '9999-12-31',
      '1900-01-01',
    ];
    const profile = await profileText(
      `id,d\n${days.map((day, row) => `${row},${day}`).join('\n')}\n`,
      'd',
    );
    expect(profile.dates).toMatchObject({
      earliest: '2026-01-05',
      median: '2026-03-01',
      latest: '2027-01-01',
      unit: 'month',
      future: 1,
      implausible: 2,
    });
    expect(profile.dates?.periods).toHaveLength(13);
    expect(profile.dates?.periods.slice(0, 3)).toEqual([
      { from: '2026-01', count: 1 },
      { from: '2026-02', count: 0 },
      { from: '2026-03', count: 2 },
    ]);
  });

  it('is honest of a column with nothing in it, and of one with one value', async () => {
    const engine = openEngine();
    value(await engine.importText('id,empty,same\n1,,x\n2,,x\n'));
    expect(await profileOf(engine, 'empty')).toMatchObject({
      rows: 2,
      missing: 2,
      distinct: 0,
      isConstant: false,
      isUnique: false,
      topValues: [],
      otherRows: 0,
      examples: [],
      numbers: null,
      dates: null,
      texts: null,
    });
    expect(await profileOf(engine, 'same')).toMatchObject({ isConstant: true, distinct: 1 });
  });

  it('shows no personal value in full', async () => {
    const engine = openEngine();
    value(
      await engine.importText(
        'id,고객명,휴대폰,생년월일\n1,홍길동,01012345678,1990-01-02\n2,김영희,01099998888,1985-05-05\n3,홍길동,01012345678,1970-01-01\n',
      ),
    );
    const profiles = await Promise.all([
      profileOf(engine, '고객명', 'name'),
      profileOf(engine, '휴대폰', 'phone'),
      profileOf(engine, '생년월일', 'birth-date'),
    ]);
    const said = JSON.stringify(profiles);
    for (const secret of ['홍길동', '김영희', '1234', '9999', '-02', '-05'])
      expect(said).not.toContain(secret);
    expect(profiles[0]?.topValues[0]).toEqual({ value: '홍*동', count: 2 });
    expect(profiles[2]?.dates).toMatchObject({ earliest: null, unit: 'year', implausible: 0 });
  });

  it('reads any name and any value: quotes, prototypes, SQL, formulas, a cell of 10 MB', async () => {
    const engine = openEngine();
    const names = [
      '__proto__',
      'constructor',
      'a"b',
      'x"); DROP TABLE data_1; --',
      'rowid',
      '=1+1',
    ];
    const huge = 'x'.repeat(10_000_000);
    const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
    value(
      await engine.importText(`${header}\n__proto__,toString,1,a,1,=1\n${huge},valueOf,2,b,1,=2\n`),
    );
    for (const name of names) {
      expect(await profileOf(engine, name)).toMatchObject({ column: name, rows: 2, missing: 0 });
    }
    const long = await profileOf(engine, '__proto__');
    expect(long.texts?.longest).toBe(10_000_000);
    expect(long.texts?.longestText).toHaveLength(200);
    expect(JSON.stringify(long).length).toBeLessThan(5000);
    await expect(profileOf(engine, 'gone')).rejects.toThrow('no column gone');
  });

  it('is given up when it is cancelled', async () => {
    const engine = openEngine();
    value(
      await engine.importText(
        `id\n${Array.from({ length: 40_000 }, (_, row) => row).join('\n')}\n`,
      ),
    );
    engine.isCancelled = () => true;
    const params = { table: 'data_1', column: 'id', personal: null, today };
    expect(await engine.request('profile-column', params)).toEqual({
      ok: false,
      problem: { code: 'cancelled' },
    });
  });

  it('counts as plain SQL does', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '-', '0', '1', '1', '-3', '2.5', '1000000'),
      fc.integer({ min: -50, max: 5000 }).map(String),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        async (cells, asText) => {
          const engine = openEngine();
          const rows = cells.map((text, row) => `${row},${text}${asText ? 'x' : ''}`);
          const { name } = value(await engine.importText(`id,n\n${rows.join('\n')}\n`));
          const { database } = engine.engine;
          const profile = await profileOf(engine, 'n', null, name);
          expect([[profile.rows, profile.rows - profile.missing, profile.distinct]]).toEqual(
            database.all(`SELECT count(*), count(n), count(DISTINCT n) FROM ${name}`),
          );
          const top = database.all(
            `SELECT n, count(*) FROM ${name} WHERE n IS NOT NULL GROUP BY n ORDER BY 2 DESC, 1 LIMIT 10`,
          );
          expect(profile.topValues).toEqual(
            top.map(([shown, count]) => ({ value: String(shown), count })),
          );
          if (!profile.numbers) return;
          const { smallest, largest, mean } = profile.numbers;
          const [facts] = database.all(`SELECT min(n), max(n), avg(n) FROM ${name}`);
          expect([smallest, largest]).toEqual(facts?.slice(0, 2));
          expect(mean).toBeCloseTo(Number(facts?.[2]), 9);
        },
      ),
      runs(60),
    );
  });
});
