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
 * Arguments as in `adjustHolm`. Source: R `p.adjust(p, 'bonferroni')`.
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
