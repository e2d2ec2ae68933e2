import { measuresByArm } from './arm-measures.ts';
import { adjustForBefore, type BeforeAdjustment } from './before-adjustment.ts';
import { metricNames, readMetric, type Metric, type MetricPlan } from './metric.ts';
import type { OutcomeDetail } from './outcome-detail.ts';
import { readSpend, type SpendReading } from './spend-reading.ts';

/** All that is measured of an experiment beside its response. */
export interface Metrics {
  /** Those that some column tells of. */
  readonly metrics: readonly Metric[];
  /** Null without money. */
  readonly spend: SpendReading | null;
  /** What a number from before the start makes more exact; empty without one. */
  readonly adjustments: readonly BeforeAdjustment[];
}

/**
 * Every metric of an experiment by arm, and every carrot against the control, all customers together (no strata).
 * `detail`: the engine's sums; `plan`: the control's name, how carrots are adjusted, and a confidence of 0..1. Each metric
 * is a family of its own. A figure that cannot be reckoned carries its refusal; a metric that no column tells of is left
 * out, and an experiment without the control's arm has figures of arms only.
 * Source: the methods of `metric-method.ts`; `decomposeSpend`; `cupedDifference`.
 * Example: in the oracle's three arms capped money differs by what R's `t.test` of the capped amounts says.
 */
export function readMetrics(detail: OutcomeDetail, plan: MetricPlan): Metrics {
  const arms = measuresByArm(detail);
  const cuts = capCuts(detail);
  return {
    metrics: metricNames.flatMap((name) =>
      name === 'capped-money' && !cuts ? [] : (readMetric(name, arms, plan) ?? []),
    ),
    spend: readSpend(arms, plan),
    adjustments: adjustForBefore(arms, plan).filter(
      ({ outcome }) => outcome !== 'capped-money' || cuts,
    ),
  };
}

/**
 * Whether money is cut at an amount that leaves something to compare: where fewer customers bought than the share that is
 * to be cut, the cap is 0 and would cut everything away.
 */
export function capCuts({ moneyCap }: Pick<OutcomeDetail, 'moneyCap'>): boolean {
  return moneyCap !== null && moneyCap.value > 0;
}
