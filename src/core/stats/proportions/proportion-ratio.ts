import { refuse, succeed, type Result } from '#core/result.ts';
import { pairProblem, type ArmCounts } from './arm-counts.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';

/** How many times higher the response is: 0.5 is half as much again. */
export interface RelativeLift {
  readonly method: LiftMethod;
  readonly lift: number;
  readonly interval: Interval;
}

/** `miettinen-nurminen` carries the factor N/(N-1), as the difference does; `koopman` is the same without it. */
export type LiftMethod = 'miettinen-nurminen' | 'koopman';

/** An interval without an upper end: `high` is null because no lift, however large, is ruled out. */
export interface OpenInterval {
  readonly low: number;
  readonly high: null;
}

/**
 * By which share the treatment's response rate is above the control's (score interval of the rate ratio, minus 1).
 * `treatment`, `control`: whole counts; `confidenceShare`: between 0 and 1. With the default method the interval leaves
 * out 0 exactly when the p-value of `compareProportions` is below 1 - confidenceShare. The limits are right to nine
 * digits, but to no more than 1e-15 in all, which is less where nearly all of 1e9 customers responded.
 * Refuses `no-control-events` (the lift has no value; its `interval` is an `OpenInterval`: a lowest lift can still be
 * told), `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Koopman (1984), Biometrics 40; Miettinen & Nurminen (1985), equation 10.
 * Example: 7 of 34 against 1 of 34 at 0.95 by Koopman gives a lift of 6, interval 0.220853 to 41.575718.
 */
export function relativeLift(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
  method: LiftMethod = 'miettinen-nurminen',
): Result<RelativeLift> {
  const problem = pairProblem({ treatment, control }) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const score = (logRatio: number): number => ratioScore(treatment, control, logRatio, method);
  const low = treatment.events === 0 ? -1 : Math.expm1(crossing(score, z, -1));
  if (control.events === 0) {
    const interval: OpenInterval = { low, high: null };
    const { events: treatmentEvents } = treatment;
    return refuse({ code: 'no-control-events', treatmentEvents, ...control, interval });
  }
  const cross = treatment.events * control.trials - control.events * treatment.trials;
  return succeed({
    method,
    lift: cross / (control.events * treatment.trials),
    interval: { low, high: Math.expm1(crossing(score, -z, 1)) },
  });
}

/** The logarithm of the ratio at which the falling score passes `target`, sought outward from a ratio of 1. */
function crossing(score: (logRatio: number) => number, target: number, outward: 1 | -1): number {
  const above = (logRatio: number): number => score(logRatio) - target;
  const beyond = (logRatio: number): boolean => above(logRatio) * outward < 0;
  let near = 0;
  while (beyond(near)) near -= outward * Math.max(1, Math.abs(near));
  let far = near;
  while (!beyond(far)) far += outward * Math.max(1, Math.abs(far));
  return bracketedRoot(above, Math.min(near, far), Math.max(near, far));
}

/** How far the observed shares lie from an assumed ratio, in standard errors under that assumption. */
export function ratioScore(
  treatment: ArmCounts,
  control: ArmCounts,
  logRatio: number,
  method: LiftMethod,
): number {
  const ratio = Math.exp(logRatio);
  const total = treatment.trials + control.trials;
  const controlShare = constrainedShare(treatment, control, ratio);
  const treatmentShare = Math.min(1, ratio * controlShare);
  const distance = treatment.events / treatment.trials - (ratio * control.events) / control.trials;
  if (distance === 0) return 0;
  const variance =
    (treatmentShare * (1 - treatmentShare)) / treatment.trials +
    (ratio * ratio * controlShare * (1 - controlShare)) / control.trials;
  const factor = method === 'koopman' ? 1 : total / (total - 1);
  return distance / Math.sqrt(variance * factor);
}

/** The most likely control share if the treatment share were exactly `ratio` times as high. */
function constrainedShare(treatment: ArmCounts, control: ArmCounts, ratio: number): number {
  const events = treatment.events + control.events;
  const scaled = ratio * (treatment.trials + control.events);
  const plain = control.trials + treatment.events;
  const misses = (treatment.trials - treatment.events) * (control.trials - control.events);
  const root = Math.sqrt((scaled - plain) ** 2 + 4 * ratio * misses);
  return Math.min(1, (2 * events) / (scaled + plain + root));
}
