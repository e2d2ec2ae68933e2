/** What every question may say about itself. */
interface AnyQuestion {
  readonly id: string;
  /**
   * The cells that it is asked of, by their places; all of them when left out. None where the cells that were chosen are
   * no longer in the plan: the question then says so.
   */
  readonly within?: readonly number[];
}

/** The place of an attribute that has left the plan, which no attribute has: a question about it says so until it goes. */
export const goneAttribute = 1_000_000;

/** Does any carrot beat none? One comparison with the holdout per carrot, in one family of their own. */
export interface AnyCarrotQuestion extends AnyQuestion {
  readonly kind: 'any-carrot';
  /** How the comparisons share alpha among themselves. */
  readonly adjustment: 'dunnett' | 'holm' | 'none';
}

/** Does this carrot beat none? */
export interface CarrotVersusHoldoutQuestion extends AnyQuestion {
  readonly kind: 'carrot-versus-holdout';
  /** The arm's id. */
  readonly carrot: string;
}

/** Which of two carrots is better? */
export interface CarrotVersusCarrotQuestion extends AnyQuestion {
  readonly kind: 'carrot-versus-carrot';
  readonly first: string;
  readonly second: string;
}

/** Is the effect the same everywhere, or different by an attribute? The interaction carrot × attribute. */
export interface SameEverywhereQuestion extends AnyQuestion {
  readonly kind: 'same-everywhere';
  /** One carrot's effect over the holdout; null asks all carrots at once. */
  readonly carrot: string | null;
  /** The attribute's place; null asks every cell against every other. */
  readonly attribute: number | null;
}

/** Which carrot for which customer? Whether the carrots' order depends on an attribute: carrots × attribute, no holdout. */
export interface CarrotForCustomerQuestion extends AnyQuestion {
  readonly kind: 'carrot-for-customer';
  readonly attribute: number | null;
}

/** One attribute of a directional hypothesis. */
export interface TrendDirection {
  readonly attribute: number;
  readonly direction: 'rising' | 'falling';
  /** The levels' distances; 0, 1, 2 … when left out. */
  readonly scores?: readonly number[];
}

/** Does it rise (fall) along ordered levels? A one-sided linear trend, per step of the score. */
export interface TrendQuestion extends AnyQuestion {
  readonly kind: 'trend';
  /** What has the trend: the response share of contacted customers, or the effect over the holdout. */
  readonly outcome: 'response' | 'effect';
  /** One carrot, or null for the mean of all carrots. */
  readonly carrot: string | null;
  /** With several attributes a cell's score is the sum of theirs: short dormancy and high points. */
  readonly directions: readonly TrendDirection[];
}

/** Does a factor of the arms matter (channel, message)? Its main effect over all combinations of the others. */
export interface MainEffectQuestion extends AnyQuestion {
  readonly kind: 'main-effect';
  readonly factor: string;
}

/** Do two factors simply add up (channel × carrot)? Their two-factor interaction. */
export interface AdditiveQuestion extends AnyQuestion {
  readonly kind: 'additive';
  readonly factors: readonly [string, string];
}

/** A question that an experiment shall answer. */
export type Question =
  | AnyCarrotQuestion
  | CarrotVersusHoldoutQuestion
  | CarrotVersusCarrotQuestion
  | SameEverywhereQuestion
  | CarrotForCustomerQuestion
  | TrendQuestion
  | MainEffectQuestion
  | AdditiveQuestion;

/**
 * How cells are weighed in the answer. `population`: by their eligible customers, so that the answer holds for the whole
 * list; `sample`: by the customers drawn, so that no cell's variance is blown up (with the same split of the arms in every
 * cell these are the weights of Mantel and Haenszel).
 */
export type CellWeighting = 'population' | 'sample';
