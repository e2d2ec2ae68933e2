import { channelOf } from '#core/design/channel.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { CarrotTerms } from '#core/rollout/plan.ts';
import { unitEconomics, type UnitEconomics } from '#core/rollout/unit-economics.ts';
import type { UnitValue } from '#core/rollout/unit-value.ts';
import { catalogue } from '#text/language.svelte.ts';
import { LatestAnswer } from '#workspace/latest-answer.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { termsOf, withTerms } from '../rollout-plan.ts';
import type { RolloutWork } from '../rollout-work.svelte.ts';

/** One carrot with its prices and what they come to. */
export interface CarrotUnit {
  readonly id: string;
  readonly name: string;
  readonly place: number;
  /** How it is sent, where the design says so. */
  readonly channel: string | null;
  readonly customers: number;
  readonly terms: CarrotTerms;
  readonly economics: UnitEconomics;
}

interface HistoryQuestion {
  readonly source: CustomerSource;
  readonly asOf: string;
  readonly cuts: readonly number[];
  readonly months: number;
  readonly confidenceShare: number;
}

/** Unit economics of the open experiment's carrots, and what the customers' own history says of later orders. */
export class UnitWork {
  #work: () => RolloutWork;
  #history = new LatestAnswer((question: HistoryQuestion) =>
    workspace.ask('later-orders', question),
  );

  constructor(work: () => RolloutWork) {
    this.#work = work;
    const asked = $derived(JSON.stringify(this.#question));
    $effect(() => {
      const question = JSON.parse(asked) as HistoryQuestion | null;
      if (question) this.#history.put(question);
    });
  }

  readonly value: UnitValue | null = $derived.by(() => this.#work().plan?.value ?? null);

  readonly carrots: readonly CarrotUnit[] = $derived.by(() => {
    const { experiment, found, plan, carrots } = this.#work();
    if (!experiment || !found || !plan) return [];
    const { arms, comparisons } = found.analysis;
    const control = arms.find(({ isControl }) => isControl);
    if (!control || control.customers === 0) return [];
    return carrots.flatMap(({ id, name, place }) => {
      const treated = arms.find((arm) => arm.name === id);
      if (!treated || treated.customers === 0) return [];
      const arm = experiment.design?.arms.find((each) => each.id === id);
      const channel = experiment.design && arm ? channelOf(experiment.design, arm) : null;
      const terms = termsOf(id, plan, experiment.design, found.totals);
      const response = comparisons.find(({ arm }) => arm === id)?.response;
      const interval = response?.ok ? response.value.interval : null;
      const economics = unitEconomics(terms, plan.value, treated, control, interval);
      const sent = channel && (channel.name || catalogue().design.channels.kinds[channel.kind]);
      const { customers } = treated;
      return [{ id, name, place, channel: sent, customers, terms, economics }];
    });
  });

  readonly asOf: string | null = $derived.by(
    () => this.#work().experiment?.design?.asOf ?? workspace.document?.asOf ?? null,
  );

  /** Whether there are transactions to tell from. */
  readonly hasHistory: boolean = $derived(Boolean(workspace.source?.transactions));

  get history() {
    return this.#history.value;
  }

  get historyFailed(): boolean {
    return this.#history.failed;
  }

  changeValue(label: string, change: Partial<UnitValue>): void {
    if (this.value) this.#work().change(label, { value: { ...this.value, ...change } });
  }

  changeTerms(label: string, terms: CarrotTerms): void {
    const { plan } = this.#work();
    if (plan) this.#work().change(label, withTerms(plan, terms));
  }

  /** The order value of every carrot at once, as one edit. */
  changeOrderValues(label: string, orderValue: number): void {
    const { plan } = this.#work();
    if (!plan) return;
    const changed = this.carrots.reduce(
      (next, { terms }) => withTerms(next, { ...terms, orderValue }),
      plan,
    );
    this.#work().change(label, { carrots: changed.carrots });
  }

  get #question(): HistoryQuestion | null {
    const { source, document } = workspace;
    const { value, asOf } = this;
    if (!source?.transactions || !document || asOf === null || !value) return null;
    if (!(value.months >= 1)) return null;
    const cuts = document.dormancyCuts;
    return { source, asOf, cuts, months: value.months, confidenceShare: 0.95 };
  }
}
