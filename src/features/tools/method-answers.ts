import type { Result } from '#core/result.ts';
import type { Interval } from '#core/stats/interval.ts';
import { testMeans } from '#core/stats/means/mean-test.ts';
import type { ArmMean } from '#core/stats/means/mean-interval.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import {
  agrestiCaffoInterval,
  newcombeInterval,
  waldDifferenceInterval,
} from '#core/stats/proportions/difference-intervals.ts';
import { fisherExactTest } from '#core/stats/proportions/fisher-exact.ts';
import { woolfInterval } from '#core/stats/proportions/log-intervals.ts';
import { scoreOddsRatio } from '#core/stats/proportions/odds-ratio-score.ts';
import {
  compareProportions,
  pooledChiSquare,
} from '#core/stats/proportions/proportion-difference.ts';
import { gTest } from '#core/stats/proportions/contingency-table.ts';
import { yatesChiSquare } from '#core/stats/proportions/yates-chi-square.ts';
import { boschlooPValue } from './boschloo-memory.ts';
import { mapped, nothingToCompare } from './compared-arms.ts';
import { armCounts, armMean, type SignificanceInputs } from './significance-address.ts';

export type ShareAnswer =
  'score' | 'boschloo' | 'fisher' | 'pooled-z' | 'yates' | 'g' | 'newcombe' | 'agresti-caffo';
export type MeanAnswer = 'welch' | 'student';

/** What one method says of two arms; null where it does not ask that question at all. */
export interface MethodAnswer<Method extends string> {
  readonly method: Method;
  readonly pValue: Result<number> | null;
  readonly interval: Result<Interval> | null;
}

/** What every method says of one arm against the control; null where one of them cannot be read. */
export function otherMethods(inputs: SignificanceInputs, place = 1) {
  const [one = [], control = []] = [inputs.arms[place], inputs.arms[0]];
  const confidence = 1 - inputs.alpha;
  if (inputs.metric === 'rate') {
    const [treated, others] = [armCounts(one), armCounts(control)];
    if ('problem' in treated || 'problem' in others) return null;
    return {
      methods: shareAnswers(treated, others, confidence),
      odds: oddsRatioAnswers(treated, others, confidence),
    };
  }
  const [treated, others] = [armMean(one), armMean(control)];
  if ('problem' in treated || 'problem' in others) return null;
  return { methods: meanAnswers(treated, others, confidence), odds: [] };
}

/** What every method says of two response shares. */
function shareAnswers(
  arm: ArmCounts,
  control: ArmCounts,
  confidence: number,
): readonly MethodAnswer<ShareAnswer>[] {
  const score = compareProportions(arm, control, confidence);
  const nothing = nothingToCompare(arm, control);
  const pValueOf = (result: Result<{ readonly pValue: number }>) =>
    nothing ?? mapped(result, ({ pValue }) => pValue);
  return [
    {
      method: 'score',
      pValue: pValueOf(score),
      interval: mapped(score, ({ interval }) => interval),
    },
    { method: 'boschloo', pValue: nothing ?? boschlooPValue(arm, control), interval: null },
    { method: 'fisher', pValue: pValueOf(fisherExactTest(arm, control)), interval: null },
    {
      method: 'pooled-z',
      pValue: pValueOf(pooledChiSquare(arm, control)),
      interval: waldDifferenceInterval(arm, control, confidence),
    },
    { method: 'yates', pValue: pValueOf(yatesChiSquare(arm, control)), interval: null },
    {
      method: 'g',
      pValue: pValueOf(
        gTest([arm, control].map(({ events, trials }) => [events, trials - events])),
      ),
      interval: null,
    },
    { method: 'newcombe', pValue: null, interval: newcombeInterval(arm, control, confidence) },
    {
      method: 'agresti-caffo',
      pValue: null,
      interval: agrestiCaffoInterval(arm, control, confidence),
    },
  ];
}

/** What both t tests say of two means. */
function meanAnswers(
  arm: ArmMean,
  control: ArmMean,
  confidenceShare: number,
): readonly MethodAnswer<MeanAnswer>[] {
  return (['welch', 'student'] as const).map((method) => {
    const variance = method === 'student' ? 'pooled' : 'own';
    const test = testMeans(arm, control, { variance, confidenceShare });
    return {
      method,
      pValue: mapped(test, ({ pValue }) => pValue),
      interval: mapped(test, ({ interval }) => interval),
    };
  });
}

export type OddsAnswer = 'score' | 'woolf' | 'conditional';

/** An odds ratio by one method; an end that is not there is null. */
export interface OddsRatioAnswer {
  readonly method: OddsAnswer;
  readonly answer: Result<{
    readonly ratio: number | null;
    readonly low: number;
    readonly high: number | null;
  }>;
}

/** The odds ratio of two response shares by three methods. */
function oddsRatioAnswers(
  arm: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): readonly OddsRatioAnswer[] {
  const nothing = nothingToCompare(arm, control);
  const sample =
    (arm.events * (control.trials - control.events)) / ((arm.trials - arm.events) * control.events);
  return [
    {
      method: 'score',
      answer:
        nothing ??
        mapped(scoreOddsRatio(arm, control, confidenceShare), ({ oddsRatio: ratio, interval }) => ({
          ratio,
          ...interval,
        })),
    },
    {
      method: 'woolf',
      answer:
        nothing ??
        mapped(woolfInterval(arm, control, confidenceShare), (interval) => ({
          ratio: sample,
          ...interval,
        })),
    },
    {
      method: 'conditional',
      answer:
        nothing ??
        mapped(
          fisherExactTest(arm, control, { confidenceShare }),
          ({ oddsRatio: ratio, interval }) => ({ ratio, ...interval }),
        ),
    },
  ];
}
