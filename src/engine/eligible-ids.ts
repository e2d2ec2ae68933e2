import type { CustomerSource } from '#core/customers/variable.ts';
import { cellCount } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import { md5Hex } from '#core/random/md5.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { DuplicateCustomers } from './assignment-protocol.ts';
import { cellColumn } from './cell-column.ts';
import { assertFewCells } from './cell-guard.ts';
import { findEligible } from './eligibility.ts';
import type { Viewpoint } from './variables.ts';

/** The ids of the eligible customers, cell by cell. */
export interface EligibleIds {
  /** All ids of the customer table. */
  readonly ids: readonly string[];
  /** The eligible ones as places in `ids`, the first cell first. */
  readonly codes: Int32Array;
  /** Where each cell begins in `codes`, and where the last one ends. */
  readonly starts: Int32Array;
}

/** The ids of the eligible customers of each cell. Customers without an id cannot be contacted and are left out. */
export function eligibleIds(
  view: Viewpoint,
  source: CustomerSource,
  design: Design,
): Result<EligibleIds, DuplicateCustomers> {
  const { columns, asOf, rules, running } = view;
  const attributes = design.attributes.map(({ variable, banding, unknownName }) => [
    variable,
    banding,
    unknownName !== null,
  ]);
  const key = JSON.stringify([design.eligibility, attributes, source, asOf, rules, running]);
  return columns.latest('eligible-ids', key, () => collectIds(view, source, design));
}

function collectIds(
  view: Viewpoint,
  source: CustomerSource,
  design: Design,
): Result<EligibleIds, DuplicateCustomers> {
  const count = cellCount(design.attributes);
  assertFewCells(count);
  const { values: ids, codes: idCodes } = view.columns.categories(source.table, source.idColumn);
  const { rows } = findEligible(view, design.eligibility);
  const cells = cellColumn(view, design);
  const cellOf = (row: number) => {
    const isMeant = rows[row] === 1 && (idCodes[row] as number) >= 0;
    return isMeant ? (cells[row] as number) : -1;
  };
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < rows.length; row++) {
    const cell = cellOf(row);
    if (cell >= 0) starts[cell + 1] = (starts[cell + 1] as number) + 1;
  }
  for (let cell = 0; cell < count; cell++) {
    starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  }
  const next = starts.slice();
  const codes = new Int32Array(starts[count] as number);
  const seen = new Uint8Array(ids.length);
  const repeated = new Set<number>();
  for (let row = 0; row < rows.length; row++) {
    const cell = cellOf(row);
    if (cell < 0) continue;
    const code = idCodes[row] as number;
    if (seen[code]) repeated.add(code);
    seen[code] = 1;
    const at = next[cell] as number;
    codes[at] = code;
    next[cell] = at + 1;
  }
  const [example] = repeated;
  if (example === undefined) return succeed({ ids, codes, starts });
  return refuse({
    code: 'duplicate-customers',
    count: repeated.size,
    example: ids[example] as string,
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
  const found = eligibleIds(view, source, design);
  if (!found.ok) return found;
  const { ids, codes, starts } = found.value;
  const lines: string[] = [];
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    const own = Array.from(codes.subarray(starts[cell], starts[cell + 1]), (code) => ids[code]);
    lines.push(`${cell}:${own.length}:${md5Hex(own.sort().join('\n'))}`);
  }
  return succeed(md5Hex(lines.join('\n')));
}
