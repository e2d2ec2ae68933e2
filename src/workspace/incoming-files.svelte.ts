import { strictCells } from '#core/import/pasted-cells.ts';

/** Files on their way to the import screen, from wherever they were dropped, chosen or pasted. */
class IncomingFiles {
  #files = $state.raw<readonly File[]>([]);

  get count(): number {
    return this.#files.length;
  }

  put(files: readonly File[]): void {
    this.#files = [...this.#files, ...files];
  }

  /** Cells that were pasted as text are a small file with tabs. */
  putText(text: string): void {
    this.put([new File([strictCells(text)], 'pasted.tsv', { type: 'text/tab-separated-values' })]);
  }

  /** Hands the files over, once. */
  take(): readonly File[] {
    const files = this.#files;
    this.#files = [];
    return files;
  }
}

export const incomingFiles = new IncomingFiles();
