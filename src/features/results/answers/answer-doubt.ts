import type { Answered, AnswerPart } from '#core/results/answers/answer.ts';
import { clearParts } from '#core/results/answers/answer-code.ts';
import type { Question } from '#core/design/questions/question.ts';
import { answerTexts } from '#text/answers/answer-words.ts';
import type { AnswerContext } from './answer-sentence.ts';
import type { Written } from './written.ts';

/** What the answer is in money per customer; '' without money. */
export function moneyWords(
  question: Question,
  answered: Answered,
  alpha: number,
  context: AnswerContext,
  words: Written,
): string {
  const { code, lead } = answered;
  const t = answerTexts().money;
  if (code === 'too-few') return '';
  switch (question.kind) {
    case 'any-carrot': {
      const told = toldPart(answered, alpha);
      return ofArm(told, code, nameOf(told, context), words);
    }
    case 'carrot-versus-holdout':
      return ofArm(lead, code, context.names.arm(question.carrot) ?? '', words);
    case 'carrot-versus-carrot': {
      // The sentence speaks of whichever carrot is ahead, the estimate of the first.
      const isTurned = lead.estimate < 0;
      const ahead = context.names.arm(isTurned ? question.second : question.first) ?? '';
      return ofArm(isTurned ? turned(lead) : lead, code, ahead, words);
    }
    case 'trend':
    case 'same-everywhere':
    case 'carrot-for-customer':
    case 'main-effect':
    case 'additive': {
      if (!lead.money) return '';
      const { estimate, interval, direction } = lead.money;
      const isStep = question.kind === 'trend';
      // Of a difference that is not told the money is not told either.
      const isClear = direction !== 'unclear' && code === 'yes';
      const say = isStep
        ? isClear
          ? t.stepClear
          : t.stepUnclear
        : isClear
          ? t.gapClear
          : t.gapUnclear;
      return say(words.money(estimate), words.money(interval.low), words.money(interval.high));
    }
  }
}

function ofArm(
  { money, estimate }: AnswerPart,
  code: Answered['code'],
  arm: string,
  words: Written,
): string {
  if (!money) return '';
  const t = answerTexts().money;
  const say =
    money.direction === 'unclear'
      ? t.unclear
      : money.direction === 'gain'
        ? t.gain
        : code === 'yes' || estimate > 0
          ? t.loss
          : t.alsoLoss;
  return say(
    arm,
    words.money(money.estimate),
    words.money(money.interval.low),
    words.money(money.interval.high),
  );
}

/** The same comparison from the other side. */
function turned(part: AnswerPart): AnswerPart {
  const turn = ({ low, high }: AnswerPart['interval']) => ({ low: -high, high: -low });
  return {
    ...part,
    estimate: -part.estimate,
    interval: turn(part.interval),
    money: part.money && {
      estimate: -part.money.estimate,
      interval: turn(part.money.interval),
      direction: ({ gain: 'loss', loss: 'gain', unclear: 'unclear' } as const)[
        part.money.direction
      ],
    },
  };
}

/** How sure it is, and what it would take where it is not. */
export function doubtWords(
  question: Question,
  answered: Answered,
  alpha: number,
  { margin, power }: AnswerContext,
  words: Written,
): string {
  const { code, form, lead, pValueAdjusted, confidenceShare, detectable, needed } = answered;
  const t = answerTexts().doubt;
  const reach = t.detectable(words.size(detectable), words.share(power));
  if (code === 'too-few') return reach;
  const within = code === 'alike' && margin !== null ? t.within(words.size(margin)) : '';
  const isOpen = code === 'cannot-tell';
  const told =
    question.kind === 'any-carrot'
      ? toldPart(answered, alpha)
      : question.kind === 'carrot-versus-carrot' && lead.estimate < 0
        ? turned(lead)
        : lead;
  const sure =
    form === 'joint'
      ? code === 'yes'
        ? t.joint(words.pValue(pValueAdjusted))
        : t.noProof(words.pValue(pValueAdjusted))
      : t.interval(
          words.points(told.interval.low),
          words.points(told.interval.high),
          words.share(confidenceShare),
          words.pValue(told.pValue ?? pValueAdjusted),
        );
  return [within, sure, isOpen ? reach : '', isOpen ? takes() : ''].filter(Boolean).join(' ');

  function takes(): string {
    return needed.ok
      ? t.more(words.count(needed.value.more), words.times(needed.value.factor))
      : t.nothing;
  }
}

function nameOf({ name }: AnswerPart, { names }: AnswerContext): string {
  return ('arm' in name && name.arm && names.arm(name.arm)) || '';
}

/** The carrot that the headline speaks of first: a clear one before one that only looks better. */
function toldPart({ code, parts, lead }: Answered, alpha: number): AnswerPart {
  if (code === 'yes') return clearParts(parts, alpha, 'above')[0] ?? lead;
  if (code === 'opposite') return clearParts(parts, alpha, 'below')[0] ?? lead;
  return parts[0] ?? lead;
}
