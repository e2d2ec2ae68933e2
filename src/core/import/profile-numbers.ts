import type { NumberProfile, Outliers } from './column-profile.ts';
import { firstAbove, logarithmicBins, plainBins } from './number-bins.ts';
import { quartilesOf, scaleOf, tukeyFences } from './outlier-fences.ts';

/** With fewer different values each of them is a class of its own, and none far from the others. */
const fewestValues = 10;

/**
 * Range, quartiles, mean, histogram and outliers of a column of numbers (see `NumberProfile`); null where there are none.
 * `sorted`: the values in ascending order; `distinct`: how many different ones. Examples of outliers are for who has the
 * rows: the list is empty here.
 * Example: of 1, 2, 3, 4 the median is 2.5 and the lower quartile 1.75.
 */
export function profileNumbers(sorted: Float64Array, distinct: number): NumberProfile | null {
  const smallest = sorted[0];
  const largest = sorted.at(-1);
  if (smallest === undefined || largest === undefined) return null;
  const { lower, median, upper } = quartilesOf(sorted);
  const scale = scaleOf(sorted);
  const negatives = firstAtLeast(sorted, 0);
  return {
    smallest,
    lowerQuartile: lower,
    median,
    upperQuartile: upper,
    largest,
    mean: meanOf(sorted),
    zeros: firstAbove(sorted, 0) - negatives,
    negatives,
    scale,
    bins: scale === 'plain' ? plainBins(sorted) : logarithmicBins(sorted),
    outliers: outliersOf(sorted, distinct, scale),
  };
}

function outliersOf(
  sorted: Float64Array,
  distinct: number,
  scale: NumberProfile['scale'],
): Outliers {
  if (distinct < fewestValues) return { isJudged: false, reason: 'few-values' };
  const fences = tukeyFences(sorted, scale);
  if (!fences) return { isJudged: false, reason: 'no-spread' };
  const notJudged = scale === 'plain' ? 0 : firstAbove(sorted, 0);
  return {
    isJudged: true,
    lowerFence: fences.lower,
    upperFence: fences.upper,
    below: Math.max(0, firstAtLeast(sorted, fences.lower) - notJudged),
    above: sorted.length - firstAbove(sorted, fences.upper),
    examples: [],
  };
}

function firstAtLeast(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) >= bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Divided first, so that the sum of huge numbers does not overflow. */
function meanOf(sorted: Float64Array): number {
  const sum = sorted.reduce((total, number) => total + number, 0);
  if (Number.isFinite(sum)) return sum / sorted.length;
  return sorted.reduce((total, number) => total + number / sorted.length, 0);
}
