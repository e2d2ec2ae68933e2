import type { Question, TrendQuestion } from '#core/design/questions/question.ts';
import { questionTexts } from './question-words.ts';

/** What the things that a question names are called; null for what is gone. */
export interface QuestionNames {
  readonly arm: (id: string) => string | null;
  readonly attribute: (place: number) => string | null;
  /** The first and the last level of an attribute. */
  readonly ends: (place: number) => readonly [string, string] | null;
  readonly factor: (id: string) => string | null;
}

/** A question as a marketer asks it. */
export function askWords(question: Question, names: QuestionNames): string {
  const t = questionTexts().ask;
  const arm = (id: string | null) => (id === null ? t.anyOfThem : (names.arm(id) ?? t.goneArm));
  const attribute = (place: number) => names.attribute(place) ?? t.goneAttribute;
  const factor = (id: string) => names.factor(id) ?? t.goneFactor;
  switch (question.kind) {
    case 'any-carrot':
      return t.anyCarrot;
    case 'carrot-versus-holdout':
      return t.versusHoldout(arm(question.carrot));
    case 'carrot-versus-carrot':
      return t.carrots(arm(question.first), arm(question.second));
    case 'same-everywhere':
      return question.attribute === null
        ? t.sameCells(arm(question.carrot))
        : t.same(arm(question.carrot), attribute(question.attribute));
    case 'carrot-for-customer':
      return question.attribute === null ? t.whichCells : t.which(attribute(question.attribute));
    case 'trend': {
      const path = trendPath(question, names);
      return question.outcome === 'effect'
        ? t.risingEffect(path, arm(question.carrot))
        : t.risingResponse(path, arm(question.carrot));
    }
    case 'main-effect':
      return t.mainEffect(factor(question.factor));
    case 'additive':
      return t.additive(factor(question.factors[0]), factor(question.factors[1]));
  }
}

/** From the levels where a hypothesis expects the least to those where it expects the most. */
export function trendPath({ directions }: TrendQuestion, names: QuestionNames): string {
  return directions.map((direction) => pathOf(direction, names)).join(', ');
}

/** The same of one attribute. */
export function pathOf(
  { attribute, direction }: TrendQuestion['directions'][number],
  names: Pick<QuestionNames, 'ends'>,
): string {
  const t = questionTexts().ask;
  const ends = names.ends(attribute);
  if (!ends) return t.goneAttribute;
  const [first, last] = ends;
  return direction === 'rising' ? t.path(first, last) : t.path(last, first);
}
