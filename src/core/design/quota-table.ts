import { allLevelNames, bandCount, levelCount, type Attribute, type Design } from './design.ts';

/** One line of the quota table: the levels of all attributes but the last, and its cells along the last one. */
export interface QuotaRow {
  /** Level indexes in banding order, one per row attribute. */
  readonly levels: readonly number[];
  readonly names: readonly string[];
  readonly cells: readonly QuotaCell[];
  readonly total: number;
}

export interface QuotaCell {
  /** The cell's index in `QuotaCounts.population` and in [cell][arm] counts. */
  readonly cell: number;
  readonly population: number;
}

export interface QuotaColumn {
  readonly level: number;
  readonly name: string;
  readonly total: number;
}

/** The quota table (할당표) with its margins, laid out for reading. */
export interface QuotaTable {
  readonly rowAttributes: readonly string[];
  readonly columnAttribute: string | null;
  readonly rows: readonly QuotaRow[];
  readonly columns: readonly QuotaColumn[];
  readonly total: number;
}

/**
 * The quota table as it is read: the last attribute across, the others down (nested, the first slowest), each in its
 * order (`highestFirst`). One attribute goes down with a single column; none gives one cell.
 * `population`: a number per cell in banding order, first attribute slowest; a missing number counts as 0. It may be
 * any count per cell (customers, or customers drawn).
 * Example: the deck's 9 cells give rows 501 790 3211 | 4,502; 445 892 3612 | 4,949; 562 1009 2690 | 4,261 and columns
 * 1,508 2,691 9,513, total 13,712.
 */
export function quotaTable(
  { attributes }: Pick<Design, 'attributes'>,
  population: readonly number[],
): QuotaTable {
  const across = attributes.length > 1 ? attributes[attributes.length - 1] : undefined;
  const down = across ? attributes.slice(0, -1) : attributes;
  const columnLevels = across ? shownLevels(across) : [0];
  const columnCount = columnLevels.length;
  const rows = combinations(down).map(({ levels, index }): QuotaRow => {
    const cells = columnLevels.map((level): QuotaCell => {
      const cell = index * columnCount + level;
      return { cell, population: population[cell] ?? 0 };
    });
    const names = levels.map((level, position) => levelName(down[position], level));
    return { levels, names, cells, total: total(cells) };
  });
  return {
    rowAttributes: down.map(({ name }) => name),
    columnAttribute: across?.name ?? null,
    rows,
    columns: columnLevels.map((level, position) => ({
      level,
      name: levelName(across, level),
      total: total(rows.flatMap(({ cells }) => cells[position] ?? [])),
    })),
    total: rows.reduce((sum, row) => sum + row.total, 0),
  };
}

/** Every combination of levels in reading order, with its row-major index in banding order. */
function combinations(
  attributes: readonly Attribute[],
): readonly { levels: readonly number[]; index: number }[] {
  return attributes.reduce<readonly { levels: readonly number[]; index: number }[]>(
    (known, attribute) =>
      known.flatMap(({ levels, index }) =>
        shownLevels(attribute).map((level) => ({
          levels: [...levels, level],
          index: index * levelCount(attribute) + level,
        })),
      ),
    [{ levels: [], index: 0 }],
  );
}

/** The places of an attribute's levels in the order in which they are read: the unknown last, whatever the order. */
export function shownLevels(attribute: Attribute): readonly number[] {
  const bands = bandCount(attribute.banding);
  const levels = Array.from({ length: bands }, (_, level) => level);
  if (attribute.highestFirst) levels.reverse();
  return attribute.unknownName === null ? levels : [...levels, bands];
}

function levelName(attribute: Attribute | undefined, level: number): string {
  return (attribute && allLevelNames(attribute)[level]) ?? '';
}

function total(cells: readonly QuotaCell[]): number {
  return cells.reduce((sum, { population }) => sum + population, 0);
}
