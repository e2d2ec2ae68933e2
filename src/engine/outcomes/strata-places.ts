import { tooManyCells } from '#core/design/cell-limit.ts';
import { cellCount } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import type { Strata } from '#core/results/analysis.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { assertFewCells } from '../cell-guard.ts';
import type { CategoryColumn } from '../columns.ts';
import type { TotalProblem } from '../results-protocol.ts';
import { countQuota } from '../quota.ts';
import { compareKeys, mostStrata } from '../stratum-table.ts';
import type { Viewpoint } from '../variables.ts';
import { unknown, type CustomerOutcomes } from './customer-outcomes.ts';

type StrataPlaces = Pick<CustomerOutcomes, 'stratum' | 'keys' | 'population' | 'showsEmptyStrata'>;

/** Everybody in the one stratum there is. */
function wholeStratum(count: number): StrataPlaces {
  return { stratum: new Int32Array(count), keys: [[]], population: null, showsEmptyStrata: true };
}

/** The cells of a design as strata, `cellOf` saying which cell a place is in (negative: in none). */
export function cellStrata(
  count: number,
  design: Design,
  view: Viewpoint | null,
  cellOf: (place: number) => number,
): Result<StrataPlaces, TotalProblem> {
  if (tooManyCells(design.attributes)) return refuse({ code: 'too-many-strata', most: mostStrata });
  const cells = cellCount(design.attributes);
  assertFewCells(cells);
  const stratum = new Int32Array(count);
  for (let place = 0; place < count; place++) {
    const cell = cellOf(place);
    stratum[place] = cell >= 0 && cell < cells ? cell : unknown;
  }
  return succeed({
    stratum,
    keys: Array.from({ length: cells }, (_, cell) => [String(cell)]),
    population: view && countQuota(view, design).population,
    showsEmptyStrata: true,
  });
}

/**
 * The values of columns as strata, by name; `rowOf` finds the row of a place (negative: none). A place without a value in
 * one of them is in no stratum.
 * Refuses: too-many-strata.
 */
function columnStrata(
  count: number,
  columns: readonly CategoryColumn[],
  rowOf: (place: number) => number,
): Result<StrataPlaces, TotalProblem> {
  // A combination of values is one number; no table whose combinations need more has few strata.
  const combinations = columns.reduce((product, { values }) => product * values.length, 1);
  if (combinations > Number.MAX_SAFE_INTEGER)
    return refuse({ code: 'too-many-strata', most: mostStrata });
  const codes = new Float64Array(count);
  const found = new Set<number>();
  for (let place = 0; place < count; place++) {
    const row = rowOf(place);
    let code = row < 0 ? unknown : 0;
    for (const column of columns) {
      const value = row < 0 ? unknown : (column.codes[row] as number);
      code = code < 0 || value < 0 ? unknown : code * column.values.length + value;
    }
    codes[place] = code;
    if (code >= 0) found.add(code);
    if (found.size > mostStrata) return refuse({ code: 'too-many-strata', most: mostStrata });
  }
  const named = [...found]
    .map((code) => ({ code, key: keyOf(code, columns) }))
    .sort((one, other) => compareKeys(one.key, other.key));
  const placeOf = new Map(named.map(({ code }, place) => [code, place]));
  const stratum = Int32Array.from(codes, (code) => placeOf.get(code) ?? unknown);
  return succeed({
    stratum,
    keys: named.map(({ key }) => key),
    population: null,
    showsEmptyStrata: false,
  });
}

/** Strata as the plan wants them, where the places are rows or customers of one table. */
export function strataOf(
  strata: Strata,
  count: number,
  byCell: () => Result<StrataPlaces, TotalProblem>,
  columnsNamed: (names: readonly string[]) => {
    columns: readonly CategoryColumn[];
    rowOf: (place: number) => number;
  },
): Result<StrataPlaces, TotalProblem> {
  if (strata.kind === 'none') return succeed(wholeStratum(count));
  if (strata.kind === 'cells') return byCell();
  const { columns, rowOf } = columnsNamed(strata.columns);
  return columnStrata(count, columns, rowOf);
}

function keyOf(code: number, columns: readonly CategoryColumn[]): string[] {
  let rest = code;
  return columns
    .toReversed()
    .map(({ values }) => {
      const value = values[rest % values.length] as string;
      rest = Math.floor(rest / values.length);
      return value;
    })
    .reverse();
}
