/** The programs of the method, in the order in which a company takes them up; `own` is anything else. */
export const programs = [
  'win-back',
  'up-selling',
  'loyalty',
  'churn',
  'cross-sell',
  'purchase-cycle',
  'own',
] as const;

export type Program = (typeof programs)[number];

/** What an experiment is judged by, and what it must not harm. */
export const metrics = [
  'response-rate',
  'purchase-rate',
  'spend-per-customer',
  'orders-per-customer',
  'opt-out-rate',
  'complaint-rate',
  'return-rate',
  'margin-per-customer',
] as const;

export type Metric = (typeof metrics)[number];

/** Which way a hypothesis expects its metric to go. */
export const directions = ['higher', 'lower', 'different'] as const;

export type Direction = (typeof directions)[number];

/** What is expected, in the planner's own words, before anybody is contacted. */
export interface Hypothesis {
  readonly id: string;
  readonly text: string;
  readonly direction: Direction;
}

/** What the experiment is for and how it will be judged, written before the list is drawn. */
export interface Brief {
  readonly program: Program;
  readonly purpose: string;
  /** First and last day on which customers are contacted, ISO dates, both inclusive; null while undecided. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Days after the contact in which a response counts, at least 1; null while undecided. */
  readonly responseWindowDays: number | null;
  readonly primaryMetric: Metric;
  readonly guardMetrics: readonly Metric[];
  readonly hypotheses: readonly Hypothesis[];
}

/** A brief in which nothing is decided yet. */
export const emptyBrief: Brief = {
  program: 'own',
  purpose: '',
  startsOn: null,
  endsOn: null,
  responseWindowDays: null,
  primaryMetric: 'response-rate',
  guardMetrics: [],
  hypotheses: [],
};

/**
 * Days on which customers are contacted, both ends counted.
 * `startsOn`, `endsOn`: ISO dates. Null where one is missing or the end lies before the start.
 * Example: 2000-01-31 to 2000-02-25 is 26 days.
 */
export function contactDays({
  startsOn,
  endsOn,
}: Pick<Brief, 'startsOn' | 'endsOn'>): number | null {
  if (startsOn === null || endsOn === null) return null;
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;
  return days >= 1 ? days : null;
}

/** Whether the response window is undecided or whole days, at least 1. Example: 14 is, 0 and 1.5 are not. */
export function isWindow({ responseWindowDays: days }: Pick<Brief, 'responseWindowDays'>): boolean {
  return days === null || (Number.isSafeInteger(days) && days >= 1);
}

/**
 * The last day on which a response still counts: the end of the contacts and the response window after it.
 * Null while one of them is undecided or no whole days.
 * Example: contacts until 2017-03-31 with a window of 14 days close on 2017-04-14.
 */
export function windowClosesOn({
  endsOn,
  responseWindowDays,
}: Pick<Brief, 'endsOn' | 'responseWindowDays'>): string | null {
  if (endsOn === null || responseWindowDays === null || !isWindow({ responseWindowDays }))
    return null;
  return new Date(Date.parse(endsOn) + responseWindowDays * 86_400_000).toISOString().slice(0, 10);
}
