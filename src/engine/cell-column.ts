import { compactDate } from '#core/customers/completed-months.ts';
import { bandCount, levelCount, type Attribute, type Design } from '#core/design/design.ts';
import {
  categoryLevels,
  cutDates,
  levelOfDate,
  levelOfNumber,
  noLevel,
} from '#core/design/levels.ts';
import { rankColumn } from './ranked-column.ts';
import { categoriesOf, datesOf, numbersOf, type Viewpoint } from './variables.ts';

/** An attribute by the values of its variable: `levels[code + 1]` is the level of a code, `levels[0]` of a missing value. */
export interface LevelTable {
  readonly codes: Int32Array;
  readonly levels: Int32Array;
}

/** Far below any cell, however many attributes have no level. */
const noCell = -(1 << 20);

/**
 * The cell of every customer row in row-major order (first attribute slowest), negative where a level is missing. Levels
 * are worked out once for each value of a variable; the passes over the rows are look-ups and additions only, so that a
 * moved cut costs no more than another.
 */
export function cellColumn(
  view: Viewpoint,
  { attributes }: Pick<Design, 'attributes'>,
): Int32Array {
  const cells = new Int32Array(view.columns.rowCount(view.source.table));
  let stride = 1;
  for (const attribute of attributes.toReversed()) {
    const { codes, levels } = levelTable(view, attribute);
    const steps = levels.map((level) => (level === noLevel ? noCell : level * stride));
    addSteps(cells, codes, steps);
    stride *= levelCount(attribute);
  }
  return cells;
}

function addSteps(cells: Int32Array, codes: Int32Array, steps: Int32Array): void {
  for (let row = 0; row < cells.length; row++) {
    cells[row] = (cells[row] as number) + (steps[(codes[row] as number) + 1] as number);
  }
}

/** The levels of an attribute, worked out once for each value of its variable; who is in no band has the last, where it has a name. */
export function levelTable(view: Viewpoint, attribute: Attribute): LevelTable {
  const { codes, levels } = bandTable(view, attribute);
  if (attribute.unknownName === null) return { codes, levels };
  const unknown = bandCount(attribute.banding);
  return { codes, levels: levels.map((level) => (level === noLevel ? unknown : level)) };
}

function bandTable(view: Viewpoint, { variable, banding }: Attribute): LevelTable {
  switch (banding.kind) {
    case 'number':
      return rankedLevels(numbersOf(view, variable), (number) =>
        levelOfNumber(banding.cuts, number),
      );
    case 'months-since':
    case 'days-since': {
      const asOf = compactDate(view.asOf);
      const reached = cutDates(banding.kind, banding.cuts, view.asOf);
      return rankedLevels(datesOf(view, variable), (date) => levelOfDate(reached, date, asOf));
    }
    case 'category': {
      const { values, codes } = categoriesOf(view, variable);
      const levelOf = categoryLevels(banding.groups);
      const levels = Int32Array.from([null, ...values], (value) => levelOf(value));
      return { codes, levels };
    }
  }
}

/** `levelOf` goes up or down with the value, so that the values of a level lie side by side: only its ends are looked for. */
function rankedLevels(column: Float64Array, levelOf: (value: number) => number): LevelTable {
  const { values, codes } = rankColumn(column);
  const levels = new Int32Array(values.length + 1).fill(noLevel);
  for (let first = 0; first < values.length;) {
    const level = levelOf(values[first] as number);
    let end = first + 1;
    let beyond = values.length;
    while (end < beyond) {
      const middle = (end + beyond) >>> 1;
      if (levelOf(values[middle] as number) === level) end = middle + 1;
      else beyond = middle;
    }
    levels.fill(level, first + 1, end + 1);
    first = end;
  }
  return { codes, levels };
}
