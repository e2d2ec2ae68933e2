import { directions, metrics, programs, type Brief, type Hypothesis } from '../design/brief.ts';
import { channelKinds, type Channel } from '../design/channel.ts';
import type { Allocation, Arm, Attribute, Banding, Design } from '../design/design.ts';
import { eligibilityShape, variable } from './eligibility-shape.ts';
import { day, flag, listOf, number, oneOf, orNull, record, text, variants } from './shape.ts';

const banding = variants<Banding>('kind', {
  number: record({ kind: oneOf(['number']), cuts: listOf(number) }),
  'months-since': record({ kind: oneOf(['months-since']), cuts: listOf(number) }),
  category: record({ kind: oneOf(['category']), groups: listOf(listOf(text)) }),
});

const attribute = record<Attribute>({
  id: text,
  name: text,
  variable,
  banding,
  levelNames: listOf(text),
  highestFirst: flag,
});

const channel = record<Channel>({
  id: text,
  name: text,
  kind: oneOf(channelKinds),
  costPerContact: number,
  reachShare: number,
});

const arm = record<Arm>({
  id: text,
  name: text,
  role: oneOf(['holdout', 'carrot']),
  channel: orNull(text),
  costPerReward: number,
  valueToCustomer: orNull(number),
  redemptionShare: number,
});

const allocation = variants<Allocation>('kind', {
  equal: record({ kind: oneOf(['equal']), perCellAndArm: number }),
  proportional: record({ kind: oneOf(['proportional']), total: number }),
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
  allocation,
  power: record({ baselineShare: number, lift: number, alpha: number }),
});
