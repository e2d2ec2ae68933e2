import type { ControlValues, DrawnPlaces } from '#core/assignment/control-values.ts';
import type { Variable } from '#core/customers/variable.ts';
import { dayNumber } from '#core/import/civil-day.ts';
import type { DrawnCodes } from './draw-list.ts';
import { categoriesOf, datesOf, kindOfVariable, numbersOf, type Viewpoint } from './variables.ts';

/** The control factors of a drawn list: values and places in the same order. */
export interface ControlColumns {
  readonly controls: readonly ControlValues[];
  readonly places: DrawnPlaces;
}

/**
 * Reads the control factors once, and gives them for any list of customers: a list that is tried costs a pass over the
 * list and no query. The codes of a list are those of the id column. An id that the table has twice counts with its first
 * row.
 */
export function controlReader(
  view: Viewpoint,
  factors: readonly Variable[],
): (list: DrawnCodes, cellCount: number, armCount: number) => ControlColumns {
  const { values, codes } = view.columns.categories(view.source.table, view.source.idColumn);
  const rowOfCode = new Int32Array(values.length).fill(-1);
  codes.forEach((code, row) => {
    if (code >= 0 && (rowOfCode[code] as number) < 0) rowOfCode[code] = row;
  });
  const columns = factors.map((factor) => controlColumn(view, factor));
  return (list, cellCount, armCount) => {
    const rows = list.codes.map((code) => rowOfCode[code] as number);
    return {
      controls: columns.map((column) => rowsOf(column, rows)),
      places: { cells: list.cells, arms: list.arms, cellCount, armCount },
    };
  };
}

function rowsOf(column: ControlValues, rows: Int32Array): ControlValues {
  if (column.kind === 'category')
    return { ...column, codes: rows.map((row) => column.codes[row] as number) };
  return { ...column, numbers: Float64Array.from(rows, (row) => column.numbers[row] as number) };
}

/** A control factor over the whole customer table. */
function controlColumn(view: Viewpoint, factor: Variable): ControlValues {
  switch (kindOfVariable(view, factor)) {
    case 'integer':
    case 'decimal':
      return { kind: 'number', numbers: numbersOf(view, factor) };
    case 'date':
      return { kind: 'date', numbers: datesOf(view, factor).map(dayOf) };
    case 'text':
    case 'boolean':
      return { kind: 'category', ...categoriesOf(view, factor) };
  }
}

/** Days since 1970 of a compact date (20170326); NaN stays NaN. */
function dayOf(compact: number): number {
  return Number.isNaN(compact)
    ? NaN
    : dayNumber(Math.floor(compact / 10_000), Math.floor(compact / 100) % 100, compact % 100);
}
