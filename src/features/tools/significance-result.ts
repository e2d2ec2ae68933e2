import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import { beliefsAboutArms, type ArmBelief } from '#core/stats/bayes/bayes-proportions.ts';
import type { Interval } from '#core/stats/interval.ts';
import { compareMeans, relativeLiftOfMeans } from '#core/stats/means/mean-difference.ts';
import { meanInterval, type ArmMean } from '#core/stats/means/mean-interval.ts';
import { adjustHolm } from '#core/stats/multiplicity/adjusted-p-values.ts';
import { compareProportions } from '#core/stats/proportions/proportion-difference.ts';
import { wilsonInterval } from '#core/stats/proportions/proportion-interval.ts';
import { relativeLift } from '#core/stats/proportions/proportion-ratio.ts';
import { sampleRatioCheck, type SampleRatioCheck } from '#core/stats/checks/sample-ratio.ts';
import {
  armCounts,
  armMean,
  type ArmProblem,
  type SignificanceInputs,
} from './significance-address.ts';

/** One arm as read and estimated. `label` is its letter; A is the control. */
export interface ArmRow {
  readonly label: string;
  readonly size: number | null;
  /** Conversions; null where the outcome is a mean. */
  readonly events: number | null;
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly problem: ArmProblem | null;
}

/** One arm against the control. */
export interface ComparisonRow {
  readonly label: string;
  /** Place of the arm in the address. */
  readonly place: number;
  readonly difference: Result<{ readonly value: number; readonly interval: Interval }>;
  readonly lift: Result<{ readonly value: number; readonly interval: Interval }>;
  readonly pValue: Result<number>;
  readonly adjusted: Result<number>;
  /** Conversions in both arms together; null where the outcome is a mean. */
  readonly events: number | null;
}

export interface SignificanceResult {
  readonly arms: readonly ArmRow[];
  readonly comparisons: readonly ComparisonRow[];
  readonly sampleRatio: Result<SampleRatioCheck>;
  /** What is believed of each arm; only for shares. */
  readonly beliefs: Result<readonly ArmBelief[]> | null;
}

/** Everything the significance calculator shows. */
export function significanceResult(inputs: SignificanceInputs): SignificanceResult {
  const confidence = 1 - inputs.alpha;
  return inputs.metric === 'rate'
    ? resultOfRates(inputs.arms.map(armCounts), confidence)
    : resultOfMeans(inputs.arms.map(armMean), confidence);
}

export function armLabel(place: number): string {
  return String.fromCharCode(65 + place);
}

function resultOfRates(
  arms: readonly (ArmCounts | ArmProblem)[],
  confidence: number,
): SignificanceResult {
  const rows = arms.map((arm, place): ArmRow => {
    if ('problem' in arm) return unreadable(arm, place);
    const interval = wilsonInterval(arm.events, arm.trials, confidence);
    return {
      label: armLabel(place),
      size: arm.trials,
      events: arm.events,
      estimate: arm.events / arm.trials,
      interval: interval.ok ? interval.value : null,
      problem: null,
    };
  });
  const readable = arms.flatMap((arm) => ('problem' in arm ? [] : [arm]));
  const beliefs =
    readable.length === arms.length
      ? beliefsAboutArms(readable)
      : refuse({ code: 'arm-unreadable' });
  return finish(
    rows,
    beliefs,
    compared(arms, (arm, control) => compareRates(arm, control, confidence)),
  );
}

type Comparison = Omit<ComparisonRow, 'label' | 'place' | 'adjusted'>;

function compareRates(arm: ArmCounts, control: ArmCounts, confidence: number): Comparison {
  const events = arm.events + control.events;
  const total = arm.trials + control.trials;
  const comparison = compareProportions(arm, control, confidence);
  const lift = relativeLift(arm, control, confidence);
  return {
    events,
    difference: mapped(comparison, ({ difference, interval }) => ({ value: difference, interval })),
    lift: mapped(lift, ({ lift: value, interval }) => ({ value, interval })),
    // Where nobody or everybody responded there is nothing to test; a p-value of 1 would look like an answer.
    pValue:
      events === 0 || events === total
        ? refuse({ code: events === 0 ? 'no-events' : 'all-events' })
        : mapped(comparison, ({ pValue }) => pValue),
  };
}

function resultOfMeans(
  arms: readonly (ArmMean | ArmProblem)[],
  confidence: number,
): SignificanceResult {
  const rows = arms.map((arm, place): ArmRow => {
    if ('problem' in arm) return unreadable(arm, place);
    const interval = meanInterval(arm, confidence);
    return {
      label: armLabel(place),
      size: arm.count,
      events: null,
      estimate: arm.mean,
      interval: interval.ok ? interval.value : null,
      problem: null,
    };
  });
  return finish(
    rows,
    null,
    compared(arms, (arm, control) => {
      const comparison = compareMeans(arm, control, confidence);
      return {
        events: null,
        difference: mapped(comparison, ({ difference, interval }) => ({
          value: difference,
          interval,
        })),
        lift: mapped(relativeLiftOfMeans(arm, control, confidence), ({ lift, interval }) => ({
          value: lift,
          interval,
        })),
        pValue: mapped(comparison, ({ pValue }) => pValue),
      };
    }),
  );
}

/** Every arm but the first against the first; an arm that cannot be read says so in every place. */
function compared<Arm extends object>(
  arms: readonly (Arm | ArmProblem)[],
  compare: (arm: Arm, control: Arm) => Comparison,
): readonly Comparison[] {
  const [control, ...others] = arms;
  return others.map((arm) => {
    if (control && !isProblem(control) && !isProblem(arm)) return compare(arm, control);
    const code = control && isProblem(control) ? 'control-unreadable' : 'arm-unreadable';
    const reason = refuse<Problem>({ code });
    return { events: null, difference: reason, lift: reason, pValue: reason };
  });
}

function isProblem(arm: object): arm is ArmProblem {
  return 'problem' in arm;
}

function finish(
  arms: readonly ArmRow[],
  beliefs: SignificanceResult['beliefs'],
  comparisons: readonly Comparison[],
): SignificanceResult {
  const known = comparisons.flatMap(({ pValue }) => (pValue.ok ? [pValue.value] : []));
  const adjusted = adjustHolm(known);
  let next = 0;
  const sizes = arms.flatMap(({ size }) => (size === null ? [] : [size]));
  return {
    arms,
    beliefs,
    comparisons: comparisons.map((comparison, index) => ({
      ...comparison,
      label: armLabel(index + 1),
      place: index + 1,
      adjusted: comparison.pValue.ok ? succeed(adjusted[next++] as number) : comparison.pValue,
    })),
    sampleRatio:
      sizes.length === arms.length
        ? sampleRatioCheck(
            sizes,
            sizes.map(() => 1),
          )
        : refuse({ code: 'arm-unreadable' }),
  };
}

function unreadable(problem: ArmProblem, place: number): ArmRow {
  return {
    label: armLabel(place),
    size: null,
    events: null,
    estimate: null,
    interval: null,
    problem,
  };
}

function mapped<From, To>(result: Result<From>, change: (value: From) => To): Result<To> {
  return result.ok ? succeed(change(result.value)) : result;
}
