import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { chiSquareUpperQuantile } from '../distributions/chi-square-distribution.ts';
import {
  noncentralChiSquareNoncentrality,
  noncentralChiSquareUpperTail,
} from '../distributions/noncentral-chi-square-distribution.ts';

const certain = 1e9;

/** A chi-square test: of fit, of a whole table, or of an interaction with several levels. */
export interface ChiSquarePlan {
  /** From 0.01 to a million: cells - 1 for a fit, (rows - 1) (columns - 1) for a table. */
  readonly degreesOfFreedom: number;
  readonly alpha: number;
}

/**
 * How far true shares lie from assumed ones (Cohen's w): the root of the chi-square that one customer adds.
 * `shares`, `assumed`: one per cell, each list adding up to 1, assumed shares above 0.
 * Refuses `invalid-shares` (lists of different length, below 2 cells, or not adding up to 1 within 1e-9).
 * Source: Cohen (1988), 7.2; R `pwr::ES.w1`.
 * Example: 0.375 and three times 0.208333 against four times 0.25 gives 0.2886751.
 */
export function cohenEffect(shares: readonly number[], assumed: readonly number[]): Result<number> {
  const adds = (list: readonly number[]): boolean =>
    Math.abs(list.reduce((sum, share) => sum + share, 0) - 1) <= 1e-9;
  const possible =
    shares.length === assumed.length &&
    shares.length >= 2 &&
    shares.every((share) => share >= 0) &&
    assumed.every((share) => share > 0) &&
    adds(shares) &&
    adds(assumed);
  if (!possible) return refuse({ code: 'invalid-shares', shares, assumed });
  const perCustomer = shares.reduce((sum, share, cell) => {
    const expected = assumed[cell] ?? Number.NaN;
    return sum + (share - expected) ** 2 / expected;
  }, 0);
  return succeed(Math.sqrt(perCustomer));
}

/**
 * How likely a chi-square test finds that the shares are not the assumed ones.
 * `effect`: Cohen's w, above 0; `size`: all customers together, above 0.
 * Refuses `invalid-degrees-of-freedom`, `invalid-alpha`, `invalid-difference` (of the effect) and `invalid-size`.
 * Source: R `pwr::pwr.chisq.test`, statsmodels `GofChisquarePower`; noncentral chi-square.
 * Example: effect 0.3, 1 degree of freedom, 100 customers, alpha 0.05 gives 0.8508388.
 */
export function powerOfChiSquare(
  plan: ChiSquarePlan & { readonly effect: number; readonly size: number },
): Result<number> {
  const { effect, size, degreesOfFreedom } = plan;
  const problem = chiSquareProblem(plan) ?? effectProblem(effect) ?? sizeProblem(size);
  if (problem) return refuse(problem);
  const noncentrality = size * effect * effect;
  if (noncentrality > certain) return succeed(1);
  return succeed(noncentralChiSquareUpperTail(critical(plan), degreesOfFreedom, noncentrality));
}

/**
 * How many customers, all cells together, a chi-square test needs for the wanted power.
 * `power`: between `alpha` and 1. The formula's value, to be rounded up.
 * Refuses what the power refuses, `invalid-power`, and `effect-too-small` when the size is beyond the numbers.
 * Source: R `pwr::pwr.chisq.test(N = NULL)`.
 * Example: effect 0.3, 1 degree of freedom, alpha 0.05, power 0.8 gives 87.20956 (pwr's own search stops at 87.20954).
 */
export function sampleSizeForChiSquare(
  plan: ChiSquarePlan & { readonly effect: number; readonly power: number },
): Result<number> {
  const { effect } = plan;
  const problem = chiSquareProblem(plan) ?? effectProblem(effect) ?? powerProblem(plan);
  if (problem) return refuse(problem);
  const size = noncentralityFor(plan) / effect / effect;
  return Number.isFinite(size) ? succeed(size) : refuse({ code: 'effect-too-small', effect });
}

/**
 * The smallest effect (Cohen's w) that a chi-square test of given size finds with the wanted power.
 * Arguments as above. Refuses what the others refuse, and `no-detectable-effect` when it is beyond the numbers.
 * Source: R `pwr::pwr.chisq.test(w = NULL)`.
 * Example: 100 customers, 1 degree of freedom, alpha 0.05, power 0.8 gives 0.2801582.
 */
export function minimumDetectableChiSquareEffect(
  plan: ChiSquarePlan & { readonly size: number; readonly power: number },
): Result<number> {
  const problem = chiSquareProblem(plan) ?? sizeProblem(plan.size) ?? powerProblem(plan);
  if (problem) return refuse(problem);
  const effect = Math.sqrt(noncentralityFor(plan) / plan.size);
  return Number.isFinite(effect) ? succeed(effect) : refuse({ code: 'no-detectable-effect' });
}

function critical({ alpha, degreesOfFreedom }: ChiSquarePlan): number {
  return chiSquareUpperQuantile(alpha, degreesOfFreedom);
}

function noncentralityFor(plan: ChiSquarePlan & { readonly power: number }): number {
  return noncentralChiSquareNoncentrality(critical(plan), plan.degreesOfFreedom, plan.power);
}

function chiSquareProblem({ degreesOfFreedom, alpha }: ChiSquarePlan): Problem | null {
  if (!(degreesOfFreedom >= 0.01 && degreesOfFreedom <= 1e6)) {
    return { code: 'invalid-degrees-of-freedom', degreesOfFreedom };
  }
  return alpha >= 1e-100 && alpha < 0.5 ? null : { code: 'invalid-alpha', alpha };
}

function effectProblem(effect: number): Problem | null {
  return effect > 0 && Number.isFinite(effect) ? null : { code: 'invalid-difference', effect };
}

function sizeProblem(size: number): Problem | null {
  return size > 0 && Number.isFinite(size) ? null : { code: 'invalid-size', size };
}

function powerProblem({
  alpha,
  power,
}: ChiSquarePlan & { readonly power: number }): Problem | null {
  return power > alpha * (1 + 1e-9) && power < 1 ? null : { code: 'invalid-power', power, alpha };
}
