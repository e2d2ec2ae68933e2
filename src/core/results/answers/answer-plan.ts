import { succeed, type Problem, type Result } from '#core/result.ts';
import { adjustBonferroni, adjustHolm } from '#core/stats/multiplicity/adjusted-p-values.ts';
import { plannedQuestions } from '../../design/questions/judge-plan.ts';
import type { FamilyRule } from '../../design/questions/question-families.ts';
import type { Question } from '../../design/questions/question.ts';
import type { ExperimentTotals } from '../analysis.ts';
import type { Answer, Answered, AnswerPart, Answers } from './answer.ts';
import { answerCode, answerStep } from './answer-code.ts';
import { askData, type TestedQuestion } from './answer-question.ts';
import { answeringFrame, type AnsweringFrame, type AnsweringPlan } from './answering-frame.ts';

/** An alarm about how far a result can be trusted, as much of it as the answers need. */
export interface AnswerAlarm {
  readonly code: string;
  /** `stop`: the result is not to be read. */
  readonly severity: 'stop' | 'doubt' | 'note';
}

/**
 * Every question that the experiment was planned with and what the data say to it, tested as planned and adjusted as
 * declared. An alarm with `stop` withholds all answers, whatever the data say.
 * `totals`: counts and sums by stratum and arm; `plan`: how they were read.
 * Refuses `control-not-found`, `nobody-in-control`, `too-many-levels`; every answer has refusals of its own.
 * Source: the questions of the plan (`core/design/questions`); Holm (1979) and Dunn (1961) for the family.
 * Example: the bundled sample: COUPON beats none by 0.062064 over the whole list, Dunnett's p 6.0055e-6.
 */
export function answerPlan(
  totals: ExperimentTotals,
  plan: AnsweringPlan,
  alarms: readonly AnswerAlarm[] = [],
): Result<Answers, Problem> {
  const framed = answeringFrame(totals, plan);
  if (!framed.ok) return framed;
  const answering = framed.value;
  const { questionPlan, power } = answering.design;
  const { alpha } = power;
  const planned = plannedQuestions(answering.design, answering.frame);
  const tested = planned.map(({ question, alpha: limitAlpha }) => ({
    question,
    result: askData(
      answering,
      question,
      { alpha, limitAlpha, power: questionPlan.power },
      plan.margin,
    ),
  }));
  const family = adjustFamily(
    tested.map(({ result }) => (result.ok ? result.value.test.pValue : null)),
    questionPlan.multiplicity,
  );
  return succeed({
    answers: tested.map(({ question, result }, place): Answer => {
      if (!result.ok) return { question, alpha, outcome: result };
      const adjusted = family[place] ?? { pValue: 1, factor: 1 };
      return {
        question,
        alpha,
        outcome: succeed(conclude(answering, question, result.value, adjusted, alpha)),
      };
    }),
    alpha,
    power: questionPlan.power,
    rule: questionPlan.multiplicity,
    weighting: answering.weighting,
    isStandard: questionPlan.asked === null,
    withheld: alarms.find(({ severity }) => severity === 'stop')?.code ?? null,
  });
}

interface FamilyPValue {
  readonly pValue: number;
  /** What a p-value within the question is multiplied by. */
  readonly factor: number;
}

/** The p-values of all questions that could be asked, adjusted by the declared rule; null where there was none. */
function adjustFamily(
  pValues: readonly (number | null)[],
  rule: FamilyRule,
): readonly (FamilyPValue | null)[] {
  const asked = pValues.filter((pValue) => pValue !== null);
  const adjusted =
    rule === 'holm' ? adjustHolm(asked) : rule === 'bonferroni' ? adjustBonferroni(asked) : asked;
  const order = asked.toSorted((one, other) => one - other);
  let place = 0;
  return pValues.map((pValue) => {
    if (pValue === null) return null;
    const factor =
      rule === 'none'
        ? 1
        : rule === 'bonferroni'
          ? asked.length
          : asked.length - order.indexOf(pValue);
    return { pValue: adjusted[place++] ?? 1, factor };
  });
}

function conclude(
  answering: AnsweringFrame,
  question: Question,
  tested: TestedQuestion,
  { pValue: pValueAdjusted, factor }: FamilyPValue,
  alpha: number,
): Answered {
  const { contrasts, test, needed, detectable } = tested;
  // A carrot's p-value is never below that of its question.
  const withFamily = (part: AnswerPart): AnswerPart => ({
    ...part,
    pValue:
      part.pValue === null ? null : Math.max(pValueAdjusted, Math.min(1, part.pValue * factor)),
  });
  const parts = tested.parts.map(withFamily);
  const lead = withFamily(tested.lead);
  const judged = { question, tested, parts, lead, pValueAdjusted, alpha };
  const code = answerCode(judged);
  return {
    code,
    step: answerStep(judged, code),
    form: contrasts.form,
    statistic: test.statistic,
    degreesOfFreedom: test.degreesOfFreedom,
    pValue: test.pValue,
    pValueAdjusted,
    confidenceShare: test.confidenceShare,
    parts,
    lead,
    detectable,
    needed,
  };
}
