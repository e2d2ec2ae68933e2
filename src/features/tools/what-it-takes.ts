import { refuse, succeed, type Result } from '#core/result.ts';
import {
  fewestSignificantEvents,
  mostEventsOfSignificantFall,
} from '#core/stats/power/fewest-significant-events.ts';
import {
  minimumDetectableDifference,
  sampleSizePerArmForMeans,
} from '#core/stats/power/power-means.ts';
import { minimumDetectableLift, sampleSizePerArm } from '#core/stats/power/power-proportions.ts';
import type { SymmetricShareTest } from '#core/stats/power/share-tests.ts';
import {
  armCounts,
  armMean,
  type SignificanceInputs,
  type TestMethod,
} from './significance-address.ts';
import { armLabel } from './arm-label.ts';

/** What one arm would need to be told from the control: in responses, in effect, in customers. */
export interface Requirement {
  readonly label: string;
  /** Place of the arm in the address. */
  readonly place: number;
  /** For shares: from how many responses on the arm counts as better, and up to how many as worse. */
  readonly responses: {
    readonly given: number;
    readonly better: Result<number>;
    readonly worse: Result<number>;
  } | null;
  /** The smallest rise that arms of these sizes find four times out of five. */
  readonly detectable: Result<number>;
  /** Customers per arm that would find the difference seen, were it the true one, four times out of five. */
  readonly customers: Result<number>;
}

export const wantedPower = 0.8;

/** The level that one comparison is held against: shared out where several carrots are adjusted for. */
export function levelPerComparison({ alpha, adjust, arms }: SignificanceInputs): number {
  return adjust === 'none' ? alpha : alpha / Math.max(1, arms.length - 1);
}

/** What every arm but the control would need; arms that cannot be read are left out. */
export function requirements(inputs: SignificanceInputs): readonly Requirement[] {
  const alpha = levelPerComparison(inputs);
  return inputs.arms.slice(1).flatMap((written, index) => {
    const place = index + 1;
    const arm = { label: armLabel(place), place };
    const found =
      inputs.metric === 'rate'
        ? ofShares(written, inputs, alpha)
        : ofMeans(written, inputs.arms[0] ?? [], alpha);
    return found ? [{ ...arm, ...found }] : [];
  });
}

type Needs = Omit<Requirement, 'label' | 'place'>;

function ofShares(
  written: readonly string[],
  { arms, method }: SignificanceInputs,
  alpha: number,
): Needs | null {
  const [arm, control] = [armCounts(written), armCounts(arms[0] ?? [])];
  if ('problem' in arm || 'problem' in control) return null;
  const open = { control, sizeTreatment: arm.trials, alpha, test: countedTest(method) };
  const events = (limit: Result<{ readonly events: number }>): Result<number> =>
    limit.ok ? succeed(limit.value.events) : limit;
  const baselineShare = control.events / control.trials;
  const plan = { baselineShare, alpha, power: wantedPower };
  const sizes = { sizeTreatment: arm.trials, sizeControl: control.trials };
  const lift = arm.events / arm.trials - baselineShare;
  return {
    responses: {
      given: arm.events,
      better: events(fewestSignificantEvents(open)),
      worse: events(mostEventsOfSignificantFall(open)),
    },
    detectable: minimumDetectableLift({ ...plan, ...sizes }),
    customers: perArm(lift === 0 ? noDifference : sampleSizePerArm({ ...plan, lift })),
  };
}

function ofMeans(
  written: readonly string[],
  writtenControl: readonly string[],
  alpha: number,
): Needs | null {
  const [arm, control] = [armMean(written), armMean(writtenControl)];
  if ('problem' in arm || 'problem' in control) return null;
  const pooled =
    ((arm.count - 1) * arm.standardDeviation ** 2 +
      (control.count - 1) * control.standardDeviation ** 2) /
    (arm.count + control.count - 2);
  const plan = { standardDeviation: Math.sqrt(pooled), alpha, power: wantedPower };
  const difference = arm.mean - control.mean;
  return {
    responses: null,
    detectable: minimumDetectableDifference({
      ...plan,
      sizeTreatment: arm.count,
      sizeControl: control.count,
    }),
    customers: perArm(
      difference === 0 ? noDifference : sampleSizePerArmForMeans({ ...plan, difference }),
    ),
  };
}

const noDifference = refuse({ code: 'no-difference-seen' });

function perArm(sizes: Result<{ readonly exactSizeControl: number }>): Result<number> {
  return sizes.ok ? succeed(sizes.value.exactSizeControl) : sizes;
}

/** The test that decides on a number of responses: Boschloo's has no such table, Fisher's is its cautious neighbour. */
export function countedTest(method: TestMethod): SymmetricShareTest {
  if (method === 'pooled-z') return 'pooled-z';
  return method === 'fisher' || method === 'boschloo' ? 'fisher' : 'score';
}
