/** Work that must not overlap: each piece begins when all that were asked for before it are over. */
export class Turns {
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** Does the work in its turn, at once where nothing is under way. What fails fails alone. */
  take<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#waiting === 0 ? work() : this.#last.then(work);
    const leave = () => {
      this.#waiting--;
    };
    this.#waiting++;
    this.#last = done.then(leave, leave);
    return done;
  }
}
