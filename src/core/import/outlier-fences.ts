import type { NumberProfile } from './column-profile.ts';
import { firstAbove } from './number-bins.ts';

export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/**
 * The quartiles of numbers in ascending order, at least one, interpolated between them.
 * Source: Hyndman and Fan (1996), definition 7: R `quantile(type = 7)`, Excel QUARTILE.INC.
 * Example: of 1, 2, 3, 4 they are 1.75, 2.5 and 3.25.
 */
export function quartilesOf(sorted: Float64Array): Quartiles {
  return {
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
  };
}

function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * On which scale numbers in ascending order lie more evenly around their middle: logarithmic where none is negative and
 * Bowley's skewness of the logarithms of those above 0 is nearer to 0 than that of the numbers, which is above 0.1.
 * Source: Bowley (1920), (Q3 + Q1 - 2 Q2) / (Q3 - Q1).
 * Example: 1, 10, 100, 1000, 10000 are logarithmic, 1, 2, 3, 4, 5 plain.
 */
export function scaleOf(sorted: Float64Array): NumberProfile['scale'] {
  if ((sorted[0] ?? -1) < 0) return 'plain';
  const positive = sorted.subarray(firstAbove(sorted, 0));
  if (positive.length === 0) return 'plain';
  const quartiles = quartilesOf(positive);
  const plain = skewness(quartiles);
  if (plain === null || plain <= 0.1) return 'plain';
  const logarithmic = skewness(logarithms(quartiles));
  return logarithmic !== null && Math.abs(logarithmic) < plain ? 'logarithmic' : 'plain';
}

function skewness({ lower, median, upper }: Quartiles): number | null {
  return upper > lower ? (upper + lower - 2 * median) / (upper - lower) : null;
}

function logarithms({ lower, median, upper }: Quartiles): Quartiles {
  return { lower: Math.log(lower), median: Math.log(median), upper: Math.log(upper) };
}

/**
 * Tukey's fences: 1.5 times the distance of the quartiles below the lower and above the upper one, of the logarithms of
 * the numbers above 0 on the logarithmic scale. Null where the quartiles are the same.
 * Source: Tukey (1977), Exploratory Data Analysis; R `boxplot.stats` uses hinges, which differ a little from quartiles.
 * Example: for the quartiles 1.75 and 3.25 the fences are -0.5 and 5.5.
 */
export function tukeyFences(
  sorted: Float64Array,
  scale: NumberProfile['scale'],
): { readonly lower: number; readonly upper: number } | null {
  if (scale === 'plain') return fencesOf(quartilesOf(sorted));
  const fences = fencesOf(logarithms(quartilesOf(sorted.subarray(firstAbove(sorted, 0)))));
  return fences && { lower: Math.exp(fences.lower), upper: Math.exp(fences.upper) };
}

function fencesOf({ lower, upper }: Quartiles): { lower: number; upper: number } | null {
  const reach = 1.5 * (upper - lower);
  return reach > 0 ? { lower: lower - reach, upper: upper + reach } : null;
}
