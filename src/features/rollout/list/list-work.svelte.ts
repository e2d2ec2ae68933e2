import { planRollout } from '#core/history/edit-experiment.ts';
import { recordRolloutList, reserveId } from '#core/history/edit-rollout.ts';
import { runningNow } from '#core/history/running-experiments.ts';
import { cellCount } from '#core/design/cell-name.ts';
import { tooManyCells } from '#core/design/cell-limit.ts';
import type { DataTable } from '#core/import/column.ts';
import type { ListPlan } from '#core/rollout/list/list-plan.ts';
import { planListCounts, type ListCountsProblem } from '#core/rollout/list/plan-counts.ts';
import {
  rolloutListAlgorithm,
  type RolloutList,
  type RolloutPool,
} from '#core/rollout/list/rollout-list.ts';
import type { RolloutPlan } from '#core/rollout/plan.ts';
import type { Result } from '#core/result.ts';
import { rolloutListWords } from '#text/rollout-list/rollout-list-words.ts';
import { LatestAnswer } from '#workspace/latest-answer.svelte.ts';
import { rolloutQuestion } from '#workspace/rollout-question.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { policyProblem } from '../policy/policy-sentence.ts';
import type { RolloutWork } from '../rollout-work.svelte.ts';
import { askedConsents } from './consent-columns.ts';
import { listForecast } from './list-forecast.ts';
import { policyCarrots } from './policy-carrots.ts';
import type { DrawOptions } from '#workspace/running-draw.svelte.ts';
import { RolloutDraw } from './rollout-draw.ts';

type Question = ReturnType<typeof rolloutQuestion>;

/** What would be drawn as the plan is now. */
export interface PlannedList {
  readonly question: Question;
  readonly pool: RolloutPool;
  readonly counts: Result<number[][], ListCountsProblem>;
}

/** The lists of the open experiment's rollout: what is planned, what was drawn, and drawing it. */
export class ListWork extends RolloutDraw {
  readonly #work: RolloutWork;
  #pool = new LatestAnswer((question: Question) => workspace.ask('count-rollout', question));

  constructor(work: RolloutWork) {
    super();
    this.#work = work;
    const asked = $derived(JSON.stringify(this.question));
    $effect(() => {
      const question = JSON.parse(asked) as Question | null;
      if (question) this.#pool.put(question);
    });
  }

  readonly experiment = $derived.by(() => this.#work.experiment);
  readonly design = $derived.by(() => {
    const design = this.#work.experiment?.design ?? null;
    return design && !tooManyCells(design.attributes) ? design : null;
  });
  readonly plan: RolloutPlan | null = $derived.by(() => this.#work.plan);
  readonly latest: RolloutList | null = $derived.by(() => this.plan?.lists.at(-1) ?? null);
  /** A list whose outcome was read stays; the next draw makes one beside it. */
  readonly replaced: RolloutList | null = $derived.by(() =>
    this.latest?.outcome === null ? this.latest : null,
  );

  /** Id of the carrot of each cell; null while the policy is being found. */
  readonly carrots: readonly (string | null)[] | null = $derived.by(() => {
    const { design, plan } = this;
    if (!design || !plan) return null;
    const cells = cellCount(design.attributes);
    if (plan.listPlan.carrots === 'single') return Array.from({ length: cells }, () => plan.arm);
    const { found, carrots } = this.#work;
    const { policy, isBehind } = this.#work.policy;
    if (!found || !policy || isBehind) return null;
    return policyCarrots(
      policy,
      found,
      design,
      carrots.map(({ id }) => id),
    );
  });

  /** Why there is no policy to follow; null where there is one, or none is wanted. */
  readonly policyProblem: string | null = $derived.by(() => {
    const { result } = this.#work.policy;
    const isWanted = this.plan?.listPlan.carrots === 'policy';
    return isWanted && result && !result.ok ? policyProblem(result.problem) : null;
  });

  readonly customers: DataTable | null = $derived.by(
    () => workspace.document?.tables.find(({ name }) => name === workspace.source?.table) ?? null,
  );

  /** The plan with the consents that are asked for where nobody has said otherwise. */
  readonly listPlan: ListPlan | null = $derived.by(() => {
    const { design, plan, customers } = this;
    if (!design || !plan || !customers) return null;
    const { consents } = plan.listPlan;
    return {
      ...plan.listPlan,
      consents: askedConsents(design.channels, consents, customers.columns),
    };
  });

  readonly question: Question | null = $derived.by(() => {
    const { experiment, design, plan, listPlan, carrots, replaced } = this;
    const { document, source } = workspace;
    if (!experiment || !design || !plan || !listPlan || !document || !source) return null;
    if (!carrots) return null;
    const running = runningNow(document, experiment.id, design.asOf);
    const before = plan.lists.filter((list) => list !== replaced);
    return rolloutQuestion(document, source, experiment, {
      design,
      running,
      carrots,
      plan: listPlan,
      before,
    });
  });

  readonly planned: Result<PlannedList> | null = $derived.by(() => {
    const latest = this.#pool.latest;
    const { question, design, plan, carrots } = this;
    if (!latest || !question || !design || !plan || !carrots) return null;
    if (JSON.stringify(latest.question) !== JSON.stringify(question)) return null;
    const { answer } = latest;
    if (!answer.ok) return answer;
    const counts = planListCounts({
      design,
      left: answer.value.left,
      carrots,
      holdoutShare: plan.policy.holdoutShare,
      waves: plan.listPlan.waves,
    });
    return { ok: true, value: { question, pool: answer.value, counts } };
  });

  /** Who took part in the experiment is known by their ids. */
  get knowsTested(): boolean {
    return this.question !== null && (this.question.experiment ?? this.question.tested) !== null;
  }

  get failedToCount(): boolean {
    return this.#pool.failed;
  }

  /** Keeps a change of how the list is drawn. */
  change(change: Partial<ListPlan>): void {
    const { plan } = this;
    if (plan)
      this.#work.change(rolloutListWords().planLabel, {
        listPlan: { ...plan.listPlan, ...change },
      });
  }

  holdBack(holdoutShare: number): void {
    const { plan } = this;
    if (plan)
      this.#work.change(rolloutListWords().planLabel, { policy: { ...plan.policy, holdoutShare } });
  }

  /** Draws with a seed; the list is saved before the document that speaks of it. */
  draw(seed: string): Promise<boolean> {
    return this.run((options) => this.#draw(seed, options));
  }

  async #draw(seed: string, options: DrawOptions): Promise<boolean> {
    const { experiment, design, plan, listPlan, planned, carrots, replaced } = this;
    if (!experiment || !design || !plan || !listPlan || !carrots) return false;
    if (!planned?.ok || !planned.value.counts.ok) return false;
    const { question, counts } = planned.value;
    const id = replaced?.id ?? workspace.document?.nextId;
    if (id === undefined) return false;
    if (!replaced) workspace.note(reserveId);
    const drawn = await workspace.ask(
      'draw-rollout',
      {
        ...question,
        list: id,
        seed,
        counts: counts.value,
        ...(replaced && { replaces: replaced.listFingerprint }),
      },
      options,
    );
    if (!drawn.ok) return this.refuse(drawn.problem, design);
    await this.save();
    const list: RolloutList = {
      id,
      algorithm: rolloutListAlgorithm,
      seed,
      design,
      plan: listPlan,
      holdoutShare: plan.policy.holdoutShare,
      carrots,
      pool: drawn.value.pool,
      counts: counts.value,
      runningExperiments: question.running,
      listFingerprint: drawn.value.listFingerprint,
      drawnAt: new Date().toISOString(),
      forecast: listForecast(this.#work, { design, carrots, counts: counts.value }),
      outcome: null,
    };
    workspace.change(rolloutListWords().undo, (before) =>
      recordRolloutList(before, experiment.id, plan, list),
    );
    return true;
  }

  /** Keeps another part of the plan, such as the process sheet. */
  keep(label: string, change: Partial<RolloutPlan>): void {
    const { experiment, plan } = this;
    if (experiment && plan)
      workspace.change(label, (before) =>
        planRollout(before, experiment.id, { ...plan, ...change }),
      );
  }
}
