import { refuse, succeed, type Result } from '#core/result.ts';
import type { Interval } from '#core/stats/interval.ts';
import { groupSequentialBoundaries } from '#core/stats/sequential/group-sequential-boundaries.ts';
import { responseScore } from '#core/stats/sequential/response-score.ts';
import type { CohortDays } from './cohort-days.ts';

/** A planned look that was made. */
export interface PlannedReading {
  /** Which piece of the days it is the end of. */
  readonly place: number;
  /** From 1. */
  readonly look: number;
  readonly logRatio: number | null;
  /** Null where the look came too early to exclude anything. */
  readonly interval: Interval | null;
  readonly crossed: boolean;
}

/** A step in information that is too small for a look of its own. */
const smallestStep = 0.001;

/**
 * The planned looks that the responses have reached, each with the limit that the calendar gives it.
 * `days`: of all looks, ISO, ascending; `reached`: the last day of which responses are known. Looks before the first
 * response, and those that found next to no new responses, are passed over: their alpha goes to the next one.
 * Refuses what `groupSequentialBoundaries` and `responseScore` refuse.
 */
export function plannedReadings(
  cohort: CohortDays,
  days: readonly string[],
  reached: string,
  alpha: number,
): Result<readonly PlannedReading[]> {
  const made: { place: number; look: number; clock: number; information: number }[] = [];
  for (const [look, day] of days.entries()) {
    if (day > reached) break;
    const place = cohort.until.findLastIndex((until) => until <= day);
    const found = place < 0 ? null : responseScore(cohort.days.slice(0, place + 1), 1);
    if (!found?.ok) continue;
    const { information } = found.value;
    if (information - (made.at(-1)?.information ?? 0) <= smallestStep * information) continue;
    made.push({ place, look: look + 1, clock: (look + 1) / days.length, information });
  }
  const whole = made.at(-1)?.information;
  if (whole === undefined) return succeed([]);
  const told = made.filter(
    ({ information }, place) =>
      information - (made[place - 1]?.information ?? 0) > smallestStep * whole,
  );
  const limits = groupSequentialBoundaries({
    informationShares: told.map(({ information }) => information / whole),
    spendingShares: told.map(({ clock }) => clock),
    alpha,
    rule: { kind: 'lan-demets-obrien-fleming' },
  });
  if (!limits.ok) return limits;
  const readings: PlannedReading[] = [];
  for (const [at, { place, look }] of told.entries()) {
    const criticalValue = limits.value.looks[at]?.criticalValue ?? null;
    const found = responseScore(cohort.days.slice(0, place + 1), criticalValue ?? 1);
    if (!found.ok) return refuse(found.problem);
    readings.push({
      place,
      look,
      logRatio: found.value.logRatio,
      interval: criticalValue === null ? null : found.value.interval,
      crossed: criticalValue !== null && Math.abs(found.value.z) >= criticalValue,
    });
  }
  return succeed(readings);
}
