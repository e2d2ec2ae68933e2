/**
 * The answer to a question that keeps changing. The last answer stays while the next one is under way; of questions
 * put meanwhile only the newest is asked, so that a dragged cut never queues.
 */
export class LatestAnswer<Question, Answer> {
  #answer = $state.raw<{ readonly question: Question; readonly answer: Answer } | null>(null);
  #failed = $state(false);
  // Not reactive: an effect that puts a question must not run again because it is being asked.
  #asking = false;
  #next: { readonly question: Question } | null = null;
  #ask: (question: Question) => Promise<Answer>;

  constructor(ask: (question: Question) => Promise<Answer>) {
    this.#ask = ask;
  }

  /** The newest answer, with the question it belongs to. */
  get latest(): { readonly question: Question; readonly answer: Answer } | null {
    return this.#answer;
  }

  get value(): Answer | null {
    return this.#answer?.answer ?? null;
  }

  /** The last question could not be answered (the engine stopped). */
  get failed(): boolean {
    return this.#failed;
  }

  put(question: Question): void {
    this.#next = { question };
    if (!this.#asking) void this.#work();
  }

  async #work(): Promise<void> {
    this.#asking = true;
    while (this.#next) {
      const { question } = this.#next;
      this.#next = null;
      try {
        const answer = await this.#ask(question);
        this.#answer = { question, answer };
        this.#failed = false;
      } catch {
        this.#failed = true;
      }
    }
    this.#asking = false;
  }
}
