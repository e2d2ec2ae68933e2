import type { Problem } from '#core/result.ts';
import { allLevelNames, bandCount, type Attribute, type Banding } from './design.ts';

export type AttributeProblem =
  | (Problem<'unnamed-attribute'> & { position: number })
  | (Problem<'duplicate-attribute-name'> & { attribute: string })
  | (Problem<'no-levels'> & { attribute: string })
  | (Problem<'cut-not-a-number'> & { attribute: string; cut: number })
  | (Problem<'cut-not-whole-months'> & { attribute: string; cut: number })
  | (Problem<'cuts-not-increasing'> & { attribute: string; cut: number; next: number })
  | (Problem<'empty-level-group'> & { attribute: string; level: number })
  | (Problem<'value-in-two-levels'> & { attribute: string; value: string })
  | (Problem<'level-name-count'> & { attribute: string; names: number; levels: number })
  | (Problem<'duplicate-level-name'> & { attribute: string; name: string });

/**
 * What keeps the attributes from making a quota table, in the order of the attributes; empty when all is well.
 * Example: cuts 10000, 3000 gives `cuts-not-increasing`.
 */
export function attributeProblems(attributes: readonly Attribute[]): readonly AttributeProblem[] {
  return attributes.flatMap((attribute, position) => {
    const { name, banding, levelNames } = attribute;
    const problems: AttributeProblem[] = [];
    if (name.trim() === '') problems.push({ code: 'unnamed-attribute', position });
    else if (attributes.slice(0, position).some((other) => other.name === name))
      problems.push({ code: 'duplicate-attribute-name', attribute: name });
    problems.push(...bandingProblems(name, banding));
    const levels = bandCount(banding);
    if (levelNames.length !== levels)
      problems.push({
        code: 'level-name-count',
        attribute: name,
        names: levelNames.length,
        levels,
      });
    const repeated = firstRepeat(allLevelNames(attribute));
    if (repeated !== undefined)
      problems.push({ code: 'duplicate-level-name', attribute: name, name: repeated });
    return problems;
  });
}

function bandingProblems(attribute: string, banding: Banding): readonly AttributeProblem[] {
  if (banding.kind === 'category') {
    if (banding.groups.length === 0) return [{ code: 'no-levels', attribute }];
    const level = banding.groups.findIndex((group) => group.length === 0);
    if (level >= 0) return [{ code: 'empty-level-group', attribute, level }];
    const value = firstRepeat(banding.groups.flat());
    return value === undefined ? [] : [{ code: 'value-in-two-levels', attribute, value }];
  }
  const { cuts } = banding;
  const wild = cuts.find((cut) => !Number.isFinite(cut));
  if (wild !== undefined) return [{ code: 'cut-not-a-number', attribute, cut: wild }];
  const broken = banding.kind !== 'number' ? cuts.find((cut) => !Number.isInteger(cut)) : undefined;
  if (broken !== undefined) return [{ code: 'cut-not-whole-months', attribute, cut: broken }];
  return cuts.flatMap((cut, position): readonly AttributeProblem[] => {
    const next = cuts[position + 1];
    return next !== undefined && next <= cut
      ? [{ code: 'cuts-not-increasing', attribute, cut, next }]
      : [];
  });
}

/** The first text that was there before, or undefined. Example: `firstRepeat(['a', 'b', 'a'])` is `'a'`. */
export function firstRepeat(texts: readonly string[]): string | undefined {
  return texts.find((text, position) => texts.indexOf(text) < position);
}
