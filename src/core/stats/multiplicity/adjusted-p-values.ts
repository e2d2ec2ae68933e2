/**
 * The p-values of a family of planned comparisons, adjusted so that the chance of any false alarm stays at alpha (Holm).
 * `pValues`: each 0 to 1, in any order; the answer keeps that order. Throws RangeError for anything else.
 * Source: Holm (1979); R `p.adjust(p, 'holm')`.
 * Example: .01 .04 .03 .005 .55 .6 gives .05 .12 .12 .03 1 1.
 */
export function adjustHolm(pValues: readonly number[]): number[] {
  const count = pValues.length;
  let largest = 0;
  return inOrder(pValues, ascending, (pValue, position) => {
    largest = Math.max(largest, Math.min(1, (count - position) * pValue));
    return largest;
  });
}

/**
 * The same guard in its simplest form: every p-value times their number, at most 1 (Bonferroni).
 * Arguments as in `adjustHolm`.
 * Source: Dunn (1961), Journal of the American Statistical Association 56; R `p.adjust(p, 'bonferroni')`.
 * Example: .01 and .04 give .02 and .08.
 */
export function adjustBonferroni(pValues: readonly number[]): number[] {
  return inOrder(pValues, ascending, (pValue) => Math.min(1, pValue * pValues.length));
}

/**
 * The p-values of many exploratory cells, adjusted so that the share of false findings stays at alpha.
 * Arguments as in `adjustHolm`.
 * Source: Benjamini & Hochberg (1995); R `p.adjust(p, 'BH')`.
 * Example: .898 .138 .007 .964 .538 .006 .138 gives .964 .2415 .0245 .964 .7532 .0245 .2415.
 */
export function adjustBenjaminiHochberg(pValues: readonly number[]): number[] {
  const count = pValues.length;
  let smallest = 1;
  return inOrder(pValues, descending, (pValue, position) => {
    smallest = Math.min(smallest, (count / (count - position)) * pValue);
    return smallest;
  });
}

/**
 * As Holm, but from the largest p-value upwards: finds a little more, for comparisons that are independent or depend on
 * each other positively (as arms with one control do, one-sided).
 * Arguments as in `adjustHolm`.
 * Source: Hochberg (1988), Biometrika 75; R `p.adjust(p, 'hochberg')`.
 * Example: .01 .04 .03 .005 .55 .6 gives .05 .12 .12 .03 .6 .6.
 */
export function adjustHochberg(pValues: readonly number[]): number[] {
  let smallest = 1;
  return inOrder(pValues, descending, (pValue, position) => {
    smallest = Math.min(smallest, (position + 1) * pValue);
    return smallest;
  });
}

/**
 * The sharpest guard of its kind: Simes' test of every set of comparisons that a comparison belongs to. Never larger
 * than Hochberg's, under the same condition.
 * Arguments as in `adjustHolm`; the work grows with the square of their number.
 * Source: Hommel (1988), Biometrika 75, by the algorithm of Wright (1992); R `p.adjust(p, 'hommel')`.
 * Example: .01 .04 .03 .005 .55 .6 gives .05 .12 .09 .03 .6 .6.
 */
export function adjustHommel(pValues: readonly number[]): number[] {
  const sorted = pValues.toSorted(ascending);
  const count = sorted.length;
  const adjusted = [...sorted];
  // The worst set of each size holds the largest others; from there the sizes count down.
  for (let size = count; size >= 1; size -= 1) {
    const others = count - size + 1;
    let simes = Infinity;
    for (let rank = 2; rank <= size; rank += 1) {
      simes = Math.min(simes, (size * (sorted[others + rank - 2] ?? Infinity)) / rank);
    }
    for (let place = 0; place < count; place += 1) {
      const own = size * (sorted[Math.min(place, others - 1)] ?? Infinity);
      adjusted[place] = Math.max(adjusted[place] ?? 0, Math.min(simes, own));
    }
  }
  return inOrder(pValues, ascending, (_, position) => Math.min(1, adjusted[position] ?? NaN));
}

/**
 * As Benjamini-Hochberg, but valid however the comparisons depend on each other; larger by about the logarithm of their
 * number. Arguments as in `adjustHolm`.
 * Source: Benjamini & Yekutieli (2001), Annals of Statistics 29; R `p.adjust(p, 'BY')`.
 * Example: .01 .04 and .03 give .055 .0733 .0733.
 */
export function adjustBenjaminiYekutieli(pValues: readonly number[]): number[] {
  const count = pValues.length;
  let harmonic = 0;
  for (let rank = 1; rank <= count; rank += 1) harmonic += 1 / rank;
  let smallest = 1;
  return inOrder(pValues, descending, (pValue, position) => {
    smallest = Math.min(smallest, ((harmonic * count) / (count - position)) * pValue);
    return smallest;
  });
}

/**
 * The chance that the smallest of so many independent p-values would be as small: exact for independent comparisons, safe
 * for two-sided normal ones (Šidák). Arguments as in `adjustHolm`.
 * Source: Šidák (1967), Journal of the American Statistical Association 62; statsmodels `multipletests(p, method='sidak')`.
 * Example: .01 and .04 give .0199 and .0784.
 */
export function adjustSidak(pValues: readonly number[]): number[] {
  return inOrder(pValues, ascending, (pValue) => smallestOf(pValues.length, pValue));
}

/**
 * Šidák's guard step by step, as Holm does it with Bonferroni's. Arguments and condition as in `adjustSidak`.
 * Source: Holland & DiPonzio Copenhaver (1987), Biometrics 43; statsmodels `multipletests(p, method='holm-sidak')`.
 * Example: .01 and .04 give .0199 and .04.
 */
export function adjustHolmSidak(pValues: readonly number[]): number[] {
  let largest = 0;
  return inOrder(pValues, ascending, (pValue, position) => {
    largest = Math.max(largest, smallestOf(pValues.length - position, pValue));
    return largest;
  });
}

/** 1 - (1 - p)^count, with the digits of small p-values. */
function smallestOf(count: number, pValue: number): number {
  return pValue === 1 ? 1 : -Math.expm1(count * Math.log1p(-pValue));
}

const ascending = (left: number, right: number): number => left - right;
const descending = (left: number, right: number): number => right - left;

/** Visits the values in sorted order and puts each answer back at its value's own place. */
function inOrder(
  pValues: readonly number[],
  compare: (left: number, right: number) => number,
  adjust: (pValue: number, position: number) => number,
): number[] {
  const adjusted = new Array<number>(pValues.length);
  pValues
    .map((pValue, place) => ({ pValue, place }))
    .sort((left, right) => compare(left.pValue, right.pValue))
    .forEach(({ pValue, place }, position) => {
      if (!(pValue >= 0 && pValue <= 1)) throw new RangeError(`Not a p-value: ${pValue}`);
      adjusted[place] = adjust(pValue, position);
    });
  return adjusted;
}
