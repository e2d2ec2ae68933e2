import { setAsOf } from '#core/history/edit-project.ts';
import { addTable, replaceTable } from '#core/history/edit-tables.ts';
import { asText } from '#core/import/as-text.ts';
import type { BlankIdRule, DataTable, DuplicateRule } from '#core/import/column.ts';
import { matchColumns } from '#core/import/match-columns.ts';
import type { SourceChoice } from '#core/import/source-plan.ts';
import { formatCount } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { toasts } from '#ui/toasts.svelte.ts';
import { undoOffer } from '#ui/undo-offer.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { FileQueue } from './file-queue.svelte.ts';
import { localDay } from '#workspace/local-day.ts';
import type { PlannedFile, Target } from './planned-file.svelte.ts';
import type { PlanColumn } from './reading.ts';
import { readSteps, type ReadStep, type StepProblem, type StepProgress } from './read-steps.ts';

/** `looking` has no preview yet; `choosing` shows one (and may be looking again). */
export type ImportPhase = 'idle' | 'looking' | 'choosing' | 'reading' | 'saving';

interface TableReading {
  readonly steps: readonly ReadStep[];
  readonly label: string;
}

/**
 * Files on their way into the project: looked at, corrected by the reader, read, saved. It lives as long as the tab, so
 * that a long import goes on while other screens are open.
 */
class ImportSession {
  readonly queue = new FileQueue();
  #work = $state<'none' | 'reading' | 'saving'>('none');
  #readingLabel = $state('');
  #problem = $state.raw<StepProblem | null>(null);
  #progress = $state.raw<StepProgress | null>(null);
  #lastTable = $state<string | null>(null);
  /** How the tables of this visit were read, so that another rule can be tried on the same files. */
  #readings = $state.raw<ReadonlyMap<string, TableReading>>(new Map());
  #stop: AbortController | null = null;

  readonly phase = $derived.by((): ImportPhase => {
    if (this.#work !== 'none') return this.#work;
    if (this.queue.current?.preview) return 'choosing';
    return this.queue.isLooking ? 'looking' : 'idle';
  });

  /** The file that is decided on. */
  get current(): PlannedFile | null {
    return this.queue.current;
  }

  /** The label of the table that is being read. */
  get readingLabel(): string {
    return this.#readingLabel;
  }

  /** Why the last reading was refused. */
  get problem(): StepProblem | null {
    return this.#problem;
  }

  get progress(): StepProgress | null {
    return this.#progress;
  }

  /** The name of the table that was read last; its report is shown open. */
  get lastTable(): string | null {
    return this.#lastTable;
  }

  /** Takes files in and looks at them, one after the other. */
  choose(files: readonly File[]): Promise<void> {
    this.#problem = null;
    return this.queue.add(files);
  }

  /** Looks at the current file again, as the reader knows it better. */
  async lookAgain(chosen: SourceChoice): Promise<void> {
    this.#problem = null;
    if (this.current) await this.queue.look(this.current, chosen);
  }

  /** Lets go of the current file, and goes on with the next. */
  skip(): void {
    this.#problem = null;
    if (this.current) this.queue.remove(this.current);
  }

  cancel(): void {
    this.#stop?.abort();
  }

  closeProblem(): void {
    this.#problem = null;
  }

  /** Reads the current file, with those that were joined to it; makes a project where none is open. */
  async read(): Promise<void> {
    const file = this.current;
    if (!file || workspace.readOnly !== 'no' || this.#work !== 'none') return;
    const files = [file, ...this.queue.joinedTo(file)];
    if (file.openDates.length > 0) return;
    const steps = files.map((each) => ({ file: each.file, plan: planOf(each, file) }));
    const isRead = await this.#read({ steps, label: file.label }, file.target);
    if (isRead) this.queue.finish(files);
  }

  /** Reads every file that is ready, each as it is planned, until one is refused. */
  async readAll(): Promise<void> {
    for (let file = this.current; file; file = this.current) {
      await this.read();
      if (this.current === file) return;
    }
  }

  /** Whether the files of a table are still at hand. */
  canReadAgain(table: string): boolean {
    return this.#readings.has(table);
  }

  /** Reads the files of a table again under other rules; the new table takes its place. */
  readAgain(
    table: DataTable,
    rules: { duplicates: DuplicateRule; blankIds: BlankIdRule },
  ): Promise<void> {
    return this.#readOtherwise(table, (plan) => ({ ...plan, ...rules }));
  }

  /** Reads the files of a table again with one column as text, so that it keeps every value as it is written. */
  readAsText(table: DataTable, column: string): Promise<void> {
    return this.#readOtherwise(table, ({ columns, into, ...plan }) => ({
      ...plan,
      columns: asText(columns, column),
      into: into.mode === 'append' ? { ...into, columns: asText(into.columns, column) } : into,
    }));
  }

  async #readOtherwise(
    table: DataTable,
    change: (plan: ReadStep['plan']) => ReadStep['plan'],
  ): Promise<void> {
    const known = this.#readings.get(table.name);
    if (!known || workspace.readOnly !== 'no' || this.#work !== 'none') return;
    const steps = known.steps.map(({ file, plan }) => ({ file, plan: change(plan) }));
    await this.#read({ steps, label: table.label }, { mode: 'replace', table: table.name });
  }

  /** The rules a table of this visit was read under. */
  rulesOf(table: string): { duplicates: DuplicateRule; blankIds: BlankIdRule } | null {
    return this.#readings.get(table)?.steps[0]?.plan ?? null;
  }

  async #read(reading: TableReading, target: Target): Promise<boolean> {
    this.#problem = null;
    this.#progress = null;
    this.#readingLabel = reading.label;
    this.#work = 'reading';
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    try {
      if (!workspace.document) await workspace.createProject(reading.label);
      const answer = await workspace.withRows(async () => {
        await workspace.dropUnreachable();
        const read = await readSteps(reading.steps, (told) => (this.#progress = told), signal);
        if (read.ok) await this.#keep(read.value, target, reading);
        return read;
      });
      // Null: another project was opened first, and this file was not meant for that one.
      if (answer === null || answer.ok) return true;
      this.#problem = answer.problem;
      await workspace.leaveIfEmpty();
      return false;
    } finally {
      this.#work = 'none';
    }
  }

  async #keep(table: DataTable, target: Target, reading: TableReading): Promise<void> {
    const t = catalogue().importing.done;
    this.#work = 'saving';
    await workspace.saveRows();
    // Another tab took the project over: nothing was saved, and nothing is to be said.
    if (workspace.readOnly !== 'no') return;
    const old = target.mode === 'new' ? null : target.table;
    const label = workspace.document?.tables.find(({ name }) => name === old)?.label ?? table.label;
    const edit = workspace.change(t.edit[target.mode](label), (document) =>
      old === null ? addTable(document, table) : replaceTable(document, old, table),
    );
    this.#lastTable = table.name;
    this.#readings = new Map(this.#readings).set(table.name, reading);
    const said = t.toast[target.mode](label, formatCount(table.rowCount, language.code));
    toasts.say(said, undoOffer(edit));
    const source = workspace.source;
    if (!source || workspace.document?.asOf) return;
    const today = localDay(new Date());
    const asOf = await workspace.ask('latest-purchase', { source, today });
    if (asOf) workspace.note((document) => setAsOf(document, asOf));
  }
}

/** How a file is read: its own writing, and the columns as they were decided for the file whose table it goes into. */
function planOf(file: PlannedFile, lead: PlannedFile): ReadStep['plan'] {
  const { preview } = file;
  if (!preview) throw new Error('A file is read that was not looked at.');
  const { target } = lead;
  const table =
    target.mode === 'append'
      ? workspace.document?.tables.find(({ name }) => name === target.table)
      : undefined;
  return {
    label: lead.label,
    tableRole: lead.tableRole,
    source: preview.source,
    columns: file === lead ? file.columns : columnsLike(file.columns, lead.columns),
    duplicates: lead.duplicates,
    blankIds: lead.blankIds,
    today: localDay(new Date()),
    into: table ? { mode: 'append', table: table.name, columns: table.columns } : { mode: 'new' },
  };
}

/** What was answered about the order of dates in one file holds for those that are read into its table. */
function columnsLike(
  columns: readonly PlanColumn[],
  lead: readonly PlanColumn[],
): readonly PlanColumn[] {
  const { places } = matchColumns(
    columns.map(({ name }) => name),
    lead.map(({ name }) => name),
  );
  return columns.map((column, at) => {
    const dateOrder = column.format.dateOrder ?? lead[places[at] ?? -1]?.format.dateOrder ?? null;
    return { ...column, format: { ...column.format, dateOrder } };
  });
}

export const importSession = new ImportSession();
