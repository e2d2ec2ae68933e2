import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { Alternative } from './alternative.ts';
import { pairProblem, type ArmCounts } from './arm-counts.ts';
import { conditionalSupport } from './conditional-odds-ratio.ts';
import { nuisanceSupremum, type NuisanceSupremum } from './nuisance-supremum.ts';
import { traceStaircase, type RejectionStaircase } from './rejection-staircase.ts';
import { sidesOfObserved, upperTailShare } from './weighted-support.ts';

/** More customers than this in both arms together are refused by the unconditional exact tests. */
export const mostUnconditionalCustomers = 10_000;

/** Boschloo's answer; `nuisanceShare` is the common share at which chance is most likely to give such a table. */
export interface BoschlooTest {
  readonly alternative: Alternative;
  readonly twoSidedRule: 'doubled-smaller-side';
  readonly pValue: number;
  readonly nuisanceShare: number;
}

/**
 * Whether chance explains the difference of two response shares: exact as Fisher's test, but less cautious, because the
 * number of responders is not held fixed.
 * `treatment`, `control`: whole counts, at most 10,000 customers in all (which takes about a
 * tenth of a second); `alternative`: two-sided by default, 'greater'
 * when only a higher response of the treated counts. The tables are ordered by their one-sided Fisher p-value, and the
 * p-value is the largest probability, over every common share, of a table as extreme as the observed one. Two-sided, it
 * is twice the smaller of the two one-sided ones, at most 1, so that it agrees with them on the direction. One-sided it
 * is never above Fisher's.
 * Refuses `no-trials`, `invalid-counts` and `too-large-for-exact`.
 * Source: Boschloo (1970), Statistica Neerlandica 24; SciPy `boschloo_exact` (whose groups are columns).
 * Example: 7 of 12 against 2 of 11, 'greater', gives 0.0300469099.
 */
export function boschlooTest(
  treatment: ArmCounts,
  control: ArmCounts,
  { alternative = 'two-sided' }: { readonly alternative?: Alternative } = {},
): Result<BoschlooTest> {
  const problem = unconditionalProblem(treatment, control);
  if (problem) return refuse(problem);
  const { probability, nuisanceShare } =
    alternative === 'two-sided'
      ? doubledSmallerSide(treatment, control)
      : alternative === 'greater'
        ? oneSided(treatment, control)
        : oneSided(control, treatment);
  const pValue = Math.max(probability, Number.MIN_VALUE);
  return succeed({ alternative, twoSidedRule: 'doubled-smaller-side', pValue, nuisanceShare });
}

function doubledSmallerSide(treatment: ArmCounts, control: ArmCounts): NuisanceSupremum {
  const higher = oneSided(treatment, control);
  const lower = oneSided(control, treatment, higher.probability);
  const smaller = lower.probability < higher.probability ? lower : higher;
  return { ...smaller, probability: Math.min(1, 2 * smaller.probability) };
}

/** The one-sided test that the first arm responds more; the search stops where `enough` is reached. */
function oneSided(more: ArmCounts, fewer: ArmCounts, enough?: number): NuisanceSupremum {
  // Nothing less extreme is possible with these margins: every table is as extreme, whatever the share.
  if (more.events === 0 || fewer.events === fewer.trials) {
    return { probability: 1, nuisanceShare: 0.5 };
  }
  return nuisanceSupremum([boschlooStaircase(more, fewer)], enough);
}

/** Why an unconditional exact test cannot be used on two arms, or null. */
export function unconditionalProblem(treatment: ArmCounts, control: ArmCounts): Problem | null {
  const customers = treatment.trials + control.trials;
  const most = mostUnconditionalCustomers;
  return (
    pairProblem({ treatment, control }) ??
    (customers > most ? { code: 'too-large-for-exact', customers, most } : null)
  );
}

/** Ties of the ordering: the p-values of equally extreme tables differ by rounding only, some 1e-13. */
const tie = 1e-11;

/**
 * All tables whose one-sided Fisher p-value is not above the observed one. Above one half the p-values are told apart by
 * what they leave to 1, in which a digit still counts.
 */
export function boschlooStaircase(treatment: ArmCounts, control: ArmCounts): RejectionStaircase {
  const sides = sidesOfObserved(treatment.events, conditionalSupport(treatment, control, 1));
  const byUpper = upperTailShare(sides) <= 0.5;
  const sum = byUpper ? upperSum : lowerSum;
  return traceStaircase(
    { treatmentEvents: treatment.events, controlEvents: control.events },
    { treatmentTrials: treatment.trials, controlTrials: control.trials },
    () => {
      const weightAt = relativeWeight(treatment, control);
      const tail = (first: number, second: number): number =>
        weightAt(first, second) * sum(treatment.trials, control.trials, first, first + second);
      const observed = tail(treatment.events, control.events);
      return byUpper
        ? (first, second) => tail(first, second) <= observed * (1 + tie)
        : (first, second) => tail(first, second) >= observed * (1 - tie);
    },
  );
}

/**
 * The probability of a table given its margins, in units of the observed table's. It is carried along from table to
 * neighbouring table, which costs no logarithm and no digits.
 */
function relativeWeight(
  treatment: ArmCounts,
  control: ArmCounts,
): (treatmentEvents: number, controlEvents: number) => number {
  let { events: first } = treatment;
  let { events: second } = control;
  let weight = 1;
  const total = treatment.trials + control.trials;
  const rise = (trials: number, events: number): number =>
    ((trials - events) / (events + 1)) * ((first + second + 1) / (total - first - second));
  return (treatmentEvents, controlEvents) => {
    while (second < controlEvents) {
      weight *= rise(control.trials, second);
      second += 1;
    }
    while (second > controlEvents) {
      second -= 1;
      weight /= rise(control.trials, second);
    }
    while (first < treatmentEvents) {
      weight *= rise(treatment.trials, first);
      first += 1;
    }
    while (first > treatmentEvents) {
      first -= 1;
      weight /= rise(treatment.trials, first);
    }
    return weight;
  };
}

/** The weights of this and all larger numbers of treated responders, in units of this one's, with `events` in all. */
function upperSum(
  treatmentTrials: number,
  controlTrials: number,
  treatmentEvents: number,
  events: number,
): number {
  const highest = Math.min(treatmentTrials, events);
  let weight = 1;
  let sum = 1;
  for (let value = treatmentEvents; value < highest; value += 1) {
    const ratio =
      ((treatmentTrials - value) / (value + 1)) *
      ((events - value) / (controlTrials - events + value + 1));
    weight *= ratio;
    sum += weight;
    if (ratio < 1 && weight <= 1e-16 * sum * (1 - ratio)) break;
  }
  return sum;
}

/** The weights of all smaller numbers of treated responders: those of the controls' larger ones. */
function lowerSum(
  treatmentTrials: number,
  controlTrials: number,
  treatmentEvents: number,
  events: number,
): number {
  const lowest = Math.max(0, events - controlTrials);
  if (treatmentEvents === lowest) return 0;
  const controlEvents = events - treatmentEvents;
  const step =
    (treatmentEvents / (treatmentTrials - treatmentEvents + 1)) *
    ((controlTrials - controlEvents) / (controlEvents + 1));
  return step * upperSum(controlTrials, treatmentTrials, controlEvents + 1, events);
}
