import { refuse, succeed, type Result } from '#core/result.ts';
import type { Interval } from '../interval.ts';
import { drawDays, reachOf, type ResponseDay, weighDays } from './label-draws.ts';
import { crossing, likeliestRatio } from './response-sequence.ts';

/** The score of the labels so far. */
export interface ResponseScore {
  /** Responses of the treatment above those to be expected without an effect, in standard deviations. */
  readonly z: number;
  /** The variance of the score without an effect: the information, which grows with the responses. */
  readonly information: number;
  /** In logarithms of the odds ratio; null where it is 0 or infinite. */
  readonly logRatio: number | null;
  /** The ratios that `criticalValue` does not exclude; ends that nothing bounds are infinite. */
  readonly interval: Interval;
}

/**
 * How far the arms of the responses are from what chance gives, counted day by day among those who still wait.
 * `days`: as for `responseSequence`; `criticalValue`: above 0, the z at which an effect counts as excluded (1.96 for one
 * look at 0.95; a group-sequential limit at a planned look). Scores of later days build on earlier ones with independent
 * steps, as group-sequential limits ask for.
 * Refuses `no-looks`, `invalid-counts`, `invalid-boundary`, and `no-variation` where no day leaves anything to chance.
 * Source: Mantel (1966), Cancer Chemotherapy Reports 50 (log-rank test with tied responses); Cox (1972); R
 * `survival::survdiff`.
 * Example: 3 against 1 of 100 and 100, then 5 against 1 of those left: z 1.9376.
 */
export function responseScore(
  days: readonly ResponseDay[],
  criticalValue: number,
): Result<ResponseScore> {
  if (!(criticalValue > 0)) return refuse({ code: 'invalid-boundary', criticalValue });
  const draws = drawDays(days);
  if (!draws.ok) return draws;
  const { observed, fewest, most } = reachOf(draws.value);
  const { expected, variance } = weighDays(draws.value, 0);
  if (!(variance > 0)) return refuse({ code: 'no-variation' });
  const logRatio = likeliestRatio(draws.value);
  const zAt = (ratio: number) => {
    const there = weighDays(draws.value, ratio);
    const root = Math.sqrt(there.variance);
    return root > 0 ? (observed - there.expected) / root : (observed - there.expected) * 1e200;
  };
  const inside = logRatio ?? (observed === most ? farthest : -farthest);
  return succeed({
    z: (observed - expected) / Math.sqrt(variance),
    information: variance,
    logRatio,
    interval: {
      low:
        observed === fewest
          ? Number.NEGATIVE_INFINITY
          : crossing((ratio) => criticalValue - zAt(ratio), inside, -1),
      high:
        observed === most
          ? Number.POSITIVE_INFINITY
          : crossing((ratio) => criticalValue + zAt(ratio), inside, 1),
    },
  });
}

/** A ratio beyond all that can be told from infinity. */
const farthest = 30;
