import { refuse, succeed, type Result } from '#core/result.ts';
import { exactDetectableLift, exactPowerOfProportions } from '#core/stats/power/exact-power.ts';
import { exactSizePerArm } from '#core/stats/power/exact-size.ts';
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
import type { SampleSizeInputs, SizeMethod } from './sample-size-address.ts';
import { alternativeOf, levelOfEach } from './several-carrots.ts';

/** The size of one arm: the value of the formula, and whole customers. */
export interface PlannedSize {
  readonly exact: number;
  readonly whole: number;
}

export interface Plan {
  readonly control: PlannedSize;
  /** One treatment arm. */
  readonly treatment: PlannedSize;
  readonly treatments: number;
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
  const arms = { control, treatment, treatments: inputs.treatments };
  const detectable = detectableLift(inputs, n, treatment.exact);
  if (inputs.lift !== null) {
    const reached = powerAt(inputs, inputs.lift, n, treatment.exact);
    if (!reached.ok) return reached;
    return succeed({ ...arms, lift: inputs.lift, power: reached, detectable });
  }
  if (!detectable.ok) return detectable;
  return succeed({ ...arms, lift: detectable.value, power: succeed(power), detectable });
}

function planOf(
  inputs: SampleSizeInputs,
  control: PlannedSize,
  treatment: PlannedSize,
  lift: number,
): Plan {
  // The list correction speaks of the list only; power is that of the uncorrected test.
  const corrected = isCorrected(inputs);
  const power = corrected
    ? succeed(inputs.power)
    : powerAt(inputs, lift, control.whole, treatment.whole);
  const detectable = corrected
    ? succeed(Math.abs(lift))
    : detectableLift(inputs, control.whole, treatment.whole);
  return { control, treatment, treatments: inputs.treatments, lift, power, detectable };
}

/** Whether the sizes are reduced to speak of one list only; counted sizes never are. */
export function isCorrected({ metric, population, method, n }: SampleSizeInputs): boolean {
  return metric === 'rate' && population !== null && method !== 'exact' && n === null;
}

/** Whole customers for planning: rounded up, unless the fraction is only the last digit of the arithmetic. */
export function wholeSize(exact: number): number {
  return Math.ceil(Number(exact.toPrecision(12)));
}

/** The sizes that a lift needs by one of the formulas in use, or by counting. */
export function sizesFor(
  inputs: SampleSizeInputs,
  lift: number,
  method: SizeMethod = inputs.method,
): Result<{ readonly control: PlannedSize; readonly treatment: PlannedSize }> {
  if (inputs.metric === 'rate' && method === 'exact') return countedSizes(inputs, lift);
  const { power, ratio, sides, population } = inputs;
  const alpha = levelOfEach(inputs);
  const sizes =
    inputs.metric === 'rate'
      ? sampleSizePerArm({
          baselineShare: inputs.baseline,
          alpha,
          sides,
          method: formulaOf(method),
          lift,
          power,
          ratio,
          ...(population !== null && { population }),
        })
      : sampleSizePerArmForMeans({
          standardDeviation: inputs.sd,
          alpha,
          sides,
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

/** Beyond this the count takes seconds, and no formula is off by more than a handful of customers. */
const mostCounted = 20_000;

/** The smallest arms that have the power by counting every outcome. */
function countedSizes(
  inputs: SampleSizeInputs,
  lift: number,
): Result<{ readonly control: PlannedSize; readonly treatment: PlannedSize }> {
  const formula = sizesFor(inputs, lift, 'r');
  if (!formula.ok) return formula;
  const { control, treatment } = formula.value;
  if (control.whole > mostCounted || treatment.whole > mostCounted) {
    return refuse({ code: 'too-large-to-count', most: mostCounted });
  }
  const { baseline: baselineShare, power, ratio } = inputs;
  const alpha = levelOfEach(inputs);
  const alternative = alternativeOf(inputs, lift);
  const sizes = exactSizePerArm({ baselineShare, alpha, alternative, lift, power, ratio });
  if (!sizes.ok) return sizes;
  const { sizeControl, sizeTreatment } = sizes.value;
  return succeed({
    control: { exact: sizeControl, whole: sizeControl },
    treatment: { exact: sizeTreatment, whole: sizeTreatment },
  });
}

const formulaOf = (method: SizeMethod) => (method === 'exact' ? 'r' : method);

/** How likely arms of these sizes find the lift. */
export function powerAt(
  inputs: SampleSizeInputs,
  lift: number,
  sizeControl: number,
  sizeTreatment: number,
): Result<number> {
  const { sides, method, baseline: baselineShare } = inputs;
  const alpha = levelOfEach(inputs);
  if (inputs.metric === 'rate' && method === 'exact') {
    const alternative = alternativeOf(inputs, lift);
    const sizes = { sizeControl: wholeSize(sizeControl), sizeTreatment: wholeSize(sizeTreatment) };
    return exactPowerOfProportions({ baselineShare, alpha, alternative, lift, ...sizes });
  }
  return finite(
    inputs.metric === 'rate'
      ? powerOfProportions({
          baselineShare,
          alpha,
          sides,
          method: formulaOf(method),
          lift,
          sizeControl,
          sizeTreatment,
        })
      : powerOfMeans({
          standardDeviation: inputs.sd,
          alpha,
          sides,
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
  const { sides, method, power, baseline: baselineShare } = inputs;
  const alpha = levelOfEach(inputs);
  if (inputs.metric === 'rate' && method === 'exact') {
    const alternative = sides === 1 ? 'greater' : 'two-sided';
    const sizes = { sizeControl: wholeSize(sizeControl), sizeTreatment: wholeSize(sizeTreatment) };
    return exactDetectableLift({ baselineShare, alpha, alternative, power, ...sizes });
  }
  return finite(
    inputs.metric === 'rate'
      ? minimumDetectableLift({
          baselineShare,
          alpha,
          sides,
          method: formulaOf(method),
          power,
          sizeControl,
          sizeTreatment,
        })
      : minimumDetectableDifference({
          standardDeviation: inputs.sd,
          alpha,
          sides,
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

/** The customers of all arms together. */
export function totalSize({ control, treatment, treatments }: Plan): PlannedSize {
  return {
    exact: control.exact + treatments * treatment.exact,
    whole: control.whole + treatments * treatment.whole,
  };
}
