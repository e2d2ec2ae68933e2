import type { ValueCounts } from './value-counts.ts';

/** One arm as lists that can be walked quickly. */
interface Walked {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/** How many pairs of customers, and of distinct values, differ by at most some amount. */
interface Reached {
  readonly pairs: number;
  readonly distinct: number;
}

/**
 * Picks from all differences "treated value less control value" the one with a given place in ascending order, without
 * listing them: a hundred thousand customers per arm have ten thousand million.
 * Returns a function of the place, 1 to the number of pairs. Places outside are the caller's mistake and throw.
 * The differences at most d are counted by one walk through both arms (Mood 1950 draws it as a staircase); d is
 * halved in until few enough are left to be sorted.
 * Example: of 1, 4 less 0, 2 the differences are -1, 1, 2, 4, and the third is 2.
 */
export function pairwiseDifferences(
  treatment: ValueCounts,
  control: ValueCounts,
): (place: number) => number {
  const [treated, controls] = [walked(treatment), walked(control)];
  const few = treatment.length + control.length;
  const least = (treatment[0]?.value ?? 0) - (control.at(-1)?.value ?? 0);
  const most = (treatment.at(-1)?.value ?? 0) - (control[0]?.value ?? 0);
  return (place) => {
    const all = reachedBy(treated, controls, most);
    if (!(place >= 1 && place <= all.pairs))
      throw new RangeError(`No difference has place ${place}`);
    let [low, atLow] = [least, reachedBy(treated, controls, least)];
    if (atLow.pairs >= place) return least;
    let [high, atHigh] = [most, all];
    while (atHigh.distinct - atLow.distinct > few) {
      const middle = low / 2 + high / 2;
      // No number lies between: every pair that is left has the same difference.
      if (middle <= low || middle >= high) return high;
      const atMiddle = reachedBy(treated, controls, middle);
      if (atMiddle.pairs >= place) [high, atHigh] = [middle, atMiddle];
      else [low, atLow] = [middle, atMiddle];
    }
    return pickBetween(treated, controls, low, high, place - atLow.pairs);
  };
}

function walked(counts: ValueCounts): Walked {
  return {
    values: Float64Array.from(counts, ({ value }) => value),
    counts: Float64Array.from(counts, ({ count }) => count),
  };
}

/** Pairs whose difference is at most `limit`. */
function reachedBy(treated: Walked, controls: Walked, limit: number): Reached {
  let first = 0;
  let customers = controls.counts.reduce((sum, count) => sum + count, 0);
  let [pairs, distinct] = [0, 0];
  for (let place = 0; place < treated.values.length; place += 1) {
    const value = treated.values[place] ?? 0;
    while (first < controls.values.length && value - (controls.values[first] ?? 0) > limit) {
      customers -= controls.counts[first] ?? 0;
      first += 1;
    }
    pairs += (treated.counts[place] ?? 0) * customers;
    distinct += controls.values.length - first;
  }
  return { pairs, distinct };
}

/** Of the differences above `low` and at most `high`, the one with this place. */
function pickBetween(
  treated: Walked,
  controls: Walked,
  low: number,
  high: number,
  place: number,
): number {
  const between: { difference: number; pairs: number }[] = [];
  let first = 0;
  for (const [at, value] of treated.values.entries()) {
    while (value - (controls.values[first] ?? Number.NaN) > high) first += 1;
    for (let other = first; other < controls.values.length; other += 1) {
      const difference = value - (controls.values[other] ?? Number.NaN);
      if (!(difference > low)) break;
      const pairs = (treated.counts[at] ?? 0) * (controls.counts[other] ?? 0);
      between.push({ difference, pairs });
    }
  }
  between.sort((left, right) => left.difference - right.difference);
  let passed = 0;
  for (const { difference, pairs } of between) {
    passed += pairs;
    if (passed >= place) return difference;
  }
  return high;
}
