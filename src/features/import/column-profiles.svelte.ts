import { maskedAs } from '#core/import/personal-data.ts';
import type { Column } from '#core/import/column.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { localDay } from '#workspace/local-day.ts';
import type { ColumnProfile } from './reading.ts';

/** The profiles of the columns of one table as they come in, one column after the other. */
export class ColumnProfiles {
  #known = $state.raw<ReadonlyMap<string, ColumnProfile | 'failed'>>(new Map());
  #stop = new AbortController();

  /** Null while it is being counted. */
  of(column: string): ColumnProfile | 'failed' | null {
    return this.#known.get(column) ?? null;
  }

  /** Counts these columns anew; what is under way for others ends. */
  async count(table: string, columns: readonly Column[], isUnmasked: boolean): Promise<void> {
    this.#stop.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.#known = new Map();
    const today = localDay(new Date());
    for (const column of columns) {
      const personal = isUnmasked ? null : maskedAs(column);
      const answer = await workspace
        .ask(
          'profile-column',
          { table, column: column.name, personal, today },
          { signal: stop.signal },
        )
        .catch(() => null);
      if (stop.signal.aborted) return;
      const found = answer?.ok ? answer.value : 'failed';
      this.#known = new Map(this.#known).set(column.name, found);
    }
  }

  /** Lets go of what is under way. */
  end(): void {
    this.#stop.abort();
  }
}
