import type { ProjectDocument } from '#core/history/project-document.ts';
import * as vault from '#engine/vault.ts';

export type SavingState = 'saved' | 'saving' | 'failed';

/** Writes the document of the open project; edits in quick succession are written one after the other, the last one last. */
export class DocumentSaver {
  #state = $state<SavingState>('saved');
  #writing: Promise<void> = Promise.resolve();
  #latest: ProjectDocument | null = null;

  get state(): SavingState {
    return this.#state;
  }

  /** Forgets how the project before this one was saved. */
  startAnew(): void {
    this.#state = 'saved';
  }

  write(projectId: string, document: ProjectDocument): void {
    this.#latest = document;
    this.#state = 'saving';
    this.#writing = this.#writing
      .then(() =>
        vault.writeProject({
          id: projectId,
          name: document.name,
          isSample: document.isSample,
          updatedAt: new Date().toISOString(),
          documentText: JSON.stringify(document),
        }),
      )
      .then(
        (written) => {
          if (!written.ok) this.#state = 'failed';
          else if (this.#latest === document) this.#state = 'saved';
        },
        () => {
          this.#state = 'failed';
        },
      );
  }

  /** Waits until every edit made so far is in the browser's storage, or has failed to get there. */
  settled(): Promise<void> {
    return this.#writing;
  }
}
