import type { DrawnCustomer } from './drawn-list.ts';

/** Lists that are kept at once: a list of a million customers takes some 20 MB. */
const mostLists = 8;

/**
 * Lists whose place another draw has taken, as long as the engine runs: so Undo brings the very list back, also where the
 * customers have changed since and its seed would draw another one.
 */
export class ListShelf {
  readonly #lists = new Map<string, Uint8Array>();

  /** `name`: see `listName`. Of many lists the latest stay. */
  put(name: string, list: readonly DrawnCustomer[]): void {
    const columns = [list.map(({ customer }) => customer), list.map(({ cell }) => cell), list.map(({ arm }) => arm)]; // prettier-ignore
    this.#lists.delete(name);
    this.#lists.set(name, new TextEncoder().encode(JSON.stringify(columns)));
    for (const oldest of this.#lists.keys()) {
      if (this.#lists.size <= mostLists) break;
      this.#lists.delete(oldest);
    }
  }

  /** A list, in its order; null where it is not on the shelf. */
  get(name: string): DrawnCustomer[] | null {
    const kept = this.#lists.get(name);
    if (!kept) return null;
    const [customers, cells, arms] = JSON.parse(new TextDecoder().decode(kept)) as [string[], number[], number[]]; // prettier-ignore
    return customers.map((customer, place) => ({
      customer,
      cell: cells[place] as number,
      arm: arms[place] as number,
    }));
  }

  clear(): void {
    this.#lists.clear();
  }
}
