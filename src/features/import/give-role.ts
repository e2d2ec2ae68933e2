import type { Column, ColumnRole } from '#core/import/column.ts';

/** Roles that several columns of a table may have. */
const shared: readonly ColumnRole[] = ['none', 'outcome', 'amount'];

/** The columns with a role given to one of them; a role that only one can have leaves the column that had it. */
export function giveRole(columns: readonly Column[], name: string, role: ColumnRole): Column[] {
  return columns.map((column) => {
    if (column.name === name) return { ...column, role };
    return column.role === role && !shared.includes(role) ? { ...column, role: 'none' } : column;
  });
}
