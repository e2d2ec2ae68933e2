import type { Answer, Answers } from '#core/results/answers/answer.ts';
import { askWords } from '#text/questions/ask-words.ts';
import { questionTexts } from '#text/questions/question-words.ts';
import type { AnswerContext, AnswerSentence } from './answer-sentence.ts';
import { answerSentence } from './answer-sentence.ts';

/** A question with its answer in words. */
export interface AnswerLine {
  readonly answer: Answer;
  /** As a marketer asks it, with the cells that it was given where it was given some. */
  readonly asked: string;
  readonly sentence: AnswerSentence;
}

/** Every question with its answer in words; none while an alarm withholds them. `cells`: how many the plan has. */
export function answerLines(
  { answers, withheld }: Answers,
  context: AnswerContext,
  cells: number,
): readonly AnswerLine[] {
  if (withheld !== null) return [];
  return answers.map((answer) => ({
    answer,
    asked: askedWords(answer, context, cells),
    sentence: answerSentence(answer, context),
  }));
}

function askedWords({ question }: Answer, { names }: AnswerContext, cells: number): string {
  const t = questionTexts();
  const words = askWords(question, names);
  const within = question.within ?? [];
  // Without cells of its own a question is about all that have customers of every arm.
  if (within.length === 0 || within.length > cells / 2) return words;
  const [first] = within;
  return t.inCells(
    words,
    within.length <= 3
      ? t.within(within.map(names.cell).join(', '))
      : t.withinMany(String(within.length), names.cell(first ?? 0)),
  );
}
