import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { confidenceProblem } from '../interval.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import type { Alternative } from '../proportions/alternative.ts';
import type { ArmPair } from '../proportions/arm-counts.ts';
import {
  conditionalDistribution,
  supportOf,
  tiltedChances,
  type ConditionalDistribution,
} from './conditional-distribution.ts';
import { comparableTables, strataProblem, sumOver, type StratumTable } from './strata.ts';

/** How the exact test is made; by default two-sided and a confidence of 0.95. */
export interface ExactStratifiedOptions {
  readonly alternative?: Alternative;
  readonly confidenceShare?: number;
}

/**
 * The exact comparison over all strata; `statistic` is the number of treated customers who responded, wherever both
 * arms have customers.
 */
export interface ExactCommonOddsRatio {
  readonly statistic: number;
  readonly pValue: number;
  /** The conditional maximum of the likelihood: 0 at its lowest, null (infinite) at its highest. */
  readonly oddsRatio: number | null;
  /** `high` is null where no odds ratio, however large, is ruled out. One-sided for a one-sided alternative. */
  readonly oddsRatioInterval: { readonly low: number; readonly high: number | null };
  readonly usedStrata: number;
}

/** The largest work accepted, in steps of the convolution: a fraction of a second. */
const mostSteps = 4e7;

/** Two chances count as equal within this share (R's rule): they differ by rounding only. */
const tieTolerance = 1e-7;

/**
 * Whether the treatment changes the response once customers are compared only within their stratum, without any
 * approximation: for small cells, where the chi-square of `cochranMantelHaenszel` cannot be trusted.
 * `strata`: whole counts per stratum; strata with an empty arm, or with all or none responding, add nothing.
 * `confidenceShare`: between 0 and 1. The two-sided p-value adds up all outcomes that are no more likely than the
 * observed one; the interval cuts half of the error at each end, so that the two may disagree at the very edge. A p-value
 * too small for a number is given as 5e-324, the smallest. With one stratum it is `fisherExactTest`.
 * Refuses `invalid-counts` with its stratum, `invalid-confidence`, `no-informative-strata`, and `too-large-for-exact`
 * beyond forty million steps (the products of the possible outcomes of one stratum and of all before it, added up):
 * thirty strata with 200 responders each are possible, and there the chi-square is as good.
 * Source: Mehta, Patel & Gray (1985), Journal of the American Statistical Association 80; Agresti (2013), Categorical
 * Data Analysis, 7.3.5; R `mantelhaen.test(exact = TRUE)`.
 * Example: the penicillin rabbits give S 16, p 0.03994, odds ratio 10.36105 (1.077388 to 531.512783). R prints 10.36102
 * (1.077401 to 529.837399), because its root finder stops at four digits.
 */
export function exactCommonOddsRatio(
  strata: readonly ArmPair[],
  { alternative = 'two-sided', confidenceShare = 0.95 }: ExactStratifiedOptions = {},
): Result<ExactCommonOddsRatio> {
  const problem = strataProblem(strata) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const comparable = comparableTables(strata);
  const tables = comparable.filter((table) => lengthOf(table) > 1);
  if (tables.length === 0) return refuse({ code: 'no-informative-strata', strata: strata.length });
  const tooLarge = sizeProblem(tables);
  if (tooLarge) return refuse(tooLarge);
  const distribution = conditionalDistribution(tables);
  const place = sumOver(tables, ({ treatmentEvents }) => treatmentEvents) - distribution.lowest;
  const tail = (1 - confidenceShare) / (alternative === 'two-sided' ? 2 : 1);
  return succeed({
    statistic: sumOver(comparable, ({ treatmentEvents }) => treatmentEvents),
    pValue: exactPValue(tiltedChances(distribution, 0), place, alternative),
    oddsRatio: likeliestOddsRatio(distribution, place),
    oddsRatioInterval: {
      low: alternative === 'less' ? 0 : lowerLimit(distribution, place, tail),
      high: alternative === 'greater' ? null : upperLimit(distribution, place, tail),
    },
    usedStrata: tables.length,
  });
}

/** How many outcomes a stratum can have. */
function lengthOf(table: StratumTable): number {
  const { lowest, highest } = supportOf(table);
  return highest - lowest + 1;
}

function sizeProblem(tables: readonly StratumTable[]): Problem | null {
  const lengths = tables.map(lengthOf).sort((left, right) => left - right);
  let reached = 1;
  let steps = 0;
  for (const length of lengths) {
    steps += reached * length;
    reached += length - 1;
  }
  // The odds ratio and its two limits look at all outcomes some fifty times each, with an exponential every time.
  steps += 500 * reached;
  return steps > mostSteps ? { code: 'too-large-for-exact', steps, mostSteps } : null;
}

function exactPValue(chances: readonly number[], place: number, alternative: Alternative): number {
  const observed = (chances[place] ?? 0) * (1 + tieTolerance);
  const counted = chances.filter((chance, at) => {
    if (alternative === 'two-sided') return chance <= observed;
    return alternative === 'greater' ? at >= place : at <= place;
  });
  return Math.min(1, Math.max(Number.MIN_VALUE, sumFromSmallest(counted)));
}

/** Adds chances beginning at the small ones, so that these are not lost. */
function sumFromSmallest(chances: readonly number[]): number {
  return chances.toSorted((left, right) => left - right).reduce((sum, chance) => sum + chance, 0);
}

/** The odds ratio at which the expected number of treated responders is the observed one. */
function likeliestOddsRatio(distribution: ConditionalDistribution, place: number): number | null {
  const last = distribution.logChances.length - 1;
  if (place === 0) return 0;
  if (place === last) return null;
  const excess = (logOddsRatio: number): number =>
    tiltedChances(distribution, logOddsRatio).reduce(
      (sum, chance, at) => sum + (at - place) * chance,
      0,
    );
  return Math.exp(risingRoot(excess));
}

/** The odds ratio at which as many treated responders, or more, have just the chance `tail`. */
function lowerLimit(distribution: ConditionalDistribution, place: number, tail: number): number {
  if (place === 0) return 0;
  return Math.exp(
    risingRoot((logOddsRatio) => {
      const chances = tiltedChances(distribution, logOddsRatio).slice(place);
      return Math.log(chances.reduceRight((sum, chance) => sum + chance, 0) / tail);
    }),
  );
}

/** The odds ratio at which as few treated responders, or fewer, have just the chance `tail`. */
function upperLimit(
  distribution: ConditionalDistribution,
  place: number,
  tail: number,
): number | null {
  if (place === distribution.logChances.length - 1) return null;
  return Math.exp(
    risingRoot((logOddsRatio) => {
      const chances = tiltedChances(distribution, logOddsRatio).slice(0, place + 1);
      return -Math.log(chances.reduce((sum, chance) => sum + chance, 0) / tail);
    }),
  );
}

/** Where a rising function of the log odds ratio crosses zero, sought outward from an odds ratio of 1. */
function risingRoot(value: (logOddsRatio: number) => number): number {
  let low = -1;
  while (value(low) > 0) low *= 2;
  let high = 1;
  while (value(high) < 0) high *= 2;
  return bracketedRoot(value, low, high);
}
