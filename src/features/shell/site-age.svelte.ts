/** Whether this tab's site has been replaced by a newer one, so that what was not loaded yet cannot be had any more. */
class SiteAge {
  #isStale = $state(false);

  get isStale(): boolean {
    return this.#isStale;
  }

  /** From now on Vite tells when a part of this build is not on the server any more. */
  start(): void {
    addEventListener('vite:preloadError', () => this.markStale());
  }

  /** Something that belongs to this build could not be loaded. */
  markStale(): void {
    this.#isStale = true;
  }
}

export const siteAge = new SiteAge();
