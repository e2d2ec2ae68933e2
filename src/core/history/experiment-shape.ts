import type { Assignment, TopUp } from '../assignment/assignment.ts';
import type { BalanceSearch } from '../assignment/balance-rule.ts';
import { planParts, type PlanFreeze, type PlanPart } from '../design/plan-freeze.ts';
import { analysisShape, totalsShape } from './analysis-shape.ts';
import type { Conclusion, ConclusionPart } from './conclusion.ts';
import { designShape } from './design-shape.ts';
import type { CarrotOutcome, Experiment, ExperimentOutcome } from './project-document.ts';
import { rolloutShape } from './rollout-shape.ts';
import { count, listOf, number, orNull, record, text } from './shape.ts';

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

const conclusion = record<Conclusion>({
  concludedAt: text,
  fingerprint: text,
  parts: record<Record<ConclusionPart, string>>({
    data: text,
    list: text,
    plan: text,
    procedures: text,
  }),
  procedures: listOf(text),
  plan: analysisShape,
  totals: totalsShape,
  plannedSizes: orNull(listOf(count)),
  outcome: orNull(outcome),
  note: text,
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
  analysis: orNull(analysisShape),
  outcome: orNull(outcome),
  conclusions: listOf(conclusion),
  rollout: orNull(rolloutShape),
});
