import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeColumnPersonal } from '#core/history/edit-tables.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';
import {
  personalDataKinds,
  type Column,
  type ImportProblem,
  type ImportReport,
} from '#core/import/column.ts';
import { fullDocument } from './full-document.ts';

const column = (name: string, changes: Partial<Column> = {}): Column => ({
  name,
  kind: 'text',
  role: 'none',
  personal: null,
  ...changes,
});
const problem = (
  code: ImportProblem['code'],
  severity: ImportProblem['severity'],
  of: string | null,
  text: string,
): ImportProblem => ({
  code,
  severity,
  column: of,
  count: 1,
  value: null,
  share: null,
  examples: [{ line: 7, text }],
});

const reportOf = (problems: readonly ImportProblem[]): ImportReport => {
  const report = fullDocument.tables.find((table) => table.report)?.report;
  if (!report) throw new Error('The full document has a report');
  return { ...report, problems };
};

function documentOf(columns: readonly Column[], problems: readonly ImportProblem[] = []) {
  const table = {
    name: 'data_5',
    label: '상담.csv',
    role: 'other' as const,
    columns,
    rowCount: 3,
    report: reportOf(problems),
  };
  return { ...fullDocument, tables: [...fullDocument.tables, table] } satisfies ProjectDocument;
}

const tableOf = (document: ProjectDocument) => document.tables.at(-1);
const quoted = (document: ProjectDocument) =>
  tableOf(document)?.report?.problems.flatMap(({ examples }) => examples.map(({ text }) => text));

describe('marking a column as personal after it was read', () => {
  const columns = [column('no', { role: 'customer-id' }), column('담당'), column('메모')];

  it('marks that column alone, and takes the mark away', () => {
    const before = documentOf(columns);
    const marked = changeColumnPersonal(before, 'data_5', '담당', 'name');
    expect(tableOf(marked)?.columns.map(({ personal }) => personal)).toEqual([null, 'name', null]);
    expect(marked.tables.slice(0, -1)).toEqual(before.tables.slice(0, -1));
    const freed = changeColumnPersonal(marked, 'data_5', '담당', null);
    expect(tableOf(freed)?.columns).toEqual(columns);
  });

  it('changes nothing, not even the object, for what is not there or is so already', () => {
    const document = documentOf(columns);
    expect(changeColumnPersonal(document, 'data_9', '담당', 'name')).toBe(document);
    expect(changeColumnPersonal(document, 'data_5', '없음', 'name')).toBe(document);
    expect(changeColumnPersonal(document, 'data_5', '담당', null)).toBe(document);
  });

  it('masks what the import report quotes of it, and nothing else of the report', () => {
    const document = documentOf(columns, [
      problem('not-a-number', 'value', '담당', '홍길동'),
      problem('not-a-number', 'value', '메모', '홍길동'),
      problem('duplicate-id', 'row', 'no', 'C1 | 홍길동 | 재방문'),
      problem('too-few-fields', 'row', null, 'C1 | 홍길동'),
      problem('duplicate-id', 'row', 'no', 'C1 | 홍길동 | 재방문 | 김철수'),
    ]);
    const marked = changeColumnPersonal(document, 'data_5', '담당', 'name');
    expect(quoted(marked)).toEqual([
      '홍*동',
      '홍길동',
      'C1 | 홍*동 | 재방문',
      '*** | ***',
      '*** | *** | *** | ***',
    ]);
    const freed = changeColumnPersonal(marked, 'data_5', '담당', null);
    expect(quoted(freed)).toEqual(quoted(marked));
  });

  it('leaves the report as it is where the column is the customer id, which is never hidden', () => {
    const document = documentOf(columns, [problem('duplicate-id', 'row', 'no', 'C1 | a | b')]);
    const marked = changeColumnPersonal(document, 'data_5', 'no', 'phone');
    expect(quoted(marked)).toEqual(['C1 | a | b']);
    expect(tableOf(marked)?.columns[0]?.personal).toBe('phone');
  });

  it('makes a document that opens again, and quotes no marked text, whatever it is', () => {
    const name = fc.stringMatching(/^[가-힣]{3,4}$/);
    fc.assert(
      fc.property(name, fc.constantFrom(...personalDataKinds), (text, kind) => {
        const document = documentOf(columns, [
          problem('not-a-date', 'value', '담당', text),
          problem('missing-id', 'row', 'no', ` | ${text} | x`),
        ]);
        const marked = changeColumnPersonal(document, 'data_5', '담당', kind);
        expect(JSON.stringify(tableOf(marked)?.report)).not.toContain(text);
        const read = readDocument(JSON.stringify(marked));
        expect(read.ok && read.value).toEqual(marked);
      }),
    );
  });
});
