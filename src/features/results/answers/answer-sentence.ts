import { clearParts, hasSeveralBest } from '#core/results/answers/answer-code.ts';
import type { Answer, Answered, AnswerCode, AnswerPart } from '#core/results/answers/answer.ts';
import type { Question } from '#core/design/questions/question.ts';
import { formatShare } from '#text/format.ts';
import { answerTexts } from '#text/answers/answer-words.ts';
import type { AnswerTexts } from '#text/answers/ko.ts';
import { trendPath } from '#text/questions/ask-words.ts';
import { questionTexts } from '#text/questions/question-words.ts';
import type { LanguageCode } from '#text/language.svelte.ts';
import type { AnswerNames } from './answer-names.ts';
import { doubtWords, moneyWords } from './answer-doubt.ts';
import { Written } from './written.ts';

export interface AnswerContext {
  readonly names: AnswerNames;
  /** What the control is called. */
  readonly control: string;
  readonly language: LanguageCode;
  readonly currency: string;
  /** Differences up to it count as none, in shares; null: undecided. */
  readonly margin: number | null;
  /** The power that was wanted. */
  readonly power: number;
}

/** What is said to one question. Arms are marked in it as the names mark them. */
export interface AnswerSentence {
  readonly state: AnswerCode | 'refused';
  /** Direction and size. */
  readonly headline: string;
  /** Money, doubt and next step. */
  readonly detail: string;
}

/**
 * The answer to a question in words, in the current language: direction and size, then money, doubt and the next step. What
 * is not settled begins with "cannot tell yet".
 */
export function answerSentence(
  { question, outcome, alpha }: Answer,
  context: AnswerContext,
): AnswerSentence {
  const t = answerTexts();
  if (!outcome.ok) return { state: 'refused', headline: whyNot(outcome.problem.code), detail: '' };
  const answered = outcome.value;
  const { code, step } = answered;
  const words = new Written(context);
  const detail = [
    moneyWords(question, answered, alpha, context, words),
    doubtWords(question, answered, alpha, context, words),
    t.step[step],
  ];
  return {
    state: code,
    headline: code === 'too-few' ? t.head.tooFew : headline(question, answered, alpha, context),
    detail: detail.filter(Boolean).join(' '),
  };
}

/** Why a question has no answer, as a sentence. */
function whyNot(code: string): string {
  const own: Readonly<Record<string, string>> = answerTexts().why;
  const planned: Readonly<Record<string, string>> = questionTexts().why;
  return own[code] ?? planned[code] ?? questionTexts().why.other;
}

function headline(
  question: Question,
  answered: Answered,
  alpha: number,
  context: AnswerContext,
): string {
  const t = answerTexts().head;
  const words = new Written(context);
  const { code, lead } = answered;
  const { names, control } = context;
  const size = words.points(lead.estimate);
  const gap = words.size(lead.estimate);
  const arm = (id: string | null) =>
    (id === null ? null : names.arm(id)) ??
    (id === null ? questionTexts().ask.anyOfThem : questionTexts().ask.goneArm);
  switch (question.kind) {
    case 'any-carrot':
      return anyCarrot(answered, alpha, context, words);
    case 'carrot-versus-holdout': {
      const carrot = arm(question.carrot);
      if (code === 'yes') return t.better(carrot, control, size);
      if (code === 'opposite') return t.worse(carrot, control, size);
      return (code === 'alike' ? t.sameAsControl : t.cannotTell)(carrot, control, size);
    }
    case 'carrot-versus-carrot': {
      const [first, second] = [arm(question.first), arm(question.second)];
      if (lead.estimate === 0 && code === 'cannot-tell') return t.tie(first, second);
      const [ahead, behind] = lead.estimate < 0 ? [second, first] : [first, second];
      if (code === 'yes') return t.wins(ahead, behind, words.points(Math.abs(lead.estimate)));
      if (code === 'alike') return t.samePair(first, second, size);
      return t.cannotTellPair(ahead, behind, words.points(Math.abs(lead.estimate)));
    }
    case 'same-everywhere':
      return sameEverywhere(answered, arm(question.carrot), by(question, context), words, context);
    case 'carrot-for-customer':
      return carrotForCustomer(answered, by(question, context), gap, context);
    case 'trend': {
      const path = trendPath(question, names);
      if (code === 'yes') return t.rises(path, size);
      if (code === 'opposite') return t.falls(path, size);
      return (code === 'alike' ? t.flat : t.risesUnknown)(path, size);
    }
    case 'main-effect': {
      const factor = names.factor(question.factor) ?? questionTexts().ask.goneFactor;
      const [top, bottom] = ends(answered.parts);
      if (code === 'yes' && top && bottom)
        return t.matters(
          factor,
          names.place(top.name),
          formatShare(top.estimate, context.language),
          names.place(bottom.name),
          formatShare(bottom.estimate, context.language),
        );
      return (code === 'alike' ? t.mattersNot : t.mattersUnknown)(factor, gap);
    }
    case 'additive': {
      const [first, second] = question.factors.map(
        (id) => names.factor(id) ?? questionTexts().ask.goneFactor,
      ) as [string, string];
      if (code === 'yes') return t.notAdditive(first, second, gap);
      return (code === 'alike' ? t.additive : t.additiveUnknown)(first, second, gap);
    }
  }
}

function anyCarrot(
  { code, parts }: Answered,
  alpha: number,
  { names, control }: AnswerContext,
  words: Written,
): string {
  const t = answerTexts();
  const nameOf = ({ name }: AnswerPart) => ('arm' in name && name.arm && names.arm(name.arm)) || '';
  if (code === 'alike') return t.head.nobodyDiffers(control);
  const [best] = parts;
  if (code === 'cannot-tell' || !best)
    return t.head.cannotTellBest(best ? nameOf(best) : '', control, words.points(best?.estimate ?? 0)); // prettier-ignore
  const clear = clearParts(parts, alpha, code === 'yes' ? 'above' : 'below');
  const [first] = clear;
  const sized = t.list(clear.map((part) => t.sized(nameOf(part), words.points(part.estimate))));
  const one = code === 'yes' ? t.head.better : t.head.worse;
  const several = code === 'yes' ? t.head.severalBetter : t.head.severalWorse;
  return first && clear.length === 1
    ? one(nameOf(first), control, words.points(first.estimate))
    : several(sized, control);
}

function sameEverywhere(
  { code, parts, lead }: Answered,
  carrot: string,
  along: string,
  words: Written,
  { names }: AnswerContext,
): string {
  const t = answerTexts().head;
  const [top, bottom] = ends(parts);
  if (code === 'alike') return t.sameEverywhere(carrot, along);
  if (code !== 'yes' || !top || !bottom)
    return t.differsUnknown(carrot, along, words.size(lead.estimate));
  return t.differs(
    carrot,
    along,
    names.place(top.name),
    words.points(top.estimate),
    names.place(bottom.name),
    words.points(bottom.estimate),
  );
}

/** More levels than this are read in the table. */
const mostChoices = 6;

function carrotForCustomer(
  { code, parts }: Answered,
  along: string,
  gap: string,
  { names }: AnswerContext,
): string {
  const t: AnswerTexts = answerTexts();
  if (code === 'alike') return t.head.whichAlike(along);
  if (code !== 'yes') return t.head.whichUnknown(along, gap);
  const armOf = ({ name }: AnswerPart) => ('arm' in name && name.arm && names.arm(name.arm)) || '';
  const [first] = parts;
  if (first && !hasSeveralBest(parts)) return t.head.whichSame(along, armOf(first));
  const choices = parts.map((part) => t.head.choice(names.place(part.name), armOf(part)));
  const left = choices.length - mostChoices;
  const shown = left > 0 ? [...choices.slice(0, mostChoices), t.head.moreChoices(String(left))] : choices; // prettier-ignore
  return t.head.which(along, t.list(shown));
}

function by(
  { attribute }: { readonly attribute: number | null },
  { names }: AnswerContext,
): string {
  const t = answerTexts().head;
  return attribute === null
    ? t.byCell
    : t.byAttribute(names.attribute(attribute) ?? questionTexts().ask.goneAttribute);
}

/** The parts with the highest and the lowest estimate. */
function ends(parts: readonly AnswerPart[]): readonly [AnswerPart?, AnswerPart?] {
  const sorted = parts.toSorted((one, other) => other.estimate - one.estimate);
  return sorted.length > 1 ? [sorted[0], sorted.at(-1)] : [];
}
