import type { Assignment, TopUp } from '../assignment/assignment.ts';
import type { BalanceSearch } from '../assignment/balance-rule.ts';
import type { AnalysisPlan, OutcomeSource, Strata } from '../results/analysis.ts';
import type { RolloutPlan, WinBackInputs } from '../rollout/plan.ts';
import { planParts, type PlanFreeze, type PlanPart } from '../design/plan-freeze.ts';
import { designShape } from './design-shape.ts';
import type { CarrotOutcome, Experiment, ExperimentOutcome } from './project-document.ts';
import { count, listOf, number, oneOf, orNull, record, text, variants } from './shape.ts';

const balance = record<BalanceSearch>({
  limit: number,
  mostTries: count,
  firstSeed: text,
  tries: count,
  largestDifference: number,
});

const assignment = record<Assignment>({
  algorithm: text,
  seed: text,
  balance: orNull(balance),
  counts: listOf(listOf(count)),
  population: listOf(count),
  runningExperiments: listOf(count),
  listFingerprint: text,
  drawnAt: text,
  topUps: listOf(
    record<TopUp>({
      counts: listOf(listOf(count)),
      population: listOf(count),
      runningExperiments: listOf(count),
      listFingerprint: text,
      drawnAt: text,
    }),
  ),
});

const source = variants<OutcomeSource>('kind', {
  drawn: record({
    kind: oneOf(['drawn']),
    experiment: count,
    table: text,
    customerColumn: text,
    outcomeColumn: orNull(text),
    moneyColumn: orNull(text),
  }),
  table: record({
    kind: oneOf(['table']),
    table: text,
    customerColumn: orNull(text),
    armColumn: text,
    outcomeColumn: text,
    moneyColumn: orNull(text),
  }),
});

const strata = variants<Strata>('kind', {
  none: record({ kind: oneOf(['none']) }),
  columns: record({ kind: oneOf(['columns']), columns: listOf(text) }),
  cells: record({ kind: oneOf(['cells']), design: designShape }),
});

const analysis = record<AnalysisPlan>({
  source,
  control: text,
  strata,
  confidenceShare: number,
});

const outcome = record<ExperimentOutcome>({
  bestArm: text,
  difference: number,
  differenceLow: number,
  differenceHigh: number,
  pValueAdjusted: number,
  customers: count,
  carrots: listOf(
    record<CarrotOutcome>({
      arm: text,
      difference: number,
      customers: count,
      share: number,
      holdoutCustomers: count,
      holdoutShare: number,
    }),
  ),
});

const winBack = record<WinBackInputs>({
  contacted: number,
  costPerContact: number,
  responded: number,
  costPerFollowUp: number,
  retained: number,
  orderValue: number,
  marginShare: number,
  ordersPerResponder: number,
  months: number,
});

const rollout = record<RolloutPlan>({
  arm: text,
  population: orNull(count),
  orderValue: number,
  costPerContact: number,
  costPerReward: number,
  marginShare: number,
  winBack,
});

const freeze = record<PlanFreeze>({
  fingerprint: text,
  parts: record<Record<PlanPart, string>>(
    Object.fromEntries(planParts.map((part) => [part, text])) as Record<PlanPart, typeof text>,
  ),
  seed: text,
  algorithms: listOf(text),
  frozenAt: text,
});

/** The shape of an experiment at any stage. */
export const experimentShape = record<Experiment>({
  id: count,
  name: text,
  createdAt: text,
  ideaId: orNull(count),
  design: orNull(designShape),
  freeze: orNull(freeze),
  versionOf: orNull(count),
  assignment: orNull(assignment),
  analysis: orNull(analysis),
  outcome: orNull(outcome),
  rollout: orNull(rollout),
});
