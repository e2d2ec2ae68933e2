import { refuse, succeed, type Result } from '#core/result.ts';
import {
  minimumDetectableLift,
  sampleSizePerArm,
  type ArmSizes,
} from '#core/stats/power/power-proportions.ts';
import { chainOf, reachedBy } from './chain.ts';
import { chainMoney, type StepMoney } from './chain-money.ts';
import type { WinBackInputs } from './win-back-inputs.ts';

/** How surely an experiment shall tell. Both between 0 and 1. */
export interface ExperimentAims {
  readonly alpha: number;
  readonly power: number;
}

/** Whether one step of keeping customers pays for itself. Money as worth when the step happens, shares 0..1. */
export interface FollowUpWorth {
  readonly reached: number;
  readonly cost: number;
  /** Share of those reached who remain after it. */
  readonly keptShare: Result<number>;
  /** What one customer who remains leaves until the end, after the further follow-ups. */
  readonly valuePerRemaining: number;
  /** By how much the step must raise the share who remain to pay for itself. */
  readonly breakEvenChange: Result<number>;
  /** By how much it did, against an arm without it. */
  readonly change: Result<number>;
  /** What the step earned beyond its cost, against an arm without it. */
  readonly profit: Result<number>;
  /** What the step would earn at the best, had nobody remained without it; and at the worst, had all: minus its cost. */
  readonly mostProfit: number;
  /** The experiment that would find the break-even change, half of the customers without the step. */
  readonly experiment: Result<ArmSizes>;
  /** The smallest rise that half of the customers reached, against the other half, would show. */
  readonly detectableChange: Result<number>;
}

/**
 * For every step of keeping customers: what it must change to pay for itself, what it changed where an arm without it is
 * known, and the experiment that would tell where none is.
 * A step costs c for each of the n whom it reaches and a customer who remains is worth v: it pays when it raises the share
 * who remain by more than c / v. Whether it does is a question about those reached alone: no holdout of the contact is
 * needed, but an arm of them without the step.
 * `inputs`: as `winBack` takes them, checked by it; `aims`: false-alarm chance over both sides, and power.
 * Refusals stand in the fields: `no-responses` (nobody was reached), `remaining-worth-nothing` (a customer who remains
 * leaves nothing), `everybody-is-not-enough` (even keeping all of those who stayed would not pay), `never-tested` (no arm
 * without the step), `costs-nothing` (a free step needs no proof that it pays), and what `sampleSizePerArm` and
 * `minimumDetectableLift` refuse.
 * Source: Fleiss, Levin & Paik (2003), chapter 4, for the sizes; R `power.prop.test`.
 * Example: the deck's thanks call costs 500, a retained customer leaves 54,000: it pays from 0.926 points on.
 */
export function followUpWorths(
  inputs: WinBackInputs,
  aims: ExperimentAims,
): readonly FollowUpWorth[] {
  const chain = chainOf(inputs);
  const marginPerOrder = chain.marginShare * chain.orderValue;
  return chain.steps.map((step, place) => {
    const reached = reachedBy(chain, place);
    // The chain from here on, so that all money is worth at the moment of this step.
    const rest = { ...chain, responded: reached, steps: chain.steps.slice(place) };
    const [now, ...later] = chainMoney(rest).steps;
    const marginOf = (each: StepMoney | undefined) =>
      marginPerOrder * (each?.presentOrdersEach ?? 0);
    const laterProfit = later.reduce(
      (sum, each) => sum + marginOf(each) * each.remaining - each.presentCost,
      0,
    );
    const valuePerRemaining =
      marginOf(now) + (step.remaining > 0 ? laterProfit / step.remaining : 0);
    const cost = step.costPerCustomer * reached;
    const keptShare: Result<number> =
      reached > 0 ? succeed(step.remaining / reached) : refuse({ code: 'no-responses' });
    const needed = breakEvenChange(step.costPerCustomer, valuePerRemaining, keptShare);
    const { shareWithout } = step;
    const change: Result<number> =
      shareWithout === null
        ? refuse({ code: 'never-tested' })
        : keptShare.ok
          ? succeed(keptShare.value - shareWithout)
          : keptShare;
    return {
      reached,
      cost,
      keptShare,
      valuePerRemaining,
      breakEvenChange: needed,
      change,
      profit: change.ok ? succeed(change.value * reached * valuePerRemaining - cost) : change,
      mostProfit: step.remaining * valuePerRemaining - cost,
      experiment: neededExperiment(keptShare, needed, aims),
      detectableChange: detectableChange(keptShare, reached, aims),
    };
  });
}

function breakEvenChange(
  costPerCustomer: number,
  value: number,
  keptShare: Result<number>,
): Result<number> {
  if (!keptShare.ok) return keptShare;
  if (costPerCustomer === 0) return succeed(0);
  if (!(value > 0)) return refuse({ code: 'remaining-worth-nothing', value });
  const needed = costPerCustomer / value;
  return needed <= keptShare.value
    ? succeed(needed)
    : refuse({ code: 'everybody-is-not-enough', needed, keptShare: keptShare.value });
}

/** From the share that would remain without the step, were the step just worth its cost, to the share that does. */
function neededExperiment(
  keptShare: Result<number>,
  needed: Result<number>,
  aims: ExperimentAims,
): Result<ArmSizes> {
  if (!keptShare.ok) return keptShare;
  if (!needed.ok) return needed;
  if (needed.value === 0) return refuse({ code: 'costs-nothing' });
  const baselineShare = keptShare.value - needed.value;
  return sampleSizePerArm({ ...aims, baselineShare, lift: needed.value });
}

function detectableChange(
  keptShare: Result<number>,
  reached: number,
  aims: ExperimentAims,
): Result<number> {
  if (!keptShare.ok) return keptShare;
  const half = reached / 2;
  const fall = minimumDetectableLift({
    ...aims,
    baselineShare: keptShare.value,
    sizeTreatment: half,
    sizeControl: half,
    direction: 'fall',
  });
  return fall.ok ? succeed(-fall.value) : fall;
}
