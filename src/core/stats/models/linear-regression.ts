import { refuse, succeed, type Result } from '#core/result.ts';
import { fUpperTail } from '../distributions/f-distribution.ts';
import { studentQuantile, studentTwoSided } from '../distributions/student-distribution.ts';
import { confidenceProblem } from '../interval.ts';
import { dot, solveSymmetric } from '../numerics/linear-algebra.ts';
import type { Coefficient } from './coefficient.ts';
import { fitLinear } from './linear-fit.ts';
import type { OutcomeGroup } from './linear-groups.ts';
import { errorCovariance, type ErrorKind } from './sandwich.ts';

/** A linear model with what is needed to judge it. Coefficients are in units of the outcome per unit of the feature. */
export interface LinearRegression {
  readonly method: ErrorKind;
  readonly intercept: Coefficient;
  /** One for each feature; null where a feature only repeats those before it. */
  readonly coefficients: readonly (Coefficient | null)[];
  /** Which rows and columns `covariance` has: 0 for the intercept, 1 for the first feature. */
  readonly estimated: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** The spread around the fit, in the unit of the outcome. */
  readonly residualDeviation: number;
  readonly residualSquares: number;
  readonly explainedShare: number;
  /** Of the t tests: customers less coefficients, or clusters less one. */
  readonly degreesOfFreedom: number;
  readonly count: number;
  readonly rank: number;
}

export interface LinearOptions {
  readonly standardErrors?: ErrorKind;
  readonly confidenceShare?: number;
}

/**
 * How an amount depends on features, with t tests and intervals (linear regression by least squares).
 * `groups`: customers who share their features, as count, mean and standard deviation; the answer is exactly that of one
 * row per customer (`groupsOfRows` makes groups of rows; a weight is a number of customers). `standardErrors`:
 * `classical` by default; `confidenceShare`: between 0 and 1, 0.95 by default.
 * Refuses `no-trials`, `invalid-mean`, `invalid-features`, `too-few-values`, `no-variation`, `invalid-confidence`,
 * `full-leverage` (hc2, hc3), `no-clusters` and `too-few-clusters`.
 * Source: Gauss; White (1980); MacKinnon & White (1985); R `lm`, `sandwich::vcovHC`, `sandwich::vcovCL`.
 * Example: extra sleep of two drugs (R `sleep`) gives 1.58 for the second, standard error 0.8490910, t 1.860813.
 */
export function linearRegression(
  groups: readonly OutcomeGroup[],
  { standardErrors = 'classical', confidenceShare = 0.95 }: LinearOptions = {},
): Result<LinearRegression> {
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const fitted = fitLinear(groups);
  if (!fitted.ok) return fitted;
  const fit = fitted.value;
  const errors = errorCovariance(fit, standardErrors);
  if (!errors.ok) return errors;
  const { covariance, degreesOfFreedom } = errors.value;
  const t = -studentQuantile((1 - confidenceShare) / 2, degreesOfFreedom);
  const estimates: (Coefficient | null)[] = [null, ...(groups[0]?.features ?? []).map(() => null)];
  for (const [place, column] of fit.kept.entries()) {
    const estimate = fit.solution[place] ?? Number.NaN;
    const standardError = Math.sqrt(covariance[place]?.[place] ?? Number.NaN);
    if (!(standardError > 0)) return refuse({ code: 'no-variation', feature: column - 1 });
    const statistic = estimate / standardError;
    estimates[column] = {
      estimate,
      standardError,
      statistic,
      pValue: studentTwoSided(statistic, degreesOfFreedom),
      interval: { low: estimate - t * standardError, high: estimate + t * standardError },
    };
  }
  const [intercept, ...coefficients] = estimates;
  if (!intercept) throw new RangeError('A model without an intercept');
  const residualSquares = fit.squares.reduce((sum, value) => sum + value, 0);
  return succeed({
    method: standardErrors,
    ...{ intercept, coefficients, estimated: fit.kept, covariance, degreesOfFreedom },
    residualDeviation: Math.sqrt(residualSquares / (fit.count - fit.kept.length)),
    residualSquares,
    explainedShare: Math.min(1, Math.max(0, 1 - residualSquares / fit.totalSquares)),
    count: fit.count,
    rank: fit.kept.length,
  });
}

/** Whether several coefficients are all 0: an F value. */
export interface TermsTest {
  readonly method: ErrorKind;
  readonly statistic: number;
  readonly degreesOfFreedom: { readonly numerator: number; readonly denominator: number };
  readonly pValue: number;
}

/**
 * Whether some features of a linear model matter at all (F test of their coefficients together).
 * `model`: from `linearRegression`, whose kind of standard errors the test takes over; with classical ones it is the
 * test of the model against the one without these features. `features`: their places, from 0; those left out of the
 * model take no degree of freedom.
 * Refuses `not-nested` (none of them is estimated) and `singular` (more coefficients than clusters can tell apart).
 * Source: R `anova(smaller, larger)`, `car::linearHypothesis(vcov. = )`.
 * Example: with one feature the statistic is the square of its t.
 */
export function linearTermsTest(
  model: LinearRegression,
  features: readonly number[],
): Result<TermsTest> {
  const places = model.estimated.flatMap((column, place) =>
    features.includes(column - 1) ? [place] : [],
  );
  if (places.length === 0) return refuse({ code: 'not-nested', rank: model.rank });
  const values = places.map(
    (place) => model.coefficients[(model.estimated[place] ?? 0) - 1]?.estimate ?? Number.NaN,
  );
  const covariance = places.map((row) =>
    places.map((column) => model.covariance[row]?.[column] ?? Number.NaN),
  );
  const solved = solveSymmetric(covariance, values);
  if (!solved) return refuse({ code: 'singular', coefficients: places.length });
  const statistic = Math.max(0, dot(values, solved) / places.length);
  const degreesOfFreedom = { numerator: places.length, denominator: model.degreesOfFreedom };
  const pValue = fUpperTail(statistic, degreesOfFreedom);
  return succeed({ method: model.method, statistic, degreesOfFreedom, pValue });
}
