/** Counts what the page has asked of other hosts, as the browser itself has logged it. */
class ForeignRequests {
  #count = $state(0);

  get count(): number {
    return this.#count;
  }

  /** Watches for as long as the page lives, beginning with what was logged before. */
  start(): void {
    const observer = new PerformanceObserver((log) => {
      this.#count += log.getEntries().filter(({ name }) => isForeign(name)).length;
    });
    observer.observe({ type: 'resource', buffered: true });
  }
}

function isForeign(address: string): boolean {
  const { protocol, origin } = new URL(address, location.href);
  return /^(https?|wss?):$/.test(protocol) && origin !== location.origin;
}

export const foreignRequests = new ForeignRequests();
