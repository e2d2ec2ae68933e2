import type { Uplift } from '#core/rollout/uplift/find-uplift.ts';
import { runningExperiments } from '#core/history/running-experiments.ts';
import type { Result } from '#core/result.ts';
import { LatestAnswer } from '#workspace/latest-answer.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import type { RolloutWork } from '../rollout-work.svelte.ts';

/** Of which carrot the uplift is asked, and what is gained by it. */
export interface UpliftAsked {
  readonly work: RolloutWork;
  readonly arm: string;
  readonly outcome: 'response' | 'money';
}

/** Whom a carrot moves: asked anew whenever the carrot or the reading changes. */
export class UpliftWork {
  #answer = new LatestAnswer((question: NonNullable<ReturnType<typeof questionOf>>) =>
    workspace.ask('find-uplift', question),
  );

  /** To be made while a component starts. */
  constructor(asked: () => UpliftAsked | null) {
    const key = $derived(JSON.stringify(questionOf(asked())));
    $effect(() => {
      const question = JSON.parse(key) as ReturnType<typeof questionOf>;
      if (question) this.#answer.put(question);
    });
  }

  readonly result: Result<Uplift> | null = $derived(this.#answer.value);

  get failed(): boolean {
    return this.#answer.failed;
  }
}

function questionOf(asked: UpliftAsked | null) {
  const { document, source } = workspace;
  const experiment = asked?.work.experiment;
  const plan = asked?.work.found?.plan;
  if (!asked || !document || !experiment || !plan) return null;
  const asOf =
    plan.strata.kind === 'cells' ? plan.strata.design.asOf : (experiment.design?.asOf ?? null);
  return {
    plan,
    source,
    rules: document.stageRules,
    running: asOf === null ? [] : runningExperiments(document, experiment.id, asOf),
    armNames: (experiment.design?.arms ?? []).map(({ id }) => id),
    arm: asked.arm,
    outcome: asked.outcome,
    seed: 'carrotlab',
  };
}
