import type { Problem, Result } from '#core/result.ts';
import type { CellWeighting, Question } from '../../design/questions/question.ts';
import type { FamilyRule } from '../../design/questions/question-families.ts';
import type { Interval } from '../../stats/interval.ts';
import type { MoneyEstimate } from './contrast-estimate.ts';

/** What a part of an answer is about. Arms, factors and their levels by their ids; levels of attributes by their names. */
export type PartName =
  | { readonly kind: 'arm'; readonly arm: string }
  | { readonly kind: 'level'; readonly level: string; readonly arm: string | null }
  | { readonly kind: 'cell'; readonly cell: number; readonly arm: string | null }
  | { readonly kind: 'factor-level'; readonly factor: string; readonly level: string }
  | { readonly kind: 'whole' };

/**
 * One comparison, or one mean, in an answer, in shares. Of `any-carrot` and pairs of arms: the difference. Of
 * `same-everywhere`: the carrot's effect at a level. Of `carrot-for-customer`: by how much the best carrot of a level
 * leads the next. Of `main-effect`: the response at a level of the factor. Of a trend: the change per step.
 */
export interface AnswerPart {
  readonly name: PartName;
  readonly estimate: number;
  readonly interval: Interval;
  /** Adjusted for the carrots and for the family of questions; null where only all parts together are tested. */
  readonly pValue: number | null;
  readonly money: MoneyEstimate | null;
}

/**
 * What the data say to a question.
 * - `yes`: it is as the question asks (a carrot is better, the effect differs, the factor matters).
 * - `opposite`: beyond chance the other way: the carrot does worse, the trend runs backwards.
 * - `alike`: whatever difference there is, it is within the margin that counts as none.
 * - `cannot-tell`: neither. `too-few`: too few responses to use the planned method at all.
 */
export const answerCodes = ['yes', 'opposite', 'alike', 'cannot-tell', 'too-few'] as const;
export type AnswerCode = (typeof answerCodes)[number];

/** What to do about an answer. */
export const answerSteps = [
  'roll-out',
  'choose-by-cost',
  'weigh-money',
  'stop',
  'take-cheaper',
  'by-level',
  'one-for-all',
  'start-at-top',
  'rethink',
  'use-level',
  'choose-together',
  'choose-apart',
  'enlarge',
  'decide-by-cost',
] as const;
export type AnswerStep = (typeof answerSteps)[number];

/** What it would take to tell, if the truth is as it looks. */
export interface MoreNeeded {
  /** Customers in the groups that answer the question. */
  readonly involved: number;
  /** How many more of them, at the same proportions. */
  readonly more: number;
  /** All of them over those there were. */
  readonly factor: number;
}

/** An answer that could be reckoned. */
export interface Answered {
  readonly code: AnswerCode;
  readonly step: AnswerStep;
  readonly form: 'single' | 'many-to-one' | 'joint';
  /** A z value (of many to one: the largest), or a chi-square of a joint test. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Of this question by itself; adjusted among the carrots of a many-to-one question. */
  readonly pValue: number;
  /** Adjusted for the family of questions as declared. */
  readonly pValueAdjusted: number;
  /** Of the intervals. One-sided questions have the interval that leaves out 0 when they are answered. */
  readonly confidenceShare: number;
  /** What is reported, the most telling first. */
  readonly parts: readonly AnswerPart[];
  /** The largest difference asked about; of a joint question with Scheffé's interval. */
  readonly lead: AnswerPart;
  /** The smallest difference that would have been found with the planned power. */
  readonly detectable: number;
  /** Refused with `nothing-to-find` where the data look as if there were no difference at all. */
  readonly needed: Result<MoreNeeded, Problem>;
}

/** A question with what came of it. */
export interface Answer {
  readonly question: Question;
  /** The false-alarm chance of the plan, which adjusted p-values are held against. */
  readonly alpha: number;
  /** Why it cannot be answered, where it cannot: the plan has not got what it asks about, or nobody was read there. */
  readonly outcome: Result<Answered, Problem>;
}

/** All questions of an experiment with their answers. */
export interface Answers {
  readonly answers: readonly Answer[];
  readonly alpha: number;
  readonly power: number;
  readonly rule: FamilyRule;
  readonly weighting: CellWeighting;
  /** Whether they are the standard questions: the plan has none of its own. */
  readonly isStandard: boolean;
  /** An alarm that says not to read the result: no answer may be shown then. Null where there is none. */
  readonly withheld: string | null;
}
