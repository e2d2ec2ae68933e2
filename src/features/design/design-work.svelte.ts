import { tooManyCells } from '#core/design/cell-limit.ts';
import { cellCount } from '#core/design/cell-name.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import { checkDesign } from '#core/design/design-checks.ts';
import type { Design, QuotaCounts } from '#core/design/design.ts';
import { followLevels } from '#core/design/factor-arms.ts';
import { editDesign } from '#core/history/edit-experiment.ts';
import type { StageRules } from '#core/customers/journey.ts';
import { formatCount } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { toasts } from '#ui/toasts.svelte.ts';
import { undoOffer } from '#ui/undo-offer.ts';
import { LatestAnswer } from '#workspace/latest-answer.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { nameArm } from './arm-naming.ts';
import { designPlan } from './design-plan.ts';
import { PlannedQuestions } from './planned-questions.svelte.ts';
import type { RuleWords } from './rule-sentence.ts';
import { variableChoices } from './variable-choices.ts';

interface QuotaQuestion {
  readonly source: CustomerSource;
  readonly design: Design;
  readonly rules: StageRules;
  /** Ids of the other experiments that are running. */
  readonly running: readonly number[];
}

/** The design that is being worked on: what is shown, how it counts, and the two ways to change it. */
export class DesignWork {
  #draft = $state.raw<Design | null>(null);
  #quota = new LatestAnswer<QuotaQuestion, QuotaCounts>((question) =>
    workspace.ask('count-quota', question),
  );

  /** The design on the screen: a cut under the pointer counts already. */
  readonly design = $derived.by(() => this.#draft ?? workspace.experiment?.design ?? null);
  readonly isDrawn = $derived.by(() => Boolean(workspace.experiment?.assignment));
  readonly isFrozen = $derived.by(() => Boolean(workspace.experiment?.freeze));
  readonly locked = $derived.by(() => this.isDrawn || this.isFrozen || workspace.readOnly !== 'no');

  /** Why the shown design is not counted at all. */
  readonly tooManyCells = $derived.by(() =>
    this.design ? tooManyCells(this.design.attributes) : null,
  );

  /** A count together with the design it fits: the shown one as soon as its cells are counted. */
  readonly counted = $derived.by(() => {
    const { latest } = this.#quota;
    if (!latest || !this.design || this.tooManyCells) return null;
    const fits = cellCount(this.design.attributes) === latest.answer.population.length;
    const design = fits ? this.design : latest.question.design;
    return { design, quota: latest.answer };
  });

  readonly plan = $derived.by(() =>
    this.counted ? designPlan(this.counted.design, this.counted.quota) : null,
  );

  /** What the plan can say to its questions. */
  readonly questions = new PlannedQuestions(() => {
    const { counted, plan } = this;
    if (!counted || !plan?.counts) return null;
    return { design: counted.design, population: counted.quota.population, counts: plan.counts };
  });

  /** What is to be settled or known; without a count only where the design cannot be counted. */
  readonly checks = $derived.by(() =>
    this.tooManyCells && this.design ? checkDesign(this.design, null) : (this.plan?.checks ?? []),
  );

  readonly choices = $derived.by(() => {
    const { document, source } = workspace;
    return document && source ? variableChoices(document, source) : [];
  });

  /** What variables and tables are called in the sentences of rules. */
  readonly words = $derived.by((): RuleWords => ({
    choices: this.choices,
    tables: workspace.document?.tables ?? [],
  }));

  get countFailed(): boolean {
    return this.#quota.failed;
  }

  count(question: QuotaQuestion): void {
    if (!tooManyCells(question.design.attributes)) this.#quota.put(question);
  }

  /** Shows a design without keeping it, while a cut is dragged. */
  preview(design: Design): void {
    if (!this.locked) this.#draft = design;
  }

  /** Keeps a design as one undoable step; its arms follow the levels of its factors. */
  change(label: string, design: Design): void {
    const experiment = workspace.experiment;
    this.#draft = null;
    if (!experiment || this.locked) return;
    // A cut that was put back where it came from is no edit.
    if (JSON.stringify(design) === JSON.stringify(experiment.design)) return;
    const before = experiment.design;
    const kept = before ? followLevels(before, design, nameArm) : design;
    if (before?.factorPlan?.kind && kept.factorPlan?.kind === null)
      toasts.say(catalogue().design.arms.released);
    const edit = workspace.change(label, (document) => {
      const edited = editDesign(document, experiment.id, kept);
      return edited.ok ? edited.value : document;
    });
    // Limits of cells that an edited attribute has done away with.
    const limits = workspace.experiment?.design?.cellRules.length ?? 0;
    const dropped = kept.cellRules.length - limits;
    if (dropped > 0) {
      const { limitsDropped } = catalogue().design.quota;
      toasts.say(limitsDropped(formatCount(dropped, language.code)), undoOffer(edit));
    }
  }
}
