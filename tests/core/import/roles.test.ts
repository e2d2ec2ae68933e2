import { describe, expect, it } from 'vitest';
import type { ColumnKind } from '#core/import/column.ts';
import { guessRoles } from '#core/import/column-roles.ts';

const guess = (columns: readonly (readonly [string, ColumnKind, number?])[]) =>
  guessRoles(columns.map(([header, kind, distinct = 5]) => ({ header, kind, distinct })));

describe('roles of columns', () => {
  it('are found in an English customer list', () => {
    expect(
      guess([
        ['Customer ID', 'text'],
        ['region', 'text'],
        ['signup_date', 'date'],
        ['points_balance', 'integer'],
        ['last_purchase_date', 'date'],
        ['segment', 'text', 4],
      ]),
    ).toMatchObject({
      roles: ['customer-id', 'region', 'signup-date', 'points', 'last-purchase', 'none'],
      tableRole: 'customers',
    });
  });

  it('are found in a Korean customer list', () => {
    expect(
      guess([
        ['회원번호', 'text'],
        ['지역', 'text'],
        ['가입일', 'date'],
        ['누적 포인트', 'integer'],
        ['최종구매일자', 'date'],
      ]),
    ).toMatchObject({
      roles: ['customer-id', 'region', 'signup-date', 'points', 'last-purchase'],
      tableRole: 'customers',
    });
  });

  it('are found in orders', () => {
    expect(
      guess([
        ['주문번호', 'text'],
        ['고객ID', 'text'],
        ['주문일시', 'date'],
        ['결제금액', 'integer'],
      ]),
    ).toMatchObject({
      roles: ['order-id', 'customer-id', 'order-date', 'amount'],
      tableRole: 'transactions',
    });
  });

  it('are found in a file like Hillstrom: an arm, the first outcome and the money', () => {
    const { roles, tableRole } = guess([
      ['recency', 'integer'],
      ['history_segment', 'text', 7],
      ['history', 'decimal'],
      ['channel', 'text', 3],
      ['segment', 'text', 3],
      ['visit', 'boolean'],
      ['conversion', 'boolean'],
      ['spend', 'decimal'],
    ]);
    expect(roles).toEqual(['none', 'none', 'none', 'channel', 'arm', 'outcome', 'none', 'amount']);
    expect(tableRole).toBe('experiment');
  });

  it('are found in a Korean experiment', () => {
    const { roles, tableRole } = guess([
      ['고객번호', 'integer'],
      ['배정군', 'text', 3],
      ['반응여부', 'boolean'],
      ['구매금액', 'integer'],
    ]);
    expect(roles).toEqual(['customer-id', 'arm', 'outcome', 'amount']);
    expect(tableRole).toBe('experiment');
  });

  it('need a kind that fits: a name is no date, an arm has few values', () => {
    expect(
      guess([
        ['last_purchase_date', 'text'],
        ['arm', 'text', 900],
        ['points', 'text'],
      ]),
    ).toMatchObject({ roles: ['none', 'none', 'none'], tableRole: 'other' });
  });

  it.each(['마케팅 수신동의', 'SMS수신동의여부', '동의여부', 'email_opt_in', 'marketing consent'])(
    'take %s for a consent',
    (header) => {
      expect(guess([[header, 'boolean', 2]]).roles).toEqual(['consent']);
      expect(guess([[header, 'date', 200]]).roles).toEqual(['none']);
    },
  );

  it.each(['channel', '구매채널', '유입경로', 'order_channel'])(
    'take %s for a channel',
    (header) => {
      expect(guess([[header, 'text', 4]]).roles).toEqual(['channel']);
      expect(guess([[header, 'text', 4000]]).roles).toEqual(['none']);
    },
  );

  it('name the columns that could play a role as well', () => {
    const { roles, rivals } = guess([
      ['고객번호', 'text'],
      ['누적포인트', 'integer'],
      ['회원ID', 'text'],
      ['잔여포인트', 'integer'],
      ['보유포인트', 'text'],
    ]);
    expect(roles).toEqual(['customer-id', 'points', 'none', 'none', 'none']);
    expect(rivals).toEqual([[2], [3], [], [], []]);
  });
});
