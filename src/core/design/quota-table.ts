import { allLevelNames, bandCount, levelCount, type Attribute, type Design } from './design.ts';

/** Some attributes, one nested in the other, with a level of each. */
export interface QuotaLine {
  /** Level indexes in banding order, one per attribute of the side. */
  readonly levels: readonly number[];
  readonly names: readonly string[];
  readonly total: number;
}

/** One line of the quota table: a level of each attribute that goes down, and its cells along those that go across. */
export interface QuotaRow extends QuotaLine {
  readonly cells: readonly QuotaCell[];
}

export interface QuotaCell {
  /** The cell's index in `QuotaCounts.population` and in [cell][arm] counts. */
  readonly cell: number;
  readonly population: number;
}

/** An attribute on a side of the table, with its place in the design. */
export interface QuotaAttribute {
  readonly position: number;
  readonly name: string;
}

/** The quota table (할당표) with its margins, laid out for reading. */
export interface QuotaTable {
  readonly down: readonly QuotaAttribute[];
  readonly across: readonly QuotaAttribute[];
  readonly rows: readonly QuotaRow[];
  /** One per combination of the levels across; a single one without names where nothing goes across. */
  readonly columns: readonly QuotaLine[];
  readonly total: number;
}

/** What goes across where nobody has chosen: the last attribute, or nothing where there is only one. */
export function usualAcross(attributes: readonly Attribute[]): readonly number[] {
  return attributes.length > 1 ? [attributes.length - 1] : [];
}

/**
 * The quota table as it is read: some attributes across, the others down, each side nested with its first attribute
 * slowest, every attribute in its order (`highestFirst`, the unknown last).
 * `population`: a number per cell in banding order, first attribute slowest; a missing number counts as 0. It may be
 * any count per cell (customers, or customers drawn). `across`: places of attributes in the design. Default `usualAcross`.
 * Example: the deck's 9 cells give rows 501 790 3211 | 4,502; 445 892 3612 | 4,949; 562 1009 2690 | 4,261 and columns
 * 1,508 2,691 9,513, total 13,712.
 */
export function quotaTable(
  { attributes }: Pick<Design, 'attributes'>,
  population: readonly number[],
  across: readonly number[] = usualAcross(attributes),
): QuotaTable {
  const places = attributes.map((_, position) => position);
  const columns = side(attributes, places.filter((place) => across.includes(place))); // prettier-ignore
  const lines = side(attributes, places.filter((place) => !across.includes(place))); // prettier-ignore
  const rows = lines.combinations.map(({ levels, names, offset }): QuotaRow => {
    const cells = columns.combinations.map((column): QuotaCell => {
      const cell = offset + column.offset;
      return { cell, population: population[cell] ?? 0 };
    });
    return { levels, names, cells, total: total(cells) };
  });
  return {
    down: lines.attributes,
    across: columns.attributes,
    rows,
    columns: columns.combinations.map(({ levels, names }, place) => ({
      levels,
      names,
      total: total(rows.flatMap(({ cells }) => cells[place] ?? [])),
    })),
    total: rows.reduce((sum, row) => sum + row.total, 0),
  };
}

interface Side {
  readonly attributes: readonly QuotaAttribute[];
  /** Every combination of levels in reading order, with what it adds to the index of a cell. */
  readonly combinations: readonly {
    readonly levels: readonly number[];
    readonly names: readonly string[];
    readonly offset: number;
  }[];
}

function side(attributes: readonly Attribute[], places: readonly number[]): Side {
  const chosen = places.flatMap((position) => {
    const attribute = attributes[position];
    const behind = attributes.slice(position + 1);
    const step = behind.reduce((cells, other) => cells * levelCount(other), 1);
    return attribute ? [{ position, attribute, step }] : [];
  });
  return {
    attributes: chosen.map(({ position, attribute }) => ({ position, name: attribute.name })),
    combinations: chosen.reduce<Side['combinations']>(
      (known, { attribute, step }) =>
        known.flatMap(({ levels, names, offset }) =>
          shownLevels(attribute).map((level) => ({
            levels: [...levels, level],
            names: [...names, allLevelNames(attribute)[level] ?? ''],
            offset: offset + level * step,
          })),
        ),
      [{ levels: [], names: [], offset: 0 }],
    ),
  };
}

/** The places of an attribute's levels in the order in which they are read: the unknown last, whatever the order. */
export function shownLevels(attribute: Attribute): readonly number[] {
  const bands = bandCount(attribute.banding);
  const levels = Array.from({ length: bands }, (_, level) => level);
  if (attribute.highestFirst) levels.reverse();
  return attribute.unknownName === null ? levels : [...levels, bands];
}

/**
 * How many lines from a place on share its levels down to a depth: what a header cell of nested attributes covers; 0 where
 * the line before shares them already.
 * Example: of the rows 장기×서울, 장기×경기, 단기×서울 the first covers 2 at depth 0, the second 0.
 */
export function lineSpan(lines: readonly QuotaLine[], place: number, depth: number): number {
  const key = (line: QuotaLine | undefined) => line?.levels.slice(0, depth + 1).join();
  const own = key(lines[place]);
  if (place > 0 && key(lines[place - 1]) === own) return 0;
  let covered = 1;
  while (place + covered < lines.length && key(lines[place + covered]) === own) covered++;
  return covered;
}

/**
 * How many customers have each level of an attribute, in banding order.
 * Example: the deck's 9 cells give 9,513, 2,691 and 1,508 for points.
 */
export function levelTotals(
  { attributes }: Pick<Design, 'attributes'>,
  population: readonly number[],
  position: number,
): readonly number[] {
  const attribute = attributes[position];
  if (!attribute) return [];
  const { columns } = quotaTable({ attributes }, population, [position]);
  const totals = new Array<number>(levelCount(attribute)).fill(0);
  for (const column of columns) totals[column.levels[0] ?? 0] = column.total;
  return totals;
}

function total(cells: readonly QuotaCell[]): number {
  return cells.reduce((sum, { population }) => sum + population, 0);
}
