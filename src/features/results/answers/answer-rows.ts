import type { Answered, AnswerPart, Answers } from '#core/results/answers/answer.ts';
import { answerTexts } from '#text/answers/answer-words.ts';
import { catalogue } from '#text/language.svelte.ts';
import type { TableExport } from '#ui/table-export.ts';
import type { AnswerLine } from './answer-lines.ts';
import type { AnswerNames } from './answer-names.ts';

/** A row of the analyst's table: a question with one of its parts. */
export interface AnswerRow {
  readonly id: string;
  readonly question: string;
  readonly isFirst: boolean;
  readonly what: string;
  readonly method: string;
  readonly answered: Answered;
  readonly part: AnswerPart;
}

/** The rows of the analyst's table: what is reported of every question, its largest difference first where it has parts. */
export function answerRows(
  lines: readonly AnswerLine[],
  names: AnswerNames,
  plain: (marked: string) => string,
): readonly AnswerRow[] {
  return lines.flatMap(({ answer, asked }) => {
    if (!answer.outcome.ok) return [];
    const answered = answer.outcome.value;
    const { question } = answer;
    const method = methodWords(answered, question);
    const reported =
      answered.form === 'joint' ? [answered.lead, ...answered.parts] : answered.parts;
    return reported.map((part, place) => ({
      id: reported.length > 1 ? `${question.id}|${place}` : question.id,
      question: plain(asked),
      isFirst: place === 0,
      what: plain(whatWords(part, question, names)),
      method,
      answered,
      part,
    }));
  });
}

type Question = AnswerLine['answer']['question'];

/** How a question was tested. */
export function methodWords({ form, degreesOfFreedom }: Answered, question: Question): string {
  const { methods } = answerTexts().table;
  if (form === 'joint') return methods.joint(String(degreesOfFreedom));
  if (question.kind === 'any-carrot') return methods[question.adjustment];
  return question.kind === 'trend' ? methods['one-sided'] : methods.single;
}

function whatWords({ name }: AnswerPart, question: Question, names: AnswerNames): string {
  const t = answerTexts().table;
  if (question.kind === 'carrot-versus-carrot')
    return `${names.arm(question.first) ?? ''} − ${names.arm(question.second) ?? ''}`;
  if (name.kind === 'whole') return question.kind === 'trend' ? t.perStep : t.whole;
  if (name.kind === 'arm') return names.arm(name.arm) ?? '';
  const place = names.place(name);
  const arm = 'arm' in name && name.arm !== null ? names.arm(name.arm) : null;
  return arm === null ? place : t.atLevel(place, arm);
}

/** The analyst's table to take along, at full precision. */
export function answersTable(rows: readonly AnswerRow[], answers: Answers): TableExport {
  const t = answerTexts().table;
  const { low, high } = catalogue().common.table;
  const header = [t.question, t.what, t.difference, low, high, t.method, t.statistic, t.pValue, t.adjusted, t.detectable, t.more, 'alpha']; // prettier-ignore
  const body = rows.map(({ question, what, method, answered, part }) => {
    const { code, form, statistic, pValue, pValueAdjusted, detectable, needed } = answered;
    return [
      question,
      what,
      part.estimate,
      part.interval.low,
      part.interval.high,
      method,
      statistic,
      pValue,
      form === 'joint' ? pValueAdjusted : part.pValue,
      detectable,
      code === 'cannot-tell' && needed.ok ? needed.value.more : null,
      answers.alpha,
    ];
  });
  return { rows: [header, ...body], headerRows: 1, headerColumns: 2 };
}
