import { describe, expect, it } from 'vitest';
import { columnNames } from '#core/import/header-names.ts';
import { inferKind } from '#core/import/infer-kind.ts';
import { readValue } from '#core/import/read-value.ts';

const read = (text: string, kind: Parameters<typeof readValue>[1]) => {
  const { value, problem } = readValue(text, kind);
  return problem ?? value;
};

describe('reading a field', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026.11.22', '2026-11-22'],
    ['2026. 11. 22.', '2026-11-22'],
    ['2026. 1. 5', '2026-01-05'],
    ['2026/1/5', '2026-01-05'],
    ['20261122', '2026-11-22'],
    ['20261122153000', '2026-11-22'],
    ['2026년 11월 22일', '2026-11-22'],
    ['2026년1월5일', '2026-01-05'],
    ['2026-11-22T10:20:30Z', '2026-11-22'],
    ['2026-11-22 10:20', '2026-11-22'],
    ['2026. 11. 22. 오후 3:20', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', 'impossible-date'],
    ['2026-02-30', 'impossible-date'],
    ['2026-13-01', 'impossible-date'],
    ['20261301', 'impossible-date'],
    ['1900-02-29', 'impossible-date'],
    ['2026-11', 'not-a-date'],
    ['22/11/2026', 'not-a-date'],
    ['어제', 'not-a-date'],
    ['2026-11-221', 'not-a-date'],
  ])('reads the date %s as %s', (text, expected) => {
    expect(read(text, 'date')).toBe(expected);
  });

  it.each([
    ['12300', 12300],
    ['12,300', 12300],
    ['1,234,567.5', 1234567.5],
    ['₩12,300', 12300],
    ['-₩500', -500],
    ['₩-500', -500],
    ['12,300원', 12300],
    ['12,300 원', 12300],
    ['(1,200)', -1200],
    ['-0.38', -0.38],
    ['+5', 5],
    ['15%', 0.15],
    ['1e3', 1000],
    ['.5', 0.5],
    ['1,23', 'not-a-number'],
    ['12,3000', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['₩', 'not-a-number'],
    ['-', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['0x10', 'not-a-number'],
    [' 7 ', 7],
    ['', null],
    ['   ', null],
  ])('reads the number %j as %s', (text, expected) => {
    expect(read(text, 'decimal')).toBe(expected);
  });

  it.each([
    ['12,300', 12300],
    ['12.0', 12],
    ['-0', 0],
    ['12.5', 'not-a-whole-number'],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 'number-too-large'],
    ['만', 'not-a-number'],
  ])('reads the whole number %j as %s', (text, expected) => {
    expect(read(text, 'integer')).toBe(expected);
  });

  it.each([
    ['Y', 1],
    ['n', 0],
    ['예', 1],
    ['아니오', 0],
    ['O', 1],
    ['x', 0],
    ['TRUE', 1],
    ['0', 0],
    ['2', 'not-yes-or-no'],
    ['', null],
  ])('reads yes or no from %j as %s', (text, expected) => {
    expect(read(text, 'boolean')).toBe(expected);
  });
});

describe('the kind of a column', () => {
  it.each([
    ['points', ['12,300', '0', '5'], 'integer'],
    ['spend', ['0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '29.99'], 'decimal'],
    ['visit', ['0', '1', '0'], 'boolean'],
    ['mens', ['0', '1', '0'], 'integer'],
    ['구매여부', ['0', '1'], 'boolean'],
    ['구매금액', ['0', '0'], 'integer'],
    ['수신동의', ['Y', 'N'], 'boolean'],
    ['방문횟수', ['0', '1'], 'integer'],
    ['등급', ['O', 'X'], 'boolean'],
    ['등급', ['○', 'x', 'O', '×'], 'boolean'],
    ['axis', ['x', 'y', 'x'], 'text'],
    ['visit', ['x', 'y'], 'text'],
    ['동의', ['O', 'X', 'Y', 'N'], 'text'],
    ['동의', ['Y', 'no', 'YES', 'n'], 'boolean'],
    ['동의', ['예', '아니요', 'Y'], 'text'],
    ['sex', ['t', 'n'], 'text'],
    ['grade', ['O', 'O', 'O', 'O', 'O', 'O', 'O', 'O', 'O', 'A'], 'text'],
    ['방문', ['Y', 'Y'], 'boolean'],
    ['order_date', ['20261122', '20260105'], 'date'],
    ['code', ['20261122', '20260105'], 'integer'],
    ['last', ['2026-11-22', '2026-02-30'], 'date'],
    ['name', ['김', '이'], 'text'],
    ['empty', ['', ' '], 'text'],
  ])('of %s with %j is %s', (header, values, kind) => {
    expect(inferKind(header, values).kind).toBe(kind);
  });

  it('stays text where a number would lose digits, and says why', () => {
    expect(inferKind('zip', ['06236', '13529'])).toMatchObject({
      kind: 'text',
      keptAsText: 'leading-zeros',
    });
    expect(inferKind('card', ['1234567890123456789'])).toMatchObject({
      kind: 'text',
      keptAsText: 'long-number',
    });
  });

  it('is judged by nine in ten of the values that are there', () => {
    const values = [...Array.from({ length: 9 }, (_, index) => String(index + 2)), '없음', ''];
    const guess = inferKind('points', values);
    expect(guess.kind).toBe('integer');
    expect(guess.fitShare).toBeCloseTo(0.9, 12);
    expect(guess.emptyShare).toBeCloseTo(1 / 11, 12);
  });
});

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
