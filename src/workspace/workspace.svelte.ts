import { customerSource } from '#core/history/customer-source.ts';
import {
  emptyDocument,
  type Experiment,
  type ProjectDocument,
} from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { EngineClient, type RequestOptions } from '#engine/client.ts';
import type { Answer, OpenProblem, Params, RequestName } from '#engine/protocol.ts';
import type { StorageKind } from '#engine/storage/file-store.ts';
import type { FoundRecord } from '#engine/storage/project-store.ts';
import { ProjectWriter, type WriteProblem } from '#engine/storage/project-writer.ts';
import type { SavedRows } from '#engine/storage/row-image.ts';
import type { LanguageCode } from '#text/language.svelte.ts';
import { browserStorage } from './browser-storage.ts';
import { drawsToRepeat } from './draw-again.ts';
import { EditedDocument } from './edited-document.svelte.ts';
import { exportFile } from './export-file.ts';
import { readLastProject, rememberLastProject } from './last-project.ts';
import { openStored } from './open-stored.ts';
import type { HeldLock } from './project-lock.ts';
import { ProjectSaver, type SavingState } from './project-saver.svelte.ts';
import { storageStatus } from './storage-status.svelte.ts';
import { Turns } from './turns.ts';
import type { WorkspaceEvents } from './workspace-events.ts';
import { WriteAccess, type ReadOnly } from './write-access.svelte.ts';

export const sampleProjectId = 'sample';

export type WorkspaceStatus = 'starting' | 'closed' | 'opening' | 'opening-sample' | 'open';

/**
 * The open project: its document (all but the rows) and the engine that holds the rows. The one gateway for writes:
 * every edit goes through `change`, is undoable, and is saved before anything else happens.
 */
export class Workspace {
  #status = $state<WorkspaceStatus>('starting');
  #projectId = $state<string | null>(null);
  #saver = $state.raw(new ProjectSaver(null, null, {}));
  readonly #edited = new EditedDocument();
  readonly #access = new WriteAccess((projectId) => this.#loseProject(projectId));
  #storage: StorageKind = 'origin-private-files';
  #engine: EngineClient | null = null;
  /** The rows are opened, replaced or changed by one at a time. */
  readonly #turns = new Turns();
  #events: Partial<WorkspaceEvents> = {};

  get status(): WorkspaceStatus {
    return this.#status;
  }

  /** The open project, or null. */
  get document(): ProjectDocument | null {
    return this.#edited.now;
  }

  get projectId(): string | null {
    return this.#projectId;
  }

  /** Of document and rows, what is worse off. */
  get saving(): SavingState {
    return this.#saver.state;
  }

  /** Why the last save failed, or null. */
  get savingProblem(): WriteProblem | null {
    return this.#saver.problem;
  }

  /** Why this tab may only look: another tab has the project, or took it over. */
  get readOnly(): ReadOnly {
    return this.#access.readOnly;
  }

  get undoLabels(): { readonly undo: string | null; readonly redo: string | null } {
    return this.#edited.undoLabels;
  }

  /** The experiment that the steps from design to rollout are about. */
  get experiment(): Experiment | null {
    return this.#edited.experiment;
  }

  /** Where customers come from, or null while no table has been named as the customer list. */
  readonly source = $derived.by(() => (this.document ? customerSource(this.document) : null));

  /** Who is told. */
  listen(events: WorkspaceEvents): void {
    this.#events = events;
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
      if (opened) this.#events.onProjectLost?.(opened.problem);
      if (opened?.problem.code === 'not-saved') rememberLastProject(null);
    }
    this.#status = 'closed';
  }

  /** Opens the sample project in a place of its own; the work in it is kept like any other's. */
  openSample(): Promise<void> {
    if (this.#projectId === sampleProjectId && this.document) return Promise.resolve();
    return this.#opening('opening', () => this.#openSample());
  }

  async #openSample(): Promise<void> {
    const stored = await this.#openStored(sampleProjectId).catch(() => null);
    if (stored?.ok) return;
    this.#status = 'opening-sample';
    // The sample's words and numbers are loaded only by those who open it.
    const { sampleDocument } = await import('./sample-project.ts');
    const { tables, asOf } = await this.ask('load-sample', {});
    await this.#enterNew(sampleProjectId, sampleDocument(tables, asOf));
    await this.#saveAll();
  }

  /** Starts a new, empty project. It is stored with the first thing that is put into it. */
  createProject(name: string): Promise<void> {
    return this.#opening('opening', async () => {
      await this.ask('start-empty', {});
      await this.#enterNew(crypto.randomUUID(), emptyDocument(name));
    });
  }

  /** Lets go of a project into which nothing was put: a first file that was refused leaves none behind. */
  leaveIfEmpty(): Promise<void> {
    return this.#turns.take(async () => {
      if (this.document && this.#saver.hasNothing) await this.#leave();
    });
  }

  /** Opens a project that is stored in this browser. */
  openStored(projectId: string): Promise<Result<void, OpenProblem>> {
    return this.#opening('opening', () => this.#openStored(projectId));
  }

  async #openStored(projectId: string, steal = false): Promise<Result<void, OpenProblem>> {
    // The lock first: what is read is what nobody else writes any more.
    const lock = await this.#access.ask(projectId, steal);
    const opened = await openStored(projectId, this.ask.bind(this)).catch((error: unknown) => {
      this.#access.decline(lock);
      throw error;
    });
    if (!opened.ok) {
      this.#access.decline(lock);
      return opened;
    }
    const { document, rows, records, fallenBackTo, isTrimmed } = opened.value;
    await this.#enter(projectId, document, lock, rows, records);
    if (fallenBackTo !== null) this.#events.onFallBack?.(fallenBackTo);
    if (isTrimmed) void this.withRows(() => this.saveRows().then(() => this.#write()));
    return succeed(undefined);
  }

  /** Opens a project file as a new project of this browser; the open one stays as it is if the file is refused. */
  openFile(file: Blob): Promise<Result<void, OpenProblem>> {
    return this.#opening(this.#status, () => this.#openFile(file));
  }

  async #openFile(file: Blob): Promise<Result<void, OpenProblem>> {
    const opened = await this.ask('open-file', { file });
    if (!opened.ok) return opened;
    const document = readDocument(opened.value.documentText);
    if (!document.ok) throw new Error('The engine opened a file whose document cannot be read.');
    await this.#enterNew(crypto.randomUUID(), { ...document.value, isSample: false });
    await this.#saveAll();
    return succeed(undefined);
  }

  /** Whoever goes on to the next page at once finds the project there: it counts as opened when it is stored. */
  async #saveAll(isWhole = false): Promise<void> {
    await this.saveRows(isWhole);
    this.#write();
    await this.settled();
  }

  /** The open project as one SQLite file. `hasPersonalData`: as it is, or without the columns marked so. Default: true. */
  exportFile(hasPersonalData = true): Promise<Blob> {
    return exportFile(this.#opened(), hasPersonalData, this.ask.bind(this));
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
    this.#edit(label, edit);
  }

  /** Saves a fact that the reader did not edit (a finding for history, the chosen experiment) without an undo step. */
  note(edit: (document: ProjectDocument) => ProjectDocument): void {
    this.#edit(null, edit);
  }

  #edit(label: string | null, edit: (document: ProjectDocument) => ProjectDocument): void {
    const before = this.#opened();
    if (this.readOnly !== 'no') return;
    const after = edit(before);
    if (after === before) return;
    this.#edited.change(label, after);
    this.#write();
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
    await this.#saver.saveRows((place) => this.ask('save-rows', place), isWhole);
    if (this.saving !== 'failed' && !this.document?.isSample) storageStatus.askOnce();
  }

  /** Tries to save again after a save failed: rows and document whole. */
  async saveAgain(): Promise<void> {
    await this.withRows(() => this.#saveAll(true));
  }

  /** Closes the open project, as it is saved. */
  close(): Promise<void> {
    return this.#turns.take(() => this.#leave());
  }

  async #leave(): Promise<void> {
    await this.settled();
    this.#saver.stop();
    this.#access.end();
    this.#projectId = null;
    this.#edited.begin(null);
    this.#status = 'closed';
    rememberLastProject(null);
    await this.ask('start-empty', {});
  }

  /** Puts the sample's own names into the language of the page. */
  async followLanguage(code: LanguageCode): Promise<void> {
    if (!this.document?.isSample) return;
    const { translateSample } = await import('./sample-words.ts');
    if (!this.document?.isSample) return;
    this.note((document) => translateSample(document, code));
  }

  /** Takes the project over from the other tab, as that tab last saved it. */
  takeOver(): Promise<Result<void, OpenProblem>> {
    return this.#turns.take(() =>
      this.#projectId
        ? this.#openStored(this.#projectId, true)
        : Promise.resolve(refuse({ code: 'not-saved' })),
    );
  }

  /** Waits until nothing is being opened, and no rows are being changed. */
  idle(): Promise<void> {
    return this.#turns.take(() => Promise.resolve());
  }

  /** Waits until every edit made so far is in the browser's storage. */
  settled(): Promise<void> {
    return this.#saver.settled();
  }

  /** Opens something else in its turn; `status` meanwhile. What could not be opened leaves what was open. */
  async #opening<Value>(status: WorkspaceStatus, open: () => Promise<Value>): Promise<Value> {
    this.#status = status;
    try {
      return await this.#turns.take(async () => {
        this.#status = status;
        await this.settled();
        return open();
      });
    } finally {
      this.#status = this.document ? 'open' : 'closed';
    }
  }

  /** Goes on with a project that is not stored yet, or whose stored state does not count any more. */
  async #enterNew(projectId: string, document: ProjectDocument): Promise<void> {
    await this.#enter(projectId, document, await this.#access.ask(projectId), null, []);
  }

  async #enter(
    projectId: string,
    document: ProjectDocument,
    lock: HeldLock | null,
    rows: SavedRows | null,
    records: readonly FoundRecord[],
  ): Promise<void> {
    const files = await browserStorage();
    this.#access.begin(lock);
    this.#projectId = projectId;
    this.#storage = files.kind;
    const writer = lock ? new ProjectWriter(files, projectId, records, Date.now()) : null;
    this.#saver = new ProjectSaver(writer, rows, {
      onSaved: () => rememberLastProject(projectId),
      onProblem: (problem) => this.#onSaveProblem(projectId, problem),
    });
    this.#edited.begin(document);
    this.#status = 'open';
    if (records.length > 0) rememberLastProject(projectId);
  }

  /** Another tab has the project now: what this one still has on its way to the disk counts for nothing. */
  #loseProject(projectId: string): void {
    if (projectId !== this.#projectId) return;
    this.#saver.stop();
    this.#access.lose();
  }

  #onSaveProblem(projectId: string, problem: WriteProblem): void {
    if (problem.code === 'taken-over') this.#loseProject(projectId);
    // The browser cleared its storage while the project was open; the engine still has every row.
    if (problem.code === 'rows-missing' && projectId === this.#projectId) void this.saveAgain();
  }

  #step(direction: 'undo' | 'redo'): string | null {
    const before = this.document;
    if (!before || this.readOnly !== 'no') return null;
    const label = this.#edited.step(direction);
    if (label === null) return null;
    const draws = drawsToRepeat(before, this.#opened());
    if (draws.length > 0) {
      this.#saver.waitFor(
        this.withRows(async () => {
          for (const draw of draws) await this.ask('draw', draw);
          await this.saveRows();
        }),
      );
    }
    this.#write();
    return label;
  }

  #write(): void {
    this.#saver.write(this.#opened());
  }

  #opened(): ProjectDocument {
    if (!this.document) throw new Error('No project is open.');
    return this.document;
  }

  #startEngine(): EngineClient {
    this.#engine ??= new EngineClient({
      onRestart: (isOutOfMemory) => void this.#reopenRows(isOutOfMemory),
      onMissing: () => this.#events.onEngineMissing?.(),
    });
    return this.#engine;
  }

  /** Gives a new engine the rows of the last save. A table that was not in it is gone, and leaves the document too. */
  async #reopenRows(isOutOfMemory: boolean): Promise<void> {
    this.#events.onEngineRestart?.(isOutOfMemory);
    const projectId = this.#projectId;
    const { rows } = this.#saver;
    if (!projectId) return;
    const place = { storage: this.#storage, projectId, keep: null };
    const opened = rows ? await this.ask('open-saved', { ...place, rows }) : null;
    if (projectId !== this.#projectId) return;
    if (opened && !opened.ok) {
      this.#events.onProjectLost?.(opened.problem);
      return this.#leave();
    }
    const present = new Set(opened?.value.tables ?? []);
    const isThere = ({ name }: { name: string }) => present.has(name);
    if (this.#opened().tables.every(isThere)) return;
    this.note((document) => ({ ...document, tables: document.tables.filter(isThere) }));
  }
}

export const workspace = new Workspace();
