import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SourceChoice } from '#core/import/source-plan.ts';
import { openEngine, value } from './open-engine.ts';

const bytesOf = (name: string) => readFileSync(`tests/fixtures/workbook/${name}.xlsx`);
const fileOf = (name: string) => new Blob([bytesOf(name)]);
const look = (name: string, chosen: SourceChoice = {}) =>
  openEngine().request('preview-file', { file: fileOf(name), fileName: `${name}.xlsx`, chosen });

const header = '고객ID 이름 가입일 최근구매 금액 비율 코드 전화 활성 메모 시각 월 결과 합계'.split(
  ' ',
);
/** What was written, see `make-workbooks.py`: in full precision, dates and ids as Excel shows them. */
const rows = [
  [
    ...['C001', '김가나', '2026-11-22', '2026-11-22 14:30:00', '12345.678', '0.15', '00123'],
    ...['010-1234-5678', 'TRUE', '첫 줄\n둘째 줄', '14:30:00', '2026-11-01', '#N/A', '24691.356'],
  ],
  [
    ...['00007', ' 박 <나> & "다" ', '1900-03-01', '2026-01-01', '0.1', '1.5', '00007'],
    ...['002-1234-5678', 'FALSE', '=1+1', '00:00:01', '2000-02-01', '#DIV/0!', '0.2'],
  ],
  [
    ...['900719925474099312', '', '', '', '1e+21', '-0.005', '99999', '', 'TRUE'],
    ...['_x000D_ is no line break', '', '', '', '2e+21'],
  ],
];

describe('a workbook', () => {
  it.each(['xlsxwriter', 'libreoffice'])('of %s is read cell for cell', async (name) => {
    const preview = value(await look(name));
    expect(preview.source).toMatchObject({ format: 'workbook', sheet: '고객 명단' });
    expect(preview.columns.map(({ name }) => name)).toEqual(header);
    expect(preview.rows).toEqual(rows);
  });

  it('of openpyxl has formulas without values, which stay to be seen', async () => {
    const preview = value(await look('openpyxl'));
    expect(preview.rows.map((row) => row.slice(0, 9))).toEqual(rows.map((row) => row.slice(0, 9)));
    expect(preview.rows.map((row) => row.at(-1))).toEqual(['=E2*2', '=E3*2', '=E4*2']);
  });

  it.each(['sheetjs', 'exceljs'])('of %s is read', async (name) => {
    expect(value(await look(name)).rows).toEqual([
      ['C1', '2026-11-22', '12300.5', 'TRUE', 'a\tb'],
      ['C2', '', '-0.1', 'FALSE', ''],
    ]);
  });

  it('that counts its days from 1904 shows the same dates', async () => {
    const [first, second] = value(await look('xlsxwriter-1904')).rows;
    expect(first).toEqual(rows[0]);
    expect(second?.slice(3)).toEqual(rows[1]?.slice(3));
  });

  it('in strict OOXML, with prefixes, absolute paths and cells without places, is read', async () => {
    const preview = value(await look('handmade-strict'));
    expect(preview.sheets).toEqual([{ name: 'A & B', rowCount: null, isHidden: false }]);
    expect(preview.columns.map(({ name }) => name)).toEqual(['id', '이름', 'day', 'in line']);
    expect(preview.rows).toEqual([
      ['C1', '김 가', '2026-11-22', 'TRUE'],
      ['C2', '', '2026-11-22', '#REF!'],
    ]);
  });

  it('that was streamed, with sizes behind the data and texts in their cells, is imported whole', async () => {
    const engine = openEngine();
    const table = value(await engine.importText(bytesOf('handmade-streamed') as BlobPart));
    expect(table.report).toMatchObject({ rowsRead: 500, rowsKept: 500, problems: [] });
    const imported = await engine.rows(table.name);
    expect([imported[0], imported[499]]).toEqual([
      ['000001', 0.1, '일반'],
      ['000500', 50, 'VIP'],
    ]);
  });

  it('lists its sheets, opens the first that is not hidden, and any that is chosen', async () => {
    const preview = value(await look('openpyxl'));
    expect(preview.sheets).toEqual([
      { name: '고객 명단', rowCount: 4, isHidden: false },
      { name: '숨은 시트', rowCount: 2, isHidden: true },
      { name: '둘째', rowCount: 5, isHidden: false },
    ]);
    const hidden = value(await look('openpyxl', { sheet: '숨은 시트' }));
    expect(hidden.source).toMatchObject({ sheet: '숨은 시트' });
    expect(hidden.rows).toEqual([['1', '2']]);
  });

  it('with an empty sheet shows it as empty, beside the others', async () => {
    const preview = value(await look('xlsxwriter', { sheet: '빈 시트' }));
    expect(preview).toMatchObject({ columns: [], rows: [], source: { sheet: '빈 시트' } });
    expect(preview.sheets).toHaveLength(2);
  });

  it('names the rows of the sheet in its report', async () => {
    const engine = openEngine();
    const preview = value(await look('xlsxwriter'));
    const columns = preview.columns.map(({ name, kind, role, personal, format }) =>
      name === '결과'
        ? { name, kind: 'integer' as const, role, personal, format }
        : { name, kind, role, personal, format },
    );
    const table = value(await engine.importText(bytesOf('xlsxwriter') as BlobPart, { columns }));
    expect(table.report?.problems).toMatchObject([
      { code: 'not-a-number', column: '결과', examples: [{ line: 3, text: '#DIV/0!' }] },
    ]);
  });
});

describe('a workbook that is refused', () => {
  it.each([
    ['handmade-entities', { code: 'damaged-file', detail: /DOCTYPE/ }],
    ['handmade-beyond', { code: 'damaged-file', detail: /limits of a sheet/ }],
    ['handmade-no-shared-text', { code: 'damaged-file', detail: /shared text/ }],
    ['handmade-cut', { code: 'damaged-file', detail: /end of file/ }],
    ['handmade-bomb', { code: 'unpacked-too-large', detail: /^$/ }],
    ['password', { code: 'password-protected', detail: /^$/ }],
  ])('%s says why', async (name, { code, detail }) => {
    const result = await look(name);
    expect(result).toMatchObject({ ok: false, problem: { code } });
    const problem = result.ok ? {} : result.problem;
    expect('detail' in problem ? problem.detail : '').toMatch(detail);
  });

  it('was cut off or broken at some place, and never crashes', async () => {
    const bytes = bytesOf('xlsxwriter');
    expect(await openEngine().preview(new Blob([bytes.subarray(0, 3000)]))).toMatchObject({
      ok: false,
      problem: { code: 'damaged-file' },
    });
    const outcomes = new Set<string>();
    for (let at = 4; at < bytes.length; at += 13) {
      const broken = Uint8Array.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 0x5a;
      const result = await openEngine().preview(new Blob([broken]));
      outcomes.add(result.ok ? 'read' : result.problem.code);
    }
    expect(outcomes).toContain('damaged-file');
    expect(outcomes).not.toContain('unreadable-file');
  });
});
