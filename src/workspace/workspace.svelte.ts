import { customerSource } from '#core/history/customer-source.ts';
import {
  emptyDocument,
  type Experiment,
  type ProjectDocument,
} from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';
import type { Result } from '#core/result.ts';
import { EngineClient, type RequestOptions } from '#engine/client.ts';
import type { Answer, OpenProblem, Params, RequestName } from '#engine/protocol.ts';
import * as vault from '#engine/vault.ts';
import { currency } from '#text/currency.svelte.ts';
import type { LanguageCode } from '#text/language.svelte.ts';
import { changedDraws } from './changed-draws.ts';
import { DocumentSaver, type SavingState } from './document-saver.svelte.ts';
import { readLastProject, rememberLastProject } from './last-project.ts';
import { ProjectLock } from './project-lock.ts';
import { Turns } from './turns.ts';
import { UndoHistory } from './undo-history.ts';

export const sampleProjectId = 'sample';

export type WorkspaceStatus = 'starting' | 'closed' | 'opening' | 'opening-sample' | 'open';

/**
 * The open project: its document (all but the rows) and the engine that holds the rows. The one gateway for writes:
 * every edit goes through `change`, is undoable, and is saved before anything else happens.
 */
export class Workspace {
  #status = $state<WorkspaceStatus>('starting');
  #document = $state.raw<ProjectDocument | null>(null);
  #projectId = $state<string | null>(null);
  #savingRows = $state<SavingState>('saved');
  #readOnly = $state<'no' | 'other-tab' | 'taken-over'>('no');
  #undoLabels = $state.raw<{ undo: string | null; redo: string | null }>({
    undo: null,
    redo: null,
  });
  #history = new UndoHistory<ProjectDocument>();
  #lock = new ProjectLock();
  #engine: EngineClient | null = null;
  #saver = new DocumentSaver();
  /** The rows are opened, replaced or changed by one at a time. */
  #turns = new Turns();
  #onEngineRestart: () => void = () => undefined;

  get status(): WorkspaceStatus {
    return this.#status;
  }

  /** The open project, or null. */
  get document(): ProjectDocument | null {
    return this.#document;
  }

  get projectId(): string | null {
    return this.#projectId;
  }

  /** Of document and rows, what is worse off. */
  get saving(): SavingState {
    const states = [this.#saver.state, this.#savingRows];
    return (
      states.find((state) => state === 'failed') ??
      states.find((state) => state === 'saving') ??
      'saved'
    );
  }

  /** Why this tab may only look: another tab has the project, or took it over. */
  get readOnly(): 'no' | 'other-tab' | 'taken-over' {
    return this.#readOnly;
  }

  get undoLabels(): { readonly undo: string | null; readonly redo: string | null } {
    return this.#undoLabels;
  }

  /** The experiment that the steps from design to rollout are about. */
  get experiment(): Experiment | null {
    const document = this.#document;
    return document?.experiments.find(({ id }) => id === document.currentExperiment) ?? null;
  }

  /** Where customers come from, or null while no table has been named as the customer list. */
  readonly source = $derived.by(() => (this.#document ? customerSource(this.#document) : null));

  /** Called when the engine crashed and was opened again from the last save. */
  set onEngineRestart(call: () => void) {
    this.#onEngineRestart = call;
  }

  /** Asks the engine. A request about rows needs an open project. */
  ask<Name extends RequestName>(
    name: Name,
    params: Params<Name>,
    options?: RequestOptions,
  ): Promise<Answer<Name>> {
    return this.#startEngine().request(name, params, options);
  }

  /** Opens what this browser had open last, or the sample where the address asks for it (`?project=sample`). */
  async start(askedProject: string | null): Promise<void> {
    if (askedProject === sampleProjectId) return this.openSample();
    const last = readLastProject();
    if (last !== null) {
      const opened = await this.openStored(last).catch(() => null);
      if (opened?.ok) return;
    }
    this.#status = 'closed';
  }

  /** Opens the sample project in a place of its own; the work in it is kept like any other's. */
  openSample(): Promise<void> {
    if (this.#projectId === sampleProjectId && this.#document) return Promise.resolve();
    return this.#opening('opening', () => this.#openSample());
  }

  async #openSample(): Promise<void> {
    const stored = await this.#openStored(sampleProjectId).catch(() => null);
    if (stored?.ok) return;
    this.#status = 'opening-sample';
    // The sample's words and numbers are loaded only by those who open it.
    const { sampleDocument } = await import('./sample-project.ts');
    const { tables, asOf } = await this.ask('load-sample', {});
    await this.#enter(sampleProjectId, sampleDocument(tables, asOf));
    await this.saveRows();
    this.#write();
  }

  /** Starts a new, empty project. */
  createProject(name: string): Promise<void> {
    return this.#opening('opening', async () => {
      await this.ask('start-empty', {});
      await this.#enter(crypto.randomUUID(), emptyDocument(name));
      this.#write();
    });
  }

  /** Opens a project that is stored in this browser. */
  openStored(projectId: string): Promise<Result<void, OpenProblem>> {
    return this.#opening('opening', () => this.#openStored(projectId));
  }

  async #openStored(projectId: string): Promise<Result<void, OpenProblem>> {
    const record = await vault.readProject(projectId);
    const document = record ? readDocument(record.documentText) : null;
    if (!document?.ok) {
      return {
        ok: false,
        problem: document
          ? { code: 'damaged-file', detail: document.problem.code }
          : { code: 'not-saved' },
      };
    }
    const rows = await this.ask('open-saved', { projectId });
    if (!rows.ok && rows.problem.code !== 'not-saved') return rows;
    // A project that never saved rows must not go on with those of the project before it.
    if (!rows.ok) await this.ask('start-empty', {});
    const present = new Set(rows.ok ? rows.value.tables : []);
    const tables = document.value.tables.filter((table) => present.has(table.name));
    await this.#enter(projectId, { ...document.value, tables });
    return { ok: true, value: undefined };
  }

  /** Opens a project file as a new project of this browser; the open one stays as it is if the file is refused. */
  openFile(file: Blob): Promise<Result<void, OpenProblem>> {
    return this.#opening(this.#status, () => this.#openFile(file));
  }

  async #openFile(file: Blob): Promise<Result<void, OpenProblem>> {
    const opened = await this.ask('open-file', { file });
    if (!opened.ok) return opened;
    const document = readDocument(opened.value.documentText);
    if (!document.ok) {
      if (this.#projectId) await this.#openStored(this.#projectId);
      return { ok: false, problem: { code: 'not-a-project' } };
    }
    const present = new Set(opened.value.tables);
    const tables = document.value.tables.filter((table) => present.has(table.name));
    await this.#enter(crypto.randomUUID(), { ...document.value, isSample: false, tables });
    await this.saveRows();
    this.#write();
    return { ok: true, value: undefined };
  }

  /** The open project as one SQLite file. */
  async exportFile(): Promise<Blob> {
    const document = this.#opened();
    const bytes = await this.ask('export-file', {
      documentText: JSON.stringify(document),
      keep: document.tables.map(({ name }) => name),
    });
    return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.sqlite3' });
  }

  /**
   * Changes the rows of the open project, saves them and makes the edit that speaks of them, while no other project can
   * be opened. Null, and nothing done, where another one was opened before its turn came.
   */
  withRows<Value>(work: () => Promise<Value>): Promise<Value | null> {
    const projectId = this.#projectId;
    return this.#turns.take(async () => (this.#projectId === projectId ? work() : null));
  }

  /** Makes one undoable, saved step. Does nothing in a tab that may only look. `label` names the edit for Undo. */
  change(label: string, edit: (document: ProjectDocument) => ProjectDocument): void {
    const before = this.#opened();
    if (this.#readOnly !== 'no') return;
    const after = edit(before);
    if (after === before) return;
    this.#history.record(label, before);
    this.#show(after);
    this.#write();
  }

  /** Saves a fact that the reader did not edit (a finding for history, the chosen experiment) without an undo step. */
  note(edit: (document: ProjectDocument) => ProjectDocument): void {
    const before = this.#opened();
    if (this.#readOnly !== 'no') return;
    const after = edit(before);
    if (after === before) return;
    this.#show(after);
    this.#write();
  }

  /** Goes back one edit; its name, or null where there is nothing to undo. */
  undo(): string | null {
    return this.#step((now) => this.#history.undo(now));
  }

  /** Goes forward one edit; its name, or null. */
  redo(): string | null {
    return this.#step((now) => this.#history.redo(now));
  }

  /**
   * Writes the rows after an import or a draw. Called before the document that speaks of them is saved: `newTables`
   * are those that it will name.
   */
  async saveRows(newTables: readonly string[] = []): Promise<void> {
    const document = this.#opened();
    if (!this.#projectId || this.#readOnly !== 'no') return;
    this.#savingRows = 'saving';
    const saved = await this.ask('save-rows', {
      projectId: this.#projectId,
      keep: [...document.tables.map(({ name }) => name), ...newTables],
    });
    this.#savingRows = saved.ok ? 'saved' : 'failed';
  }

  /** Deletes a project from this browser; the open one is closed first. */
  removeStored(projectId: string): Promise<void> {
    return this.#turns.take(() => this.#removeStored(projectId));
  }

  async #removeStored(projectId: string): Promise<void> {
    if (projectId === this.#projectId) {
      this.#lock.release();
      this.#document = null;
      this.#projectId = null;
      this.#history.clear();
      this.#status = 'closed';
      await this.ask('start-empty', {});
    }
    // An edit that is still on its way to the disk would bring the project back.
    await this.#saver.settled();
    await vault.removeProject(projectId);
  }

  /** Puts the sample's own names into the language of the page. */
  async followLanguage(code: LanguageCode): Promise<void> {
    if (!this.#document?.isSample) return;
    const { translateSample } = await import('./sample-words.ts');
    if (!this.#document.isSample) return;
    this.note((document) => translateSample(document, code));
  }

  /** Takes the project over from the other tab, as that tab last saved it. */
  takeOver(): Promise<void> {
    return this.#turns.take(() => this.#takeOver());
  }

  async #takeOver(): Promise<void> {
    const projectId = this.#projectId;
    if (!projectId) return;
    await this.#lock.acquire(projectId, () => this.#loseLock(), true);
    const record = await vault.readProject(projectId);
    const stored = record ? readDocument(record.documentText) : null;
    if (stored?.ok) {
      await this.ask('open-saved', { projectId });
      this.#history.clear();
      this.#show(stored.value);
    }
    this.#readOnly = 'no';
  }

  /** Waits until every edit made so far is in the browser's storage. */
  settled(): Promise<void> {
    return this.#saver.settled();
  }

  /** Opens something else in its turn; `status` meanwhile. What could not be opened leaves what was open. */
  async #opening<Value>(status: WorkspaceStatus, open: () => Promise<Value>): Promise<Value> {
    this.#status = status;
    try {
      return await this.#turns.take(() => {
        this.#status = status;
        return open();
      });
    } finally {
      this.#status = this.#document ? 'open' : 'closed';
    }
  }

  async #enter(projectId: string, document: ProjectDocument): Promise<void> {
    const mine = await this.#lock.acquire(projectId, () => this.#loseLock());
    this.#readOnly = mine ? 'no' : 'other-tab';
    this.#projectId = projectId;
    this.#saver.startAnew();
    this.#savingRows = 'saved';
    this.#history.clear();
    this.#show(document);
    this.#status = 'open';
    rememberLastProject(projectId);
  }

  #loseLock(): void {
    this.#readOnly = 'taken-over';
  }

  #show(document: ProjectDocument): void {
    this.#document = document;
    this.#undoLabels = { undo: this.#history.undoLabel, redo: this.#history.redoLabel };
    currency.code = document.currency;
  }

  #step(
    move: (now: ProjectDocument) => { label: string; state: ProjectDocument } | null,
  ): string | null {
    if (!this.#document || this.#readOnly !== 'no') return null;
    const before = this.#document;
    const step = move(before);
    if (!step) return null;
    this.#show(step.state);
    this.#write();
    void this.withRows(() => this.#followWithRows(before, step.state));
    return step.label;
  }

  /**
   * Brings the rows in line with the document after Undo: lists are drawn again, as a draw follows from its seed, and
   * tables that are back are saved again, as a save in between may have left them out.
   */
  async #followWithRows(before: ProjectDocument, after: ProjectDocument): Promise<void> {
    const source = customerSource(after);
    const rules = after.stageRules;
    const draws = source ? changedDraws(before, after).map((draw) => ({ ...draw, source })) : [];
    const known = new Set(before.tables.map(({ name }) => name));
    const tableIsBack = after.tables.some(({ name }) => !known.has(name));
    if (draws.length === 0 && !tableIsBack) return;
    for (const { id, source, design, assignment } of draws) {
      const { seed, drawnAt } = assignment;
      const counts = assignment.counts.map((arms) => [...arms]);
      await this.ask('draw', { source, design, rules, experiment: id, seed, counts, drawnAt });
    }
    await this.saveRows();
  }

  #write(): void {
    if (this.#projectId) this.#saver.write(this.#projectId, this.#opened());
  }

  #opened(): ProjectDocument {
    if (!this.#document) throw new Error('No project is open.');
    return this.#document;
  }

  #startEngine(): EngineClient {
    this.#engine ??= new EngineClient({
      onRestart: () => {
        if (this.#projectId) void this.ask('open-saved', { projectId: this.#projectId });
        this.#onEngineRestart();
      },
    });
    return this.#engine;
  }
}

export const workspace = new Workspace();
