import { cellCount } from '#core/design/cell-name.ts';
import { compactDate } from '#core/customers/completed-months.ts';
import {
  bandCount,
  levelCount,
  type Attribute,
  type Design,
  type QuotaCounts,
} from '#core/design/design.ts';
import {
  categoryLevels,
  cutDates,
  levelOfDate,
  levelOfNumber,
  noLevel,
} from '#core/design/levels.ts';
import { assertFewCells } from './cell-guard.ts';
import { findEligible } from './eligibility.ts';
import { categoriesOf, datesOf, numbersOf, type Viewpoint } from './variables.ts';

/** The level or cell of a customer row. */
type RowLevel = (row: number) => number;

/** Counts the quota table in one pass over the columns. Throws where the design has too many cells. */
export function countQuota(view: Viewpoint, design: Design): QuotaCounts {
  const cells = cellCount(design.attributes);
  assertFewCells(cells);
  const { rows, ...found } = findEligible(view, design.eligibility);
  const cellOf = cellFinder(view, design);
  const population = Array.from({ length: cells }, () => 0);
  let unclassified = 0;
  for (let row = 0; row < rows.length; row++) {
    if (rows[row] === 0) continue;
    const cell = cellOf(row);
    if (cell === noLevel) unclassified++;
    else population[cell] = (population[cell] as number) + 1;
  }
  return { customers: rows.length, ...found, unclassified, population };
}

/** The cell of each eligible customer row, -1 for the others. */
export function eligibleCells(view: Viewpoint, design: Design): Int32Array {
  const { rows } = findEligible(view, design.eligibility);
  const cellOf = cellFinder(view, design);
  return Int32Array.from(rows, (isEligible, row) => (isEligible ? cellOf(row) : noLevel));
}

/** Finds the cell of a row, in row-major order (first attribute slowest); `noLevel` where a level is missing. */
export function cellFinder(view: Viewpoint, { attributes }: Pick<Design, 'attributes'>): RowLevel {
  const finders = attributes.map((attribute) => levelFinder(view, attribute));
  const counts = attributes.map(levelCount);
  return (row) => {
    let cell = 0;
    for (let index = 0; index < finders.length; index++) {
      const level = (finders[index] as RowLevel)(row);
      if (level === noLevel) return noLevel;
      cell = cell * (counts[index] as number) + level;
    }
    return cell;
  };
}

/** Customers without a value have the last level where the attribute names one for them. */
function levelFinder(view: Viewpoint, attribute: Attribute): RowLevel {
  const finder = bandFinder(view, attribute);
  if (attribute.unknownName === null) return finder;
  const unknown = bandCount(attribute.banding);
  return (row) => {
    const level = finder(row);
    return level === noLevel ? unknown : level;
  };
}

function bandFinder(view: Viewpoint, { variable, banding }: Attribute): RowLevel {
  switch (banding.kind) {
    case 'number': {
      const numbers = numbersOf(view, variable);
      return (row) => levelOfNumber(banding.cuts, numbers[row] as number);
    }
    case 'months-since':
    case 'days-since': {
      const dates = datesOf(view, variable);
      const asOf = compactDate(view.asOf);
      const reached = cutDates(banding.kind, banding.cuts, view.asOf);
      return (row) => levelOfDate(reached, dates[row] as number, asOf);
    }
    case 'category': {
      const { values, codes } = categoriesOf(view, variable);
      const levelOf = categoryLevels(banding.groups);
      const levels = values.map((value) => levelOf(value));
      return (row) => levels[codes[row] as number] ?? noLevel;
    }
  }
}
