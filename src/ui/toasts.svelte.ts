export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly tone: 'plain' | 'alarm';
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

const shownForMilliseconds = 6000;

/** Short notices at the bottom of the page. Alarms stay until they are closed. */
class Toasts {
  #list = $state.raw<readonly Toast[]>([]);
  #nextId = 1;

  get list(): readonly Toast[] {
    return this.#list;
  }

  say(message: string, action: Toast['action'] = null): void {
    const id = this.#add(message, 'plain', action);
    setTimeout(() => this.close(id), shownForMilliseconds);
  }

  alarm(message: string, action: Toast['action'] = null): void {
    this.#add(message, 'alarm', action);
  }

  close(id: number): void {
    this.#list = this.#list.filter((toast) => toast.id !== id);
  }

  #add(message: string, tone: Toast['tone'], action: Toast['action']): number {
    const id = this.#nextId++;
    const others = this.#list.filter((toast) => toast.message !== message);
    this.#list = [...others.slice(-2), { id, message, tone, action }];
    return id;
  }
}

export const toasts = new Toasts();
