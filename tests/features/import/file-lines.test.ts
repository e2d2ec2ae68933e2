import { describe, expect, it } from 'vitest';
import { plainText } from '#core/import/source-plan.ts';
import { commonLabel } from '../../../src/features/import/common-label.ts';
import { fileLines } from '../../../src/features/import/file-lines.ts';
import type { FilePreview } from '../../../src/features/import/reading.ts';

type Shown = Pick<
  FilePreview,
  'source' | 'linesAbove' | 'totalLines' | 'otherTables' | 'rows' | 'rowLines' | 'columns'
>;

const shown = (parts: Partial<Shown> = {}): FilePreview =>
  ({
    source: { ...plainText, layout: { ...plainText.layout, headerLine: 3 } },
    linesAbove: [{ line: 1, text: '매출 보고서' }],
    totalLines: [{ line: 6, text: '합계,30' }],
    otherTables: [{ headerLine: 8, titles: ['상품', '수량'] }],
    columns: [
      { header: '지점', name: '지점' },
      { header: '', name: 'column_2' },
    ],
    rows: [
      ['강남', '10'],
      ['홍대', '20'],
      ['신촌', '30'],
    ],
    rowLines: [4, 5, 7],
    ...parts,
  }) as unknown as FilePreview;

describe('the beginning of a file as it is shown', () => {
  it('stands in the order of its lines, each with what it is to the table', () => {
    const lines = fileLines(shown(), 10).map(({ line, part }) => [line, part]);
    expect(lines).toEqual([
      [1, 'above'],
      [3, 'header'],
      [4, 'row'],
      [5, 'row'],
      [6, 'total'],
      [7, 'row'],
      [8, 'other-table'],
    ]);
  });

  it('names a column without a title by its name', () => {
    const header = fileLines(shown(), 10).find(({ part }) => part === 'header');
    expect(header?.cells).toEqual(['지점', 'column_2']);
  });

  it('shows totals that are read as rows only once, among the rows', () => {
    const layout = { ...plainText.layout, headerLine: 3, totalRows: 'keep' as const };
    const lines = fileLines(shown({ source: { ...plainText, layout } }), 10);
    expect(lines.filter(({ part }) => part === 'total')).toEqual([]);
  });

  it('has no line numbers where the format has none', () => {
    const preview = shown({
      source: { format: 'parquet' },
      linesAbove: [],
      totalLines: [],
      otherTables: [],
      rowLines: [],
    });
    expect(fileLines(preview, 2).map(({ line }) => line)).toEqual([null, null, null]);
  });
});

describe('the name of a table that several files make up', () => {
  it('is what their names begin with', () => {
    expect(commonLabel(['매출_2026-01', '매출_2026-02', '매출_2026-03'])).toBe('매출');
    expect(commonLabel(['orders 2026-1', 'orders 2026-2'])).toBe('orders');
  });

  it('is the first with how many follow, where they begin with nothing in common', () => {
    expect(commonLabel(['강남', '홍대', '신촌'])).toBe('강남 +2');
    expect(commonLabel(['강남'])).toBe('강남');
  });
});
