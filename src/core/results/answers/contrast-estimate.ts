import { studentUpperQuantile } from '#core/stats/distributions/student-distribution.ts';
import { contrastValue } from '#core/stats/power/hypothesis-power.ts';
import { contrastSpread, type PlannedGroup } from '../../design/questions/contrast-spread.ts';
import type { Contrast } from '../../design/questions/contrast.ts';
import type { Interval } from '../../stats/interval.ts';

/** A difference of money per customer. */
export interface MoneyEstimate {
  readonly estimate: number;
  readonly interval: Interval;
  /** What the interval allows to say. */
  readonly direction: 'gain' | 'loss' | 'unclear';
}

/** A contrast of response shares with its standard error. */
export interface Spread {
  readonly estimate: number;
  readonly standardError: number;
}

/** The value of a contrast of response shares and its standard error, from the variances observed. */
export function estimateContrast(contrast: Contrast, groups: readonly PlannedGroup[]): Spread {
  return {
    estimate: contrastValue(contrast, groups),
    standardError: contrastSpread(contrast, groups),
  };
}

/** So many standard errors to both sides. */
export function around({ estimate, standardError }: Spread, errors: number): Interval {
  return { low: estimate - errors * standardError, high: estimate + errors * standardError };
}

/**
 * The same contrast in money per customer, with an interval of `confidenceShare` (0..1). Null where a group that it needs
 * has fewer than two customers, or none of them varies.
 * Source: Satterthwaite (1946), Biometrics Bulletin 2; for two arms in one cell it is Welch's interval.
 * Example: the numbers 7 to 20 less 1 to 10: 8, 4.947198 to 11.052802.
 */
export function estimateMoney(
  contrast: Contrast,
  groups: readonly PlannedGroup[] | null,
  confidenceShare: number,
): MoneyEstimate | null {
  if (!groups) return null;
  const used = groups.flatMap((group, place) => {
    const weight = contrast[place] ?? 0;
    return weight === 0 ? [] : [{ ...group, weight }];
  });
  if (used.some(({ size }) => size < 2)) return null;
  const parts = used.map(({ weight, variance, size }) => (weight * weight * variance) / size);
  const variance = parts.reduce((sum, part) => sum + part, 0);
  if (!(variance > 0)) return null;
  const degreesOfFreedom =
    variance ** 2 /
    parts.reduce((sum, part, place) => sum + part ** 2 / ((used[place]?.size ?? 2) - 1), 0);
  const estimate = contrastValue(contrast, groups);
  const errors = studentUpperQuantile((1 - confidenceShare) / 2, degreesOfFreedom);
  const interval = around({ estimate, standardError: Math.sqrt(variance) }, errors);
  return {
    estimate,
    interval,
    direction: interval.low > 0 ? 'gain' : interval.high < 0 ? 'loss' : 'unclear',
  };
}
