import type { StorageKind } from '#engine/storage/file-store.ts';
import { browserStorage } from './browser-storage.ts';

/** What the browser says about its storage for this site. */
class StorageStatus {
  #kind = $state<StorageKind | null>(null);
  #isPersisted = $state<boolean | null>(null);
  #usage = $state.raw<{ readonly used: number; readonly quota: number | null } | null>(null);
  #hasAsked = false;

  /** What the storage is made of; null while that is not known. */
  get kind(): StorageKind | null {
    return this.#kind;
  }

  /** Whether the browser promised to keep it when it needs room; null where it does not say. */
  get isPersisted(): boolean | null {
    return this.#isPersisted;
  }

  /** Bytes that are used and that may be; null where the browser does not say. */
  get usage(): { readonly used: number; readonly quota: number | null } | null {
    return this.#usage;
  }

  async refresh(): Promise<void> {
    this.#kind = await browserStorage().then(
      ({ kind }) => kind,
      () => null,
    );
    try {
      this.#isPersisted = await navigator.storage.persisted();
      const { usage, quota } = await navigator.storage.estimate();
      this.#usage = usage === undefined ? null : { used: usage, quota: quota ?? null };
    } catch {
      // A page without a secure context, or an old browser: nothing can be said.
    }
  }

  /** Asks the browser to keep the storage. Some ask the reader in turn, so this wants a reason in sight. */
  async askToPersist(): Promise<void> {
    this.#hasAsked = true;
    try {
      this.#isPersisted = await navigator.storage.persist();
    } catch {
      // As above.
    }
  }

  /** Asks once a visit, when the reader has brought something that is worth keeping. */
  askOnce(): void {
    if (!this.#hasAsked) void this.askToPersist();
  }
}

export const storageStatus = new StorageStatus();
