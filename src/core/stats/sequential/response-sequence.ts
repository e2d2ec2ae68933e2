import { refuse, succeed, type Result } from '#core/result.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { logSumExp } from '../numerics/log-sum.ts';
import { drawDays, type LabelDraw, reachOf, type ResponseDay, weighDays } from './label-draws.ts';

/** What is known after a day, in logarithms of the odds ratio of responding on a day. */
export interface ResponseReading {
  /** Null where all responses that could come from one arm did: then no finite ratio fits best. */
  readonly logRatio: number | null;
  /** Ends that nothing bounds yet are infinite. */
  readonly interval: Interval;
  /** The smallest so far: it never rises again. */
  readonly pValue: number;
}

export interface ResponseTuning {
  readonly confidenceShare: number;
  /** The standard deviation of the log ratios one expects to meet; fixed before the first response. */
  readonly effectSpread: number;
}

const stepsPerSpread = 8;
const spreadsOut = 5;

/**
 * Which effects are still possible after each day, if all customers are there from the start and their responses come in
 * day by day, and one looks every day and stops whenever one likes.
 * `days`: whole counts, ascending in time; days may be put together. `effectSpread`: above 0, in logarithms of the odds
 * ratio (0.5: ratios of 1.6 either way are common). All intervals together hold the true ratio with the confidence share,
 * where it is the same on all days; the p-value is exact for any pattern of days, because without an effect the arm of
 * the next response is drawn from all who wait. The effects are weighed on a grid of 81, which keeps the promise exact.
 * Refuses `no-looks`, `invalid-counts` with the place of the day, `invalid-confidence`, `invalid-tuning`.
 * Source: Ville's inequality for a mixture of likelihood ratios (Robbins 1970, Annals of Mathematical Statistics 41) of
 * Fisher's noncentral hypergeometric distribution by day (Cox 1972, discrete logistic model).
 * Example: 3 against 1 of 100 and 100, then 5 against 1 of those left, at spread 0.5 and 0.95 gives a ratio of 4.16 and
 * p 0.6138.
 */
export function responseSequence(
  days: readonly ResponseDay[],
  { confidenceShare, effectSpread }: ResponseTuning,
): Result<readonly ResponseReading[]> {
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  if (!(effectSpread > 0 && effectSpread <= 10)) {
    return refuse({ code: 'invalid-tuning', effectSpread });
  }
  const draws = drawDays(days);
  if (!draws.ok) return draws;
  const grid = Array.from({ length: 2 * stepsPerSpread * spreadsOut + 1 }, (_, place) => {
    const deviation = place / stepsPerSpread - spreadsOut;
    return { logRatio: deviation * effectSpread, logWeight: -0.5 * deviation * deviation };
  });
  const logTotal = logSumExp(grid.map(({ logWeight }) => logWeight));
  const logChances = grid.map(() => 0);
  const logLimit = Math.log1p(-confidenceShare);
  let logPValue = 0;
  return succeed(
    draws.value.map((day, place) => {
      for (const [at, { logRatio }] of grid.entries()) {
        logChances[at] = (logChances[at] ?? 0) + weighDays([day], logRatio).logChance;
      }
      const logMixture =
        logSumExp(grid.map(({ logWeight }, at) => logWeight + (logChances[at] ?? 0))) - logTotal;
      const noEffect = logChances[(grid.length - 1) / 2] ?? 0;
      logPValue = Math.min(logPValue, noEffect - logMixture);
      const likeliest = grid[logChances.indexOf(Math.max(...logChances))]?.logRatio ?? 0;
      const passed = draws.value.slice(0, place + 1);
      return {
        logRatio: likeliestRatio(passed),
        // A ratio is out where the mixture explains the labels 1 / alpha times as well.
        interval: levelInterval(passed, likeliest, logMixture + logLimit),
        pValue: Math.exp(logPValue),
      };
    }),
  );
}

/** The ratio that explains the labels best (conditional maximum likelihood), or null where it is 0 or infinite. */
export function likeliestRatio(days: readonly LabelDraw[]): number | null {
  const { observed, fewest, most } = reachOf(days);
  if (observed === fewest || observed === most) return null;
  return outwardRoot((logRatio) => observed - weighDays(days, logRatio).expected, 0);
}

/** Between which ratios the chance of the labels lies above a level; `inside`: one of them. */
function levelInterval(days: readonly LabelDraw[], inside: number, level: number): Interval {
  const { observed, fewest, most } = reachOf(days);
  const excess = (logRatio: number) => weighDays(days, logRatio).logChance - level;
  return {
    low: observed === fewest ? Number.NEGATIVE_INFINITY : crossing(excess, inside, -1),
    high: observed === most ? Number.POSITIVE_INFINITY : crossing(excess, inside, 1),
  };
}

/** Where a function that is above 0 at `inside` falls to 0 on one side. */
export function crossing(value: (x: number) => number, inside: number, direction: 1 | -1): number {
  let step = 0.5;
  while (value(inside + direction * step) > 0) step *= 2;
  return bracketedRoot(value, inside, inside + direction * step);
}

/** The root of a falling function. */
function outwardRoot(value: (x: number) => number, start: number): number {
  return crossing(value(start) > 0 ? value : (x) => -value(x), start, value(start) > 0 ? 1 : -1);
}
