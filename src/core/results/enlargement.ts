import { refuse, succeed, type Result } from '#core/result.ts';
import { minimumDetectableLift, sampleSizePerArm } from '#core/stats/power/power-proportions.ts';

/** What the next experiment would need. Both are reckoned for a power of 0.8 at `alpha`, which knows of all carrots. */
export interface Enlargement {
  readonly alpha: number;
  /** The smallest difference of shares that arms of this size would have shown. */
  readonly smallestDetectable: Result<number>;
  /** How many more customers per arm would settle it, if the difference is truly as large as it looks. */
  readonly moreCustomersPerArm: Result<number>;
}

/** Two arms that could not be told apart. */
export interface Unsettled {
  /** Response share of the lower arm, 0..1. */
  readonly baselineShare: number;
  /** How far the upper arm is ahead, in shares. */
  readonly lift: number;
  readonly sizeControl: number;
  readonly sizeTreatment: number;
  /** Accepted share of false alarms in one comparison, 0..1. */
  readonly alpha: number;
}

const wantedPower = 0.8;

/**
 * What would tell two arms apart that an experiment could not.
 * A part that cannot be reckoned says why: that of its method, or `large-enough-already`.
 * Example: 30 of 500 against 25 of 500 at 0.05 wants 7,658 more customers per arm.
 */
export function enlarge({
  baselineShare,
  lift,
  sizeControl,
  sizeTreatment,
  alpha,
}: Unsettled): Enlargement {
  const plan = { baselineShare, alpha, power: wantedPower };
  const needed = sampleSizePerArm({ ...plan, lift });
  const smallest = Math.min(sizeTreatment, sizeControl);
  return {
    alpha,
    smallestDetectable: minimumDetectableLift({ ...plan, sizeTreatment, sizeControl }),
    moreCustomersPerArm: !needed.ok
      ? needed
      : needed.value.sizeControl > smallest
        ? succeed(needed.value.sizeControl - smallest)
        : refuse({ code: 'large-enough-already', needed: needed.value.sizeControl, smallest }),
  };
}
