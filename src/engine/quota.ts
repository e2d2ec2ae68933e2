import { cellCount } from '#core/design/cell-name.ts';
import type { Design, QuotaCounts } from '#core/design/design.ts';
import { cellColumn } from './cell-column.ts';
import { assertFewCells } from './cell-guard.ts';
import { countDragged, type CellCounts } from './drag-tally.ts';
import { findEligible } from './eligibility.ts';
import type { Viewpoint } from './variables.ts';

/** Counts the quota table over the columns. Throws where the design has too many cells. */
export function countQuota(view: Viewpoint, design: Design): QuotaCounts {
  assertFewCells(cellCount(design.attributes));
  const { rows, ...found } = findEligible(view, design.eligibility);
  const counts = countDragged(view, design) ?? countRows(view, design, rows);
  return { customers: rows.length, ...found, ...counts };
}

function countRows(view: Viewpoint, design: Design, eligible: Uint8Array): CellCounts {
  const cells = cellColumn(view, design);
  const population = new Int32Array(cellCount(design.attributes));
  let unclassified = 0;
  for (let row = 0; row < eligible.length; row++) {
    const cell = cells[row] as number;
    if (cell < 0) unclassified += eligible[row] as number;
    else population[cell] = (population[cell] as number) + (eligible[row] as number);
  }
  return { population: [...population], unclassified };
}
