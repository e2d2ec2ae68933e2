import * as vault from '#engine/vault.ts';

export interface StoredProject {
  readonly id: string;
  readonly name: string;
  /** ISO date and time. */
  readonly updatedAt: string;
}

/** The projects that this browser keeps, last worked on first. */
class StoredProjects {
  #list = $state.raw<readonly StoredProject[]>([]);

  get list(): readonly StoredProject[] {
    return this.#list;
  }

  /** Reads the list anew; where storage is forbidden it is empty. */
  async refresh(): Promise<void> {
    const projects = await vault.listProjects().catch(() => []);
    this.#list = [...projects].sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
  }
}

export const storedProjects = new StoredProjects();
