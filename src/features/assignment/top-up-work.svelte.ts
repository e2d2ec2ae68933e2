import { allCounts, listName } from '#core/assignment/assignment.ts';
import { keepsProportions, shareTopUp } from '#core/assignment/share-top-up.ts';
import { tooManyCells } from '#core/design/cell-limit.ts';
import { recordTopUp } from '#core/history/edit-experiment.ts';
import type { Problem } from '#core/result.ts';
import { drawWords } from '#text/draw/draw-words.ts';
import { LatestAnswer } from '#workspace/latest-answer.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import type { AssignmentWork } from './assignment-work.svelte.ts';
import { topUpSentence } from './draw-sentence.ts';
import type { DrawOptions } from '#workspace/running-draw.svelte.ts';
import { ListDraw } from './list-draw.ts';

type Params = Parameters<typeof workspace.ask<'count-left'>>[1];
type Answer = Awaited<ReturnType<typeof workspace.ask<'count-left'>>>;

/** `list`: the fingerprints of the waves whose customers are not counted. */
interface Question {
  readonly params: Params;
  readonly list: string;
}

/** A further wave of the drawn list: who is left for it, what is wanted of them, and drawing it. */
export class TopUpWork extends ListDraw {
  readonly #of: () => AssignmentWork;
  #left = new LatestAnswer<Question, Answer>(({ params }) => workspace.ask('count-left', params));
  /** What the reader wants: a total, or customers per cell and arm. Of the list it was typed for. */
  #wanted = $state.raw<{ list: string; total: number | null; byHand: number[][] | null } | null>(null); // prettier-ignore

  constructor(of: () => AssignmentWork) {
    super();
    this.#of = of;
  }

  /** The fingerprints of all waves: another list is another question. */
  readonly #list = $derived.by(() => {
    const { assignment } = this.#of();
    return assignment ? listName(assignment) : '';
  });

  readonly #answer = $derived.by(() => {
    const { latest } = this.#left;
    return latest?.question.list === this.#list ? latest : null;
  });

  /** Eligible customers per cell who are in no wave; null while they are counted or where they cannot be. */
  readonly left = $derived.by(() => (this.#answer?.answer.ok ? this.#answer.answer.value : null));

  readonly total = $derived.by(() =>
    this.#wanted?.list === this.#list ? this.#wanted.total : null,
  );

  /** What the total comes to per cell and arm, or why it cannot be shared out. Null where no total was named. */
  readonly #shared = $derived.by(() => {
    const { design, assignment } = this.#of();
    if (!design || !assignment || !this.left || this.total === null) return null;
    return shareTopUp(design, assignment, this.left, this.total);
  });

  /** Customers to draw, [cell][arm]: as they were typed, or as the plan shares out the total. All 0 before either. */
  readonly counts = $derived.by((): readonly (readonly number[])[] => {
    const byHand = this.#wanted?.list === this.#list ? this.#wanted.byHand : null;
    if (byHand) return byHand;
    if (this.#shared?.ok) return this.#shared.value;
    const arms = this.#of().design?.arms ?? [];
    return (this.left ?? []).map(() => arms.map(() => 0));
  });

  readonly size = $derived.by(() => this.counts.flat().reduce((sum, count) => sum + count, 0));

  /** Why what is wanted cannot be drawn, in words; null where it can. */
  readonly hindrance = $derived.by(() => {
    const { design } = this.#of();
    if (!design) return null;
    const say = (problem: Problem) => topUpSentence(problem, design);
    if (this.#answer && !this.#answer.answer.ok) return say(this.#answer.answer.problem);
    if (this.#left.failed) return drawWords().topUp.failed;
    if (this.#shared && !this.#shared.ok && this.size === 0) return say(this.#shared.problem);
    for (const [cell, arms] of this.counts.entries()) {
      const wanted = arms.reduce((sum, count) => sum + count, 0);
      const available = this.left?.[cell] ?? 0;
      if (wanted > available) return say({ code: 'cell-too-small', cell, wanted, available });
    }
    return null;
  });

  /** The arms of every cell have the proportions of the first draw. */
  readonly isProportional = $derived.by(() => {
    const { assignment } = this.#of();
    return !assignment || keepsProportions(assignment.counts, this.counts);
  });

  /** Counts who is left, as the data is now. */
  count(params: Params): void {
    if (!tooManyCells(params.design.attributes)) this.#left.put({ params, list: this.#list });
  }

  want(total: number | null): void {
    this.#wanted = { list: this.#list, total, byHand: null };
  }

  /** Wants so many of a cell for an arm; the others stay as they are. */
  readonly wantOf = (cell: number, arm: number, customers: number): void => {
    const byHand = this.counts.map((row, at) =>
      row.map((count, place) => (at === cell && place === arm ? customers : count)),
    );
    this.#wanted = { list: this.#list, total: null, byHand };
  };

  /** Draws the wave; the list is saved before the document that speaks of it. */
  draw(): Promise<boolean> {
    return this.run((options) => this.#draw(options));
  }

  async #draw(options: DrawOptions): Promise<boolean> {
    const { design, assignment } = this.#of();
    const asked = this.#answer?.question;
    if (!design || !assignment || !asked || this.size === 0) return false;
    const { params, list } = asked;
    const { experiment } = params;
    const counts = this.counts.map((arms) => [...arms]);
    const drawnAt = new Date().toISOString();
    const wish = { ...params, seed: assignment.seed, counts, drawnAt };
    const drawn = await workspace.ask('top-up', wish, options);
    if (!drawn.ok) {
      const sentence = topUpSentence(drawn.problem, design);
      return this.stop({ code: drawn.problem.code, sentence });
    }
    await this.save();
    const label = drawWords().topUp.undo;
    const made =
      list === this.#list
        ? workspace.change(label, (before) => recordTopUp(before, experiment, drawn.value))
        : null;
    if (made) return true;
    // Undo was quicker than the draw: the wave belongs to a list that is no longer there.
    const customers = allCounts(assignment)
      .flat()
      .reduce((sum, count) => sum + count, 0);
    await workspace.ask('keep-waves', { experiment, customers });
    await workspace.saveRows();
    return this.stop(this.failure());
  }
}
