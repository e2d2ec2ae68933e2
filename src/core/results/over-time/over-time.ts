import { succeed, refuse, type Result } from '#core/result.ts';
import { normalQuantile } from '#core/stats/distributions/normal-distribution.ts';
import { anyTimeSpread } from '../../design/looks.ts';
import type { Interval } from '#core/stats/interval.ts';
import { responseScore } from '#core/stats/sequential/response-score.ts';
import { responseSequence } from '#core/stats/sequential/response-sequence.ts';
import type { AnalysisPlan, ExperimentTotals } from '../analysis.ts';
import type { OutcomeDetail } from '../outcome-detail.ts';
import { addDays, daysBetween } from '../trust/day-trust.ts';
import { type CohortDays, cohortDays, isSpreadUnevenly } from './cohort-days.ts';
import { plannedReadings } from './planned-readings.ts';

/** What was known after a day. */
export interface TimePoint {
  /** ISO day, its responses included. */
  readonly day: string;
  readonly responders: number;
  readonly controlResponders: number;
  /** Of response shares so far, carrot minus control. */
  readonly difference: number;
  /** The odds of responding on a day, carrot over control; null where it is 0 or infinite. */
  readonly ratio: number | null;
  /** Null ends are not bounded yet; no interval on days on which nobody looks. */
  readonly interval: { readonly low: number | null; readonly high: number | null } | null;
  /** Which of the planned looks this is, from 1. */
  readonly look: number | null;
}

/** Whether one may stop, by the method that was declared before the start. */
export type StopDecision =
  /** One look, at the end: what lies before it decides nothing. */
  | { readonly code: 'look-once'; readonly isOver: boolean }
  | { readonly code: 'may-stop'; readonly day: string; readonly isBetter: boolean }
  | { readonly code: 'go-on'; readonly nextLook: string | null }
  /** The last look is made, and nothing was found. */
  | { readonly code: 'ended' }
  /** Planned looks have no days without a window. */
  | { readonly code: 'window-needed' }
  | { readonly code: 'spread-unevenly' };

export interface CarrotOverTime {
  readonly arm: string;
  readonly points: readonly TimePoint[];
  readonly decision: StopDecision;
}

/** How an experiment went, day by day. */
export interface OverTime {
  readonly looks: AnalysisPlan['looks'];
  /** The false-alarm chance of each carrot over all looks. */
  readonly alpha: number;
  readonly carrots: readonly CarrotOverTime[];
  /** Responders whose day is not told; they count as not having responded. */
  readonly undated: number;
}

/**
 * How the effect of every carrot came about day by day, and whether the declared way of looking allows to stop.
 * `any-time`: a confidence sequence that may be looked at every day; `planned`: O'Brien-Fleming limits, alpha spent by
 * the calendar of the window, looks at equal steps of it; `once`: plain intervals that describe and decide nothing.
 * The false-alarm chance is shared equally among the carrots unless the plan allows for no multiplicity.
 * Refuses `no-days` (no day of a response is told) and what the methods refuse.
 * Source: `responseSequence`, `responseScore`, `groupSequentialBoundaries`.
 */
export function overTime(
  totals: ExperimentTotals,
  detail: OutcomeDetail,
  plan: Pick<AnalysisPlan, 'control' | 'confidenceShare' | 'multiplicity' | 'window' | 'looks'>,
): Result<OverTime> {
  const cohorts = cohortDays(detail, plan.control);
  if (cohorts.length === 0 || !detail.daily) return refuse({ code: 'no-days' });
  const family = plan.multiplicity === 'none' ? 1 : cohorts.length;
  const alpha = (1 - plan.confidenceShare) / family;
  const reached = detail.days?.last ?? null;
  const carrots: CarrotOverTime[] = [];
  for (const cohort of cohorts) {
    const found = readCohort(cohort, plan, alpha, reached);
    if (!found.ok) return found;
    const isUneven = isSpreadUnevenly(totals, cohort.arm, plan.control);
    carrots.push(
      isUneven ? { ...found.value, decision: { code: 'spread-unevenly' } } : found.value,
    );
  }
  const undated = detail.daily.undated.reduce((sum, count) => sum + count, 0);
  return succeed({ looks: plan.looks, alpha, carrots, undated });
}

type Plan = Parameters<typeof overTime>[2];

function readCohort(
  cohort: CohortDays,
  { looks, window }: Plan,
  alpha: number,
  reached: string | null,
): Result<CarrotOverTime> {
  const { arm } = cohort;
  if (looks.kind === 'any-time') {
    const found = responseSequence(cohort.days, {
      confidenceShare: 1 - alpha,
      effectSpread: anyTimeSpread,
    });
    if (!found.ok) return found;
    const points = pointsOf(cohort, (place) => found.value[place] ?? null);
    const stop = found.value.findIndex(({ pValue }) => pValue <= alpha);
    if (stop < 0) return succeed({ arm, points, decision: { code: 'go-on', nextLook: null } });
    return succeed({ arm, points, decision: mayStop(cohort, stop) });
  }
  const plain = (place: number) => {
    const found = responseScore(cohort.days.slice(0, place + 1), -normalQuantile(alpha / 2));
    return found.ok ? found.value : null;
  };
  if (looks.kind === 'once') {
    const isOver = window === null || (reached !== null && reached >= window.to);
    const points = pointsOf(cohort, plain);
    return succeed({ arm, points, decision: { code: 'look-once', isOver } });
  }
  const withoutInterval = (place: number) => {
    const found = plain(place);
    return found && { ...found, interval: null };
  };
  if (!window) {
    const points = pointsOf(cohort, withoutInterval);
    return succeed({ arm, points, decision: { code: 'window-needed' } });
  }
  const days = Array.from({ length: looks.looks }, (_, look) => {
    const length = daysBetween(window.from, window.to) + 1;
    return addDays(window.from, Math.round(((look + 1) * length) / looks.looks) - 1);
  });
  const made = plannedReadings(cohort, days, reached ?? '', alpha);
  if (!made.ok) return made;
  const points = pointsOf(
    cohort,
    (place) => made.value.find((reading) => reading.place === place) ?? withoutInterval(place),
  );
  const stop = made.value.find(({ crossed }) => crossed);
  if (stop) return succeed({ arm, points, decision: mayStop(cohort, stop.place) });
  const nextLook = days.find((day) => day > (reached ?? '')) ?? null;
  const decision = nextLook ? ({ code: 'go-on', nextLook } as const) : ({ code: 'ended' } as const);
  return succeed({ arm, points, decision });
}

interface DayReading {
  readonly logRatio: number | null;
  readonly interval: Interval | null;
  readonly look?: number;
}

function pointsOf(
  { customers, controlCustomers, days, until }: CohortDays,
  readingOf: (place: number) => DayReading | null,
): readonly TimePoint[] {
  let [responders, controlResponders] = [0, 0];
  return days.map(({ treatment, control }, place) => {
    responders += treatment;
    controlResponders += control;
    const reading = readingOf(place);
    const logRatio = reading?.logRatio ?? null;
    return {
      day: until[place] ?? '',
      responders,
      controlResponders,
      difference: responders / customers - controlResponders / controlCustomers,
      ratio: logRatio === null ? null : Math.exp(logRatio),
      interval: reading?.interval ? ratiosOf(reading.interval) : null,
      look: reading?.look ?? null,
    };
  });
}

function ratiosOf({ low, high }: Interval): TimePoint['interval'] {
  const bounded = (end: number) => (Number.isFinite(end) ? Math.exp(end) : null);
  return { low: bounded(low), high: bounded(high) };
}

function mayStop({ until, days, customers, controlCustomers }: CohortDays, place: number) {
  const sum = (name: 'treatment' | 'control') =>
    days.slice(0, place + 1).reduce((all, day) => all + day[name], 0);
  const isBetter = sum('treatment') / customers > sum('control') / controlCustomers;
  return { code: 'may-stop', day: until[place] ?? '', isBetter } as const;
}
