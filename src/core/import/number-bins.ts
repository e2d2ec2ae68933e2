import type { NumberBin } from './column-profile.ts';

const mostBins = 24;

/**
 * A histogram of numbers in ascending order, in equal bins whose edges are round numbers (multiples of 1, 2 or 5 times a
 * power of ten). Whole numbers get bins of whole width.
 * Example: of 1, 12 and 100 the first bin is from 0 to 5, and there are 21.
 */
export function plainBins(sorted: Float64Array): NumberBin[] {
  const smallest = sorted[0];
  const largest = sorted.at(-1);
  if (smallest === undefined || largest === undefined) return [];
  const isWhole = sorted.every(Number.isInteger);
  const width = roundUp(largest / mostBins - smallest / mostBins, isWhole, Math.abs(largest));
  const first = Math.floor(smallest / width);
  const count = Math.max(1, Math.floor(largest / width) - first + 1);
  const edges = Array.from({ length: count + 1 }, (_, place) => rounded((first + place) * width));
  return counted(sorted, edges);
}

/**
 * A histogram of numbers in ascending order on a logarithmic scale: bins from 1 to 2, to 5, to 10, to 20 … or from power
 * to power of ten where these would be too many. Numbers up to 0 are in no bin.
 */
export function logarithmicBins(sorted: Float64Array): NumberBin[] {
  const positive = sorted.subarray(firstAbove(sorted, 0));
  const smallest = positive[0];
  const largest = positive.at(-1);
  if (smallest === undefined || largest === undefined) return [];
  const firstPower = Math.floor(Math.log10(smallest));
  const lastPower = Math.floor(Math.log10(largest));
  const steps = (lastPower - firstPower + 1) * 3 <= mostBins + 6 ? [1, 2, 5] : [1];
  const edges: number[] = [];
  for (let power = firstPower; power <= lastPower + 1; power++) {
    for (const step of steps) edges.push(Number(`${step}e${power}`));
  }
  const from = edges.findLastIndex((edge) => edge <= smallest);
  const to = edges.findIndex((edge) => edge > largest);
  return counted(positive, edges.slice(Math.max(0, from), to + 1));
}

/** The place of the first of ascending numbers that is greater than a bound. */
export function firstAbove(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

function counted(sorted: Float64Array, wanted: readonly number[]): NumberBin[] {
  const most = Number.MAX_VALUE;
  const edges = [...new Set(wanted.map((edge) => Math.max(-most, Math.min(edge, most))))];
  let at = 0;
  return edges.slice(1).map((to, place) => {
    const isLast = place === edges.length - 2;
    const before = at;
    while (at < sorted.length && (isLast || (sorted[at] as number) < to)) at++;
    return { from: edges[place] as number, to, count: at - before };
  });
}

/** The next round width; one that still tells numbers of this size apart. */
function roundUp(width: number, isWhole: boolean, size: number): number {
  const wanted = Math.max(width, isWhole ? 1 : 1e-300, size * 1e-12);
  const power = Math.floor(Math.log10(wanted));
  const steps = [1, 2, 5, 10].map((step) => Number(`${step}e${power}`));
  return steps.find((step) => step >= wanted) ?? wanted;
}

/** Without the last digits that a product of decimals leaves over (3 · 0.1). */
function rounded(edge: number): number {
  return Number(edge.toPrecision(14));
}
