import { succeed, type Result } from '#core/result.ts';
import type { Interval } from '../stats/interval.ts';
import {
  compareMeans,
  relativeLiftOfMeans,
  squaredError,
} from '#core/stats/means/mean-difference.ts';
import { meanInterval, type ArmMean } from '#core/stats/means/mean-interval.ts';
import type { PairSums } from '#core/stats/means/pair-sums.ts';
import { compareRatios, relativeLiftOfRatios } from '#core/stats/means/ratio-comparison.ts';
import { deltaOf, ratioOfSums, type RatioCaution } from '#core/stats/means/ratio-metric.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import { wilsonInterval } from '#core/stats/proportions/proportion-interval.ts';
import { relativeLift } from '#core/stats/proportions/proportion-ratio.ts';
import type { Testable } from './control-family.ts';
import { compareShareCounts } from './deciding.ts';

/** A figure with its interval. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
}

/** How far a carrot's figure is from the control's. `caution`: of a ratio only, why its interval is rough. */
export interface MetricDifference extends Testable {
  readonly difference: number;
  readonly interval: Interval;
  readonly caution?: RatioCaution;
}

/** By which share a carrot's figure is above the control's: 0.1 is a tenth more. */
export interface MetricLift {
  readonly lift: number;
  readonly interval: Interval;
}

/** One way to reckon a figure of an arm from its sums, and to set two arms against each other. */
export interface MetricMethod<Arm> {
  readonly estimate: (arm: Arm, confidenceShare: number) => Result<Estimate>;
  readonly compare: (
    carrot: Arm,
    control: Arm,
    confidenceShare: number,
  ) => Result<MetricDifference>;
  readonly lift: (carrot: Arm, control: Arm, confidenceShare: number) => Result<MetricLift>;
  /** Squared standard error of the figure, up to a factor that all arms share: how comparisons go together. */
  readonly variance: (arm: Arm) => number;
}

/** Shares of customers: Wilson's interval of one, the score interval of a difference. */
export const shareMethod: MetricMethod<ArmCounts> = {
  estimate: ({ events, trials }, confidenceShare) => {
    const interval = wilsonInterval(events, trials, confidenceShare);
    return interval.ok ? succeed({ value: events / trials, interval: interval.value }) : interval;
  },
  compare: compareShareCounts,
  lift: relativeLift,
  // Dunnett's correlations of shares are those of equal shares.
  variance: ({ trials }) => 1 / trials,
};

/** Means per customer: Student's interval of one, Welch's of a difference, Fieller's of a lift. */
export const meanMethod: MetricMethod<ArmMean> = {
  estimate: (arm, confidenceShare) => {
    const interval = meanInterval(arm, confidenceShare);
    return interval.ok ? succeed({ value: arm.mean, interval: interval.value }) : interval;
  },
  compare: compareMeans,
  lift: relativeLiftOfMeans,
  variance: squaredError,
};

/** A sum per sum, such as money per order, with customers as the units: the delta method. */
export const ratioMethod: MetricMethod<PairSums> = {
  estimate: (arm, confidenceShare) => {
    const found = ratioOfSums(arm, confidenceShare);
    return found.ok ? succeed({ value: found.value.ratio, interval: found.value.interval }) : found;
  },
  compare: compareRatios,
  lift: relativeLiftOfRatios,
  variance: (arm) => deltaOf(arm).standardError ** 2,
};
