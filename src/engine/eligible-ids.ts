import type { CustomerSource } from '#core/customers/variable.ts';
import { cellCount } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import { md5Hex } from '#core/random/md5.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { assertFewCells } from './cell-guard.ts';
import type { DuplicateCustomers } from './assignment-protocol.ts';
import { cellColumn } from './cell-column.ts';
import { findEligible } from './eligibility.ts';
import type { Viewpoint } from './variables.ts';

/** The ids of the eligible customers of each cell. Customers without an id cannot be contacted and are left out. */
export function eligibleIds(
  view: Viewpoint,
  source: CustomerSource,
  design: Design,
): Result<string[][], DuplicateCustomers> {
  const count = cellCount(design.attributes);
  assertFewCells(count);
  const { values, codes } = view.columns.categories(source.table, source.idColumn);
  const { rows } = findEligible(view, design.eligibility);
  const cells = cellColumn(view, design);
  const idsOfCell = Array.from({ length: count }, (): string[] => []);
  const seen = new Uint8Array(values.length);
  const repeated = new Set<number>();
  cells.forEach((cell, row) => {
    const code = codes[row] as number;
    if (rows[row] === 0 || cell < 0 || code < 0) return;
    if (seen[code]) repeated.add(code);
    seen[code] = 1;
    idsOfCell[cell]?.push(values[code] as string);
  });
  const [example] = repeated;
  if (example === undefined) return succeed(idsOfCell);
  return refuse({
    code: 'duplicate-customers',
    count: repeated.size,
    example: values[example] as string,
  });
}

/**
 * MD5 of who is eligible and in which cell: of a line `cell:customers:MD5 of the sorted ids` for every cell. It does not
 * depend on the order of the file. Refuses duplicate-customers.
 */
export function populationFingerprint(
  view: Viewpoint,
  source: CustomerSource,
  design: Design,
): Result<string, DuplicateCustomers> {
  const idsOfCell = eligibleIds(view, source, design);
  if (!idsOfCell.ok) return idsOfCell;
  const lines = idsOfCell.value.map(
    (ids, cell) => `${cell}:${ids.length}:${md5Hex(ids.sort().join('\n'))}`,
  );
  return succeed(md5Hex(lines.join('\n')));
}
