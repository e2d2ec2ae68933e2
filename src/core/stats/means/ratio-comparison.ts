import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalQuantile, normalTwoSided } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import type { PairSums } from './pair-sums.ts';
import { deltaOf, normalInterval, ratioProblem, type RatioCaution } from './ratio-metric.ts';

/** Two ratios compared, in the unit of the ratio. */
export interface RatioComparison {
  readonly method: 'delta';
  readonly treatmentRatio: number;
  readonly controlRatio: number;
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly statistic: number;
  readonly pValue: number;
  /** The more serious one of the two arms. */
  readonly caution: RatioCaution;
}

/**
 * By how much a ratio of sums (revenue per order, say) differs between the treated customers and the control's.
 * Arguments as in `ratioOfSums`, for each arm.
 * Refuses what `ratioOfSums` refuses, with its arm; `no-variation` only when neither arm varies.
 * Source: delta method, Deng, Knoblich & Lu (2018); the arms are independent.
 * Example: 2, 4, 6, 8 euros for 1, 2, 2, 4 orders against 1, 2, 3 for 1, 2, 2 give 1.022222, p 0.000679.
 */
export function compareRatios(
  treatment: PairSums,
  control: PairSums,
  confidenceShare: number,
): Result<RatioComparison> {
  const problem = comparisonProblem(treatment, control, confidenceShare);
  if (problem) return refuse(problem);
  const [treated, plain] = [deltaOf(treatment), deltaOf(control)];
  const standardError = Math.hypot(treated.standardError, plain.standardError);
  if (!(standardError > 0)) return refuse({ code: 'no-variation' });
  const difference = treated.ratio - plain.ratio;
  const statistic = difference / standardError;
  return succeed({
    method: 'delta',
    treatmentRatio: treated.ratio,
    controlRatio: plain.ratio,
    difference,
    standardError,
    interval: normalInterval(difference, standardError, confidenceShare),
    statistic,
    pValue: normalTwoSided(statistic),
    caution: worse(treated.caution, plain.caution),
  });
}

/** By which share one ratio lies above the other. */
export interface RelativeLiftOfRatios {
  readonly method: 'fieller';
  readonly lift: number;
  readonly interval: Interval;
  readonly caution: RatioCaution;
}

/**
 * By which share a ratio of sums lies above the control's, with an interval that knows the control is uncertain.
 * Arguments as in `compareRatios`. The interval leaves out 0 exactly when its p-value is below 1 - confidenceShare.
 * Refuses what `compareRatios` refuses, `control-ratio-not-positive`, and `control-ratio-not-distinguishable` when the
 * control ratio could as well be 0 at this confidence.
 * Source: Fieller (1954) on the two delta-method ratios; Deng, Knoblich & Lu (2018).
 * Example: 2, 4, 6, 8 euros for 1, 2, 2, 4 orders against 1, 2, 3 for 1, 2, 2 give 0.851852, interval 0.300945 to 1.767423.
 */
export function relativeLiftOfRatios(
  treatment: PairSums,
  control: PairSums,
  confidenceShare: number,
): Result<RelativeLiftOfRatios> {
  const problem = comparisonProblem(treatment, control, confidenceShare);
  if (problem) return refuse(problem);
  const [treated, plain] = [deltaOf(treatment), deltaOf(control)];
  if (!(treated.standardError + plain.standardError > 0)) return refuse({ code: 'no-variation' });
  if (!(plain.ratio > 0)) {
    return refuse({ code: 'control-ratio-not-positive', ratio: plain.ratio });
  }
  const z = normalQuantile((1 - confidenceShare) / 2);
  // Everything in units of the control ratio, so that no square overflows.
  const lift = (treated.ratio - plain.ratio) / plain.ratio;
  const treatmentReach = (z * treated.standardError) / plain.ratio;
  const controlReach = (z * plain.standardError) / plain.ratio;
  const leading = 1 - controlReach ** 2;
  if (!(leading > 0 && Number.isFinite(lift + treatmentReach))) {
    const { ratio, standardError } = plain;
    return refuse({ code: 'control-ratio-not-distinguishable', ratio, standardError });
  }
  const middle = lift + controlReach ** 2;
  const root = Math.hypot(treatmentReach * Math.sqrt(leading), (1 + lift) * controlReach);
  return succeed({
    method: 'fieller',
    lift,
    interval: { low: (middle - root) / leading, high: (middle + root) / leading },
    caution: worse(treated.caution, plain.caution),
  });
}

function worse(first: RatioCaution, second: RatioCaution): RatioCaution {
  if (first === null || second === 'weak-denominator') return second;
  return first;
}

function comparisonProblem(
  treatment: PairSums,
  control: PairSums,
  confidenceShare: number,
): Problem | null {
  return (
    ratioProblem('treatment', treatment) ??
    ratioProblem('control', control) ??
    confidenceProblem(confidenceShare)
  );
}
