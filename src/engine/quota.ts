import { cellCount } from '#core/design/cell-name.ts';
import { compactDate, completedMonths } from '#core/customers/completed-months.ts';
import {
  levelCount,
  type Attribute,
  type Design,
  type Filter,
  type QuotaCounts,
} from '#core/design/design.ts';
import { categoryLevels, levelOfMonths, levelOfNumber, noLevel } from '#core/design/levels.ts';
import { assertFewCells } from './cell-guard.ts';
import { categoriesOf, datesOf, numbersOf, type Viewpoint } from './variables.ts';

/** What a design says of a customer row. */
type RowRule = (row: number) => boolean;
type RowLevel = (row: number) => number;

/** Counts the quota table in one pass over the columns. Throws where the design has too many cells. */
export function countQuota(view: Viewpoint, design: Design): QuotaCounts {
  const cells = cellCount(design.attributes);
  assertFewCells(cells);
  const filters = design.filters.map((filter) => filterRule(view, filter));
  const cellOf = cellFinder(view, design);
  const customers = view.columns.rowCount(view.source.table);
  const afterFilters = filters.map(() => 0);
  const population = Array.from({ length: cells }, () => 0);
  let eligible = 0;
  let unclassified = 0;
  for (let row = 0; row < customers; row++) {
    const passed = filters.findIndex((fulfils, index) => {
      if (!fulfils(row)) return true;
      afterFilters[index] = (afterFilters[index] as number) + 1;
      return false;
    });
    if (passed >= 0) continue;
    eligible++;
    const cell = cellOf(row);
    if (cell === noLevel) unclassified++;
    else population[cell] = (population[cell] as number) + 1;
  }
  return { customers, afterFilters, eligible, unclassified, population };
}

/** The cell of each eligible customer row, -1 for the others. */
export function eligibleCells(view: Viewpoint, design: Design): Int32Array {
  const filters = design.filters.map((filter) => filterRule(view, filter));
  const cellOf = cellFinder(view, design);
  const cells = new Int32Array(view.columns.rowCount(view.source.table));
  return cells.map((_, row) => (filters.every((fulfils) => fulfils(row)) ? cellOf(row) : noLevel));
}

/** Finds the cell of a row, in row-major order (first attribute slowest); `noLevel` where a level is missing. */
export function cellFinder(view: Viewpoint, { attributes }: Pick<Design, 'attributes'>): RowLevel {
  const finders = attributes.map((attribute) => levelFinder(view, attribute));
  const counts = attributes.map(({ banding }) => levelCount(banding));
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

function levelFinder(view: Viewpoint, { variable, banding }: Attribute): RowLevel {
  switch (banding.kind) {
    case 'number': {
      const numbers = numbersOf(view, variable);
      return (row) => levelOfNumber(banding.cuts, numbers[row] as number);
    }
    case 'months-since': {
      const months = monthsFinder(view, variable);
      return (row) => levelOfMonths(banding.cuts, months(row));
    }
    case 'category': {
      const { values, codes } = categoriesOf(view, variable);
      const levelOf = categoryLevels(banding.groups);
      const levels = values.map((value) => levelOf(value));
      return (row) => levels[codes[row] as number] ?? noLevel;
    }
  }
}

function filterRule(view: Viewpoint, filter: Filter): RowRule {
  switch (filter.kind) {
    case 'number': {
      const numbers = numbersOf(view, filter.variable);
      const from = filter.from ?? -Infinity;
      const below = filter.below ?? Infinity;
      return (row) => {
        const value = numbers[row] as number;
        return value >= from && value < below;
      };
    }
    case 'months-since': {
      const months = monthsFinder(view, filter.variable);
      const from = Math.max(0, filter.from ?? 0);
      const to = filter.to ?? Infinity;
      return (row) => {
        const value = months(row);
        return value >= from && value <= to;
      };
    }
    case 'category': {
      const { values, codes } = categoriesOf(view, filter.variable);
      const wanted = new Set(filter.values);
      const fulfils = values.map((value) => wanted.has(value));
      return (row) => fulfils[codes[row] as number] ?? false;
    }
  }
}

function monthsFinder(view: Viewpoint, variable: Attribute['variable']): RowLevel {
  const dates = datesOf(view, variable);
  const asOf = compactDate(view.asOf);
  return (row) => completedMonths(dates[row] as number, asOf);
}
