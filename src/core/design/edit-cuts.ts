import type { Attribute } from './design.ts';

/** What a level covers: from `from` (inclusive) to below `below`; null where it is open. */
export interface LevelRange {
  readonly from: number | null;
  readonly below: number | null;
}

/** The range of a level among cuts. Example: level 1 of the cuts [3000, 10000] is from 3000 to below 10000. */
export function levelRange(cuts: readonly number[], level: number): LevelRange {
  return { from: cuts[level - 1] ?? null, below: cuts[level] ?? null };
}

/**
 * The attribute with other cuts. A level that covers the same range keeps its name, and so do all levels when a cut
 * only moved; a level that is new, or was named after its range, is named by its new range.
 * `cuts`: increasing. `rangeNames`: the names a range may go by, the one to use first. An attribute of categories is
 * returned as it is.
 * Example: 하, 중, 상 with the cuts 3000 and 10000, cut at 5000 too, becomes 하, 3,000–4,999, 5,000–9,999, 상.
 */
export function withCuts(
  attribute: Attribute,
  cuts: readonly number[],
  rangeNames: (range: LevelRange) => readonly string[],
): Attribute {
  const { banding, levelNames } = attribute;
  if (banding.kind === 'category') return attribute;
  const moved = banding.cuts.length === cuts.length;
  const names = Array.from({ length: cuts.length + 1 }, (_, level): string => {
    const range = levelRange(cuts, level);
    const before = moved ? level : levelWithRange(banding.cuts, range);
    const name = levelNames[before];
    const wasRange = rangeNames(levelRange(banding.cuts, before)).includes(name ?? '');
    return name === undefined || wasRange ? (rangeNames(range)[0] ?? '') : name;
  });
  return { ...attribute, banding: { ...banding, cuts }, levelNames: names };
}

function levelWithRange(cuts: readonly number[], range: LevelRange): number {
  return Array.from({ length: cuts.length + 1 }, (_, level) => levelRange(cuts, level)).findIndex(
    ({ from, below }) => from === range.from && below === range.below,
  );
}
