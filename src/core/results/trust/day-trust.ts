import { adjustHolm } from '#core/stats/multiplicity/adjusted-p-values.ts';
import { breslowDay } from '#core/stats/stratified/homogeneity.ts';
import type { DailyOutcomes } from '../outcome-detail.ts';
import { outsideWindow } from './people-trust.ts';
import type { Checked, TrustInputs } from './trust-inputs.ts';

/** An effect that changes by a chance of less than this, adjusted for the carrots, has changed. */
const changeAlarm = 0.01;
/** Fewer responses than this before or after the day tell nothing of a change. */
const fewestResponses = 10;
/** Silence that is less likely than this means that the file ends, not that nobody responds any more. */
const unlikelySilence = 0.05;
const daysOfPace = 7;

/**
 * Whether the effect of the first days is that of the later ones: the odds ratios before and after the day on which half
 * of all dated responses were in, each among those who had not responded before (Breslow-Day with Tarone's correction).
 * An effect that fades is a novelty, or responses that only came sooner.
 */
export function checkOverTime({ plan, detail, totals }: TrustInputs): Checked {
  const daily = detail?.daily;
  if (!daily) return 'not-possible';
  const control = totals.arms.indexOf(plan.control);
  const day = halfDay(daily);
  const untilHalf = (arm: number) => sumOf(daily.responders[arm]?.slice(0, day + 1) ?? []);
  const all = (arm: number) => sumOf(daily.responders[arm] ?? []);
  const compared = totals.arms.flatMap((arm, place) => {
    if (place === control) return [];
    const counted = [place, control].map((each) => ({
      customers: detail.branches[each]?.customers ?? 0,
      early: untilHalf(each),
      late: all(each) - untilHalf(each),
    }));
    const [treated, untreated] = counted;
    if (!treated || !untreated) return [];
    if (treated.early + untreated.early < fewestResponses) return [];
    if (treated.late + untreated.late < fewestResponses) return [];
    const periods = [
      { treatment: earlyOf(treated), control: earlyOf(untreated) },
      { treatment: lateOf(treated), control: lateOf(untreated) },
    ] as const;
    const found = breslowDay(periods);
    if (!found.ok) return [];
    const [early, late] = periods.map(
      ({ treatment, control: other }) =>
        treatment.events / treatment.trials - other.events / other.trials,
    );
    return [{ arm, early: early ?? 0, late: late ?? 0, pValue: found.value.pValue }];
  });
  if (compared.length === 0) return 'not-possible';
  const adjusted = adjustHolm(compared.map(({ pValue }) => pValue));
  return compared.flatMap((facts, place) => {
    const pValue = adjusted[place] ?? facts.pValue;
    if (pValue >= changeAlarm) return [];
    return [
      {
        code: 'effect-changes',
        check: 'over-time',
        severity: 'doubt',
        advice: 'look-at',
        facts: { ...facts, pValue, until: addDays(daily.first, day) },
      } as const,
    ];
  });
}

interface Counted {
  readonly customers: number;
  readonly early: number;
  readonly late: number;
}

function earlyOf({ customers, early }: Counted) {
  return { events: early, trials: customers };
}

/** Those who had not responded before. */
function lateOf({ customers, early, late }: Counted) {
  return { events: late, trials: customers - early };
}

/** The day, counted from the first, on which half of all dated responses are in. */
function halfDay({ responders }: DailyOutcomes): number {
  const byDay = responders[0]?.map((_, day) => sumOf(responders.map((arm) => arm[day] ?? 0))) ?? [];
  const half = sumOf(byDay) / 2;
  let passed = 0;
  return byDay.findIndex((count) => (passed += count) >= half);
}

/**
 * Whether the responses reach to the end of the window, and none fell outside it. Where they end before it, the chance
 * that simply nobody responded any more, at the pace of the last seven days (Poisson), tells a quiet end from an open one.
 */
export function checkWindow(inputs: TrustInputs): Checked {
  const { plan, detail } = inputs;
  if (!plan.window) return 'not-possible';
  const reached = detail?.days?.last ?? null;
  const { to } = plan.window;
  const outside = outsideWindow(inputs);
  if (reached === null || reached >= to) return outside;
  const chanceOfSilence = detail?.daily ? silenceUntil(detail.daily, reached, to) : null;
  const isOpen = chanceOfSilence === null || chanceOfSilence < unlikelySilence;
  return [
    {
      code: 'window-open',
      check: 'window',
      severity: isOpen ? 'doubt' : 'note',
      advice: 'wait',
      facts: { reached, to, chanceOfSilence },
    },
    ...(outside === 'not-possible' ? [] : outside),
  ];
}

function silenceUntil({ first, responders }: DailyOutcomes, reached: string, to: string): number {
  const days = Math.max(1, Math.min(daysOfPace, daysBetween(first, reached) + 1));
  const end = daysBetween(first, reached) + 1;
  const recent = sumOf(responders.map((arm) => sumOf(arm.slice(Math.max(0, end - days), end))));
  return Math.exp((-recent / days) * daysBetween(reached, to));
}

const millisecondsPerDay = 86_400_000;

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);
}

/** The ISO day so many days after another. Example: 2 days after 2017-02-27 is 2017-03-01. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
