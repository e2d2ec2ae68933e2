import { describe, expect, it } from 'vitest';
import { asText, columnsToReadAsText } from '#core/import/as-text.ts';
import type { Column, ImportProblem } from '#core/import/column.ts';

const column = (name: string, role: Column['role']): Column => ({
  name,
  kind: 'integer',
  role,
  personal: null,
});

const problem = (code: ImportProblem['code'], name: string | null): ImportProblem => ({
  code,
  severity: 'value',
  column: name,
  count: 1,
  value: null,
  share: null,
  examples: [],
});

describe('reading a column as text', () => {
  it('keeps a role that texts can play, and takes one that is calculated with', () => {
    const columns = [column('id', 'customer-id'), column('won', 'amount')];
    expect(asText(asText(columns, 'id'), 'won')).toEqual([
      { ...columns[0], kind: 'text' },
      { ...columns[1], kind: 'text', role: 'none' },
    ]);
    expect(asText(columns, 'nobody')).toEqual(columns);
  });

  it('is offered for each column that lost a value or a zero, once', () => {
    const problems = [
      problem('not-a-number', 'won'),
      problem('leading-zero', 'won'),
      problem('ambiguous-date', 'day'),
      problem('too-few-fields', null),
      problem('duplicate-id', 'id'),
      problem('undecodable-bytes', 'memo'),
      problem('became-decimal', 'rate'),
    ];
    expect(columnsToReadAsText(problems)).toEqual(['won', 'day']);
  });
});
