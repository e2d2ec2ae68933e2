import { describe, expect, it } from 'vitest';
import type { Column, ColumnKind, ColumnRole, DataTable } from '#core/import/column.ts';
import {
  guessArmColumn,
  guessCounts,
  guessControl,
  guessEveryRow,
  guessFurther,
  guessMoneyColumn,
  likelyOutcomes,
  outcomeColumns,
} from '#features/results/column-guess.ts';

function table(columns: Record<string, ColumnKind | [ColumnKind, ColumnRole]>): DataTable {
  return {
    name: 'data_1',
    label: 'file.csv',
    role: 'experiment',
    rowCount: 3,
    report: null,
    columns: Object.entries(columns).map(([name, kind]): Column => {
      const [columnKind, role] = typeof kind === 'string' ? [kind, 'none' as const] : kind;
      return { name, kind: columnKind, role, personal: null };
    }),
  };
}

const email = table({
  recency: 'integer',
  history_segment: 'text',
  history: 'decimal',
  mens: 'boolean',
  segment: 'text',
  visit: 'boolean',
  conversion: 'boolean',
  spend: 'decimal',
});

describe('a finished experiment file', () => {
  it('shows its arm, its outcomes and its money by their names', () => {
    expect(guessArmColumn(email)).toBe('segment');
    expect(likelyOutcomes(email).map(({ name }) => name)).toEqual(['visit', 'conversion']);
    expect(guessMoneyColumn(email)).toBe('spend');
  });

  it('offers every yes/no column as an outcome, likely ones first', () => {
    expect(outcomeColumns(email).map(({ name }) => name)).toEqual(['visit', 'conversion', 'mens']);
  });

  it('prefers the roles that were given on import', () => {
    const named = table({
      segment: 'text',
      list: ['text', 'arm'],
      visit: 'boolean',
      ok: ['boolean', 'outcome'],
      spend: 'decimal',
      total: ['integer', 'amount'],
    });
    expect(guessArmColumn(named)).toBe('list');
    expect(likelyOutcomes(named)[0]?.name).toBe('ok');
    expect(guessMoneyColumn(named)).toBe('total');
  });

  it('names no arm, outcome or money where there is none', () => {
    const plain = table({ id: ['text', 'customer-id'], region: 'text' });
    expect(guessArmColumn(plain)).toBeNull();
    expect(likelyOutcomes(plain)).toEqual([]);
    expect(guessMoneyColumn(plain)).toBeNull();
  });
});

describe('the control arm', () => {
  it.each([
    [['Mens E-Mail', 'No E-Mail', 'Womens E-Mail'], 'No E-Mail'],
    [['COUPON', 'CONTROL'], 'CONTROL'],
    [['쿠폰', '대조군'], '대조군'],
    [['포인트', '미발송'], '미발송'],
    [['promo', 'hold-out'], 'hold-out'],
    [['offer', 'none'], 'none'],
  ])('of %j is %s', (values, control) => {
    expect(guessControl(values)).toBe(control);
  });

  it('is the most frequent arm where no name tells, and never a Norwegian one', () => {
    expect(guessControl(['Norway', 'Peru'])).toBe('Norway');
    expect(guessControl(['Peru', 'Norway'])).toBe('Peru');
    expect(guessControl([])).toBeNull();
  });
});

describe('a file of responses', () => {
  const none = {
    deliveryColumn: null,
    purchaseColumn: null,
    basketColumn: null,
    ordersColumn: null,
    dateColumn: null,
  };

  it('shows what else it tells by the names of its columns', () => {
    expect(guessFurther(email, ['segment', 'visit'])).toEqual({ ...none, purchaseColumn: 'conversion' }); // prettier-ignore
    const contacts = table({
      contact_date: 'date',
      delivery: 'text',
      responded: 'boolean',
      purchased: 'boolean',
      basket: 'text',
    });
    expect(guessFurther(contacts, ['responded'])).toEqual({
      ...none,
      deliveryColumn: 'delivery',
      purchaseColumn: 'purchased',
      basketColumn: 'basket',
    });
    const korean = table({
      고객번호: ['text', 'customer-id'],
      구매일: 'date',
      '상품 수': 'integer',
    });
    expect(guessFurther(korean, [])).toEqual({
      ...none,
      basketColumn: '상품 수',
      dateColumn: '구매일',
    });
  });

  it.each([
    ['반송.csv', false, 'bounced'],
    ['orders_march.csv', false, 'purchased'],
    ['발송 상태.csv', true, 'nothing'],
    ['쿠폰 반응.csv', false, 'responded'],
  ] as const)('%s says by its name what a row is', (label, tellsDelivery, meaning) => {
    expect(guessEveryRow({ ...email, label }, tellsDelivery)).toBe(meaning);
  });
});

describe('a table of counts', () => {
  it('is known by its customers and responders, and by having no customer of its own', () => {
    const counts = table({ arm: 'text', n: 'integer', conversions: 'integer', revenue: 'decimal', revenue_sq: 'decimal' }); // prettier-ignore
    expect(guessCounts(counts)).toEqual({
      customersColumn: 'n',
      outcomeColumn: 'conversions',
      moneyColumn: 'revenue',
      moneySquaresColumn: 'revenue_sq',
    });
    expect(guessCounts(email)).toBeNull();
    expect(guessCounts(table({ id: ['text', 'customer-id'], n: 'integer', clicks: 'integer' }))).toBeNull(); // prettier-ignore
  });
});
