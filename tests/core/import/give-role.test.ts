import { describe, expect, it } from 'vitest';
import type { Column } from '#core/import/column.ts';
import { giveRole } from '#core/import/give-role.ts';

const columns: readonly Column[] = [
  { name: 'customer_id', kind: 'text', role: 'customer-id', personal: null },
  { name: 'member', kind: 'text', role: 'none', personal: null },
  { name: 'visit', kind: 'boolean', role: 'outcome', personal: null },
  { name: 'conversion', kind: 'boolean', role: 'none', personal: null },
];
const rolesAfter = (name: string, role: Column['role']) =>
  giveRole(columns, name, role).map((column) => column.role);

describe('giving a column its role', () => {
  it('takes a role that only one column can play from the column that played it', () => {
    expect(rolesAfter('member', 'customer-id')).toEqual(['none', 'customer-id', 'outcome', 'none']);
  });

  it('lets several columns be outcomes', () => {
    expect(rolesAfter('conversion', 'outcome').filter((role) => role === 'outcome')).toHaveLength(
      2,
    );
  });

  it('changes nothing for a column that is not there', () => {
    expect(giveRole(columns, 'gone', 'customer-id')).toBe(columns);
  });
});
