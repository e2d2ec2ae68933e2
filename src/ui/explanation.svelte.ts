/** What a figure says about itself when it is clicked. Texts are in the reader's language already. */
export interface Explanation {
  readonly title: string;
  /** One or two sentences: what the number answers. */
  readonly meaning: string;
  /** With the inputs filled in. Example: `94/900 − 25/900`. */
  readonly formula?: string;
  readonly method?: string;
  readonly source?: string;
}

/** The explanation that the right side of the screen shows. */
class ExplanationPane {
  #current = $state.raw<(() => Explanation) | null>(null);

  get current(): Explanation | null {
    return this.#current?.() ?? null;
  }

  /** Takes a function, so that the text follows the language and the numbers. */
  show(explain: () => Explanation): void {
    this.#current = explain;
  }

  clear(): void {
    this.#current = null;
  }
}

export const explanationPane = new ExplanationPane();
