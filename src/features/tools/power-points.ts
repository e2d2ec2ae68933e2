import type { SampleSizeInputs } from './sample-size-address.ts';
import { powerAt, type Plan } from './sample-size-result.ts';

export interface PowerPoint {
  readonly size: number;
  readonly power: number;
}

const steps = 48;

/** The power at sizes of the control from next to nothing to twice the plan, or more where the plan is too weak. */
export function powerPoints(inputs: SampleSizeInputs, plan: Plan): readonly PowerPoint[] {
  const reached = plan.power.ok ? plan.power.value : inputs.power;
  const largest = plan.control.exact * (reached < 0.5 ? 6 : 2);
  return Array.from({ length: steps }, (_, step) => (largest * (step + 1)) / steps).flatMap(
    (size) => {
      const power = powerAt(inputs, plan.lift, size, size * inputs.ratio);
      return power.ok ? [{ size, power: power.value }] : [];
    },
  );
}
