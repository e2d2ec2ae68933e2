import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalUpperQuantile } from '#core/stats/distributions/normal-distribution.ts';
import { neededNoncentrality } from '#core/stats/power/hypothesis-power.ts';
import { contrastSpread, emptyGroups } from '../../design/questions/contrast-spread.ts';
import type { Contrast } from '../../design/questions/contrast.ts';
import {
  questionContrasts,
  type QuestionContrasts,
} from '../../design/questions/question-contrasts.ts';
import type { Question } from '../../design/questions/question.ts';
import type { AnswerPart, MoreNeeded } from './answer.ts';
import { answerParts, type NamedContrast } from './answer-parts.ts';
import type { AnsweringFrame } from './answering-frame.ts';
import { around, estimateContrast, estimateMoney } from './contrast-estimate.ts';
import { testQuestion, type QuestionTestResult } from './question-test-result.ts';

/** How a question is tested: its own alpha, what the family's rule leaves of it, and the power that was wanted. */
export interface AnsweringRule {
  readonly alpha: number;
  readonly limitAlpha: number;
  readonly power: number;
}

/** A question tested by itself, before the family of questions is looked at. */
export interface TestedQuestion {
  readonly contrasts: QuestionContrasts;
  readonly test: QuestionTestResult;
  /** p-values adjusted among the carrots only. */
  readonly parts: readonly AnswerPart[];
  readonly lead: AnswerPart;
  readonly detectable: number;
  readonly needed: Result<MoreNeeded, Problem>;
  /** Whether every difference asked about is within the margin. */
  readonly isAlike: boolean;
  readonly isTooFew: boolean;
}

/** Below so many responses among all who answer a question, the planned method is not to be trusted. */
const fewestResponses = 10;

/**
 * Tests one question of the plan on what was observed.
 * `margin`: differences up to it count as none, in shares, or null; two one-sided tests at the question's own alpha say so
 * (all differences must pass).
 * Refuses what `questionContrasts` refuses, `empty-groups` and `no-variation`.
 * Source: see `testQuestion`; Schuirmann (1987) and Berger (1982) for what is alike.
 */
export function askData(
  answering: AnsweringFrame,
  question: Question,
  rule: AnsweringRule,
  margin: number | null,
): Result<TestedQuestion, Problem> {
  const { frame, groups, money, weighting } = answering;
  const contrasts = questionContrasts(frame, question, weighting);
  if (!contrasts.ok) return contrasts;
  const { rows, gaps, form } = contrasts.value;
  const empty = emptyGroups(rows, groups);
  if (empty.length > 0) return refuse({ code: 'empty-groups', groups: empty });
  const adjustment = question.kind === 'any-carrot' ? question.adjustment : 'none';
  const tested = testQuestion(contrasts.value, groups, adjustment, rule);
  if (!tested.ok) return tested;
  const test = tested.value;
  const named = answerParts(answering, question, rows);
  // By itself a level is no test: its interval is that of one estimate.
  const partErrors = form === 'joint' ? normalUpperQuantile(rule.alpha / 2) : test.errors;
  const parts = named.map(({ name, contrast }, place) => ({
    name,
    ...part(contrast, partErrors, test.rowPValues[place] ?? null),
  }));
  const widest = largestGap(gaps, groups);
  const lead: AnswerPart =
    form === 'joint'
      ? { name: { kind: 'whole' }, ...part(widest, test.errors, null) }
      : (parts[form === 'single' ? 0 : strongest(parts)] ?? noPart);
  return succeed({
    contrasts: contrasts.value,
    test,
    parts: form === 'many-to-one' ? parts.toSorted(byEstimate) : parts,
    lead,
    ...whatItTakes(answering, contrasts.value, test, rule),
    isAlike:
      margin !== null &&
      gaps.every((gap) => {
        const spread = estimateContrast(gap, groups);
        const { low, high } = around(spread, normalUpperQuantile(rule.limitAlpha));
        return low > -margin && high < margin;
      }),
    isTooFew: isTooFew(answering, rows, named),
  });

  function part(
    contrast: Contrast,
    errors: number,
    pValue: number | null,
  ): Omit<AnswerPart, 'name'> {
    const spread = estimateContrast(contrast, groups);
    return {
      estimate: spread.estimate,
      interval: around(spread, errors),
      pValue,
      money: estimateMoney(contrast, money, test.confidenceShare),
    };
  }
}

const noPart: AnswerPart = {
  name: { kind: 'whole' },
  estimate: 0,
  interval: { low: 0, high: 0 },
  pValue: null,
  money: null,
};

const byEstimate = (one: AnswerPart, other: AnswerPart): number => other.estimate - one.estimate;

/** The part that is furthest above 0. */
function strongest(parts: readonly AnswerPart[]): number {
  return parts.reduce(
    (best, { estimate }, place) =>
      estimate > (parts[best]?.estimate ?? Number.NEGATIVE_INFINITY) ? place : best,
    0,
  );
}

/** The widest gap, turned so that it is above 0: which way round it is written says nothing. */
function largestGap(gaps: readonly Contrast[], groups: AnsweringFrame['groups']): Contrast {
  const sizes = gaps.map((gap) => estimateContrast(gap, groups).estimate);
  const place = sizes.reduce(
    (best, size, each) => (Math.abs(size) > Math.abs(sizes[best] ?? 0) ? each : best),
    0,
  );
  const sign = (sizes[place] ?? 0) < 0 ? -1 : 1;
  return (gaps[place] ?? []).map((weight) => sign * weight);
}

function whatItTakes(
  { groups }: AnsweringFrame,
  { form, rows, gaps, oneSided }: QuestionContrasts,
  test: QuestionTestResult,
  { limitAlpha, power }: AnsweringRule,
): Pick<TestedQuestion, 'detectable' | 'needed'> {
  const involved = groups.reduce(
    (sum, { size }, place) => sum + (rows.some((row) => (row[place] ?? 0) !== 0) ? size : 0),
    0,
  );
  const spreads = gaps.map((gap) => contrastSpread(gap, groups));
  const reach = test.limit + normalUpperQuantile(1 - power);
  const wanted =
    form === 'joint'
      ? neededNoncentrality({ degreesOfFreedom: rows.length, alpha: limitAlpha, power })
      : succeed(reach ** 2);
  if (!wanted.ok) return { detectable: reach * Math.max(...spreads), needed: wanted };
  // A chi-square is as large as its degrees of freedom by chance alone: only what is beyond tells of a difference.
  const seen =
    form === 'joint'
      ? test.statistic - test.degreesOfFreedom
      : oneSided && test.statistic < 0
        ? 0
        : test.statistic ** 2;
  const factor = wanted.value / seen;
  const needed: Result<MoreNeeded, Problem> =
    seen > 0 && factor < mostTimes
      ? succeed({ involved, factor, more: Math.max(0, Math.ceil(involved * (factor - 1))) })
      : refuse({ code: 'nothing-to-find' });
  return { detectable: Math.sqrt(wanted.value) * Math.max(...spreads), needed };
}

/** Beyond so many times the customers the difference that was seen is as good as none. */
const mostTimes = 1000;

function isTooFew(
  { groups }: AnsweringFrame,
  rows: readonly Contrast[],
  named: readonly NamedContrast[],
): boolean {
  let responses = 0;
  let others = 0;
  for (const [place, { mean, size }] of groups.entries()) {
    if (!rows.some((row) => (row[place] ?? 0) !== 0)) continue;
    responses += mean * size;
    others += (1 - mean) * size;
  }
  // A mean that nobody (or everybody) brought about has no observed variance: the test would take it for certain.
  return (
    Math.round(responses) < fewestResponses ||
    Math.round(others) < fewestResponses ||
    named.some(({ means }) => means.some((mean) => !(contrastSpread(mean, groups) > 0)))
  );
}
