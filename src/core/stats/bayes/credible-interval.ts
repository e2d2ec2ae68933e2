import { refuse, succeed, type Result } from '#core/result.ts';
import {
  betaQuantile,
  betaUpperQuantile,
  type BetaShape,
} from '../distributions/beta-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import type { ArmCounts } from '../proportions/arm-counts.ts';
import {
  armsProblem,
  posteriorShape,
  priorProblem,
  uniformPrior,
  type PriorOptions,
} from './bayes-proportions.ts';

/** `equal-tailed`: as much belief below as above; `highest-density`: the shortest interval. */
export type CredibleKind = 'equal-tailed' | 'highest-density';

export interface CredibleOptions extends PriorOptions {
  readonly confidenceShare?: number;
  readonly kind?: CredibleKind;
}

/**
 * Between which values a response share is believed to lie after the data.
 * `arm`: whole counts, also of nobody; `prior`: a beta distribution, uniform by default (1/2 and 1/2 is Jeffreys');
 * `confidenceShare`: how much of the belief lies inside, 0.95 by default; `kind`: `equal-tailed` by default.
 * Refuses `invalid-counts`, `invalid-prior`, `invalid-confidence`, and `no-mode` for the highest density of a belief
 * that has no highest place inside or at one end (both shapes 1 or less).
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 2.3; R `qbeta`.
 * Example: 10 of 100 gives 0.0556372 to 0.1745528, the shortest interval is 0.0514695 to 0.1686640.
 */
export function credibleShareInterval(
  arm: ArmCounts,
  { prior = uniformPrior, confidenceShare = 0.95, kind = 'equal-tailed' }: CredibleOptions = {},
): Result<Interval> {
  const problem = armsProblem([arm]) ?? priorProblem(prior) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const shape = posteriorShape(arm, prior);
  const outside = 1 - confidenceShare;
  if (kind === 'equal-tailed') {
    return succeed({
      low: betaQuantile(outside / 2, shape),
      high: betaUpperQuantile(outside / 2, shape),
    });
  }
  const { alpha, beta } = shape;
  if (alpha <= 1 && beta <= 1) return refuse({ code: 'no-mode', alpha, beta });
  if (alpha <= 1) return succeed({ low: 0, high: betaUpperQuantile(outside, shape) });
  if (beta <= 1) return succeed({ low: betaQuantile(outside, shape), high: 1 });
  return succeed(highestDensity(shape, outside));
}

/** The shortest interval has the same density at both ends. Sought over the part that lies below it. */
function highestDensity(shape: BetaShape, outside: number): Interval {
  const between = (below: number): Interval => ({
    low: betaQuantile(below, shape),
    high: betaUpperQuantile(outside - below, shape),
  });
  const steeper = (below: number): number => {
    const { low, high } = between(below);
    return (
      (shape.alpha - 1) * Math.log(low / high) +
      (shape.beta - 1) * (Math.log1p(-low) - Math.log1p(-high))
    );
  };
  return between(bracketedRoot(steeper, 0, outside));
}
