import type { Looks } from '../design/looks.ts';
import type { QuestionPlan } from '../design/questions/question-plan.ts';
import type { Question, TrendDirection } from '../design/questions/question.ts';
import {
  count,
  listOf,
  number,
  oneOf,
  optional,
  orNull,
  pairOf,
  record,
  text,
  variants,
} from './shape.ts';

const any = { id: text, within: optional(listOf(count)) };

/** The shape of a question. Whether its arms and attributes are there is for those who ask it. */
export const question = variants<Question>('kind', {
  'any-carrot': record({
    ...any,
    kind: oneOf(['any-carrot']),
    adjustment: oneOf(['dunnett', 'holm', 'none']),
  }),
  'carrot-versus-holdout': record({
    ...any,
    kind: oneOf(['carrot-versus-holdout']),
    carrot: text,
  }),
  'carrot-versus-carrot': record({
    ...any,
    kind: oneOf(['carrot-versus-carrot']),
    first: text,
    second: text,
  }),
  'same-everywhere': record({
    ...any,
    kind: oneOf(['same-everywhere']),
    carrot: orNull(text),
    attribute: orNull(count),
  }),
  'carrot-for-customer': record({
    ...any,
    kind: oneOf(['carrot-for-customer']),
    attribute: orNull(count),
  }),
  trend: record({
    ...any,
    kind: oneOf(['trend']),
    outcome: oneOf(['response', 'effect']),
    carrot: orNull(text),
    directions: listOf(
      record<TrendDirection>({
        attribute: count,
        direction: oneOf(['rising', 'falling']),
        scores: optional(listOf(number)),
      }),
    ),
  }),
  'main-effect': record({ ...any, kind: oneOf(['main-effect']), factor: text }),
  additive: record({ ...any, kind: oneOf(['additive']), factors: pairOf(text) }),
});

/** The shape of how often a result is looked at. */
export const looksShape = variants<Looks>('kind', {
  once: record({ kind: oneOf(['once']) }),
  'any-time': record({ kind: oneOf(['any-time']) }),
  planned: record({ kind: oneOf(['planned']), looks: count }),
});

/** The shape of what an experiment shall answer. */
export const questionPlan = record<QuestionPlan>({
  asked: orNull(listOf(question)),
  multiplicity: oneOf(['none', 'bonferroni', 'holm']),
  power: number,
});
