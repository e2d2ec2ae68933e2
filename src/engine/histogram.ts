import type { HistogramBin } from '#core/design/histogram-bin.ts';
import type { VariableDescription } from './variable-description.ts';

const binCount = 40;
/** From so many times the middle value on the largest one leaves no room for the others. */
const longTail = 100;

/** Equal bins of whole width where all numbers are whole, so that no bin holds more whole numbers than another. */
export function histogram(
  numbers: Float64Array,
): Pick<VariableDescription, 'missing' | 'range' | 'bins'> {
  const present = numbers.filter((number) => !Number.isNaN(number));
  const missing = numbers.length - present.length;
  if (present.length === 0) return { missing, range: null, bins: [] };
  let smallest = Infinity;
  let largest = -Infinity;
  let isWhole = true;
  for (const number of present) {
    if (number < smallest) smallest = number;
    if (number > largest) largest = number;
    if (!Number.isInteger(number)) isWhole = false;
  }
  const width = binWidth(smallest, largest, isWhole);
  const binsNeeded = Math.max(1, Math.floor((largest - smallest) / width) + 1);
  const bins = Array.from({ length: Math.min(binsNeeded, binCount + 1) }, (_, index) => ({
    from: smallest + index * width,
    to: smallest + (index + 1) * width,
    count: 0,
  }));
  for (const number of present) {
    const index = Math.min(Math.floor((number - smallest) / width), bins.length - 1);
    const bin = bins[index];
    if (bin) bin.count++;
  }
  return { missing, range: { smallest, largest }, bins };
}

function binWidth(smallest: number, largest: number, isWhole: boolean): number {
  if (largest === smallest) return 1;
  return isWhole
    ? Math.max(1, Math.ceil((largest - smallest + 1) / binCount))
    : (largest - smallest) / binCount;
}

/**
 * Bins that are equal on a scale of log(1 + value), or none where an ordinary histogram can be read: where a value is
 * negative, or the largest is less than a hundred times the middle one. Edges are whole where all numbers are.
 * `present`: numbers, none missing.
 */
export function logBins(present: Float64Array): readonly HistogramBin[] {
  const sorted = present.slice().sort();
  const smallest = sorted[0] ?? -1;
  const largest = sorted.at(-1) ?? 0;
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (smallest < 0 || largest < longTail * Math.max(1, middle)) return [];
  const isWhole = sorted.every(Number.isInteger);
  const from = Math.log1p(smallest);
  const width = (Math.log1p(isWhole ? largest + 1 : largest) - from) / binCount;
  const edges = Array.from({ length: binCount + 1 }, (_, place) => {
    const edge = place === 0 ? smallest : Math.expm1(from + place * width);
    return isWhole ? Math.round(edge) : edge;
  });
  const different = [...new Set(edges)];
  // Rounding must not leave the largest value outside.
  const last = isWhole ? largest + 1 : largest;
  let seen = 0;
  return different.slice(0, -1).map((low, place) => {
    const isLast = place === different.length - 2;
    const high = isLast ? last : (different[place + 1] as number);
    const before = seen;
    while (seen < sorted.length && (isLast || (sorted[seen] as number) < high)) seen++;
    return { from: low, to: high, count: seen - before };
  });
}
