import type { Interval } from '../stats/interval.ts';
import { medianInterval } from '../stats/means/median-interval.ts';
import type { DailyOutcomes } from './outcome-detail.ts';

/** When the responders of one arm responded. */
export interface ResponseDays {
  readonly arm: string;
  /** Responders whose day is told. */
  readonly dated: number;
  readonly undated: number;
  /** Whole days from the first day until half of the dated had responded, the first day being 0; null where none is dated. */
  readonly medianDays: number | null;
  /** Two of the days between which the median of all who would respond like them lies; null where too few are dated. */
  readonly medianInterval: Interval | null;
  /** The same for nine in ten. */
  readonly mostDays: number | null;
}

/**
 * How long responders took, by arm. Who responded is itself an effect of the carrot, so that arms are not compared: a
 * carrot that wins late responders over looks slower without making anybody slower.
 * `daily`: first responses by day; `arms`: names in its order; `from`: the day that counts as 0, as an ISO date, or null
 * for the first day of all. Days before it count as they are, below 0. `confidenceShare`: of the median's interval.
 * Source: `medianInterval`.
 * Example: 3, 1 and 1 responders on days 0, 1 and 5 have a median of 0 days, and nine in ten within 5.
 */
export function responseDays(
  daily: DailyOutcomes,
  arms: readonly string[],
  from: string | null,
  confidenceShare: number,
): readonly ResponseDays[] {
  const offset = from === null ? 0 : daysBetween(from, daily.first);
  return arms.map((arm, place) => {
    const responders = daily.responders[place] ?? [];
    const dated = responders.reduce((sum, count) => sum + count, 0);
    const dayOf = (share: number): number | null => {
      if (dated === 0) return null;
      let passed = 0;
      const day = responders.findIndex((count) => (passed += count) >= share * dated);
      return day + offset;
    };
    const found = medianInterval(
      responders.flatMap((count, day) => (count > 0 ? [{ value: day + offset, count }] : [])),
      confidenceShare,
    );
    return {
      arm,
      dated,
      undated: daily.undated[place] ?? 0,
      medianDays: dayOf(0.5),
      medianInterval: found.ok ? found.value.interval : null,
      mostDays: dayOf(0.9),
    };
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
