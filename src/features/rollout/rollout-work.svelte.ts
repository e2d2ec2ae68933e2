import { planRollout } from '#core/history/edit-experiment.ts';
import { tooManyCells } from '#core/design/cell-limit.ts';
import type { Design } from '#core/design/design.ts';
import type { Experiment } from '#core/history/project-document.ts';
import { runningExperiments } from '#core/history/running-experiments.ts';
import { mustStop } from '#core/results/trust/alarm.ts';
import { verdict } from '#core/results/verdict.ts';
import type { CarrotTerms, RolloutPlan } from '#core/rollout/plan.ts';
import { projectRollout, type RolloutProjection } from '#core/rollout/projection.ts';
import type { Result } from '#core/result.ts';
import type { StageRules } from '#core/customers/journey.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import { ExperimentReading } from '#workspace/experiment-reading.svelte.ts';
import { LatestAnswer } from '#workspace/latest-answer.svelte.ts';
import { readingTrust } from '#workspace/reading-trust.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import {
  bestCarrot,
  measuredOrderValue,
  projectionInputs,
  termsOf,
  usualPlan,
  withTerms,
} from './rollout-plan.ts';

/** A carrot of the experiment as this screen shows it. */
export interface Carrot {
  readonly id: string;
  readonly name: string;
  /** Its colour. */
  readonly place: number;
  readonly projection: Result<RolloutProjection>;
}

interface QuotaQuestion {
  readonly source: CustomerSource;
  readonly design: Design;
  readonly rules: StageRules;
  readonly running: readonly number[];
}

/** The rollout of the open experiment: its plan, and what every carrot would bring by it. */
export class RolloutWork {
  #quota = new LatestAnswer((question: QuotaQuestion) => workspace.ask('count-quota', question));
  readonly reading = new ExperimentReading(() => workspace.experiment);

  constructor() {
    const asked = $derived(JSON.stringify(quotaQuestion(workspace.experiment)));
    $effect(() => {
      const question = JSON.parse(asked) as QuotaQuestion | null;
      if (question) this.#quota.put(question);
    });
  }

  readonly experiment: Experiment | null = $derived(workspace.experiment);
  readonly found = $derived(this.reading.result?.ok ? this.reading.result.value : null);

  /** An alarm says not to read the result: nothing is projected from it. */
  readonly withheld: boolean = $derived.by(() => {
    const { experiment, found } = this;
    if (!experiment || !found) return false;
    const isBroken = verdict(found.analysis).code === 'broken-split';
    return isBroken || mustStop(readingTrust(found, experiment));
  });

  /** Customers that the design finds eligible; without a design, those of the experiment. */
  readonly eligible: number | null = $derived.by(() => {
    if (this.experiment?.design) return this.#quota.value?.eligible ?? null;
    return this.found?.analysis.customers ?? null;
  });

  readonly plan: RolloutPlan | null = $derived.by(() => {
    const { experiment, found } = this;
    if (!experiment || !found) return null;
    if (experiment.rollout && found.totals.arms.includes(experiment.rollout.arm))
      return experiment.rollout;
    const arm = bestCarrot(found.analysis);
    return arm === null ? null : usualPlan(arm);
  });

  readonly measured: number | null = $derived(
    this.found && this.plan ? measuredOrderValue(this.found.totals, this.plan.arm) : null,
  );

  readonly carrots: readonly Carrot[] = $derived.by(() => {
    const { experiment, found, plan, eligible } = this;
    if (!experiment || !found || !plan) return [];
    const arms = experiment.design?.arms ?? [];
    const carrots = found.analysis.comparisons.map(({ arm }) => arm);
    return carrots.map((id, place) => {
      const known = arms.findIndex((arm) => arm.id === id);
      const terms = termsOf(id, plan, experiment.design, found.totals);
      return {
        id,
        name: arms[known]?.name ?? id,
        place: known >= 0 ? known : place + 1,
        projection: projectRollout(
          projectionInputs(terms, plan, found.analysis, found.totals, eligible),
        ),
      };
    });
  });

  readonly chosen: Carrot | null = $derived(
    this.carrots.find(({ id }) => id === this.plan?.arm) ?? null,
  );

  readonly controlShare: number | null = $derived.by(() => {
    const control = this.found?.analysis.arms.find(({ isControl }) => isControl);
    return control?.response.ok ? control.response.value.share : null;
  });

  /** What the chosen carrot costs and sells. */
  readonly terms: CarrotTerms | null = $derived.by(() => {
    const { experiment, found, plan } = this;
    if (!experiment || !found || !plan) return null;
    return termsOf(plan.arm, plan, experiment.design, found.totals);
  });

  /** Keeps other terms of the chosen carrot. */
  changeTerms(label: string, change: Partial<CarrotTerms>): void {
    const { plan, terms } = this;
    if (plan && terms) this.change(label, withTerms(plan, { ...terms, ...change }));
  }

  /** Keeps a change of the plan as one undoable edit. */
  change(label: string, change: Partial<RolloutPlan>): void {
    const { experiment, plan } = this;
    if (!experiment || !plan) return;
    const next: RolloutPlan = { ...plan, ...change };
    workspace.change(label, (document) => planRollout(document, experiment.id, next));
  }
}

function quotaQuestion(experiment: Experiment | null): QuotaQuestion | null {
  const document = workspace.document;
  const source = workspace.source;
  if (!document || !source || !experiment?.design) return null;
  if (tooManyCells(experiment.design.attributes)) return null;
  const running = runningExperiments(document, experiment.id, experiment.design.asOf);
  return { source, design: experiment.design, rules: document.stageRules, running };
}
