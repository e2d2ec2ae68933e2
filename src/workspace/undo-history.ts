const mostSteps = 100;

interface Step<State> {
  readonly label: string;
  readonly state: State;
}

/** The states before and after now, each with the name of the edit that separates them. */
export class UndoHistory<State> {
  #past: Step<State>[] = [];
  #future: Step<State>[] = [];

  get undoLabel(): string | null {
    return this.#past.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#future.at(-1)?.label ?? null;
  }

  /** Notes the state that an edit is about to replace. */
  record(label: string, before: State): void {
    this.#past = [...this.#past.slice(1 - mostSteps), { label, state: before }];
    this.#future = [];
  }

  /** The state to go back to, or null where there is none. */
  undo(now: State): Step<State> | null {
    const step = this.#past.pop();
    if (!step) return null;
    this.#future.push({ label: step.label, state: now });
    return step;
  }

  /** The state to go forward to, or null where there is none. */
  redo(now: State): Step<State> | null {
    const step = this.#future.pop();
    if (!step) return null;
    this.#past.push({ label: step.label, state: now });
    return step;
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
  }
}
