import { refuse, type Result } from '#core/result.ts';
import { beliefsAboutArms, type ArmBelief } from '#core/stats/bayes/bayes-proportions.ts';
import { sampleRatioCheck, type SampleRatioCheck } from '#core/stats/checks/sample-ratio.ts';
import type { Interval } from '#core/stats/interval.ts';
import { meanInterval, type ArmMean } from '#core/stats/means/mean-interval.ts';
import { oneWayAnova, welchAnova } from '#core/stats/means/one-way.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import { wilsonInterval } from '#core/stats/proportions/proportion-interval.ts';
import { sharesDiffer } from '#core/stats/proportions/several-proportions.ts';
import {
  adjustedComparisons,
  confidenceOfEach,
  type AdjustedComparison,
  type SharedControl,
} from './adjusted-comparisons.ts';
import { armLabel } from './arm-label.ts';
import {
  compareAmounts,
  comparedIfReadable,
  compareRates,
  isProblem,
  mapped,
  type Comparison,
} from './compared-arms.ts';
import {
  armCounts,
  armMean,
  type Adjustment,
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
export interface ComparisonRow extends AdjustedComparison {
  readonly label: string;
  /** Place of the arm in the address. */
  readonly place: number;
}

/** Two carrots against each other. */
export interface PairRow extends AdjustedComparison {
  readonly arm: ComparisonRow;
  readonly against: ComparisonRow;
}

export interface SignificanceResult {
  readonly arms: readonly ArmRow[];
  readonly comparisons: readonly ComparisonRow[];
  /** The carrots among themselves; none where there is only one. */
  readonly pairs: readonly PairRow[];
  /** Whether the arms differ at all; null with two arms, whose comparison says it. */
  readonly overall: Result<number> | null;
  readonly sampleRatio: Result<SampleRatioCheck>;
  /** What is believed of each arm; only for shares. */
  readonly beliefs: Result<readonly ArmBelief[]> | null;
}

/** What differs between shares and means. */
interface Reading<Arm> {
  readonly describe: (arm: Arm) => Pick<ArmRow, 'size' | 'events' | 'estimate'> & {
    readonly interval: Result<Interval>;
  };
  readonly compare: (arm: Arm, control: Arm, confidence: number) => Comparison;
  /** What the precision of an arm is proportional to. */
  readonly weight: (arm: Arm) => number;
  readonly overall: (arms: readonly Arm[]) => Result<number>;
  readonly beliefs: ((arms: readonly Arm[]) => Result<readonly ArmBelief[]>) | null;
}

/** Everything the significance calculator shows. */
export function significanceResult(inputs: SignificanceInputs): SignificanceResult {
  const confidence = 1 - inputs.alpha;
  if (inputs.metric === 'rate') {
    const { method } = inputs;
    return resultOf<ArmCounts>(inputs, inputs.arms.map(armCounts), {
      describe: ({ events, trials }) => ({
        size: trials,
        events,
        estimate: events / trials,
        interval: wilsonInterval(events, trials, confidence),
      }),
      compare: (arm, control, share) => compareRates(arm, control, method, share),
      weight: ({ trials }) => trials,
      overall: (arms) => mapped(sharesDiffer(arms), ({ pValue }) => pValue),
      beliefs: (arms) => beliefsAboutArms(arms),
    });
  }
  const { method } = inputs;
  return resultOf<ArmMean>(inputs, inputs.arms.map(armMean), {
    describe: (arm) => ({
      size: arm.count,
      events: null,
      estimate: arm.mean,
      interval: meanInterval(arm, confidence),
    }),
    compare: (arm, control, share) => compareAmounts(arm, control, method, share),
    weight: ({ count, standardDeviation }) => count / standardDeviation ** 2,
    overall: (arms) =>
      mapped(method === 'student' ? oneWayAnova(arms) : welchAnova(arms), ({ pValue }) => pValue),
    beliefs: null,
  });
}

function resultOf<Arm extends object>(
  { alpha, adjust }: SignificanceInputs,
  arms: readonly (Arm | ArmProblem)[],
  { describe, compare, weight, overall, beliefs }: Reading<Arm>,
): SignificanceResult {
  const readable = arms.flatMap((arm) => (isProblem(arm) ? [] : [arm]));
  const complete = readable.length === arms.length;
  const unreadable = refuse({ code: 'arm-unreadable' });
  const [control, ...others] = arms;
  const against = (confidence: number): readonly Comparison[] =>
    others.map((arm) =>
      comparedIfReadable(arm, control ?? arm, (one, other) => compare(one, other, confidence)),
    );
  const alone = against(1 - alpha);
  const family = familyOf(arms, alone, weight);
  const confidence = confidenceOfEach(alpha, adjust, family);
  const together = confidence === 1 - alpha ? alone : against(confidence);
  const comparisons = adjustedComparisons(together, adjust, family).map((row, index) => ({
    ...row,
    label: armLabel(index + 1),
    place: index + 1,
  }));
  const rows = arms.map((arm, place) => rowOf(arm, armLabel(place), describe));
  const sizes = rows.flatMap(({ size }) => (size === null ? [] : [size]));
  const even = sizes.map(() => 1);
  return {
    arms: rows,
    comparisons,
    pairs: pairsOf(arms, comparisons, adjust, (one, other) => compare(one, other, 1 - alpha)),
    overall: arms.length < 3 ? null : complete ? overall(readable) : unreadable,
    sampleRatio: complete ? sampleRatioCheck(sizes, even) : unreadable,
    beliefs: beliefs && (complete ? beliefs(readable) : unreadable),
  };
}

/** The arms that could be compared with the control, by their precision; null where there is no such family. */
function familyOf<Arm extends object>(
  [control, ...others]: readonly (Arm | ArmProblem)[],
  comparisons: readonly Comparison[],
  weight: Reading<Arm>['weight'],
): SharedControl | null {
  if (!control || isProblem(control)) return null;
  const compared = others.flatMap((arm, index) =>
    !isProblem(arm) && comparisons[index]?.pValue.ok ? [arm] : [],
  );
  return { sizeControl: weight(control), sizes: compared.map(weight) };
}

function rowOf<Arm extends object>(
  arm: Arm | ArmProblem,
  label: string,
  describe: Reading<Arm>['describe'],
): ArmRow {
  if (isProblem(arm)) {
    return { label, size: null, events: null, estimate: null, interval: null, problem: arm };
  }
  const { interval, ...row } = describe(arm);
  return { label, ...row, interval: interval.ok ? interval.value : null, problem: null };
}

/** Every carrot against every other one, the later in the address against the earlier. */
function pairsOf<Arm extends object>(
  arms: readonly (Arm | ArmProblem)[],
  rows: readonly ComparisonRow[],
  adjust: Adjustment,
  compare: (arm: Arm, against: Arm) => Comparison,
): readonly PairRow[] {
  const pairs = rows.flatMap((arm, index) =>
    rows.slice(0, index).map((against) => ({ arm, against })),
  );
  const compared = pairs.map(({ arm, against }) => {
    const [one, other] = [arms[arm.place], arms[against.place]];
    if (!one || !other) throw new RangeError(`No arm at ${arm.place} or ${against.place}`);
    return comparedIfReadable(one, other, compare);
  });
  return adjustedComparisons(compared, adjust, null).flatMap((comparison, index) => {
    const pair = pairs[index];
    return pair ? [{ ...comparison, ...pair }] : [];
  });
}
