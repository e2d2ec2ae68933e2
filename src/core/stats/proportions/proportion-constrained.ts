import type { ArmCounts } from './arm-counts.ts';

const mostSteps = 200;

/**
 * The most likely control share if the treatment share were exactly `difference` higher.
 * `difference`: -1 to 1, in shares; the answer keeps both shares within 0 to 1. Refuses nothing.
 * The maximum of the likelihood under p1 = p0 + d (Miettinen & Nurminen 1985, appendix I). The slope of the
 * log-likelihood falls steadily, so Newton steps held inside a bracket find it to the last digit, where the closed
 * trigonometric root loses half of them near d = 0.
 */
export function constrainedControlShare(
  treatment: ArmCounts,
  control: ArmCounts,
  difference: number,
): number {
  const total = treatment.trials + control.trials;
  const events = treatment.events + control.events;
  if (difference === 0) return events / total;
  let low = Math.max(0, -difference);
  let high = Math.min(1, 1 - difference);
  const slope = (share: number): Slope => likelihoodSlope(treatment, control, share, difference);
  if (slope(low).value <= 0) return low;
  if (slope(high).value >= 0) return high;
  let share = (events - treatment.trials * difference) / total;
  for (let step = 0; step < mostSteps; step += 1) {
    if (!(share > low && share < high)) share = (low + high) / 2;
    if (share === low || share === high) break;
    const { value, steepness } = slope(share);
    if (value > 0) low = share;
    else high = share;
    const next = share + value / steepness;
    const settled = Math.abs(next - share) <= Number.EPSILON * share;
    share = next;
    if (settled) break;
  }
  return Math.min(high, Math.max(low, share));
}

interface Slope {
  readonly value: number;
  readonly steepness: number;
}

/** The derivative of the log-likelihood in the control share, and how fast it falls there. */
function likelihoodSlope(
  treatment: ArmCounts,
  control: ArmCounts,
  share: number,
  difference: number,
): Slope {
  const shifted = share + difference;
  let value = 0;
  let steepness = 0;
  const add = (count: number, at: number, sign: 1 | -1): void => {
    if (count === 0) return;
    const held = Math.max(at, 0);
    value += (sign * count) / held;
    steepness += count / (held * held);
  };
  add(control.events, share, 1);
  add(control.trials - control.events, 1 - share, -1);
  add(treatment.events, shifted, 1);
  add(treatment.trials - treatment.events, 1 - shifted, -1);
  return { value, steepness };
}
