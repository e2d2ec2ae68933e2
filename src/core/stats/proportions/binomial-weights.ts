/** All probabilities of one binomial distribution, filled anew for every share without a new array. */
export class BinomialWeights {
  readonly weights: Float64Array;
  /** The first and last number of events that has a weight; all others are too unlikely. */
  first = 0;
  last = 0;
  readonly #trials: number;
  readonly #ratios: Float64Array;

  constructor(trials: number) {
    this.#trials = trials;
    this.weights = new Float64Array(trials + 1);
    this.#ratios = Float64Array.from({ length: trials }, (_, events) => {
      return (trials - events) / (events + 1);
    });
  }

  /** Fills in the weights for a share strictly between 0 and 1; those below `negligible` become 0. */
  settle(share: number, complement: number, negligible: number): void {
    const { weights } = this;
    const peak = Math.min(this.#trials, Math.floor((this.#trials + 1) * share));
    const odds = share / complement;
    const least = Math.max(1e-300, negligible);
    weights.fill(0);
    weights[peak] = 1;
    let sum = 1;
    let weight = 1;
    this.last = peak;
    while (this.last < this.#trials) {
      weight *= odds * (this.#ratios[this.last] ?? 0);
      if (weight < least) break;
      this.last += 1;
      weights[this.last] = weight;
      sum += weight;
    }
    weight = 1;
    this.first = peak;
    while (this.first > 0) {
      weight /= odds * (this.#ratios[this.first - 1] ?? 0);
      if (weight < least) break;
      this.first -= 1;
      weights[this.first] = weight;
      sum += weight;
    }
    for (let events = this.first; events <= this.last; events += 1) {
      weights[events] = (weights[events] ?? 0) / sum;
    }
  }
}
