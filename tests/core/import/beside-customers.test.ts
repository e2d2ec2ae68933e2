import { describe, expect, it } from 'vitest';
import { roleBesideCustomers } from '#core/import/beside-customers.ts';
import type { ColumnKind, ColumnRole } from '#core/import/column.ts';

const id = { name: 'customer_id', kind: 'text', role: 'customer-id' } as const;
const column = (name: string, kind: ColumnKind, role: ColumnRole = 'none') => ({
  name,
  kind,
  role,
});

describe('a file beside a customer list', () => {
  it.each([
    ['who bounced', [id]],
    ['clicks by day', [id, column('clicked_on', 'date')]],
    ['deliveries', [id, column('발송 결과', 'text')]],
    ['payments', [id, column('Paid', 'integer'), column('Purchased on', 'date')]],
    ['payments in Korean', [id, column('결제액', 'integer'), column('결제일', 'date')]],
    ['sales', [id, column('paid_on', 'date'), column('won', 'integer', 'amount')]],
  ])('of %s is no second list', (_what, columns) => {
    expect(roleBesideCustomers('customers', columns, true)).toBe('other');
    expect(roleBesideCustomers('customers', columns, false)).toBe('customers');
  });

  it.each([
    ['with a trait', [id, column('region', 'text', 'region')]],
    ['with last purchases', [id, column('last', 'date', 'last-purchase')]],
  ])('that is one %s stays one', (_what, columns) => {
    expect(roleBesideCustomers('customers', columns, true)).toBe('customers');
  });

  it('of another kind stays what it is', () => {
    expect(roleBesideCustomers('transactions', [id], true)).toBe('transactions');
  });
});
