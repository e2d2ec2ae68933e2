import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { confidenceProblem } from '../interval.ts';
import { binomialDesign, peakLikelihood, type FittedDesign } from './binomial-likelihood.ts';
import type { Coefficient } from './coefficient.ts';
import { chiSquareOf, type LikelihoodRatio } from './likelihood-ratio.ts';
import type { BinomialGroup } from './logistic.ts';
import { profileInterval } from './profile-interval.ts';

/** A logistic model that has an answer even where a cell has no response. Coefficients are differences of log odds. */
export interface FirthRegression {
  readonly method: 'firth-penalised-likelihood';
  readonly intercept: Coefficient;
  /** One for each feature; null where a feature only repeats others. */
  readonly coefficients: readonly (Coefficient | null)[];
  /** Which rows and columns `covariance` has: 0 for the intercept, 1 for the first feature. */
  readonly estimated: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly rank: number;
  readonly iterations: number;
}

/**
 * How the odds of a response depend on features, by Firth's penalised likelihood: finite for every table.
 * `groups`: whole counts, the same number of features in each; `confidenceShare`: between 0 and 1, 0.95 by default.
 * Statistic and p-value of a coefficient are its penalised likelihood-ratio chi-square (1 degree of freedom), and its
 * interval is the profile of the penalised likelihood: the two always agree. Standard errors are the inverse
 * information's, and only describe: under separation an interval of so many standard errors misleads.
 * Refuses `no-trials`, `invalid-confidence` and `not-converged`. Throws RangeError for counts that cannot be.
 * Source: Firth (1993), Biometrika 80; Heinze & Schemper (2002), Statistics in Medicine 21; R `logistf`, brglm2
 * `glm(method = "brglmFit", type = "AS_mean")`.
 * Example: 0 of 50 without and 5 of 50 with the feature give 2.502156, that is ln((5.5/45.5) / (0.5/50.5)).
 */
export function firthLogistic(
  groups: readonly BinomialGroup[],
  { confidenceShare = 0.95 }: { readonly confidenceShare?: number } = {},
): Result<FirthRegression> {
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const design = binomialDesign(groups);
  if (!design.ok) return design;
  const { kept } = design.value;
  const peak = peakLikelihood(design.value, { penalised: true });
  if (!peak) return refuse({ code: 'not-converged' });
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const width = groups[0]?.features.length ?? 0;
  const estimates: (Coefficient | null)[] = new Array<null>(width + 1).fill(null);
  for (const [place, column] of kept.entries()) {
    const test = heldAtNought(design.value, [place], peak.height);
    const interval = profileInterval(design.value, peak, place, z, true);
    if (!test || !interval) return refuse({ code: 'not-converged', feature: column - 1 });
    estimates[column] = {
      estimate: peak.solution[place] ?? Number.NaN,
      standardError: Math.sqrt(peak.covariance[place]?.[place] ?? Number.NaN),
      statistic: test.statistic,
      pValue: test.pValue,
      interval,
    };
  }
  const [intercept, ...coefficients] = estimates;
  if (!intercept) throw new RangeError('A model without an intercept');
  return succeed({
    method: 'firth-penalised-likelihood',
    intercept,
    coefficients,
    estimated: kept,
    covariance: peak.covariance,
    rank: kept.length,
    iterations: peak.iterations,
  });
}

/** A penalised likelihood-ratio chi-square. */
export interface PenalisedLikelihoodRatio extends LikelihoodRatio {
  readonly method: 'penalised-likelihood-ratio';
}

/**
 * Whether some features matter at all, by Firth's penalised likelihood: an answer even where a cell has no response.
 * `groups`: whole counts; `features`: the places of the features asked about, from 0. The smaller model holds their
 * coefficients at 0 but keeps the penalty of the whole model, so that the two heights can be compared. Features that
 * repeat those before them take no degree of freedom.
 * Refuses `no-trials`, `not-nested` (the features asked about add nothing) and `not-converged`.
 * Source: Heinze & Schemper (2002), Statistics in Medicine 21, section 2.3; R `logistf::logistftest`.
 * Example: 0 of 50 without and 5 of 50 with the feature give 5.136269, df 1, p 0.02343095.
 */
export function penalisedLikelihoodRatioTest(
  groups: readonly BinomialGroup[],
  features: readonly number[],
): Result<PenalisedLikelihoodRatio> {
  const design = binomialDesign(groups);
  if (!design.ok) return design;
  const { kept } = design.value;
  const asked = kept.flatMap((column, place) => (features.includes(column - 1) ? [place] : []));
  if (asked.length === 0) return refuse({ code: 'not-nested', rank: kept.length });
  const peak = peakLikelihood(design.value, { penalised: true });
  const test = peak && heldAtNought(design.value, asked, peak.height);
  if (!test) return refuse({ code: 'not-converged' });
  return succeed({ method: 'penalised-likelihood-ratio', ...test });
}

function heldAtNought(
  design: FittedDesign,
  places: readonly number[],
  height: number,
): LikelihoodRatio | null {
  const held = new Map(places.map((place) => [place, 0]));
  const smaller = peakLikelihood(design, { penalised: true, held });
  if (!smaller) return null;
  return chiSquareOf(Math.max(0, 2 * (height - smaller.height)), places.length);
}
