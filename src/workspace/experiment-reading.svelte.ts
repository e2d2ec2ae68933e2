import { drawnPerArm, listName } from '#core/assignment/assignment.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { StageRules } from '#core/customers/journey.ts';
import type { Experiment } from '#core/history/project-document.ts';
import { runningExperiments } from '#core/history/running-experiments.ts';
import { tablesOf, type AnalysisPlan, type ExperimentTotals } from '#core/results/analysis.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import type { ExperimentAnalysis } from '#core/results/reading.ts';
import type { OutcomeDetail } from '#core/results/outcome-detail.ts';
import type { ExperimentToRead } from '#engine/results-protocol.ts';
import { succeed, type Result } from '#core/result.ts';
import { LatestAnswer } from './latest-answer.svelte.ts';
import { workspace } from './workspace.svelte.ts';

/** What a reading is made from. */
interface Question {
  readonly project: string | null;
  readonly experiment: number;
  readonly plan: AnalysisPlan;
  readonly source: CustomerSource | null;
  readonly rules: StageRules;
  /** Ids of the other experiments that are running, as far as its cells or its list may meet them. */
  readonly running: readonly number[];
  /** Ids of the arms of a drawn experiment. */
  readonly armIds: readonly string[];
  /** Customers drawn per arm, or null where nobody stated any. */
  readonly plannedSizes: readonly number[] | null;
  /** Which list it is about: another draw of the same sizes is another question. */
  readonly list: string | null;
}

/** An experiment as it was read, with the plan it was read by. */
export interface Reading {
  readonly experiment: number;
  readonly plan: AnalysisPlan;
  readonly totals: ExperimentTotals;
  readonly analysis: ExperimentAnalysis;
  /** What there is beside the totals; null until it has come, and where only counts are known. */
  readonly detail: OutcomeDetail | null;
}

/** Reads an experiment again whenever its plan or its data change; the last reading stays until the next is there. */
export class ExperimentReading {
  #totals = new LatestAnswer((question: Question) =>
    workspace.ask('total-experiment', toRead(question)),
  );
  #detail = new LatestAnswer((question: Question) =>
    workspace.ask('detail-experiment', toRead(question)),
  );
  #question: () => Question | null;

  /** The last reading or why there is none; null before the first and without a plan. */
  readonly result: Result<Reading> | null = $derived.by(() => {
    const latest = this.#totals.latest;
    const asked = this.#question();
    // Ids of experiments begin anew in every project.
    const isSame = (name: 'project' | 'experiment') => asked?.[name] === latest?.question[name];
    if (!latest || !asked || !isSame('project') || !isSame('experiment')) return null;
    const { question, answer: totals } = latest;
    if (!totals.ok) return totals;
    const { experiment, plan, plannedSizes } = question;
    const analysis = analyseExperiment(totals.value, plan, plannedSizes);
    if (!analysis.ok) return analysis;
    return succeed({
      experiment,
      plan,
      totals: totals.value,
      analysis: analysis.value,
      detail: this.#detailOf(question),
    });
  });

  /** `experiment`: which one to read. To be made while a component starts. */
  constructor(experiment: () => Experiment | null) {
    // Compared as text, so that an edit elsewhere in the project asks nothing again.
    const asked = $derived(JSON.stringify(questionAbout(experiment())));
    this.#question = () => JSON.parse(asked) as Question | null;
    $effect(() => {
      const question = this.#question();
      if (question) this.#ask(question);
    });
  }

  #ask(question: Question): void {
    this.#totals.put(question);
    this.#detail.put(question);
  }

  /** A detail of another question is none of this one. */
  #detailOf(question: Question): OutcomeDetail | null {
    const latest = this.#detail.latest;
    const isSame = JSON.stringify(latest?.question) === JSON.stringify(question);
    return latest && isSame && latest.answer.ok ? latest.answer.value : null;
  }

  /** The first reading of this experiment is under way. */
  get waiting(): boolean {
    return this.#question() !== null && this.result === null && !this.failed;
  }

  /** The engine stopped while it was asked. */
  get failed(): boolean {
    return this.#totals.failed;
  }

  retry(): void {
    const question = this.#question();
    if (question) this.#ask(question);
  }
}

/** What the engine is asked of an experiment as it is read now; null where its tables are gone or it is not read. */
export function readingRequest(experiment: Experiment | null): ExperimentToRead | null {
  const question = questionAbout(experiment);
  return question && toRead(question);
}

function toRead({ plan, source, rules, running, armIds }: Question): ExperimentToRead {
  return { plan, source, rules, running, armNames: armIds };
}

function questionAbout(experiment: Experiment | null): Question | null {
  const document = workspace.document;
  const plan = experiment?.analysis;
  if (!document || !plan) return null;
  const isThere = (table: string) => document.tables.some(({ name }) => name === table);
  if (!tablesOf(plan.source).every(isThere)) return null;
  const drawn = plan.source.kind === 'drawn';
  const asOf =
    plan.strata.kind === 'cells'
      ? plan.strata.design.asOf
      : (drawn && experiment.design?.asOf) || null;
  const list = drawn ? experiment.assignment : null;
  const arms = experiment.design?.arms ?? [];
  return {
    project: workspace.projectId,
    experiment: experiment.id,
    plan,
    source: workspace.source,
    rules: document.stageRules,
    running: asOf === null ? [] : runningExperiments(document, experiment.id, asOf),
    armIds: arms.map(({ id }) => id),
    plannedSizes: list && drawnPerArm(list, arms.length),
    list: list && listName(list),
  };
}
