export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
  /** Why it cannot be done any more, or null while it can. Default: it always can. */
  readonly blocked?: () => string | null;
}

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly tone: 'plain' | 'alarm';
  readonly action: ToastAction | null;
}

const shownForMilliseconds = 6000;

/** Short notices at the bottom of the page. Alarms stay until they are closed. */
class Toasts {
  #list = $state.raw<readonly Toast[]>([]);
  #nextId = 1;

  get list(): readonly Toast[] {
    return this.#list;
  }

  /** Shows a notice for some seconds; its number is for `close`. */
  say(message: string, action: ToastAction | null = null): number {
    const id = this.#add(message, 'plain', action);
    setTimeout(() => this.close(id), shownForMilliseconds);
    return id;
  }

  alarm(message: string, action: ToastAction | null = null): void {
    this.#add(message, 'alarm', action);
  }

  close(id: number): void {
    this.#list = this.#list.filter((toast) => toast.id !== id);
  }

  #add(message: string, tone: Toast['tone'], action: ToastAction | null): number {
    const id = this.#nextId++;
    const others = this.#list.filter((toast) => toast.message !== message);
    this.#list = [...others.slice(-2), { id, message, tone, action }];
    return id;
  }
}

export const toasts = new Toasts();
