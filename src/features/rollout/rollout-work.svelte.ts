import { planRollout } from '#core/history/edit-experiment.ts';
import { tooManyCells } from '#core/design/cell-limit.ts';
import type { Design } from '#core/design/design.ts';
import type { Experiment } from '#core/history/project-document.ts';
import { runningExperiments } from '#core/history/running-experiments.ts';
import { mustStop } from '#core/results/trust/alarm.ts';
import { verdict } from '#core/results/verdict.ts';
import { listCells, type ListCells } from '#core/rollout/outlook/list-cells.ts';
import type { OutlookPlan } from '#core/rollout/outlook/outlook-plan.ts';
import type { CellOffer } from '#core/rollout/outlook/policy-inputs.ts';
import { projectPolicy, type PolicyOutlook } from '#core/rollout/outlook/project-policy.ts';
import type { CarrotTerms, RolloutPlan } from '#core/rollout/plan.ts';
import { refuse, type Result } from '#core/result.ts';
import type { StageRules } from '#core/customers/journey.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import { ExperimentReading } from '#workspace/experiment-reading.svelte.ts';
import { LatestAnswer } from '#workspace/latest-answer.svelte.ts';
import { readingTrust } from '#workspace/reading-trust.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { PolicyWork } from './policy/policy-work.svelte.ts';
import { bestCarrot, moneyOf, offersToAll, termsOf, usualPlan } from './rollout-plan.ts';

/** A carrot of the experiment as this screen shows it. */
export interface Carrot {
  readonly id: string;
  readonly name: string;
  /** Its colour. */
  readonly place: number;
  readonly terms: CarrotTerms;
  /** If it went to all. */
  readonly outlook: Result<PolicyOutlook>;
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
  /** A what-if under the pointer: shown, and kept when it rests. */
  #moving = $state.raw<Partial<OutlookPlan>>({});
  readonly reading = new ExperimentReading(() => workspace.experiment);

  /** Which carrot each cell of `list` gets: the outlook, the panel of the policy and the lists share one answer. */
  readonly policy = new PolicyWork(this);

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

  /** What is expected to be other than in the experiment, as it is kept or under the pointer. */
  readonly outlookPlan: OutlookPlan | null = $derived(
    this.plan && { ...this.plan.outlook, ...this.#moving },
  );

  /** The cells that the rollout goes to, with the carrots in the order of `carrots`. */
  readonly list: ListCells | null = $derived.by(() => {
    const { found, plan, eligible } = this;
    if (!found || !plan) return null;
    const carrots = found.analysis.comparisons.map(({ arm }) => arm);
    const size = { eligible, population: plan.population };
    return listCells(found.totals, found.analysis.control, carrots, size);
  });

  readonly #terms: readonly CarrotTerms[] = $derived.by(() => {
    const { experiment, found, plan } = this;
    if (!experiment || !found || !plan) return [];
    return found.analysis.comparisons.map(({ arm }) =>
      termsOf(arm, plan, experiment.design, found.totals),
    );
  });

  readonly carrots: readonly Carrot[] = $derived.by(() => {
    const arms = this.experiment?.design?.arms ?? [];
    return this.#terms.map((terms, carrot) => {
      const known = arms.findIndex((arm) => arm.id === terms.arm);
      return {
        id: terms.arm,
        name: arms[known]?.name ?? terms.arm,
        place: known >= 0 ? known : carrot + 1,
        terms,
        outlook: this.project(offersToAll(this.list, carrot)),
      };
    });
  });

  /** The plan is each cell's own carrot, and they are known or about to be. */
  readonly isByCell: boolean = $derived(
    this.outlookPlan?.scope === 'by-cell' &&
      (this.policy.offers !== null || !this.policy.isSettled),
  );

  /** Another plan's profit is not shown in the meantime. */
  readonly waitsForPolicy: boolean = $derived(this.isByCell && this.policy.offers === null);

  /** The carrot that goes to all, where one does. */
  readonly chosen: Carrot | null = $derived(
    this.isByCell ? null : (this.carrots.find(({ id }) => id === this.plan?.arm) ?? null),
  );

  /** The chosen plan: one carrot for all, or a carrot for each cell. */
  readonly offers: readonly (CellOffer | null)[] | null = $derived.by(() => {
    if (this.isByCell) return this.policy.offers;
    const carrot = this.carrots.findIndex(({ id }) => id === this.chosen?.id);
    return carrot < 0 ? null : offersToAll(this.list, carrot);
  });

  /** What the chosen plan would bring. */
  readonly outlook: Result<PolicyOutlook> | null = $derived(
    this.chosen?.outlook ?? (this.offers && this.project(this.offers)),
  );

  /** Its profit by the effects that are not chosen; null where all ways to see them are one. */
  readonly otherProfit: number | null = $derived.by(() => {
    const { offers, outlookPlan, list } = this;
    if (!offers || !outlookPlan || (list?.cells.length ?? 0) < 2) return null;
    const other = this.project(offers, outlookPlan.effects === 'raw' ? 'shrunken' : 'raw');
    return other.ok ? other.value.profit.estimate : null;
  });

  readonly controlShare: number | null = $derived.by(() => {
    const control = this.found?.analysis.arms.find(({ isControl }) => isControl);
    return control?.response.ok ? control.response.value.share : null;
  });

  /** What a policy would bring on this list by the plan's terms. */
  project(
    policy: readonly (CellOffer | null)[],
    belief = this.outlookPlan?.effects,
  ): Result<PolicyOutlook> {
    const { list, plan, outlookPlan, found } = this;
    if (!list || !plan || !outlookPlan || !found || !belief)
      throw new Error('There is no plan to project.');
    const { marginShare } = plan.value;
    if (!(marginShare >= 0 && marginShare <= 1))
      return refuse({ code: 'margin-out-of-range', marginShare });
    const { effectKept, responseFactor, costFactor } = outlookPlan;
    return projectPolicy({
      cells: list.cells,
      carrots: this.#terms.map((terms) => moneyOf(terms, plan.value)),
      policy,
      belief,
      testedAreOnTheList: list.testedAreOnTheList,
      whatIf: { effectKept, responseFactor, costFactor },
      confidenceShare: found.analysis.confidenceShare,
    });
  }

  /** Shows what would be, without keeping it. */
  move(change: Partial<OutlookPlan>): void {
    this.#moving = change;
  }

  /** Keeps what is expected to be other than in the experiment. */
  changeOutlook(label: string, change: Partial<OutlookPlan>): void {
    this.#moving = {};
    if (this.plan) this.change(label, { outlook: { ...this.plan.outlook, ...change } });
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
