import { cellCount, levelsOfCell } from '../cell-name.ts';
import { bandCount, levelCount, type Attribute, type Design } from '../design.ts';
import type { QuestionPlan } from './question-plan.ts';
import { goneAttribute, type Question } from './question.ts';

type Attributes = readonly Attribute[];

/**
 * The questions of a design after its attributes were edited. They name attributes and cells by their places, which move: a
 * question keeps to its attribute wherever that stands now, and to its customers. Where an attribute is gone, or the chosen
 * cells cannot be told any more (their level was cut anew), the question stays and is about nothing, so that it says so.
 * Example: with a new first attribute of two levels, a question about cell 5 of 9 is about the cells 5 and 14 of 18.
 */
export function questionsAfter(
  before: Pick<Design, 'attributes'>,
  { attributes, questionPlan }: Pick<Design, 'attributes' | 'questionPlan'>,
): QuestionPlan {
  const { asked } = questionPlan;
  if (asked === null || layoutOf(before.attributes) === layoutOf(attributes)) return questionPlan;
  const placeOf = (place: number): number => {
    const found = attributes.findIndex(({ id }) => id === before.attributes[place]?.id);
    return found < 0 ? goneAttribute : found;
  };
  const follow = (question: Question): Question => {
    const { within } = question;
    const moved =
      within === undefined
        ? question
        : { ...question, within: cellsAfter(before.attributes, attributes, within) };
    switch (moved.kind) {
      case 'same-everywhere':
      case 'carrot-for-customer':
        return moved.attribute === null ? moved : { ...moved, attribute: placeOf(moved.attribute) };
      case 'trend':
        return {
          ...moved,
          directions: moved.directions.map((each) => ({
            ...each,
            attribute: placeOf(each.attribute),
          })),
        };
      default:
        return moved;
    }
  };
  return { ...questionPlan, asked: asked.map(follow) };
}

/** What the places of attributes and cells depend on. */
function layoutOf(attributes: Attributes): string {
  return JSON.stringify(attributes.map((attribute) => [attribute.id, bandsOf(attribute)]));
}

/** What tells the levels of an attribute apart: their limits or values, the unknown last. */
function bandsOf(attribute: Attribute): readonly string[] {
  const { banding } = attribute;
  return Array.from({ length: levelCount(attribute) }, (_, level) => {
    if (level >= bandCount(banding)) return 'unknown';
    return banding.kind === 'category'
      ? JSON.stringify(banding.groups[level])
      : JSON.stringify([banding.cuts[level - 1] ?? null, banding.cuts[level] ?? null]);
  });
}

/**
 * Where a level stands after an edit: the one with the same limits; of as many levels as before the one at its place, whose
 * limits were moved. Null where levels came or went and this one was cut anew.
 */
function levelAfter(before: Attribute, after: Attribute, level: number): number | null {
  const [old, now] = [bandsOf(before), bandsOf(after)];
  const place = now.indexOf(old[level] ?? '');
  const moved = old.length === now.length && !old.every((band) => now.includes(band));
  if (moved) return level;
  return place < 0 ? null : place;
}

/** The cells with the customers of the chosen ones; none where the new table has no such cells. */
function cellsAfter(
  before: Attributes,
  after: Attributes,
  within: readonly number[],
): readonly number[] {
  const chosen = new Set<string>();
  for (const cell of within) {
    const levels = levelsOfCell(before, cell);
    const now = after.map((attribute) => {
      const place = before.findIndex(({ id }) => id === attribute.id);
      const old = before[place];
      return old ? levelAfter(old, attribute, levels[place] ?? 0) : '*';
    });
    if (now.includes(null)) return [];
    chosen.add(now.join());
  }
  // Where an attribute is gone its cells have become one: all of them must have been chosen.
  const merged = before
    .filter(({ id }) => !after.some((attribute) => attribute.id === id))
    .reduce((cells, attribute) => cells * levelCount(attribute), 1);
  if (within.length !== chosen.size * merged) return [];
  const isNew = after.map(({ id }) => !before.some((attribute) => attribute.id === id));
  return Array.from({ length: cellCount(after) }, (_, cell) => cell).filter((cell) =>
    chosen.has(
      levelsOfCell(after, cell)
        .map((level, place) => (isNew[place] ? '*' : level))
        .join(),
    ),
  );
}
