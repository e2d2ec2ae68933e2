import { cellCount, levelsOfCell } from './cell-name.ts';
import { bandCount, levelCount, type Attribute, type CellRule, type Design } from './design.ts';

/**
 * An edited design whose rules of cells still mean the same cells. Where the attributes are the same ones with as many bands,
 * in whatever order, each rule moves with its cell; a cell of unknown values that is gone takes its rule with it. Where an
 * attribute came, went or got other bands, no cell is what it was, and all rules are dropped.
 * `before`: the design before the edit; `after`: as edited, with the rules as they were.
 * Example: a rule for cell 5 of 3 × 3 is one for cell 7 once the two attributes have changed places.
 */
export function followCells(before: Design | null, after: Design): Design {
  if (!before || after.cellRules.length === 0) return after;
  const place = cellPlaces(before.attributes, after.attributes);
  if (place === 'same') return after;
  const cellRules = after.cellRules.flatMap((rule): CellRule[] => {
    const cell = place && rule.cell < cellCount(before.attributes) ? place(rule.cell) : null;
    return cell === null ? [] : [{ ...rule, cell }];
  });
  return { ...after, cellRules };
}

/** Where each cell has gone; null where no cell is what it was. */
function cellPlaces(
  before: readonly Attribute[],
  after: readonly Attribute[],
): 'same' | null | ((cell: number) => number | null) {
  const shape = (attributes: readonly Attribute[]) =>
    JSON.stringify(attributes.map((each) => [each.id, bandCount(each.banding), levelCount(each)]));
  if (shape(before) === shape(after)) return 'same';
  const origins = after.map(({ id, banding }) =>
    before.findIndex((each) => each.id === id && bandCount(each.banding) === bandCount(banding)),
  );
  if (before.length !== after.length || origins.includes(-1)) return null;
  return (cell) => {
    const levels = levelsOfCell(before, cell);
    return after.reduce<number | null>((place, attribute, position) => {
      const level = levels[origins[position] ?? -1] ?? 0;
      return place === null || level >= levelCount(attribute)
        ? null
        : place * levelCount(attribute) + level;
    }, 0);
  };
}
