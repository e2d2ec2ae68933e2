import type { Attribute } from '#core/design/design.ts';
import { attributeWords } from '#text/attributes/attribute-words.ts';
import { catalogue } from '#text/language.svelte.ts';

/** The names of equal groups of an attribute, the lowest first: 하, 중, 상 for three, or parts by their number. */
export function partNames({ banding }: Attribute, groups: number): readonly string[] {
  const t = attributeWords().equal;
  if (groups === 2) return t.halves;
  if (groups === 3)
    return banding.kind === 'number'
      ? catalogue().designBrief.thirdNames
      : catalogue().design.suggestion.dormancyLevels;
  return Array.from({ length: groups }, (_, place) => t.part(String(place + 1), String(groups)));
}
