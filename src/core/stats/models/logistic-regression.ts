import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile, normalTwoSided } from '../distributions/normal-distribution.ts';
import { confidenceProblem } from '../interval.ts';
import { perfectLogLikelihood } from './binomial-deviance.ts';
import { binomialDesign, peakLikelihood } from './binomial-likelihood.ts';
import type { Coefficient } from './coefficient.ts';
import { fitLogistic, type BinomialGroup } from './logistic.ts';
import { profileInterval } from './profile-interval.ts';

/** A logistic model with what is needed to judge it. Coefficients are differences of log odds. */
export interface LogisticRegression {
  readonly method: 'maximum-likelihood';
  readonly intercept: Coefficient;
  /** One for each feature; null where a feature only repeats others. */
  readonly coefficients: readonly (Coefficient | null)[];
  /** Which rows and columns `covariance` has: 0 for the intercept, 1 for the first feature. */
  readonly estimated: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly deviance: number;
  readonly logLikelihood: number;
  /** Akaike's criterion: lower is better, among models of the same customers. */
  readonly akaike: number;
  readonly rank: number;
}

/** `wald`: estimate plus and minus standard errors; `profile`: what the likelihood-ratio test does not reject. */
export interface LogisticOptions {
  readonly confidenceShare?: number;
  readonly intervals?: 'wald' | 'profile';
}

/**
 * How the odds of a response depend on features, with standard errors, z tests and intervals (logistic regression).
 * `groups`: whole counts, the same number of features in each; `confidenceShare`: between 0 and 1, 0.95 by default;
 * `intervals`: `wald` by default. Every statistic is a Wald z. The log-likelihood is that of the grouped counts, as in R.
 * Refuses `invalid-confidence` and what `fitLogistic` refuses: `no-trials`, `separated`, `not-converged`.
 * Source: McCullagh & Nelder (1989); R `summary(glm(family = binomial))`, `confint.default`, and for profiles `confint`.
 * Example: 5 of 50 without and 15 of 50 with the feature give ln(27/7) = 1.349927, standard error 0.563436.
 */
export function logisticRegression(
  groups: readonly BinomialGroup[],
  { confidenceShare = 0.95, intervals = 'wald' }: LogisticOptions = {},
): Result<LogisticRegression> {
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const fitted = fitLogistic(groups);
  if (!fitted.ok) return fitted;
  const design = binomialDesign(groups);
  if (!design.ok) return design;
  const { kept } = design.value;
  const rough = [fitted.value.intercept, ...fitted.value.coefficients];
  const start = kept.map((place) => rough[place] ?? 0);
  const peak = peakLikelihood(design.value, { penalised: false, start });
  if (!peak) return refuse({ code: 'not-converged', iterations: fitted.value.iterations });
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const estimates: (Coefficient | null)[] = rough.map(() => null);
  for (const [place, column] of kept.entries()) {
    const estimate = peak.solution[place] ?? Number.NaN;
    const standardError = Math.sqrt(peak.covariance[place]?.[place] ?? Number.NaN);
    const interval =
      intervals === 'wald'
        ? { low: estimate - z * standardError, high: estimate + z * standardError }
        : profileInterval(design.value, peak, place, z, false);
    if (!interval) return refuse({ code: 'not-converged', feature: column - 1 });
    const statistic = estimate / standardError;
    const pValue = normalTwoSided(statistic);
    estimates[column] = { estimate, standardError, statistic, pValue, interval };
  }
  const [intercept, ...coefficients] = estimates;
  if (!intercept) throw new RangeError('A model without an intercept');
  const logLikelihood = peak.height + perfectLogLikelihood(design.value.groups);
  return succeed({
    method: 'maximum-likelihood',
    intercept,
    coefficients,
    estimated: kept,
    covariance: peak.covariance,
    deviance: Math.max(0, -2 * peak.height),
    logLikelihood,
    akaike: 2 * kept.length - 2 * logLikelihood,
    rank: kept.length,
  });
}
