import { refuse, succeed, type Result } from '#core/result.ts';
import {
  minimumDetectableDifference,
  powerOfMeans,
  sampleSizePerArmForMeans,
} from '#core/stats/power/power-means.ts';
import {
  minimumDetectableLift,
  powerOfProportions,
  sampleSizePerArm,
} from '#core/stats/power/power-proportions.ts';
import type { ProportionPowerMethod } from '#core/stats/power/proportion-power-scale.ts';
import type { SampleSizeInputs } from './sample-size-address.ts';

/** The size of one arm: the value of the formula, and whole customers. */
export interface PlannedSize {
  readonly exact: number;
  readonly whole: number;
}

export interface Plan {
  readonly control: PlannedSize;
  readonly treatment: PlannedSize;
  readonly lift: number;
  readonly power: Result<number>;
  /** The smallest rise that these sizes find with the wanted power. */
  readonly detectable: Result<number>;
}

export type Question = 'size' | 'power' | 'lift';

/** What the address asks for, by what it leaves out. */
export function questionOf({ n, lift }: SampleSizeInputs): Question {
  if (n === null) return 'size';
  return lift === null ? 'lift' : 'power';
}

/** More customers per arm than this are no plan. */
const mostCustomers = 1e9;

/** Sizes, power and smallest detectable lift of the plan, or why there is none. */
export function samplePlan(inputs: SampleSizeInputs): Result<Plan> {
  const { n, ratio, power } = inputs;
  if (n === null) {
    const { lift } = inputs;
    if (lift === null) return refuse({ code: 'invalid-lift' });
    const sizes = sizesFor(inputs, lift);
    if (!sizes.ok) return sizes;
    return succeed(planOf(inputs, sizes.value.control, sizes.value.treatment, lift));
  }
  const control = { exact: n, whole: n };
  const treatment = { exact: n * ratio, whole: wholeSize(n * ratio) };
  const detectable = detectableLift(inputs, n, treatment.exact);
  if (inputs.lift !== null) {
    const reached = powerAt(inputs, inputs.lift, n, treatment.exact);
    if (!reached.ok) return reached;
    return succeed({ control, treatment, lift: inputs.lift, power: reached, detectable });
  }
  if (!detectable.ok) return detectable;
  return succeed({ control, treatment, lift: detectable.value, power: succeed(power), detectable });
}

function planOf(
  inputs: SampleSizeInputs,
  control: PlannedSize,
  treatment: PlannedSize,
  lift: number,
): Plan {
  // The list correction speaks of the list only; power is that of the uncorrected test.
  const corrected = inputs.metric === 'rate' && inputs.population !== null;
  const power = corrected
    ? succeed(inputs.power)
    : powerAt(inputs, lift, control.whole, treatment.whole);
  const detectable = corrected
    ? succeed(Math.abs(lift))
    : detectableLift(inputs, control.whole, treatment.whole);
  return { control, treatment, lift, power, detectable };
}

/** Whole customers for planning: rounded up, unless the fraction is only the last digit of the arithmetic. */
export function wholeSize(exact: number): number {
  return Math.ceil(Number(exact.toPrecision(12)));
}

/** The sizes that a lift needs by one of the formulas in use. */
export function sizesFor(
  inputs: SampleSizeInputs,
  lift: number,
  method: ProportionPowerMethod = 'r',
): Result<{ readonly control: PlannedSize; readonly treatment: PlannedSize }> {
  const { alpha, power, ratio, population } = inputs;
  const sizes =
    inputs.metric === 'rate'
      ? sampleSizePerArm({
          baselineShare: inputs.baseline,
          alpha,
          method,
          lift,
          power,
          ratio,
          ...(population !== null && { population }),
        })
      : sampleSizePerArmForMeans({
          standardDeviation: inputs.sd,
          alpha,
          difference: lift,
          power,
          ratio,
        });
  if (!sizes.ok) return sizes;
  const { exactSizeControl, exactSizeTreatment } = sizes.value;
  const total = exactSizeControl + exactSizeTreatment;
  if (Number.isNaN(total)) return refuse({ code: 'out-of-numbers' });
  if (total > mostCustomers) return refuse({ code: 'effect-too-small', lift });
  return succeed({
    control: { exact: exactSizeControl, whole: wholeSize(exactSizeControl) },
    treatment: { exact: exactSizeTreatment, whole: wholeSize(exactSizeTreatment) },
  });
}

/** How likely arms of these sizes find the lift. */
export function powerAt(
  inputs: SampleSizeInputs,
  lift: number,
  sizeControl: number,
  sizeTreatment: number,
): Result<number> {
  const { alpha } = inputs;
  return finite(
    inputs.metric === 'rate'
      ? powerOfProportions({
          baselineShare: inputs.baseline,
          alpha,
          lift,
          sizeControl,
          sizeTreatment,
        })
      : powerOfMeans({
          standardDeviation: inputs.sd,
          alpha,
          difference: lift,
          sizeControl,
          sizeTreatment,
        }),
  );
}

function detectableLift(
  inputs: SampleSizeInputs,
  sizeControl: number,
  sizeTreatment: number,
): Result<number> {
  const { alpha, power } = inputs;
  return finite(
    inputs.metric === 'rate'
      ? minimumDetectableLift({
          baselineShare: inputs.baseline,
          alpha,
          power,
          sizeControl,
          sizeTreatment,
        })
      : minimumDetectableDifference({
          standardDeviation: inputs.sd,
          alpha,
          power,
          sizeControl,
          sizeTreatment,
        }),
  );
}

/** An effect of billions of standard deviations is beyond double precision. */
function finite(result: Result<number>): Result<number> {
  return result.ok && !Number.isFinite(result.value) ? refuse({ code: 'out-of-numbers' }) : result;
}
