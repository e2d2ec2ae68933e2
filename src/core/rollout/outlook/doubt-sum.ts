import type { CarrotBelief } from './carrot-belief.ts';
import type { Line, Stake } from './stake.ts';

/** A variance or covariance by its sources; the total is their sum. */
export interface Doubt {
  /** Not knowing what the carrots truly do, and what would come anyway. No list, however long, makes it smaller. */
  readonly effect: number;
  /** How the customers who have not answered yet will happen to behave. */
  readonly chance: number;
}

/** Sums of one carrot over its cells, of two amounts. */
type Loadings = readonly [number, number];

/**
 * The covariance of two amounts of a policy, cell by cell. Cells are independent but for what they borrow from the means of
 * their carrots, and for what is not known of how much cells differ. Two carrots' means lean on the same control.
 */
export class DoubtSum {
  #effect = 0;
  #chance = 0;
  #means = new Map<number, Loadings>();
  #spreads = new Map<number, Loadings>();
  readonly #beliefs: ReadonlyMap<number, CarrotBelief>;
  readonly #meanCovariance = new Map<string, number>();

  constructor(beliefs: ReadonlyMap<number, CarrotBelief>) {
    this.#beliefs = beliefs;
  }

  /** Adds a cell's two amounts, or a share 0..1 of its customers. */
  add(stake: Stake, first: Line, second: Line, share = 1): void {
    const { belief, carrot, chanceVariance } = stake;
    const [one, other] = [first, second].map((line) => {
      const together = share * (line.onTreatment + line.onControl);
      return { difference: share * line.onTreatment - belief.controlFollows * together, together };
    }) as [Coefficients, Coefficients];
    this.#effect +=
      one.difference * other.difference * belief.ownVariance +
      one.together * other.together * belief.controlVariance;
    this.#chance += share * first.onChance * second.onChance * chanceVariance;
    const load = (sums: Map<number, Loadings>, loading: number) => {
      const [a, b] = sums.get(carrot) ?? [0, 0];
      sums.set(carrot, [a + one.difference * loading, b + other.difference * loading]);
    };
    load(this.#means, belief.meanLoading);
    load(this.#spreads, belief.spreadLoading);
  }

  /** The same sum, to be added to by itself. */
  copy(): DoubtSum {
    const copied = new DoubtSum(this.#beliefs);
    copied.#effect = this.#effect;
    copied.#chance = this.#chance;
    copied.#means = new Map(this.#means);
    copied.#spreads = new Map(this.#spreads);
    return copied;
  }

  get value(): Doubt {
    let effect = this.#effect;
    for (const [first, second] of this.#spreads.values()) effect += first * second;
    for (const [a, [first]] of this.#means)
      for (const [b, [, second]] of this.#means) effect += first * second * this.#meansOf(a, b);
    return { effect, chance: this.#chance };
  }

  /** How the means of two carrots vary together: by themselves, or through the control that both are held against. */
  #meansOf(a: number, b: number): number {
    const key = `${a} ${b}`;
    const known = this.#meanCovariance.get(key);
    if (known !== undefined) return known;
    const [one, other] = [this.#beliefs.get(a), this.#beliefs.get(b)];
    if (!one || !other) return 0;
    const found = a === b ? 1 / one.weightSum : sharedControl(one, other);
    this.#meanCovariance.set(key, found);
    return found;
  }
}

interface Coefficients {
  /** Per unit of the difference. */
  readonly difference: number;
  /** Per unit of the control's share when the difference is known. */
  readonly together: number;
}

function sharedControl(one: CarrotBelief, other: CarrotBelief): number {
  const sum = one.cells.reduce((before, cell, place) => {
    const beside = other.cells[place];
    if (!cell || !beside) return before;
    const weight = (one.weights[place] ?? 0) * (other.weights[place] ?? 0);
    // The two may allow for arms without variation in other cells: the control's variance then differs by a hair.
    return before + weight * Math.sqrt(cell.shownControlVariance * beside.shownControlVariance);
  }, 0);
  return sum / (one.weightSum * other.weightSum);
}

/** The doubt of one amount, or of two together, over all cells. */
export function doubtOf(
  stakes: readonly Stake[],
  beliefs: ReadonlyMap<number, CarrotBelief>,
  first: (stake: Stake) => Line,
  second: (stake: Stake) => Line = first,
): Doubt {
  const sum = new DoubtSum(beliefs);
  for (const stake of stakes) sum.add(stake, first(stake), second(stake));
  return sum.value;
}
