import type { Policy, PolicyPoint } from '#core/rollout/policy/find-policy.ts';
import { usualMethod } from '#core/rollout/policy/cross-fitting.ts';
import type { PolicyAsked } from '#core/rollout/policy/policy-asked.ts';
import type { CellOffer } from '#core/rollout/outlook/policy-inputs.ts';
import type { PolicyPlan } from '#core/rollout/policy/policy-plan.ts';
import type { Result } from '#core/result.ts';
import { currency } from '#text/currency.svelte.ts';
import { policyWords } from '#text/rollout-policy-words.ts';
import { LatestAnswer } from '#workspace/latest-answer.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import type { RolloutWork } from '../rollout-work.svelte.ts';
import { policyQuestion } from './policy-question.ts';

/** Who gets which carrot in the open experiment: asked anew whenever its plan or its result changes. */
export class PolicyWork {
  readonly work: RolloutWork;
  #answer = new LatestAnswer<PolicyAsked, Result<Policy>>((question) =>
    workspace.ask('find-policy', question),
  );
  /** The point of the curve that is being looked at, while the budget is moved. */
  #moved = $state<number | null>(null);

  /** To be made while a component starts. */
  constructor(work: RolloutWork) {
    this.work = work;
    // Typed arrays do not survive JSON: the question is told apart by its parts, and asked as it is.
    const key = $derived(this.question && JSON.stringify(this.question));
    $effect(() => {
      if (key !== null) this.retry();
    });
    // A budget that was moved to stays in sight until its own answer is there.
    $effect(() => {
      if (!this.isBehind) this.#moved = null;
    });
  }

  /** A carrot for each cell, with the share of its customers who get it; of two in a cell the one that more get. */
  readonly offers: readonly (CellOffer | null)[] | null = $derived.by(() => {
    const { list } = this.work;
    const plan = this.policy?.chosen.plan;
    const carrots = this.work.carrots.length;
    if (!plan || !list || plan.customers.length !== list.cells.length * carrots) return null;
    return list.cells.map(({ population }, cell) => {
      const customers = [...plan.customers.slice(cell * carrots, (cell + 1) * carrots)];
      const most = Math.max(0, ...customers);
      if (most < 0.5 || population === 0) return null;
      return { carrot: customers.indexOf(most), share: Math.min(1, most / population) };
    });
  });

  /** What more money is asked about: a round sum of a size that is decided on. */
  readonly nextMoney = $derived(currency.code === 'KRW' ? 1_000_000 : 1000);

  readonly question: PolicyAsked | null = $derived.by(() => {
    const { experiment, found, plan, carrots } = this.work;
    const { document, source } = workspace;
    if (!document || !experiment || !found || !plan || this.work.withheld) return null;
    const ids = carrots.map(({ id }) => id);
    return policyQuestion(document, source, experiment, found, plan, ids, this.nextMoney);
  });

  readonly result: Result<Policy> | null = $derived(this.#answer.value);
  readonly policy: Policy | null = $derived(this.result?.ok ? this.result.value : null);

  /** The answer is of an earlier question. */
  readonly isBehind: boolean = $derived(
    JSON.stringify(this.#answer.latest?.question) !== JSON.stringify(this.question),
  );

  /** The plan that is shown: of the saved budget, or of the one that is being moved to. */
  readonly point: PolicyPoint | null = $derived.by(() => {
    const { policy } = this;
    if (!policy) return null;
    return this.#moved === null ? policy.chosen : (policy.curve[this.#moved] ?? policy.chosen);
  });

  /** A policy has been found, or it is known that there is none. */
  get isSettled(): boolean {
    return this.result !== null || this.failed;
  }

  get failed(): boolean {
    return this.#answer.failed;
  }

  retry(): void {
    const { question } = this;
    if (question) this.#answer.put(question);
  }

  /** Looks at a point of the curve without keeping it. */
  look(place: number | null): void {
    this.#moved = place;
  }

  /** Keeps a change of what the policy keeps to as one undoable edit. */
  change(change: Partial<PolicyPlan>): void {
    const { plan } = this.work;
    if (!plan) return;
    const policy = { ...plan.policy, ...change, judgedBy: usualMethod };
    this.work.change(policyWords().planLabel, { policy });
  }
}
