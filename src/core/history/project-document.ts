import type { Assignment } from '../assignment/assignment.ts';
import { defaultStageRules, type StageRules } from '../customers/journey.ts';
import type { Design } from '../design/design.ts';
import type { PlanFreeze } from '../design/plan-freeze.ts';
import type { Idea } from '../ideas/idea.ts';
import type { DataTable } from '../import/column.ts';
import type { AnalysisPlan } from '../results/analysis.ts';
import type { RolloutPlan } from '../rollout/plan.ts';
import type { Conclusion } from './conclusion.ts';

/** Raise this, with a migration in `migrate-document.ts`, whenever the shape below changes. */
export const documentVersion = 6;

export interface Experiment {
  readonly id: number;
  readonly name: string;
  /** ISO date and time. */
  readonly createdAt: string;
  readonly ideaId: number | null;
  /** Null for an experiment that was run elsewhere and is only read here, without a quota table. */
  readonly design: Design | null;
  /** The plan as it was frozen; from then on it does not change. Null while it is open. */
  readonly freeze: PlanFreeze | null;
  /** The experiment whose frozen plan this one is a new version of. */
  readonly versionOf: number | null;
  readonly assignment: Assignment | null;
  readonly analysis: AnalysisPlan | null;
  /** What was found when the results were last looked at; history lists it. */
  readonly outcome: ExperimentOutcome | null;
  /** Results that were concluded, the first first. */
  readonly conclusions: readonly Conclusion[];
  readonly rollout: RolloutPlan | null;
}

/** A finding as history keeps it: the best carrot against control. Shares 0..1. */
export interface ExperimentOutcome {
  readonly bestArm: string;
  readonly difference: number;
  readonly differenceLow: number;
  readonly differenceHigh: number;
  readonly pValueAdjusted: number;
  readonly customers: number;
  /** Every carrot that was compared, the best and the others: what later experiments may expect. Empty in documents of old. */
  readonly carrots: readonly CarrotOutcome[];
}

/** One carrot against the holdout, `difference` as the verdict compares it. Shares 0..1. */
export interface CarrotOutcome {
  readonly arm: string;
  readonly difference: number;
  readonly customers: number;
  readonly share: number;
  readonly holdoutCustomers: number;
  readonly holdoutShare: number;
}

/** A query of the SQL console that was kept under a name. */
export interface SavedQuery {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}

/** All that a project is except its rows, which are in SQLite. Every edit makes a new one; nothing in it is changed in place. */
export interface ProjectDocument {
  readonly version: typeof documentVersion;
  readonly name: string;
  readonly isSample: boolean;
  readonly currency: string;
  readonly tables: readonly DataTable[];
  readonly asOf: string | null;
  readonly stageRules: StageRules;
  /** Completed months that divide the dormancy bands. */
  readonly dormancyCuts: readonly number[];
  readonly ideas: readonly Idea[];
  readonly experiments: readonly Experiment[];
  readonly currentExperiment: number | null;
  readonly queries: readonly SavedQuery[];
  readonly nextId: number;
}

/** A project with nothing in it. */
export function emptyDocument(name: string): ProjectDocument {
  return {
    version: documentVersion,
    name,
    isSample: false,
    currency: 'KRW',
    tables: [],
    asOf: null,
    stageRules: defaultStageRules,
    dormancyCuts: [1, 3, 6],
    ideas: [],
    experiments: [],
    currentExperiment: null,
    queries: [],
    nextId: 1,
  };
}
