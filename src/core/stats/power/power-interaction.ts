import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { chiSquareUpperQuantile } from '../distributions/chi-square-distribution.ts';
import {
  noncentralChiSquareNoncentrality,
  noncentralChiSquareUpperTail,
} from '../distributions/noncentral-chi-square-distribution.ts';
import { interactionDesign } from '../models/interaction-design.ts';
import { likelihoodRatioTest } from '../models/likelihood-ratio.ts';
import { fitLogistic } from '../models/logistic.ts';

/** What is expected of one arm in one cell. */
export interface PlannedCell {
  readonly arm: string;
  /** The cell's level of every attribute, in a fixed order. */
  readonly levels: readonly string[];
  /** The response share expected, strictly between 0 and 1. */
  readonly responseShare: number;
  /** Customers of this arm in this cell, above 0. */
  readonly size: number;
}

/** The question "does the best arm depend on this attribute?", to be asked with `interactionTest`. */
export interface InteractionPlan {
  readonly cells: readonly PlannedCell[];
  /** Which of the `levels`, from 0. */
  readonly attribute: number;
  readonly alpha: number;
}

/** The chance to find it, and what that rests on: the chi-square that the expected shares themselves would give. */
export interface InteractionPower {
  readonly power: number;
  readonly noncentrality: number;
  readonly degreesOfFreedom: number;
}

const certain = 1e9;

/**
 * How likely the experiment finds that the arms' effects depend on an attribute, with any number of arms and levels.
 * `cells`: every arm in every cell, with its expected share and size; `alpha`: 0 to 0.5.
 * Refuses `invalid-cell` with its place, `invalid-alpha`, `too-few-levels`, and what `fitLogistic` refuses.
 * Source: Self, Mauritsen & Ohara (1992), Biometrics 48 (the likelihood ratio of the expected counts as noncentrality); R
 * `glm` on expected counts and `pchisq(ncp = )`.
 * Example: 5, 10, 5 and 12% in two arms and two levels of 800 each, alpha 0.05 gives 0.1132143.
 */
export function powerOfInteraction(plan: InteractionPlan): Result<InteractionPower> {
  const problem = planProblem(plan);
  if (problem) return refuse(problem);
  const expected = expectedRatio(plan);
  if (!expected.ok) return expected;
  const { statistic: noncentrality, degreesOfFreedom } = expected.value;
  const critical = chiSquareUpperQuantile(plan.alpha, degreesOfFreedom);
  const power =
    noncentrality > certain
      ? 1
      : noncentralChiSquareUpperTail(critical, degreesOfFreedom, noncentrality);
  return succeed({ power, noncentrality, degreesOfFreedom });
}

/**
 * How many times the planned customers are needed to find the dependence with the wanted power.
 * `power`: between `alpha` and 1. The answer multiplies every cell's size: 1 is just enough, 4 is four times as many.
 * Refuses what the power refuses, `invalid-power`, and `effect-too-small` when the shares expected show no interaction.
 * Source: Self, Mauritsen & Ohara (1992), Biometrics 48; R `pchisq(ncp = )`, the noncentrality growing with the size.
 * Example: the cells above need 14.66349 times their size for a power of 0.8.
 */
export function interactionSizeFactor(
  plan: InteractionPlan & { readonly power: number },
): Result<number> {
  const { power, alpha } = plan;
  const found = powerOfInteraction(plan);
  if (!found.ok) return found;
  if (!(power > alpha * (1 + 1e-9) && power < 1)) {
    return refuse({ code: 'invalid-power', power, alpha });
  }
  const { noncentrality, degreesOfFreedom } = found.value;
  const critical = chiSquareUpperQuantile(alpha, degreesOfFreedom);
  const factor =
    noncentralChiSquareNoncentrality(critical, degreesOfFreedom, power) / noncentrality;
  // Below this the deviances' own rounding is all that is left of the interaction.
  const told = noncentrality > 1e-9 && Number.isFinite(factor);
  return told ? succeed(factor) : refuse({ code: 'effect-too-small', noncentrality });
}

/** The likelihood-ratio chi-square of the expected counts. */
function expectedRatio({ cells, attribute }: InteractionPlan) {
  const design = interactionDesign(cells, [attribute], 'joint');
  if (!design.ok) return design;
  const { smaller, added } = design.value;
  const groups = (features: (place: number) => readonly number[]) =>
    cells.map(({ responseShare, size }, place) => {
      return { events: responseShare * size, trials: size, features: features(place) };
    });
  const small = fitLogistic(groups((place) => smaller[place] ?? []));
  if (!small.ok) return small;
  const large = fitLogistic(
    groups((place) => [...(smaller[place] ?? []), ...(added[place] ?? [])]),
  );
  return large.ok ? likelihoodRatioTest(small.value, large.value) : large;
}

function planProblem({ cells, alpha }: InteractionPlan): Problem | null {
  for (const [cell, { responseShare, size }] of cells.entries()) {
    const inside = responseShare >= 1e-6 && responseShare <= 1 - 1e-6;
    if (!(inside && size >= 1e-3 && size <= 1e12)) {
      return { code: 'invalid-cell', cell, responseShare, size };
    }
  }
  return alpha >= 1e-100 && alpha < 0.5 ? null : { code: 'invalid-alpha', alpha };
}
