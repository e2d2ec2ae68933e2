import { setAsOf } from '#core/history/edit-project.ts';
import { addTable } from '#core/history/edit-tables.ts';
import type {
  BlankIdRule,
  ColumnKind,
  ColumnRole,
  DataTable,
  DuplicateRule,
  TableRole,
} from '#core/import/column.ts';
import { giveRole } from '#core/import/give-role.ts';
import type { SourceChoice } from '#core/import/source-plan.ts';
import { formatCount } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { toasts } from '#ui/toasts.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import type { FilePreview, PlanColumn, Progress, ReadProblem } from './reading.ts';

/** `looking` has no preview yet; `choosing` shows one (and may be looking again). */
export type ImportPhase = 'idle' | 'looking' | 'choosing' | 'reading' | 'saving';

/**
 * One file after the other on its way into the project: looked at, corrected by the reader, read, saved. It lives as
 * long as the tab, so that a long import goes on while other screens are open.
 */
class ImportSession {
  #phase = $state<ImportPhase>('idle');
  #file = $state.raw<File | null>(null);
  #waiting = $state.raw<readonly File[]>([]);
  #preview = $state.raw<FilePreview | null>(null);
  #columns = $state.raw<readonly PlanColumn[]>([]);
  #problem = $state.raw<{ fileName: string; problem: ReadProblem } | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #lastTable = $state<string | null>(null);
  #asked = 0;
  #stop: AbortController | null = null;

  label = $state('');
  tableRole = $state<TableRole>('other');
  duplicates = $state<DuplicateRule>('keep-first');
  blankIds = $state<BlankIdRule>('reject');

  get phase(): ImportPhase {
    return this.#phase;
  }

  get file(): File | null {
    return this.#file;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get preview(): FilePreview | null {
    return this.#preview;
  }

  /** The columns as they will be read: guessed, then corrected. */
  get columns(): readonly PlanColumn[] {
    return this.#columns;
  }

  get problem(): { readonly fileName: string; readonly problem: ReadProblem } | null {
    return this.#problem;
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  /** The name of the table that was read last; its report is shown open. */
  get lastTable(): string | null {
    return this.#lastTable;
  }

  /** Takes files in; the first is looked at at once where none is under way. */
  async choose(files: readonly File[]): Promise<void> {
    this.#waiting = [...this.#waiting, ...files];
    if (this.#phase === 'idle') await this.#lookAtNext();
  }

  /** Looks at the file again, as the reader knows it better. */
  lookAgain(chosen: SourceChoice): Promise<void> {
    return this.#look(chosen);
  }

  setKind(name: string, kind: ColumnKind): void {
    this.#columns = this.#columns.map((column) =>
      column.name === name ? { ...column, kind } : column,
    );
  }

  setRole(name: string, role: ColumnRole): void {
    this.#columns = giveRole(this.#columns, name, role);
  }

  /** Lets go of the file that is looked at, and goes on with the next. */
  async skip(): Promise<void> {
    this.#asked++;
    await this.#lookAtNext();
  }

  cancel(): void {
    this.#stop?.abort();
  }

  /** Reads the file as chosen into a new table of the project; makes a project where none is open. */
  async read(): Promise<void> {
    const file = this.#file;
    const preview = this.#preview;
    if (!file || !preview || workspace.readOnly !== 'no') return;
    if (!workspace.document) await workspace.createProject(this.label);
    this.#phase = 'reading';
    this.#progress = null;
    this.#problem = null;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const answer = await workspace.withRows(async () => {
      const read = await this.#readWhole(file, preview, signal);
      if (read.ok) await this.#keep(read.value);
      return read;
    });
    // Null: another project was opened first, and this file was not meant for that one.
    if (answer === null || answer.ok) {
      await this.#lookAtNext();
    } else {
      this.#problem = { fileName: file.name, problem: answer.problem };
      this.#phase = 'choosing';
    }
  }

  async #readWhole(file: File, preview: FilePreview, signal: AbortSignal) {
    const plan = {
      label: this.label,
      tableRole: this.tableRole,
      source: preview.source,
      columns: this.#columns,
      duplicates: this.duplicates,
      blankIds: this.blankIds,
      today: localDay(new Date()),
      into: { mode: 'new' as const },
    };
    const onProgress = (progress: Progress) => (this.#progress = progress);
    return workspace
      .ask('import-file', { file, fileName: file.name, plan }, { onProgress, signal })
      .catch(asProblem);
  }

  async #keep(table: DataTable): Promise<void> {
    const t = catalogue().importing.done;
    this.#phase = 'saving';
    await workspace.saveRows();
    // Another tab took the project over: nothing was saved, and nothing is to be said.
    if (workspace.readOnly !== 'no') return;
    workspace.change(t.edit(table.label), (document) => addTable(document, table));
    this.#lastTable = table.name;
    toasts.say(t.toast(table.label, formatCount(table.rowCount, language.code)));
    const source = workspace.source;
    if (!source || workspace.document?.asOf) return;
    const asOf = await workspace.ask('latest-purchase', { source });
    if (asOf) workspace.note((document) => setAsOf(document, asOf));
  }

  async #lookAtNext(): Promise<void> {
    const [file, ...others] = this.#waiting;
    this.#waiting = others;
    this.#file = file ?? null;
    this.#preview = null;
    this.#phase = 'idle';
    if (file) await this.#look({});
  }

  async #look(chosen: SourceChoice): Promise<void> {
    const file = this.#file;
    if (!file) return;
    const number = ++this.#asked;
    const again = this.#preview !== null;
    if (!again) this.#phase = 'looking';
    this.#problem = null;
    const answer = await workspace
      .ask('preview-file', { file, fileName: file.name, chosen })
      .catch(asProblem);
    if (number !== this.#asked) return;
    if (!answer.ok) {
      this.#problem = { fileName: file.name, problem: answer.problem };
      if (!again) await this.#lookAtNextAfterProblem();
      return;
    }
    this.#show(answer.value, again);
  }

  /** A file that is no table stands in the notice, and does not hold the others up. */
  async #lookAtNextAfterProblem(): Promise<void> {
    const problem = this.#problem;
    await this.#lookAtNext();
    this.#problem ??= problem;
  }

  #show(preview: FilePreview, again: boolean): void {
    if (!again) {
      this.label = preview.suggestedLabel;
      this.tableRole = preview.tableRole;
      this.duplicates = 'keep-first';
      this.blankIds = 'reject';
    }
    this.#preview = preview;
    this.#columns = preview.columns.map(({ name, kind, role, personal, format }) => ({
      name,
      kind,
      role,
      personal,
      format,
    }));
    this.#phase = 'choosing';
  }
}

/** The day it is where the reader is, as ISO text. */
function localDay(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

/** The engine stopped at this file: the reader gets the file back instead of a bar that never ends. */
function asProblem(error: unknown): { ok: false; problem: ReadProblem } {
  return { ok: false, problem: { code: 'unreadable-file', detail: String(error) } };
}

export const importSession = new ImportSession();
