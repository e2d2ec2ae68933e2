import type { Experiment, ProjectDocument } from '#core/history/project-document.ts';
import type { DataTable } from '#core/import/column.ts';
import { currency } from '#text/currency.svelte.ts';
import { UndoHistory, type EditState } from './undo-history.ts';

/** The document of the open project, with the states that Undo and Redo lead to. */
export class EditedDocument {
  #now = $state.raw<ProjectDocument | null>(null);
  #labels = $state.raw<{ undo: string | null; redo: string | null }>({ undo: null, redo: null });
  readonly #history = new UndoHistory<ProjectDocument>();

  get now(): ProjectDocument | null {
    return this.#now;
  }

  get undoLabels(): { readonly undo: string | null; readonly redo: string | null } {
    return this.#labels;
  }

  /** The experiment that the steps from design to rollout are about. */
  get experiment(): Experiment | null {
    const document = this.#now;
    return document?.experiments.find(({ id }) => id === document.currentExperiment) ?? null;
  }

  /** Begins with another document, or with none; what was edited before cannot be undone. */
  begin(document: ProjectDocument | null): void {
    this.#history.clear();
    this.#show(document);
  }

  /** Makes a step of Undo and gives its number, or none and null where `label` is null. */
  change(label: string | null, after: ProjectDocument): number | null {
    const edit = label !== null && this.#now ? this.#history.record(label, this.#now) : null;
    this.#show(after);
    return edit;
  }

  /** Where an edit stands, by its number. */
  stateOf(edit: number): EditState {
    // The history is no state of its own: it changes with the labels.
    void this.#labels;
    return this.#history.stateOf(edit);
  }

  /** The tables that are in the project, or come back into it with Undo or Redo; each once. */
  reachableTables(): readonly DataTable[] {
    void this.#labels;
    const states = [...(this.#now ? [this.#now] : []), ...this.#history.states()];
    const tables = new Map<string, DataTable>();
    for (const table of states.flatMap((state) => state.tables)) {
      if (!tables.has(table.name)) tables.set(table.name, table);
    }
    return [...tables.values()];
  }

  /** Nothing that was edited so far can be undone or redone any more. */
  forgetSteps(): void {
    this.#history.clear();
    this.#show(this.#now);
  }

  /** Goes one edit back or forward; its name, or null where there is none. */
  step(direction: 'undo' | 'redo'): string | null {
    const step = this.#now && this.#history[direction](this.#now);
    if (!step) return null;
    this.#show(step.state);
    return step.label;
  }

  #show(document: ProjectDocument | null): void {
    this.#now = document;
    this.#labels = { undo: this.#history.undoLabel, redo: this.#history.redoLabel };
    if (document) currency.code = document.currency;
  }
}
