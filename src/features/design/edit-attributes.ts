import type { Attribute, Banding, Design } from '#core/design/design.ts';
import { levelRange } from '#core/design/edit-cuts.ts';
import { catalogue } from '#text/language.svelte.ts';
import { rangeWords } from './range-words.ts';
import { valueName, type VariableChoice } from './variable-choices.ts';
import type { VariableDescription } from './variable-description.ts';

const usualMonthCuts: readonly number[] = [3, 6];
const mostCategoryLevels = 6;

/** An attribute for a variable, with bands that suit its values and names that say what they cover. */
export function newAttribute(
  design: Design,
  choice: VariableChoice,
  description: VariableDescription,
): Attribute {
  const banding = suggestedBanding(choice, description);
  return {
    id: freeAttributeId(design),
    name: freeName(design, choice.label),
    variable: choice.variable,
    banding,
    levelNames: suggestedNames(banding, choice),
    unknownName: null,
    highestFirst: choice.kind !== 'category',
  };
}

/**
 * The attribute over another variable. Bands of the same kind stay: dormancy by the last order is cut like dormancy by
 * the last purchase.
 */
export function overVariable(
  design: Design,
  attribute: Attribute,
  choice: VariableChoice,
  description: VariableDescription,
): Attribute {
  const fresh = newAttribute(design, choice, description);
  const { id, unknownName } = attribute;
  const ofDates = ({ banding }: Attribute) =>
    banding.kind === 'months-since' || banding.kind === 'days-since';
  const stays = ofDates(attribute) && ofDates(fresh);
  return stays ? { ...attribute, variable: choice.variable } : { ...fresh, id, unknownName };
}

/** The attribute with one more, empty level of categories. */
export function withLevel(attribute: Attribute): Attribute {
  if (attribute.banding.kind !== 'category') return attribute;
  const name = catalogue().design.attributes.newLevel(String(attribute.levelNames.length + 1));
  return {
    ...attribute,
    banding: { kind: 'category', groups: [...attribute.banding.groups, []] },
    levelNames: [...attribute.levelNames, name],
  };
}

/** The attribute without a level of categories; its values belong to none. */
export function withoutLevel(attribute: Attribute, level: number): Attribute {
  if (attribute.banding.kind !== 'category') return attribute;
  const others = <Item>(items: readonly Item[]) => items.filter((_, index) => index !== level);
  return {
    ...attribute,
    banding: { kind: 'category', groups: others(attribute.banding.groups) },
    levelNames: others(attribute.levelNames),
  };
}

/** The attribute with some values in another level, or in none. */
export function withValuesInLevel(
  attribute: Attribute,
  values: readonly string[],
  level: number | null,
): Attribute {
  if (attribute.banding.kind !== 'category') return attribute;
  const moved = new Set(values);
  const groups = attribute.banding.groups.map((group, index) => {
    const others = group.filter((other) => !moved.has(other));
    return index === level ? [...others, ...values] : others;
  });
  return { ...attribute, banding: { kind: 'category', groups } };
}

/** A place for one more cut: the middle of the widest band that has two ends, or beyond the last cut. */
export function nextCut(cuts: readonly number[], whole: boolean): number {
  const first = cuts[0];
  const last = cuts.at(-1);
  if (first === undefined || last === undefined) return whole ? 1 : 0.5;
  const gaps = [0, ...cuts].map((from, index) => ({ from, to: cuts[index] ?? from }));
  const widest = gaps.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  const middle = (widest.from + widest.to) / 2;
  const rounded = whole ? Math.round(middle) : middle;
  return cuts.includes(rounded) || rounded <= 0 ? last + (whole ? 1 : last / 2 || 1) : rounded;
}

function suggestedBanding(choice: VariableChoice, description: VariableDescription): Banding {
  if (choice.kind === 'date') return { kind: 'months-since', cuts: usualMonthCuts };
  if (choice.kind === 'number') return { kind: 'number', cuts: description.suggestedCuts };
  const values = description.categories.slice(0, mostCategoryLevels).map(({ value }) => value);
  return { kind: 'category', groups: values.map((value) => [value]) };
}

function suggestedNames(banding: Banding, choice: VariableChoice): readonly string[] {
  if (banding.kind === 'category')
    return banding.groups.map((group) => group.map((value) => valueName(choice, value)).join(', '));
  const { kind, cuts } = banding;
  return Array.from({ length: cuts.length + 1 }, (_, level) =>
    rangeWords(levelRange(cuts, level), kind, choice.whole),
  );
}

function freeAttributeId({ attributes }: Design): string {
  let number = attributes.length + 1;
  while (attributes.some(({ id }) => id === `attribute-${number}`)) number++;
  return `attribute-${number}`;
}

function freeName({ attributes }: Design, wanted: string): string {
  let name = wanted;
  for (let number = 2; attributes.some((other) => other.name === name); number++)
    name = `${wanted} ${number}`;
  return name;
}
