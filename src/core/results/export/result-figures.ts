import type { Problem, Result } from '#core/result.ts';
import type { Answers } from '../answers/answer.ts';
import type { ExperimentTotals } from '../analysis.ts';
import type { ExperimentAnalysis } from '../reading.ts';

/** One number of a result at full precision. Places of arms count from 1 in the order of the totals. */
export interface ResultFigure {
  readonly figure: string;
  /** The arm that it is about, or the first of two; null for the whole experiment. */
  readonly arm: number | null;
  /** The arm that it is compared with. */
  readonly against: number | null;
  /** The question and its part, or the attribute, that it belongs to; '' where there is none. */
  readonly part: string;
  readonly value: number | null;
  /** Why there is no value, by its code. */
  readonly problem: string | null;
}

/**
 * All numbers of a result in one long table: arms, the rows that were left out by their reason, every carrot against the control (all customers together and within the
 * strata, response and money), carrots among themselves, attributes, and the answers to the plan's questions. What could not
 * be computed has no value and says why.
 * Example: the sample's point against control has the figure `difference` of 0.0766667.
 */
export function resultFigures(
  analysis: ExperimentAnalysis,
  answers: Answers | null,
  leftOut: ExperimentTotals['leftOut'],
): readonly ResultFigure[] {
  const place = (name: string): number => analysis.arms.findIndex((arm) => arm.name === name) + 1;
  const control = place(analysis.control);
  const figures = new Figures();
  for (const { name, customers, responders, response, money } of analysis.arms) {
    const own = figures.at(place(name), null, '');
    own.put('arm-size', customers);
    own.put('arm-conversions', responders);
    own.range('arm-rate', response, ({ share, interval }) => ({ value: share, interval }));
    if (money) own.range('arm-mean', money, ({ mean, interval }) => ({ value: mean, interval }));
  }
  for (const [reason, rows] of Object.entries(leftOut))
    figures.at(null, null, reason).put('rows-left-out', rows);
  figures.at(null, null, '').put('srm-p-value', analysis.sampleRatio, ({ pValue }) => pValue);
  for (const comparison of analysis.comparisons) {
    const own = figures.at(place(comparison.arm), control, '');
    const { response, pooled, deciding, stratified, money } = comparison;
    own.difference('difference', 'p-value', response);
    own.put('chi-square', pooled, ({ statistic }) => statistic);
    own.put('chi-square-p-value', pooled, ({ pValue }) => pValue);
    own.range('relative-lift', comparison.relativeLift, ({ lift, interval }) => ({ value: lift, interval })); // prettier-ignore
    own.difference('deciding-difference', 'deciding-p-value', deciding);
    if (stratified) {
      const { cochranMantelHaenszel: cmh, difference, homogeneity } = stratified;
      own.put('stratified-statistic', cmh, ({ statistic }) => statistic);
      own.put('stratified-p-value', cmh, ({ pValue }) => pValue);
      own.put('common-odds-ratio', cmh, ({ oddsRatio }) => oddsRatio);
      own.range('stratified-difference', difference, (found) => ({ value: found.difference, interval: found.interval })); // prettier-ignore
      own.put('homogeneity-p-value', homogeneity, ({ pValue }) => pValue);
    }
    if (money) own.difference('money-difference', 'money-p-value', money.difference);
  }
  for (const { first, second, response, pooled } of analysis.carrotPairs) {
    const own = figures.at(place(first), place(second), '');
    own.difference('difference', 'p-value', response);
    own.put('chi-square', pooled, ({ statistic }) => statistic);
  }
  for (const { attribute, test } of analysis.interactions) {
    const own = figures.at(null, null, attribute);
    own.put('interaction-p-value', test, ({ pValue }) => pValue);
    own.put('interaction-p-value-adjusted', test, ({ pValueAdjusted }) => pValueAdjusted);
  }
  for (const { question, outcome } of answers?.withheld === null ? answers.answers : [])
    figures.answer(question.id, outcome);
  return figures.all;
}

interface Estimate {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number };
}

class Figures {
  readonly all: ResultFigure[] = [];

  at(arm: number | null, against: number | null, part: string): FiguresOf {
    return new FiguresOf((figure, value, problem) =>
      this.all.push({ figure, arm, against, part, value, problem }),
    );
  }

  answer(question: string, outcome: Answers['answers'][number]['outcome']): void {
    const own = this.at(null, null, question);
    own.put('answer-statistic', outcome, ({ statistic }) => statistic);
    own.put('answer-p-value', outcome, ({ pValue }) => pValue);
    own.put('answer-p-value-adjusted', outcome, ({ pValueAdjusted }) => pValueAdjusted);
    own.put('answer-detectable', outcome, ({ detectable }) => detectable);
    if (!outcome.ok) return;
    const { parts, lead, form } = outcome.value;
    for (const [place, part] of (form === 'joint' ? [lead, ...parts] : parts).entries()) {
      const each = this.at(null, null, `${question}|${place}`);
      each.put('answer-difference', part.estimate);
      each.put('answer-difference-low', part.interval.low);
      each.put('answer-difference-high', part.interval.high);
    }
  }
}

class FiguresOf {
  readonly #add: (figure: string, value: number | null, problem: string | null) => void;

  constructor(add: (figure: string, value: number | null, problem: string | null) => void) {
    this.#add = add;
  }

  put(figure: string, value: number): void;
  put<Found>(
    figure: string,
    found: Result<Found, Problem>,
    valueOf: (found: Found) => number | null,
  ): void;
  put<Found>(
    figure: string,
    found: number | Result<Found, Problem>,
    valueOf?: (found: Found) => number | null,
  ): void {
    if (typeof found === 'number') return this.#add(figure, found, null);
    if (!found.ok) return this.#add(figure, null, found.problem.code);
    const value = valueOf?.(found.value) ?? null;
    this.#add(figure, value, value === null ? 'infinite' : null);
  }

  range<Found>(
    figure: string,
    found: Result<Found, Problem>,
    estimateOf: (found: Found) => Estimate,
  ): void {
    this.put(figure, found, (each) => estimateOf(each).value);
    if (!found.ok) return;
    const { low, high } = estimateOf(found.value).interval;
    this.put(`${figure}-low`, low);
    this.put(`${figure}-high`, high);
  }

  difference(
    figure: string,
    pName: string,
    found: Result<
      {
        difference: number;
        interval: Estimate['interval'];
        pValue: number;
        pValueAdjusted: number;
      },
      Problem
    >,
  ): void {
    this.range(figure, found, ({ difference, interval }) => ({ value: difference, interval }));
    if (!found.ok) return;
    this.put(pName, found.value.pValue);
    this.put(`${pName}-adjusted`, found.value.pValueAdjusted);
  }
}
