import { listName } from '#core/assignment/assignment.ts';
import type { BalanceRule } from '#core/assignment/balance-rule.ts';
import { allocate } from '#core/design/allocation.ts';
import { tooManyCells } from '#core/design/cell-limit.ts';
import { checkDesign } from '#core/design/design-checks.ts';
import type { Design, QuotaCounts } from '#core/design/design.ts';
import { changedParts } from '#core/design/plan-freeze.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { StageRules } from '#core/customers/journey.ts';
import { freezeExperiment, recordAssignment } from '#core/history/edit-experiment.ts';
import { catalogue } from '#text/language.svelte.ts';
import { LatestAnswer } from '#workspace/latest-answer.svelte.ts';
import { planFreeze } from '#workspace/plan-freeze.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import type { DrawOptions } from '#workspace/running-draw.svelte.ts';
import { ListDraw } from './list-draw.ts';

interface QuotaQuestion {
  readonly source: CustomerSource;
  readonly design: Design;
  readonly rules: StageRules;
  readonly running: readonly number[];
}

/** A draw as the reader wants it. */
interface DrawWish {
  readonly seed: string;
  /** Freezes a plan anew that is not what it was. Default: false. */
  readonly anew?: boolean;
  /** How even the control factors must come out. Default: as they come. */
  readonly rule?: BalanceRule | null;
}

/** The draw of the current experiment: what is planned, what was drawn, and drawing it. */
export class AssignmentWork extends ListDraw {
  #quota = new LatestAnswer<QuotaQuestion, QuotaCounts>((question) =>
    workspace.ask('count-quota', question),
  );

  readonly experiment = $derived.by(() => workspace.experiment);
  readonly design = $derived.by(() => workspace.experiment?.design ?? null);
  readonly assignment = $derived.by(() => workspace.experiment?.assignment ?? null);
  /** Eligible customers per cell as the data is now. */
  readonly population = $derived.by(() => {
    const { latest } = this.#quota;
    return latest && latest.question.design === this.design ? latest.answer.population : null;
  });

  /** Customers to draw, [cell][arm]; null while something is in the way. */
  readonly planned = $derived.by(() => {
    const { design, population } = this;
    const quota = this.#quota.value;
    if (!design || !population || !quota) return null;
    const blocked = checkDesign(design, quota).some(({ severity }) => severity === 'blocking');
    const counts = allocate(design, population);
    return counts.ok && !blocked ? counts.value : null;
  });

  readonly #tooManyCells = $derived.by(
    () => this.design !== null && tooManyCells(this.design.attributes) !== null,
  );

  /** The design has something that must be settled first. */
  readonly notReady = $derived.by(
    () =>
      (this.population !== null || this.#tooManyCells) &&
      this.planned === null &&
      this.assignment === null,
  );

  count(question: QuotaQuestion): void {
    if (!tooManyCells(question.design.attributes)) this.#quota.put(question);
  }

  /**
   * Draws with a seed and freezes the plan with it; the list is saved before the document that speaks of it. A plan that
   * is frozen is drawn as it was frozen; `anew` freezes it as it is now.
   */
  draw({ seed, anew = false, rule = null }: DrawWish): Promise<boolean> {
    return this.run((options) => this.#draw(seed, anew, rule, options));
  }

  async #draw(
    seed: string,
    anew: boolean,
    rule: BalanceRule | null,
    options: DrawOptions,
  ): Promise<boolean> {
    const { experiment, design, planned } = this;
    const running = this.#quota.latest?.question.running;
    const { source, document } = workspace;
    if (!experiment || !design || !planned || !source || !document || !running) return false;
    const freeze = await planFreeze(design, seed, running, rule);
    if (!freeze) return false;
    if (!freeze.ok) return this.refuse(freeze.problem, design);
    const changed = experiment.freeze ? changedParts(experiment.freeze, freeze.value) : [];
    // Another seed is the reader's choice; anything else has happened behind the frozen plan's back.
    const surprises = changed.filter((part) => part !== 'seed');
    if (surprises.length > 0 && !anew) {
      const t = catalogue().designFreeze;
      const parts = surprises.map((part) => t.parts[part]).join(', ');
      return this.stop({ code: 'plan-changed', sentence: t.changed(parts) });
    }
    const drawn = await workspace.ask(
      'draw',
      {
        source,
        design,
        rules: document.stageRules,
        running,
        experiment: experiment.id,
        seed,
        counts: planned,
        drawnAt: new Date().toISOString(),
        ...(rule && { balance: rule }),
        ...(experiment.assignment && { replaces: listName(experiment.assignment) }),
      },
      options,
    );
    if (!drawn.ok) return this.refuse(drawn.problem, design);
    await this.save();
    const t = catalogue().assignment.undo;
    workspace.change(experiment.assignment ? t.again : t.draw, (before) =>
      recordAssignment(
        freezeExperiment(before, experiment.id, freeze.value),
        experiment.id,
        drawn.value,
      ),
    );
    return true;
  }
}
