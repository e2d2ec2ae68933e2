import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { channelOf, liftOfArm } from '../channel.ts';
import type { Arm, Design } from '../design.ts';
import {
  plannedQuestions,
  questionedFrame,
  type QuestionedDesign,
} from '../questions/judge-plan.ts';
import type { PlanFrame } from '../questions/plan-frame.ts';
import { questionPower } from '../questions/question-power.ts';
import type { CharacteristicsPlan } from './plan-replay.ts';
import type { DialPlan } from './profit-dial.ts';
import type { PlannedQuestion } from './question-requirements.ts';

/** What of a design decides what it earns, and how it fares in the long run. */
export type OutlookDesign = QuestionedDesign & Pick<Design, 'earnings'>;

/** A design with its cells counted and its sample shared out. */
export interface CountedDesign {
  readonly design: OutlookDesign;
  /** Eligible customers per cell. */
  readonly population: readonly number[];
  /** Customers drawn, [cell][arm]. */
  readonly counts: readonly (readonly number[])[];
}

/** Nobody has said yet what a response leaves, or the shares expected are none. */
export type OutlookProblem = Problem<'earnings-unknown'> | Problem<'shares-impossible'>;

/**
 * What the profit dial is turned on for a design: carrots are expected to lift the share by what the design says of each,
 * thinned by the reach of its channel (or all by the mean of past carrots, measured over all who were contacted), a reward is
 * paid for as often as it is redeemed, a holdout costs nothing, and one arm goes to the rest of the list.
 * Refuses `earnings-unknown` and `shares-impossible`.
 * Example: 5 points among the 80% reached are 4 points; a reward of 5,000 redeemed by half costs 2,500 per response.
 */
export function dialPlanOf(counted: CountedDesign): Result<DialPlan, OutlookProblem> {
  const { design, population, counts } = counted;
  const { earnings, arms, power } = design;
  if (!earnings) return refuse({ code: 'earnings-unknown' });
  const frame = questionedFrame(design, population, counts);
  if (!frame) return refuse({ code: 'shares-impossible' });
  const { profitPerResponse, meanLift, liftSpread, cellSpread, baselineSpread } = earnings;
  return succeed({
    frame,
    prior: {
      meanLifts: arms.map((arm) =>
        arm.role === 'holdout' ? 0 : (meanLift ?? liftOfArm(design, arm)),
      ),
      liftSpread,
      cellSpread,
      baselineShare: power.baselineShare,
      baselineSpread,
    },
    value: {
      profitPerResponse,
      costPerContact: arms.map((arm) => channelOf(design, arm)?.costPerContact ?? 0),
      costPerReward: arms.map(rewardPerResponse),
    },
    rule: 'one',
  });
}

/**
 * The design as its long run is played through: the questions that it can answer, tested as the results will be (two arms with
 * the variance of "no difference"), and once it is known what a response leaves, what a rollout to everybody earns.
 * `leftOut`: questions that the plan has no customers for. Refuses `shares-impossible`.
 */
export function characteristicsPlanOf({
  design,
  population,
  counts,
}: CountedDesign): Result<
  { readonly plan: CharacteristicsPlan; readonly leftOut: readonly PlannedQuestion[] },
  OutlookProblem
> {
  const frame = questionedFrame(design, population, counts);
  if (!frame) return refuse({ code: 'shares-impossible' });
  const asked = plannedQuestions(design, frame).map((planned) => ({
    planned,
    canBeAsked: questionPower(frame, planned.question, { alpha: planned.alpha }).ok,
  }));
  const pick = (wanted: boolean) =>
    asked.flatMap(({ planned, canBeAsked }) => (canBeAsked === wanted ? [planned] : []));
  const { earnings } = design;
  return succeed({
    plan: {
      frame,
      questions: pick(true),
      nullVariance: 'pooled',
      ...(earnings && {
        rollout: {
          profitPerResponse: earnings.profitPerResponse,
          costPerCustomer: costPerCustomer(design, frame),
        },
      }),
    },
    leftOut: pick(false),
  });
}

/** Money per contacted customer of each arm: the contact, and the reward of those who respond and redeem it. */
function costPerCustomer(design: OutlookDesign, frame: PlanFrame): readonly number[] {
  const customers = frame.population.reduce((sum, count) => sum + count, 0);
  return design.arms.map((arm, place) => {
    const channel = channelOf(design, arm);
    if (!channel || customers === 0) return 0;
    const responses = frame.population.reduce(
      (sum, count, cell) => sum + count * (frame.shares[cell]?.[place] ?? 0),
      0,
    );
    return channel.costPerContact + (responses / customers) * rewardPerResponse(arm);
  });
}

function rewardPerResponse({ role, costPerReward, redemptionShare }: Arm): number {
  return role === 'holdout' ? 0 : costPerReward * redemptionShare;
}
