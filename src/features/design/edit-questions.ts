import { cellCount } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import { canonicalJson } from '#core/design/plan-freeze.ts';
import type { QuestionPlan } from '#core/design/questions/question-plan.ts';
import type { Question } from '#core/design/questions/question.ts';

export type QuestionKind = Question['kind'];

/** The questions that can be chosen, in the order in which they are offered. */
const kinds: readonly QuestionKind[] = [
  'any-carrot',
  'carrot-versus-holdout',
  'carrot-versus-carrot',
  'same-everywhere',
  'carrot-for-customer',
  'trend',
  'main-effect',
  'additive',
];

/** A question that is being put together. */
export interface QuestionDraft {
  readonly kind: QuestionKind;
  /** An arm's id; null for all carrots, where a kind allows that. */
  readonly carrot: string | null;
  readonly second: string | null;
  /** An attribute's place; null for every cell against every other. */
  readonly attribute: number | null;
  readonly outcome: 'response' | 'effect';
  readonly direction: 'rising' | 'falling';
  readonly factor: string | null;
  readonly secondFactor: string | null;
  /** The chosen cells; null for all of them. */
  readonly cells: readonly number[] | null;
}

/** The places of the attributes whose levels have an order, which a trend can go along. */
export function orderedAttributes({ attributes }: Design): readonly number[] {
  return attributes.flatMap(({ banding, levelNames }, place) =>
    banding.kind !== 'category' && levelNames.length > 1 ? [place] : [],
  );
}

/** The kinds of question that a design has something to compare for. */
export function possibleKinds(design: Design): readonly QuestionKind[] {
  const carrots = design.arms.filter(({ role }) => role === 'carrot').length;
  const hasHoldout = design.arms.some(({ role }) => role === 'holdout');
  const cells = cellCount(design.attributes);
  const factors = design.arms.some(({ run }) => run) ? (design.factorPlan?.factors.length ?? 0) : 0;
  const possible: Record<QuestionKind, boolean> = {
    'any-carrot': hasHoldout && carrots > 0,
    'carrot-versus-holdout': hasHoldout && carrots > 0,
    'carrot-versus-carrot': carrots > 1,
    'same-everywhere': hasHoldout && carrots > 0 && cells > 1,
    'carrot-for-customer': carrots > 1 && cells > 1,
    trend: carrots > 0 && orderedAttributes(design).length > 0,
    'main-effect': factors > 0,
    additive: factors > 1,
  };
  return kinds.filter((kind) => possible[kind]);
}

/** What a form begins with for a kind of question. */
export function freshDraft(design: Design, kind: QuestionKind): QuestionDraft {
  const [first, second] = design.arms.filter(({ role }) => role === 'carrot');
  const [factor, other] = design.factorPlan?.factors ?? [];
  const { attributes } = design;
  return {
    kind,
    carrot: kind === 'same-everywhere' || kind === 'trend' ? null : (first?.id ?? null),
    second: second?.id ?? null,
    attribute:
      kind === 'trend' ? (orderedAttributes(design)[0] ?? null) : attributes.length > 0 ? 0 : null,
    outcome: design.arms.some(({ role }) => role === 'holdout') ? 'effect' : 'response',
    direction: 'rising',
    factor: factor?.id ?? null,
    secondFactor: other?.id ?? null,
    cells: null,
  };
}

/** The question that a draft means, or null while it compares nothing with nothing. */
export function draftQuestion(draft: QuestionDraft, id: string): Question | null {
  const { kind, carrot, second, attribute, factor, secondFactor, cells } = draft;
  const own = cells === null ? { id } : { id, within: cells };
  switch (kind) {
    case 'any-carrot':
      return { ...own, kind, adjustment: 'dunnett' };
    case 'carrot-versus-holdout':
      return carrot === null ? null : { ...own, kind, carrot };
    case 'carrot-versus-carrot':
      if (carrot === null || second === null || carrot === second) return null;
      return { ...own, kind, first: carrot, second };
    case 'same-everywhere':
      return { ...own, kind, carrot, attribute };
    case 'carrot-for-customer':
      return { ...own, kind, attribute };
    case 'trend': {
      if (attribute === null) return null;
      const { outcome, direction } = draft;
      return { ...own, kind, outcome, carrot, directions: [{ attribute, direction }] };
    }
    case 'main-effect':
      return factor === null ? null : { ...own, kind, factor };
    case 'additive':
      if (factor === null || secondFactor === null || factor === secondFactor) return null;
      return { ...own, kind, factors: [factor, secondFactor] };
  }
}

/** Whether a question is among others already, under another id or with its two sides exchanged. */
export function isAsked(question: Question, asked: readonly Question[]): boolean {
  return asked.some((other) => meaningOf(other) === meaningOf(question));
}

function meaningOf(question: Question): string {
  const same =
    question.kind === 'carrot-versus-carrot' && question.first > question.second
      ? { ...question, first: question.second, second: question.first }
      : question.kind === 'additive'
        ? { ...question, factors: [...question.factors].sort() }
        : question;
  return canonicalJson({ ...same, id: '' });
}

/** The plan with one more question at its end, under an id of its own. */
export function withQuestion(
  plan: QuestionPlan,
  asked: readonly Question[],
  draft: QuestionDraft,
): QuestionPlan {
  let number = asked.length + 1;
  while (asked.some(({ id }) => id === `q-${number}`)) number++;
  const question = draftQuestion(draft, `q-${number}`);
  return question ? { ...plan, asked: [...asked, question] } : plan;
}

/** The plan with a question one place further up (-1) or down (1). */
export function withMoved(
  plan: QuestionPlan,
  asked: readonly Question[],
  place: number,
  step: -1 | 1,
): QuestionPlan {
  const [question, other] = [asked[place], asked[place + step]];
  if (!question || !other) return plan;
  return { ...plan, asked: asked.with(place, other).with(place + step, question) };
}
