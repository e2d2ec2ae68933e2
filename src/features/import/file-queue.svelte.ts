import { roleBesideCustomers } from '#core/import/beside-customers.ts';
import { filesOfOneShape } from '#core/import/match-columns.ts';
import type { SourceChoice } from '#core/import/source-plan.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { commonLabel } from './common-label.ts';
import { PlannedFile } from './planned-file.svelte.ts';
import { asProblem } from './reading.ts';

/** The chosen files in order: every one is looked at as soon as its turn comes, one of them is decided on. */
export class FileQueue {
  #files = $state.raw<readonly PlannedFile[]>([]);
  #current = $state.raw<PlannedFile | null>(null);
  #separate = $state.raw<ReadonlySet<PlannedFile>>(new Set());
  #isAtWork = $state(false);
  #nextId = 1;

  get files(): readonly PlannedFile[] {
    return this.#files;
  }

  /** The file that is shown and decided on. */
  get current(): PlannedFile | null {
    return this.#current;
  }

  get isLooking(): boolean {
    return this.#isAtWork;
  }

  /** Files with the same columns, in whatever order, that nobody has decided about yet; the first such group. */
  readonly ofOneShape = $derived.by((): readonly PlannedFile[] => {
    if (this.#isAtWork) return [];
    const ready = this.#files.filter((file) => file.state === 'ready' && !this.#separate.has(file));
    const names = ready.map(({ columns }) => columns.map(({ name }) => name));
    const [group = []] = filesOfOneShape(names);
    return group.flatMap((place) => ready[place] ?? []);
  });

  /** Takes files in; those that are done with are cleared away first where nothing is under way. */
  async add(files: readonly File[]): Promise<void> {
    const isDone = this.#files.every(({ state }) => state === 'read' || state === 'refused');
    const planned = files.map((file) => new PlannedFile(this.#nextId++, file));
    this.#files = [...(isDone ? [] : this.#files), ...planned];
    if (this.#isAtWork) return;
    this.#isAtWork = true;
    try {
      for (let next = this.#waiting(); next; next = this.#waiting()) {
        await this.look(next, {});
        this.#current ??= this.#nextReady();
      }
    } finally {
      this.#isAtWork = false;
    }
  }

  /** Looks at a file. What cannot be read in another way is shown as it was, with the reason. */
  async look(file: PlannedFile, chosen: SourceChoice): Promise<void> {
    if (!file.preview) file.state = 'looking';
    const looking = file.beginLook();
    const answer = await workspace
      .ask('preview-file', { file: file.file, fileName: file.file.name, chosen })
      .catch(asProblem);
    if (!file.isLatestLook(looking)) return;
    if (answer.ok) {
      const preview = answer.value;
      const hasCustomerList =
        workspace.document?.tables.some(({ role }) => role === 'customers') ?? false;
      const tableRole = roleBesideCustomers(preview.tableRole, preview.columns, hasCustomerList);
      file.show({ ...preview, tableRole }, chosen);
    } else {
      file.problem = answer.problem;
      if (!file.preview) file.state = 'refused';
    }
  }

  /** Shows another file that is ready. */
  open(file: PlannedFile): void {
    if (file.state === 'ready') this.#current = file;
  }

  /** Forgets a file, with those that were joined to it. */
  remove(file: PlannedFile): void {
    const joined = this.joinedTo(file);
    file.beginLook();
    this.#files = this.#files.filter((each) => each !== file && !joined.includes(each));
    this.#leave(file);
  }

  /** Files that go into the table of this one. */
  joinedTo(file: PlannedFile): readonly PlannedFile[] {
    return this.#files.filter(({ joinedTo }) => joinedTo === file.id);
  }

  /** Plans files of one shape as one table: the first decides for all. */
  join(files: readonly PlannedFile[]): void {
    const [lead, ...others] = files;
    if (!lead) return;
    lead.label = commonLabel(files.map(({ label }) => label));
    for (const file of others) {
      file.joinedTo = lead.id;
      file.state = 'joined';
    }
    this.#current = lead;
  }

  /** Leaves files of one shape, or those that were joined to one, as tables of their own. */
  separate(files: readonly PlannedFile[]): void {
    this.#separate = new Set([...this.#separate, ...files]);
    for (const file of files) {
      file.label = file.preview?.suggestedLabel ?? file.label;
      if (file.joinedTo === null) continue;
      file.joinedTo = null;
      file.state = 'ready';
    }
  }

  /** Files that were read stay in the list until all are done with. */
  finish(files: readonly PlannedFile[]): void {
    for (const file of files) file.state = 'read';
    const [lead] = files;
    if (lead) this.#leave(lead);
  }

  #leave(file: PlannedFile): void {
    if (this.#current === file) this.#current = this.#nextReady();
  }

  #waiting(): PlannedFile | undefined {
    return this.#files.find(({ state }) => state === 'waiting');
  }

  #nextReady(): PlannedFile | null {
    return this.#files.find(({ state }) => state === 'ready') ?? null;
  }
}
