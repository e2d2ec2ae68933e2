import { emptyDocument, type ProjectDocument } from '#core/history/project-document.ts';
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
import { exportFile } from './export-file.ts';
import { readLastProject, rememberLastProject } from './last-project.ts';
import { OpenProject } from './open-project.svelte.ts';
import { openStored } from './open-stored.ts';
import type { HeldLock } from './project-lock.ts';
import { ProjectSaver } from './project-saver.svelte.ts';
import type { WorkspaceEvents } from './workspace-events.ts';
import { WriteAccess } from './write-access.svelte.ts';

export const sampleProjectId = 'sample';

export type WorkspaceStatus = 'starting' | 'closed' | 'opening' | 'opening-sample' | 'open';

/** The open project and the engine that holds its rows: what opens, replaces and closes it. */
export class Workspace extends OpenProject {
  #status = $state<WorkspaceStatus>('starting');
  #projectId = $state<string | null>(null);
  protected override readonly access = new WriteAccess((projectId) => this.#loseProject(projectId));
  #storage: StorageKind = 'origin-private-files';
  #engine: EngineClient | null = null;
  #events: Partial<WorkspaceEvents> = {};

  get status(): WorkspaceStatus {
    return this.#status;
  }

  override get projectId(): string | null {
    return this.#projectId;
  }

  /** Who is told. */
  listen(events: WorkspaceEvents): void {
    this.#events = events;
  }

  override ask<Name extends RequestName>(
    name: Name,
    params: Params<Name>,
    options?: RequestOptions<Name>,
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
    await this.saveAll();
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
    return this.turns.take(async () => {
      if (this.document && this.saver.hasNothing) await this.#leave();
    });
  }

  /** Opens a project that is stored in this browser. */
  openStored(projectId: string): Promise<Result<void, OpenProblem>> {
    return this.#opening('opening', () => this.#openStored(projectId));
  }

  async #openStored(projectId: string, steal = false): Promise<Result<void, OpenProblem>> {
    // The lock first: what is read is what nobody else writes any more.
    const lock = await this.access.ask(projectId, steal);
    const opened = await openStored(projectId, this.ask.bind(this)).catch((error: unknown) => {
      this.access.decline(lock);
      throw error;
    });
    if (!opened.ok) {
      this.access.decline(lock);
      return opened;
    }
    const { document, rows, records, fallenBackTo, isTrimmed } = opened.value;
    await this.#enter(projectId, document, lock, rows, records);
    if (fallenBackTo !== null) this.#events.onFallBack?.(fallenBackTo);
    if (isTrimmed) void this.withRows(() => this.saveRows().then(() => this.write()));
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
    await this.saveAll();
    return succeed(undefined);
  }

  /** The open project as one SQLite file. `hasPersonalData`: as it is, or without the columns marked so. Default: true. */
  exportFile(hasPersonalData = true): Promise<Blob> {
    return exportFile(this.opened(), hasPersonalData, this.ask.bind(this));
  }

  /** Closes the open project, as it is saved. */
  close(): Promise<void> {
    return this.turns.take(() => this.#leave());
  }

  async #leave(): Promise<void> {
    await this.settled();
    this.saver.stop();
    this.access.end();
    this.#projectId = null;
    this.edited.begin(null);
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
    return this.turns.take(() =>
      this.#projectId
        ? this.#openStored(this.#projectId, true)
        : Promise.resolve(refuse({ code: 'not-saved' })),
    );
  }

  /** Opens something else in its turn; `status` meanwhile. What could not be opened leaves what was open. */
  async #opening<Value>(status: WorkspaceStatus, open: () => Promise<Value>): Promise<Value> {
    this.#status = status;
    try {
      return await this.turns.take(async () => {
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
    await this.#enter(projectId, document, await this.access.ask(projectId), null, []);
  }

  async #enter(
    projectId: string,
    document: ProjectDocument,
    lock: HeldLock | null,
    rows: SavedRows | null,
    records: readonly FoundRecord[],
  ): Promise<void> {
    const files = await browserStorage();
    this.access.begin(lock);
    this.#projectId = projectId;
    this.#storage = files.kind;
    const writer = lock ? new ProjectWriter(files, projectId, records, Date.now()) : null;
    this.saver = new ProjectSaver(writer, rows, {
      onSaved: () => rememberLastProject(projectId),
      onProblem: (problem) => this.#onSaveProblem(projectId, problem),
    });
    this.edited.begin(document);
    this.#status = 'open';
    if (records.length > 0) rememberLastProject(projectId);
  }

  /** Another tab has the project now: what this one still has on its way to the disk counts for nothing. */
  #loseProject(projectId: string): void {
    if (projectId !== this.#projectId) return;
    this.saver.stop();
    this.access.lose();
  }

  #onSaveProblem(projectId: string, problem: WriteProblem): void {
    if (problem.code === 'taken-over') this.#loseProject(projectId);
    // The browser cleared its storage while the project was open; the engine still has every row.
    if (problem.code === 'rows-missing' && projectId === this.#projectId) void this.saveAgain();
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
    const { rows } = this.saver;
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
    if (this.opened().tables.every(isThere)) return;
    this.note((document) => ({ ...document, tables: document.tables.filter(isThere) }));
  }
}

export const workspace = new Workspace();
