import { poissonWeight } from './poisson-weight.ts';

/** One tail of a central distribution whose shape grows by 1 with each Poisson event. */
export interface GrowingTail {
  /** Which tail: 'upper' grows with the number of events, 'lower' falls. */
  readonly side: 'lower' | 'upper';
  /** The tail after so many events. */
  tailAt(events: number): number;
  /** By how much the upper tail after one more event exceeds that after so many. */
  differenceAt(events: number): number;
  /** The next such difference as a multiple of this one. */
  differenceRatio(events: number): number;
  /** About where the terms are largest. */
  readonly largestNear: number;
}

/**
 * The mean of a tail over a Poisson number of events: what makes a central distribution a noncentral one.
 * `mean`: 0 or more, half the noncentrality. All terms are positive and the tails are built up by adding, so that a
 * small answer keeps its digits. Method: Benton & Krishnamoorthy (2003), from the largest term outwards; the tail
 * itself is asked for only once, at the end where it is smallest. More than 1e11 events give NaN.
 */
export function poissonMixture(mean: number, tail: GrowingTail): number {
  if (mean === 0) return tail.tailAt(0);
  const centre = Math.floor(tail.largestNear);
  if (!(centre <= mostEvents)) return Number.NaN;
  for (let reach = Math.ceil(10 * Math.sqrt(centre + 1)) + 40; ; reach *= 2) {
    const first = Math.max(0, centre - reach);
    const terms = mixtureTerms(mean, tail, { first, centre, last: centre + reach });
    const sum = terms.reduce((total, term) => total + term, 0);
    const edge = Math.max(first === 0 ? 0 : (terms[0] ?? 0), terms.at(-1) ?? 0);
    if (Number.isNaN(sum)) return Number.NaN;
    if (edge <= 1e-17 * sum) return Math.min(1, sum);
  }
}

/** Around so many events lie millions of terms: no more can be summed while somebody waits. */
const mostEvents = 1e11;

interface Range {
  readonly first: number;
  readonly centre: number;
  readonly last: number;
}

function mixtureTerms(mean: number, tail: GrowingTail, range: Range): Float64Array {
  const { first, centre, last } = range;
  const weights = outwards(
    range,
    { place: centre, value: poissonWeight(centre, mean) },
    (events) => mean / (events + 1),
  );
  // From where they are largest: from elsewhere they could start, and stay, too small for a number.
  const largest = lastRising(range, (events) => tail.differenceRatio(events));
  const differences = outwards(
    range,
    { place: largest, value: tail.differenceAt(largest) },
    (events) => tail.differenceRatio(events),
  );
  const upwards = tail.side === 'upper';
  let current = tail.tailAt(upwards ? first : last);
  for (let step = 0; step < weights.length; step += 1) {
    const place = upwards ? step : weights.length - 1 - step;
    if (!upwards && step > 0) current += differences[place] ?? 0;
    weights[place] = (weights[place] ?? 0) * current;
    if (upwards) current += differences[place] ?? 0;
  }
  return weights;
}

/** The place up to which a sequence rises whose ratio of neighbours falls (or stays below 1). */
function lastRising({ first, last }: Range, ratio: (events: number) => number): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (ratio(middle) > 1) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A sequence from its value at one place and the ratio of each value to the one before. */
function outwards(
  { first, last }: Range,
  start: { readonly place: number; readonly value: number },
  ratio: (events: number) => number,
): Float64Array {
  const values = new Float64Array(last - first + 1);
  let value = start.value;
  for (let events = start.place; events <= last; events += 1) {
    values[events - first] = value;
    value *= ratio(events);
  }
  value = start.value;
  for (let events = start.place - 1; events >= first; events -= 1) {
    value /= ratio(events);
    values[events - first] = value;
  }
  return values;
}
