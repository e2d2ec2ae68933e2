import { directions, metrics, programs, type Brief, type Hypothesis } from '../design/brief.ts';
import { channelKinds, type Channel } from '../design/channel.ts';
import type {
  Allocation,
  Arm,
  Attribute,
  Banding,
  CellRule,
  Design,
  Earnings,
  FoundAllocation,
} from '../design/design.ts';
import {
  factorKinds,
  type ArmFactor,
  type ArmLevel,
  type FactorPlan,
} from '../design/factor-plan.ts';
import type { LevelChoice } from '../design/factorial/factor-space.ts';
import { planKinds } from '../design/factorial/plan-suggestion.ts';
import type { PlanGoal } from '../design/planning/plan-goal.ts';
import { looksShape, question, questionPlan } from './question-shape.ts';
import { eligibilityShape, variable } from './eligibility-shape.ts';
import {
  count,
  day,
  flag,
  listOf,
  number,
  oneOf,
  orNull,
  record,
  text,
  variants,
} from './shape.ts';

const sinceDate = record<Extract<Banding, { kind: 'months-since' | 'days-since' }>>({
  kind: oneOf(['months-since', 'days-since']),
  cuts: listOf(number),
});

const banding = variants<Banding>('kind', {
  number: record({ kind: oneOf(['number']), cuts: listOf(number) }),
  'months-since': sinceDate,
  'days-since': sinceDate,
  category: record({ kind: oneOf(['category']), groups: listOf(listOf(text)) }),
});

const attribute = record<Attribute>({
  id: text,
  name: text,
  variable,
  banding,
  levelNames: listOf(text),
  unknownName: orNull(text),
  highestFirst: flag,
});

const channel = record<Channel>({
  id: text,
  name: text,
  kind: oneOf(channelKinds),
  costPerContact: number,
  reachShare: number,
});

const levelChoice = record<LevelChoice>({ factor: text, level: text });

const arm = record<Arm>({
  id: text,
  name: text,
  role: oneOf(['holdout', 'carrot']),
  channel: orNull(text),
  costPerReward: number,
  valueToCustomer: orNull(number),
  redemptionShare: number,
  expectedLift: orNull(number),
  run: orNull(listOf(levelChoice)),
});

const shareOfTotal = record<Extract<Allocation, { total: number }>>({
  kind: oneOf(['proportional', 'root-control', 'neyman']),
  total: number,
});

const allocation = variants<Allocation>('kind', {
  equal: record({ kind: oneOf(['equal']), perCellAndArm: number }),
  proportional: shareOfTotal,
  'root-control': shareOfTotal,
  neyman: shareOfTotal,
  'cost-optimal': record({ kind: oneOf(['cost-optimal']), budget: number }),
  optimised: record<FoundAllocation>({
    kind: oneOf(['optimised']),
    goal: variants<PlanGoal>('kind', {
      cheapest: record({ kind: oneOf(['cheapest']), power: number }),
      'best-worst': record({ kind: oneOf(['best-worst']), budget: number }),
    }),
    least: count,
    foundFor: text,
    counts: listOf(listOf(count)),
    answers: listOf(record<FoundAllocation['answers'][number]>({ question, power: number })),
  }),
});

const factorPlan = record<FactorPlan>({
  factors: listOf(
    record<ArmFactor>({
      id: text,
      name: text,
      kind: oneOf(factorKinds),
      levels: listOf(
        record<ArmLevel>({
          id: text,
          name: text,
          offer: orNull(
            record<NonNullable<ArmLevel['offer']>>({
              costPerReward: number,
              valueToCustomer: orNull(number),
              redemptionShare: number,
            }),
          ),
          channel: orNull(text),
        }),
      ),
    }),
  ),
  forbidden: listOf(listOf(levelChoice)),
  kind: orNull(oneOf(planKinds)),
});

const brief = record<Brief>({
  program: oneOf(programs),
  purpose: text,
  startsOn: orNull(day),
  endsOn: orNull(day),
  responseWindowDays: orNull(number),
  primaryMetric: oneOf(metrics),
  guardMetrics: listOf(oneOf(metrics)),
  hypotheses: listOf(record<Hypothesis>({ id: text, text, direction: oneOf(directions) })),
});

/** The shape of a design. Whether it can be drawn is for the design's own checks. */
export const designShape = record<Design>({
  brief,
  asOf: text,
  eligibility: eligibilityShape,
  attributes: listOf(attribute),
  controlFactors: listOf(variable),
  arms: listOf(arm),
  channels: listOf(channel),
  factorPlan: orNull(factorPlan),
  allocation,
  cellRules: listOf(
    record<CellRule>({ cell: count, isOff: flag, least: orNull(count), most: orNull(count) }),
  ),
  budget: orNull(number),
  power: record({ baselineShare: number, lift: number, alpha: number }),
  questionPlan,
  looks: looksShape,
  earnings: orNull(
    record<Earnings>({
      profitPerResponse: number,
      meanLift: orNull(number),
      liftSpread: number,
      cellSpread: number,
      baselineSpread: number,
    }),
  ),
});
