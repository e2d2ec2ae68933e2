import type {
  Expected,
  ForecastPart,
  ForecastTerms,
  ListForecast,
} from '../rollout/list/list-forecast.ts';
import {
  carrotSources,
  type ChannelConsent,
  type LeftOut,
  type ListPlan,
  type WaveLimit,
  type WavePlan,
} from '../rollout/list/list-plan.ts';
import type { RolloutList, RolloutOutcome, RolloutPool } from '../rollout/list/rollout-list.ts';
import { processChecks, type ProcessSheet } from '../rollout/process.ts';
import { responseFileShape, totalsShape, windowShape } from './analysis-shape.ts';
import { designShape } from './design-shape.ts';
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

/** The shape of how a rollout list is to be drawn. */
export const listPlanShape = record<ListPlan>({
  carrots: oneOf(carrotSources),
  leftOut: record<LeftOut>({ tested: flag, heldOut: flag, rolledOut: flag }),
  consents: listOf(
    record<ChannelConsent>({ channel: text, column: orNull(text), values: listOf(text) }),
  ),
  waves: variants<WavePlan>('kind', {
    count: record({ kind: oneOf(['count']), waves: count }),
    limit: record({
      kind: oneOf(['limit']),
      limits: listOf(record<WaveLimit>({ channel: text, most: count })),
    }),
  }),
});

const expected = record<Expected>({ estimate: number, standardError: number, chance: number });

const forecast = record<ListForecast>({
  conclusion: orNull(text),
  terms: listOf(
    record<ForecastTerms>({
      arm: text,
      marginPerResponse: number,
      rewardPerResponse: number,
      costPerContact: number,
    }),
  ),
  parts: listOf(
    record<ForecastPart>({
      arm: orNull(text),
      contacted: count,
      heldBack: count,
      treatmentShare: expected,
      controlShare: orNull(expected),
      difference: orNull(expected),
      profitPerContact: orNull(expected),
      salesPerContact: orNull(expected),
    }),
  ),
});

const perCell = listOf(count);

/** The shape of a rollout list that was drawn. */
export const rolloutListShape = record<RolloutList>({
  id: count,
  algorithm: text,
  seed: text,
  design: designShape,
  plan: listPlanShape,
  holdoutShare: number,
  carrots: listOf(orNull(text)),
  pool: record<RolloutPool>({
    eligible: perCell,
    tested: perCell,
    heldOut: perCell,
    rolledOut: perCell,
    withoutCarrot: perCell,
    withoutConsent: perCell,
    left: perCell,
  }),
  counts: listOf(perCell),
  runningExperiments: listOf(count),
  listFingerprint: text,
  drawnAt: text,
  forecast: orNull(forecast),
  outcome: orNull(
    record<RolloutOutcome>({
      file: responseFileShape,
      window: orNull(windowShape),
      readAt: text,
      totals: totalsShape,
    }),
  ),
});

/** The shape of a process sheet. */
export const processShape = record<ProcessSheet>({
  organisation: text,
  responsible: text,
  senders: listOf(record<ProcessSheet['senders'][number]>({ channel: text, name: text })),
  startsOn: orNull(day),
  daysBetweenWaves: count,
  workdaysOnly: flag,
  sendFrom: text,
  sendUntil: text,
  nightConsent: flag,
  responseWindowDays: orNull(count),
  responseCode: text,
  responseFile: text,
  responseSender: text,
  checks: listOf(oneOf(processChecks)),
  memo: text,
});
