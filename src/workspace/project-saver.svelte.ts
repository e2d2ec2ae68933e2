import type { ProjectDocument } from '#core/history/project-document.ts';
import type { Answer, Params } from '#engine/protocol.ts';
import type { ProjectRecord } from '#engine/storage/project-record.ts';
import type { ProjectWriter, WriteProblem } from '#engine/storage/project-writer.ts';
import type { SavedRows } from '#engine/storage/row-image.ts';

export type SavingState = 'saved' | 'saving' | 'failed';

interface SaverEvents {
  readonly onSaved?: () => void;
  readonly onProblem?: (problem: WriteProblem) => void;
}

type SaveRows = (place: Params<'save-rows'>) => Promise<Answer<'save-rows'>>;

/**
 * Saves the open project: its rows as parts that the engine writes, and its document in a record that names them, which
 * is what makes both count. Edits in quick succession are written one after the other, those that came meanwhile as one.
 */
export class ProjectSaver {
  #documentState = $state<SavingState>('saved');
  #rowsState = $state<SavingState>('saved');
  #documentProblem = $state.raw<WriteProblem | null>(null);
  #rowsProblem = $state.raw<WriteProblem | null>(null);
  readonly #writer: ProjectWriter | null;
  readonly #events: SaverEvents;
  #hasWritten = false;
  /** The rows that the next record will name. */
  #rows: SavedRows | null;
  #next: ProjectDocument | null = null;
  #working: Promise<void> | null = null;
  #gate: Promise<unknown> = Promise.resolve();

  /** `writer`: null in a tab that may only look. `rows`: as the record that was opened names them. */
  constructor(writer: ProjectWriter | null, rows: SavedRows | null, events: SaverEvents) {
    this.#writer = writer;
    this.#rows = rows;
    this.#events = events;
  }

  /** Of document and rows, what is worse off. */
  get state(): SavingState {
    const states = [this.#documentState, this.#rowsState];
    return (
      states.find((state) => state === 'failed') ??
      states.find((state) => state === 'saving') ??
      'saved'
    );
  }

  /** Why the last save failed, or null. */
  get problem(): WriteProblem | null {
    return this.#rowsProblem ?? this.#documentProblem;
  }

  get rows(): SavedRows | null {
    return this.#rows;
  }

  /** Nothing was ever saved or to be saved. */
  get hasNothing(): boolean {
    return this.#writer !== null && this.#rows === null && !this.#hasWritten;
  }

  /** Nothing is saved any more: another tab has the project, or it is deleted. */
  stop(): void {
    this.#writer?.stop();
    this.#next = null;
    this.#documentState = 'saved';
    this.#rowsState = 'saved';
  }

  write(document: ProjectDocument): void {
    if (!this.#writer || this.#writer.isStopped) return;
    this.#hasWritten = true;
    this.#next = document;
    this.#documentState = 'saving';
    this.#working ??= this.#work(this.#writer).finally(() => {
      this.#working = null;
    });
  }

  /** Documents wait until the rows that they speak of are saved. */
  waitFor(rows: Promise<unknown>): void {
    this.#gate = rows.catch(() => undefined);
  }

  /** Writes what changed in the rows, or all of them; the next record will name what was written. */
  async saveRows(save: SaveRows, isWhole = false): Promise<void> {
    const writer = this.#writer;
    if (!writer || writer.isStopped) return;
    this.#rowsState = 'saving';
    const { projectId, storage } = writer;
    const fileName = writer.nextRowsName();
    const saved = isWhole ? null : this.#rows;
    try {
      const answer = await save({ storage, projectId, fileName, saved });
      if (answer.ok) this.#rows = answer.value.rows;
      this.#rowsProblem = answer.ok ? null : answer.problem;
      this.#rowsState = answer.ok ? 'saved' : 'failed';
    } catch (error) {
      this.#rowsState = 'failed';
      throw error;
    }
  }

  /** Waits until every edit made so far is in the browser's storage, or has failed to get there. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async #work(writer: ProjectWriter): Promise<void> {
    while (this.#next) {
      await this.#gate;
      const document: ProjectDocument | null = this.#next;
      this.#next = null;
      if (!document) return;
      const written = await writer.write(recordOf(document, this.#rows, new Date()));
      this.#documentProblem = written.ok ? null : written.problem;
      if (written.ok) this.#events.onSaved?.();
      else this.#events.onProblem?.(written.problem);
      if (!this.#next && !writer.isStopped) this.#documentState = written.ok ? 'saved' : 'failed';
    }
  }
}

function recordOf(document: ProjectDocument, rows: SavedRows | null, now: Date): ProjectRecord {
  return {
    name: document.name,
    isSample: document.isSample,
    updatedAt: now.toISOString(),
    rowCount: document.tables.reduce((sum, { rowCount }) => sum + rowCount, 0),
    rows,
    documentText: JSON.stringify(document),
  };
}
