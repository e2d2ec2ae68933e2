import type { Column, ColumnRole } from './column.ts';

/** Roles that several columns of a table may play. */
const sharedRoles: readonly ColumnRole[] = ['none', 'outcome', 'amount'];

/**
 * The columns of a table with a role given to one of them. A role that only one column can play leaves the column that
 * played it before with `none`. An unknown name changes nothing.
 * Example: making `member` the `customer-id` takes that role from `customer_id`.
 */
export function giveRole<Given extends Column>(
  columns: readonly Given[],
  columnName: string,
  role: ColumnRole,
): readonly Given[] {
  if (!columns.some(({ name }) => name === columnName)) return columns;
  return columns.map((column) => {
    if (column.name === columnName) return { ...column, role };
    const stepsAside = column.role === role && !sharedRoles.includes(role);
    return stepsAside ? { ...column, role: 'none' } : column;
  });
}
