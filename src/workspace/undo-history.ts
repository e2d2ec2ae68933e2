const mostSteps = 100;

interface Step<State> {
  readonly label: string;
  readonly state: State;
  /** Tells the edit from all others of this visit. */
  readonly edit: number;
}

/** Of an edit: the next Undo takes it back; others came after it; it is taken back already; it is out of reach. */
export type EditState = 'latest' | 'followed' | 'undone' | 'gone';

/** The states before and after now, each with the name of the edit that separates them. */
export class UndoHistory<State> {
  #past: Step<State>[] = [];
  #future: Step<State>[] = [];
  #lastEdit = 0;

  get undoLabel(): string | null {
    return this.#past.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#future.at(-1)?.label ?? null;
  }

  /** Notes the state that an edit is about to replace; gives the edit its number. */
  record(label: string, before: State): number {
    const edit = ++this.#lastEdit;
    this.#past = [...this.#past.slice(1 - mostSteps), { label, state: before, edit }];
    this.#future = [];
    return edit;
  }

  /** The states that Undo and Redo lead to. */
  states(): readonly State[] {
    return [...this.#past, ...this.#future].map(({ state }) => state);
  }

  /** Where an edit stands, by its number. */
  stateOf(edit: number): EditState {
    if (this.#past.at(-1)?.edit === edit) return 'latest';
    if (this.#past.some((step) => step.edit === edit)) return 'followed';
    return this.#future.some((step) => step.edit === edit) ? 'undone' : 'gone';
  }

  /** The state to go back to, or null where there is none. */
  undo(now: State): Step<State> | null {
    const step = this.#past.pop();
    if (!step) return null;
    this.#future.push({ ...step, state: now });
    return step;
  }

  /** The state to go forward to, or null where there is none. */
  redo(now: State): Step<State> | null {
    const step = this.#future.pop();
    if (!step) return null;
    this.#past.push({ ...step, state: now });
    return step;
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
  }
}
