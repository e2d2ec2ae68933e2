import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { BetaShape } from '../distributions/beta-distribution.ts';
import { countsProblem, type ArmCounts } from '../proportions/arm-counts.ts';
import { shareBelief } from './belief.ts';
import { bestChances } from './best-arm.ts';

/** What is believed of one arm after the data: the chance that it is best, and what choosing it costs on average. */
export interface ArmBelief {
  readonly bestShare: number;
  /** The response share given up on average if this arm is chosen and another is better, in shares. */
  readonly expectedLoss: number;
  readonly meanShare: number;
}

/** What is believed of a response share before the data; 1 and 1 is "every share equally likely". */
export interface PriorOptions {
  readonly prior?: BetaShape;
}

/** The default of every Bayesian comparison of shares. */
export const uniformPrior: BetaShape = { alpha: 1, beta: 1 };

/**
 * How likely each arm is the best one, and what a wrong choice would cost.
 * `arms`: two or more, whole counts; an arm without trials is allowed: nothing but the prior is known of it. `prior`: a
 * beta distribution for every arm, by default every response share is taken as equally likely.
 * Refuses `too-few-arms`, `invalid-counts` and `invalid-prior` (a shape below 0.1 or above 1e9).
 * Source: Stucchio (2015), VWO white paper; the integrals are done numerically, without simulation.
 * Example: 100 of 1000 against 120 of 1000 gives the second a chance of 0.9231834389725.
 */
export function beliefsAboutArms(
  arms: readonly ArmCounts[],
  { prior = uniformPrior }: PriorOptions = {},
): Result<ArmBelief[]> {
  if (arms.length < 2) return refuse({ code: 'too-few-arms', arms: arms.length });
  const problem = priorProblem(prior) ?? armsProblem(arms);
  if (problem) return refuse(problem);
  const beliefs = arms.map((arm) => shareBelief(posteriorShape(arm, prior)));
  return succeed(
    bestChances(beliefs).map((chance, place) => ({
      ...chance,
      meanShare: beliefs[place]?.mean ?? Number.NaN,
    })),
  );
}

/** What is believed of a response share after the data. */
export function posteriorShape({ events, trials }: ArmCounts, prior: BetaShape): BetaShape {
  return { alpha: prior.alpha + events, beta: prior.beta + (trials - events) };
}

/** Why a prior cannot be used, or null when it can. */
export function priorProblem({ alpha, beta }: BetaShape): Problem | null {
  const usable = (shape: number): boolean => shape >= 0.1 && shape <= 1e9;
  return usable(alpha) && usable(beta) ? null : { code: 'invalid-prior', alpha, beta };
}

/** The first arm whose counts are impossible, or null. Empty arms are allowed. */
export function armsProblem(arms: readonly ArmCounts[]): Problem | null {
  for (const [place, arm] of arms.entries()) {
    const problem = countsProblem(String(place), arm);
    if (problem && problem.code !== 'no-trials') return problem;
  }
  return null;
}
