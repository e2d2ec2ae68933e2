import type { Question } from '../../design/questions/question.ts';
import type { AnswerCode, AnswerPart, AnswerStep } from './answer.ts';
import type { TestedQuestion } from './answer-question.ts';

/** What a verdict on one question is made from. */
export interface JudgedAnswer {
  readonly question: Question;
  readonly tested: Pick<TestedQuestion, 'isAlike' | 'isTooFew' | 'needed'>;
  readonly parts: readonly AnswerPart[];
  readonly lead: AnswerPart;
  readonly pValueAdjusted: number;
  readonly alpha: number;
}

/** The parts that are clear by themselves: below alpha and on this side of 0. */
export function clearParts(
  parts: readonly AnswerPart[],
  alpha: number,
  side: 'above' | 'below',
): readonly AnswerPart[] {
  return parts.filter(
    ({ pValue, estimate }) =>
      pValue !== null && pValue < alpha && (side === 'above' ? estimate > 0 : estimate < 0),
  );
}

/**
 * What the data say to a question. Too few responses come before everything, then what is within the margin, then the test.
 * Example: an adjusted p-value of 0.2 is `cannot-tell`, never "no difference".
 */
export function answerCode({
  question,
  tested,
  parts,
  lead,
  pValueAdjusted,
  alpha,
}: JudgedAnswer): AnswerCode {
  if (tested.isTooFew) return 'too-few';
  if (tested.isAlike) return 'alike';
  switch (question.kind) {
    case 'any-carrot':
    case 'carrot-versus-holdout':
      if (clearParts(parts, alpha, 'above').length > 0) return 'yes';
      return clearParts(parts, alpha, 'below').length > 0 ? 'opposite' : 'cannot-tell';
    case 'trend':
      if (pValueAdjusted < alpha) return 'yes';
      // The interval of the one-sided question is wholly below 0.
      return lead.interval.high < 0 ? 'opposite' : 'cannot-tell';
    default:
      return pValueAdjusted < alpha ? 'yes' : 'cannot-tell';
  }
}

/** Beyond so many times the customers nobody repeats an experiment. */
const worthRepeating = 10;

/** What to do about it. `code`: the answer's. Example: an effect that differs by points calls for `by-level`. */
export function answerStep(judged: JudgedAnswer, code: AnswerCode): AnswerStep {
  const { question, tested, parts, lead, alpha } = judged;
  const { needed } = tested;
  if (code === 'too-few') return 'enlarge';
  if (code === 'cannot-tell') {
    if (question.kind === 'same-everywhere' || question.kind === 'carrot-for-customer')
      return 'one-for-all';
    if (question.kind === 'additive') return 'choose-apart';
    return needed.ok && needed.value.factor <= worthRepeating ? 'enlarge' : 'decide-by-cost';
  }
  switch (question.kind) {
    case 'any-carrot': {
      if (code === 'opposite') return 'stop';
      if (code === 'alike') return 'take-cheaper';
      const better = clearParts(parts, alpha, 'above');
      if (better.length > 1) return 'choose-by-cost';
      return better[0]?.money?.direction === 'loss' ? 'weigh-money' : 'roll-out';
    }
    case 'carrot-versus-holdout':
      if (code === 'opposite') return 'stop';
      if (code === 'alike') return 'take-cheaper';
      return lead.money?.direction === 'loss' ? 'weigh-money' : 'roll-out';
    case 'carrot-versus-carrot': {
      if (code === 'alike') return 'take-cheaper';
      // Money is of the first less the second carrot, whichever is ahead.
      const losing = lead.estimate > 0 ? 'loss' : 'gain';
      return lead.money?.direction === losing ? 'weigh-money' : 'roll-out';
    }
    case 'same-everywhere':
      return code === 'alike' ? 'one-for-all' : 'by-level';
    case 'carrot-for-customer':
      return code === 'yes' && hasSeveralBest(parts) ? 'by-level' : 'one-for-all';
    case 'trend':
      return code === 'yes' ? 'start-at-top' : code === 'alike' ? 'one-for-all' : 'rethink';
    case 'main-effect':
      return code === 'yes' ? 'use-level' : 'take-cheaper';
    case 'additive':
      return code === 'yes' ? 'choose-together' : 'choose-apart';
  }
}

/** Whether different levels have different best carrots. */
export function hasSeveralBest(parts: readonly AnswerPart[]): boolean {
  return new Set(parts.map(({ name }) => ('arm' in name ? name.arm : null))).size > 1;
}
