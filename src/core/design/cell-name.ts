import { allLevelNames, levelCount, type Attribute } from './design.ts';

/** How many cells the attributes make. Example: three dormancy and three points levels make 9; no attribute makes 1. */
export function cellCount(attributes: readonly Attribute[]): number {
  return attributes.reduce((cells, attribute) => cells * levelCount(attribute), 1);
}

/**
 * The level of every attribute in a cell.
 * `cell`: index in `QuotaCounts.population` (row-major, first attribute slowest, levels in banding order).
 * Example: with three dormancy and three points levels, cell 5 is [1, 2].
 */
export function levelsOfCell(attributes: readonly Attribute[], cell: number): readonly number[] {
  const levels = new Array<number>(attributes.length).fill(0);
  let rest = cell;
  for (let position = attributes.length - 1; position >= 0; position--) {
    const count = levelCount(attributes[position] as Attribute);
    levels[position] = rest % count;
    rest = Math.floor(rest / count);
  }
  return levels;
}

/** The name of a cell: its level names joined. Example: `장기×상`. A design without attributes has one cell, ''. */
export function cellName(attributes: readonly Attribute[], cell: number): string {
  const names = attributes.map(allLevelNames);
  return levelsOfCell(attributes, cell)
    .map((level, position) => names[position]?.[level] ?? '')
    .join('×');
}
