import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { Design } from './design.ts';

/** Between which numbers of customers a cell is drawn from, all arms together. */
export interface CellBounds {
  readonly least: number;
  readonly most: number;
}

export type CellRuleProblem =
  | Problem<'all-cells-off'>
  | (Problem<'floor-above-cap'> & { cell: number; least: number; most: number })
  | (Problem<'floor-exceeds-cell'> & { cell: number; least: number; available: number });

/**
 * What may be drawn from each cell: what it has, within its rule; nothing where it is switched off.
 * `population`: customers per cell, whole numbers. A rule for a cell that is not there says nothing.
 * Refuses `floor-above-cap`, `floor-exceeds-cell` (for the first such cell) and `all-cells-off`.
 * Example: cells of 501 and 445, the second with at most 400: 0 to 501 and 0 to 400.
 */
export function cellBounds(
  { cellRules }: Pick<Design, 'cellRules'>,
  population: readonly number[],
): Result<CellBounds[], CellRuleProblem> {
  const bounds: CellBounds[] = [];
  for (const [cell, available] of population.entries()) {
    const rule = cellRules.find((each) => each.cell === cell);
    if (rule?.isOff) {
      bounds.push({ least: 0, most: 0 });
      continue;
    }
    const least = rule?.least ?? 0;
    const most = rule?.most ?? available;
    if (rule && rule.most !== null && least > rule.most)
      return refuse({ code: 'floor-above-cap', cell, least, most });
    if (least > available) return refuse({ code: 'floor-exceeds-cell', cell, least, available });
    bounds.push({ least, most: Math.min(most, available) });
  }
  const isOpen = bounds.some(({ most }) => most > 0);
  const isEmpty = population.every((customers) => customers === 0);
  return isOpen || isEmpty ? succeed(bounds) : refuse({ code: 'all-cells-off' });
}

/** Whether nobody is to be drawn from a cell. */
export function isOff(cellRules: Design['cellRules'], cell: number): boolean {
  return cellRules.some((rule) => rule.cell === cell && rule.isOff);
}

/** The customers of the cells that are drawn from: 0 for one that is switched off. */
export function openPopulation(
  { cellRules }: Pick<Design, 'cellRules'>,
  population: readonly number[],
): readonly number[] {
  return population.map((customers, cell) => (isOff(cellRules, cell) ? 0 : customers));
}
