import { describe, expect, it } from 'vitest';
import { removeQuery, saveQuery } from '#core/history/edit-queries.ts';
import { emptyDocument } from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';

describe('saved queries', () => {
  const empty = emptyDocument('project');

  it('are kept under a name, which is written over by the same name', () => {
    const one = saveQuery(empty, ' 지역별 ', 'SELECT 1');
    expect(one.queries).toEqual([{ id: 1, name: '지역별', sql: 'SELECT 1' }]);
    const other = saveQuery(one, '지역별', 'SELECT 2');
    expect(other.queries).toEqual([{ id: 1, name: '지역별', sql: 'SELECT 2' }]);
    expect(saveQuery(other, '지역별', 'SELECT 2')).toBe(other);
    expect(saveQuery(other, '다른', 'SELECT 2').queries.map(({ id }) => id)).toEqual([1, 2]);
    expect(saveQuery(empty, '  ', 'SELECT 1')).toBe(empty);
  });

  it('come back from the text of the project, and can be removed', () => {
    const kept = saveQuery(empty, 'a', 'SELECT "x"');
    expect(readDocument(JSON.stringify(kept))).toEqual({ ok: true, value: kept });
    expect(removeQuery(kept, 1).queries).toEqual([]);
    expect(removeQuery(kept, 7)).toBe(kept);
  });
});
