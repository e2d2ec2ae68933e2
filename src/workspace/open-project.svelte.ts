import { customerSource } from '#core/history/customer-source.ts';
import type { Experiment, ProjectDocument } from '#core/history/project-document.ts';
import type { DataTable } from '#core/import/column.ts';
import type { RequestOptions } from '#engine/client.ts';
import type { Answer, Params, RequestName } from '#engine/protocol.ts';
import { keptRecords, type WriteProblem } from '#engine/storage/project-writer.ts';
import { drawsToRepeat } from './draw-again.ts';
import { EditedDocument } from './edited-document.svelte.ts';
import { madeEdit, type MadeEdit } from './made-edit.ts';
import { ProjectSaver, type SavingState } from './project-saver.svelte.ts';
import { storageStatus } from './storage-status.svelte.ts';
import { Turns } from './turns.ts';
import type { ReadOnly, WriteAccess } from './write-access.svelte.ts';

/**
 * The project that is open, as it can be read and edited: its document (all but the rows), Undo, and saving. The one
 * gateway for writes: every edit goes through `change`, is undoable, and is saved before anything else happens.
 */
export abstract class OpenProject {
  protected saver = $state.raw(new ProjectSaver(null, null, {}));
  protected readonly edited = new EditedDocument();
  /** The rows are opened, replaced or changed by one at a time. */
  protected readonly turns = new Turns();
  protected abstract readonly access: WriteAccess;

  abstract get projectId(): string | null;

  /** Asks the engine. A request about rows needs an open project. */
  abstract ask<Name extends RequestName>(
    name: Name,
    params: Params<Name>,
    options?: RequestOptions<Name>,
  ): Promise<Answer<Name>>;

  /** The open project, or null. */
  get document(): ProjectDocument | null {
    return this.edited.now;
  }

  /** Of document and rows, what is worse off. */
  get saving(): SavingState {
    return this.saver.state;
  }

  /** Why the last save failed, or null. */
  get savingProblem(): WriteProblem | null {
    return this.saver.problem;
  }

  /** Why this tab may only look: another tab has the project, or took it over. */
  get readOnly(): ReadOnly {
    return this.access.readOnly;
  }

  get undoLabels(): { readonly undo: string | null; readonly redo: string | null } {
    return this.edited.undoLabels;
  }

  /** The experiment that the steps from design to rollout are about. */
  get experiment(): Experiment | null {
    return this.edited.experiment;
  }

  /** Where customers come from, or null while no table has been named as the customer list. */
  readonly source = $derived.by(() => (this.document ? customerSource(this.document) : null));

  /**
   * Changes the rows of the open project, saves them and makes the edit that speaks of them, while no other project can
   * be opened. Null, and nothing done, where another one was opened before its turn came.
   */
  withRows<Value>(work: () => Promise<Value>): Promise<Value | null> {
    const projectId = this.projectId;
    return this.turns.take(async () => (this.projectId === projectId ? work() : null));
  }

  /**
   * Makes one undoable, saved step. Does nothing in a tab that may only look. `label` names the edit for Undo. What it gives
   * back takes back this edit and no other; null where nothing changed.
   */
  change(label: string, edit: (document: ProjectDocument) => ProjectDocument): MadeEdit | null {
    const made = this.#edit(label, edit);
    return madeEdit(
      made,
      (each) => this.edited.stateOf(each),
      () => this.undo(),
    );
  }

  /** Saves a fact that the reader did not edit (a finding for history, the chosen experiment) without an undo step. */
  note(edit: (document: ProjectDocument) => ProjectDocument): void {
    this.#edit(null, edit);
  }

  #edit(label: string | null, edit: (document: ProjectDocument) => ProjectDocument): number | null {
    const before = this.opened();
    if (this.readOnly !== 'no') return null;
    const after = edit(before);
    if (after === before) return null;
    const made = this.edited.change(label, after);
    this.write();
    return made;
  }

  /** Goes back one edit; its name, or null where there is nothing to undo. */
  undo(): string | null {
    return this.#step('undo');
  }

  /** Goes forward one edit; its name, or null. */
  redo(): string | null {
    return this.#step('redo');
  }

  /** Writes what changed in the rows, or all of them. To be followed by the edit that speaks of them. */
  async saveRows(isWhole = false): Promise<void> {
    if (this.readOnly !== 'no') return;
    await this.saver.saveRows((place) => this.ask('save-rows', place), isWhole);
    if (this.saving !== 'failed' && !this.document?.isSample) storageStatus.askOnce();
  }

  /** Whoever goes on to the next page at once finds the project there: it counts as opened when it is stored. */
  protected async saveAll(isWhole = false): Promise<void> {
    await this.saveRows(isWhole);
    this.write();
    await this.settled();
  }

  /** Tables that are out of the project and stay stored as long as Undo or Redo can bring them back. */
  get removedTables(): readonly DataTable[] {
    const present = new Set(this.document?.tables.map(({ name }) => name));
    return this.edited.reachableTables().filter(({ name }) => !present.has(name));
  }

  /** Takes out of the rows what neither the project nor Undo can show any more. To be called before rows are added. */
  async dropUnreachable(): Promise<void> {
    if (this.readOnly !== 'no') return;
    await this.ask('drop-tables', { keep: this.edited.reachableTables().map(({ name }) => name) });
  }

  /** Takes the removed tables off the disk; no edit of before can be undone then. */
  async eraseRemoved(): Promise<void> {
    await this.withRows(async () => {
      if (this.readOnly !== 'no') return;
      this.edited.forgetSteps();
      await this.dropUnreachable();
      await this.saveRows();
      // The record before the newest stands by with rows of its own: it gives them up with the second.
      for (let record = 1; record <= keptRecords; record++) {
        this.write();
        await this.settled();
      }
    });
  }

  /** Tries to save again after a save failed: rows and document whole. */
  async saveAgain(): Promise<void> {
    await this.withRows(() => this.saveAll(true));
  }

  /** Waits until nothing is being opened, and no rows are being changed. */
  idle(): Promise<void> {
    return this.turns.take(() => Promise.resolve());
  }

  /** Waits until every edit made so far is in the browser's storage. */
  settled(): Promise<void> {
    return this.saver.settled();
  }

  #step(direction: 'undo' | 'redo'): string | null {
    const before = this.document;
    if (!before || this.readOnly !== 'no') return null;
    const label = this.edited.step(direction);
    if (label === null) return null;
    const repeat = drawsToRepeat(before, this.opened());
    if (repeat) {
      this.saver.waitFor(
        this.withRows(async () => {
          await repeat((name, params) => this.ask(name, params));
          await this.saveRows();
        }),
      );
    }
    this.write();
    return label;
  }

  protected write(): void {
    this.saver.write(this.opened());
  }

  protected opened(): ProjectDocument {
    if (!this.document) throw new Error('No project is open.');
    return this.document;
  }
}
