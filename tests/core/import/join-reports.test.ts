import { describe, expect, it } from 'vitest';
import type { ImportProblem, ImportReport } from '#core/import/column.ts';
import { joinReports } from '#core/import/join-reports.ts';
import { plainText } from '#core/import/source-plan.ts';

const problem = (
  count: number,
  line: number,
  parts: Partial<ImportProblem> = {},
): ImportProblem => ({
  code: 'not-a-number',
  severity: 'value',
  column: 'won',
  count,
  value: null,
  share: null,
  examples: [{ line, text: 'x' }],
  ...parts,
});

const report = (fileName: string, parts: Partial<ImportReport> = {}): ImportReport => ({
  fileName,
  byteCount: 100,
  source: plainText,
  rowsRead: 10,
  rowsKept: 9,
  rowsRejected: 1,
  lines: { total: 12, header: 1, continued: 1 },
  rowsBefore: 0,
  rowsReplaced: 0,
  columnsMissing: [],
  columnsAdded: [],
  seconds: 1,
  problems: [],
  ...parts,
});

describe('the reports of files that were read into one table', () => {
  it('are one report whose rows add up', () => {
    const joined = joinReports([report('a.csv'), report('b.csv', { rowsRead: 5, rowsKept: 4 })]);
    expect(joined).toMatchObject({
      fileName: 'a.csv, b.csv',
      byteCount: 200,
      rowsRead: 15,
      rowsKept: 13,
      rowsRejected: 2,
      seconds: 2,
      lines: { total: 24, header: 2, continued: 2 },
    });
  });

  it('count a problem of the same kind and column once, and say in which file each example is', () => {
    const { problems } = joinReports([
      report('a.csv', { problems: [problem(2, 3)] }),
      report('b.csv', { problems: [problem(1, 7), problem(4, 8, { column: 'other' })] }),
    ]);
    expect(problems.map(({ column, count }) => [column, count])).toEqual([
      ['won', 3],
      ['other', 4],
    ]);
    expect(problems[0]?.examples).toEqual([
      { line: 3, text: 'a.csv: x' },
      { line: 7, text: 'b.csv: x' },
    ]);
  });

  it('weigh shares by what they are shares of', () => {
    const { problems } = joinReports([
      report('a.csv', { problems: [problem(50, 2, { share: 0.5 })] }),
      report('b.csv', { problems: [problem(10, 2, { share: 0.1 })] }),
    ]);
    expect(problems[0]?.share).toBeCloseTo(0.3, 12);
  });

  it('count rows that gave way to those of a later file as rejected', () => {
    const joined = joinReports([report('a.csv'), report('b.csv', { rowsReplaced: 3 })]);
    expect(joined.rowsKept + joined.rowsRejected).toBe(joined.rowsRead);
    expect(joined.rowsRejected).toBe(5);
  });

  it('stay as they are where there is one file, and cannot be made of none', () => {
    const one = report('a.csv', { problems: [problem(2, 3)] });
    expect(joinReports([one])).toBe(one);
    expect(() => joinReports([])).toThrow(RangeError);
  });
});
