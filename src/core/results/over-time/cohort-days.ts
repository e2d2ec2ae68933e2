import type { ResponseDay } from '#core/stats/sequential/label-draws.ts';
import type { ExperimentTotals } from '../analysis.ts';
import type { OutcomeDetail } from '../outcome-detail.ts';
import { addDays } from '../trust/day-trust.ts';

/** A carrot and the control day by day: all customers are there from the start, and responses come in. */
export interface CohortDays {
  readonly arm: string;
  readonly customers: number;
  readonly controlCustomers: number;
  /** The last day of each piece, ISO: single days, or several where there are very many responses. */
  readonly until: readonly string[];
  readonly days: readonly ResponseDay[];
}

/** So many responses that every day on its own would keep the reader waiting. */
const manyResponses = 20_000;
const fewPieces = 20;

/** Every carrot beside the control by day; empty where no day is told. Responders without a day count as waiting. */
export function cohortDays(detail: OutcomeDetail, control: string): readonly CohortDays[] {
  const { daily, branches, arms } = detail;
  const controlPlace = arms.indexOf(control);
  if (!daily || controlPlace < 0) return [];
  const controlDays = daily.responders[controlPlace] ?? [];
  return arms.flatMap((arm, place) => {
    if (place === controlPlace) return [];
    const treated = daily.responders[place] ?? [];
    const responses = [...treated, ...controlDays].reduce((sum, count) => sum + count, 0);
    const length = Math.max(treated.length, controlDays.length);
    const step = responses > manyResponses ? Math.ceil(length / fewPieces) : 1;
    const customers = branches[place]?.customers ?? 0;
    const controlCustomers = branches[controlPlace]?.customers ?? 0;
    let [waitingTreatment, waitingControl] = [customers, controlCustomers];
    const until: string[] = [];
    const days: ResponseDay[] = [];
    for (let first = 0; first < length; first += step) {
      const sum = (of: readonly number[]) =>
        of.slice(first, first + step).reduce((all, count) => all + count, 0);
      const [treatment, untreated] = [sum(treated), sum(controlDays)];
      until.push(addDays(daily.first, Math.min(first + step, length) - 1));
      days.push({ waitingTreatment, waitingControl, treatment, control: untreated });
      waitingTreatment -= treatment;
      waitingControl -= untreated;
    }
    return [{ arm, customers, controlCustomers, until, days }];
  });
}

/** Above this share of customers in other places than equal proportions would put them, cells weigh differently by arm. */
const unevenShare = 0.02;

/**
 * Whether a carrot and the control are spread over the strata in other proportions: then the labels of all customers
 * together are no draw of one urn, and the days say nothing beyond chance.
 */
export function isSpreadUnevenly(totals: ExperimentTotals, arm: string, control: string): boolean {
  const [treated, untreated] = [totals.arms.indexOf(arm), totals.arms.indexOf(control)];
  const pairs = totals.strata.map(({ totals: arms }) => ({
    treatment: arms[treated]?.customers ?? 0,
    control: arms[untreated]?.customers ?? 0,
  }));
  const treatment = pairs.reduce((sum, pair) => sum + pair.treatment, 0);
  const all = pairs.reduce((sum, pair) => sum + pair.treatment + pair.control, 0);
  if (all === 0) return false;
  const misplaced = pairs.reduce(
    (sum, pair) =>
      sum + Math.abs(pair.treatment - (treatment / all) * (pair.treatment + pair.control)),
    0,
  );
  return misplaced / all > unevenShare;
}
