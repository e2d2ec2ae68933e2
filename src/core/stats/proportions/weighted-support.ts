/**
 * A discrete distribution known by the ratios of its neighbours: `ratioToNext(k)` is the weight of k + 1 over that of k.
 * The ratios must fall from left to right (one peak), as those of the binomial and the hypergeometric do.
 */
export interface WeightedSupport {
  readonly lowest: number;
  readonly highest: number;
  readonly ratioToNext: (value: number) => number;
}

/**
 * What lies on either side of an observed value, in units of the observed value's own weight. `moment…` are the sums of
 * weight times distance; `asUnlikely…` count only values that are not more likely than the observed one.
 */
export interface SidesOfObserved {
  readonly below: number;
  readonly above: number;
  readonly momentBelow: number;
  readonly momentAbove: number;
  readonly asUnlikelyBelow: number;
  readonly asUnlikelyAbove: number;
}

/** Two probabilities this close (relatively) are a tie: the rule of R's `fisher.test` and `binom.test`. */
export const tieTolerance = 1e-7;

/**
 * Adds up both sides of an observed value, walking outward from it. No logarithm of a factorial is taken, so that nearly
 * all digits survive at any size; a side too heavy for a number (the observed value has less than 1e-300) is infinite.
 */
export function sidesOfObserved(observed: number, support: WeightedSupport): SidesOfObserved {
  const below = walk(observed - support.lowest, (step) => {
    return 1 / support.ratioToNext(observed - step);
  });
  const above = walk(support.highest - observed, (step) => {
    return support.ratioToNext(observed + step - 1);
  });
  return {
    below: below.sum,
    above: above.sum,
    momentBelow: below.moment,
    momentAbove: above.moment,
    asUnlikelyBelow: below.asUnlikely,
    asUnlikelyAbove: above.asUnlikely,
  };
}

interface Side {
  readonly sum: number;
  readonly moment: number;
  readonly asUnlikely: number;
}

function walk(steps: number, ratio: (step: number) => number): Side {
  let weight = 1;
  let sum = 0;
  let moment = 0;
  let asUnlikely = 0;
  for (let step = 1; step <= steps; step += 1) {
    const factor = ratio(step);
    weight *= factor;
    sum += weight;
    moment += weight * step;
    if (weight <= 1 + tieTolerance) asUnlikely += weight;
    if (weight === Number.POSITIVE_INFINITY || weight === 0) break;
    if (factor >= 1) continue;
    // Past the peak the ratios only fall: what is left is less than a geometric series.
    const beyond = (weight * factor) / (1 - factor);
    const momentBeyond = beyond * (step + 1 / (1 - factor));
    if (beyond <= 1e-17 * (1 + asUnlikely) && momentBeyond <= 1e-17 * moment) break;
  }
  return { sum, moment, asUnlikely };
}

/** How likely the observed value or one above it is: above 0 even where the number is too small to be held. */
export function upperTailShare({ below, above }: SidesOfObserved): number {
  return shareOf(1 + above, below);
}

/** How likely the observed value or one below it is. */
export function lowerTailShare({ below, above }: SidesOfObserved): number {
  return shareOf(1 + below, above);
}

/** How likely a value is that is not more likely than the observed one: the two-sided rule of R. */
export function unlikelyShare(sides: SidesOfObserved): number {
  const { below, above, asUnlikelyBelow, asUnlikelyAbove } = sides;
  const unlikely = 1 + asUnlikelyBelow + asUnlikelyAbove;
  return shareOf(unlikely, below - asUnlikelyBelow + (above - asUnlikelyAbove));
}

function shareOf(part: number, rest: number): number {
  if (part === Number.POSITIVE_INFINITY) return 1;
  return Math.max(part / (part + rest), Number.MIN_VALUE);
}
