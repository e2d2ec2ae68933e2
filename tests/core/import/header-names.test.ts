import { describe, expect, it } from 'vitest';
import { columnNames } from '#core/import/header-names.ts';

describe('names of columns', () => {
  it('differ whatever the case and are never empty', () => {
    expect(columnNames(['a', 'A', '', 'a', 'A_2', ' b\t'])).toEqual([
      'a',
      'A_2',
      'column_3',
      'a_3',
      'A_2_2',
      'b',
    ]);
  });

  it('leave SQLite one of its three names for the row id, and rename no more than that', () => {
    expect(columnNames(['rowid', 'oid'])).toEqual(['rowid', 'oid']);
    expect(columnNames(['OID', 'rowid', '_ROWID_', '_rowid_'])).toEqual([
      'OID',
      'rowid',
      '_ROWID__2',
      '_rowid__3',
    ]);
  });
});
