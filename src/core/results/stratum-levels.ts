import { levelsOfCell } from '../design/cell-name.ts';
import { allLevelNames, type Attribute } from '../design/design.ts';
import { shownLevels } from '../design/quota-table.ts';
import type { ExperimentTotals, Strata } from './analysis.ts';

/** What the strata of an experiment are made of: attribute names, and the level names of each in reading order. */
export interface StratumAttribute {
  readonly name: string;
  readonly levels: readonly string[];
}

/** The attributes of the strata, and the level of each attribute for every stratum of the totals. */
export interface StratumLevels {
  readonly attributes: readonly StratumAttribute[];
  readonly levelsOfStratum: readonly (readonly string[])[];
}

/**
 * Which level of which attribute every stratum stands for.
 * Columns carry the level names themselves; cells of a design carry the cell's index, read in row-major order.
 * Example: cell 8 of three dormancy and three points levels is the last level of both.
 */
export function stratumLevels(totals: ExperimentTotals, strata: Strata): StratumLevels {
  const keys = totals.strata.map(({ key }) => key);
  if (strata.kind === 'none') return { attributes: [], levelsOfStratum: keys.map(() => []) };
  if (strata.kind === 'columns') {
    const attributes = strata.columns.map((name, position) => ({
      name,
      levels: [...new Set(keys.map((key) => key[position] ?? ''))],
    }));
    return { attributes, levelsOfStratum: keys };
  }
  const { attributes } = strata.design;
  return {
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      levels: shownLevels(attribute).map((level) => levelNameOf(attribute, level)),
    })),
    levelsOfStratum: keys.map((key) =>
      levelsOfCell(attributes, Number(key[0])).map((level, place) =>
        levelNameOf(attributes[place], level),
      ),
    ),
  };
}

function levelNameOf(attribute: Attribute | undefined, level: number): string {
  return (attribute && allLevelNames(attribute)[level]) ?? String(level);
}
