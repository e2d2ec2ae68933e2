import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { meanProblem, type ArmMean } from '../means/mean-interval.ts';
import { meanBelief } from './belief.ts';
import { bestChances } from './best-arm.ts';

/** What is believed of one arm's mean after the data, in the unit of the outcome. */
export interface MeanBelief {
  readonly bestShare: number;
  readonly expectedLoss: number;
  readonly mean: number;
}

/** What is believed of every arm's mean before the data: a normal distribution. */
export interface NormalPrior {
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * How likely each arm has the highest mean, and what a wrong choice would cost.
 * `arms`: two or more, as count (3 or more), mean and standard deviation, in any unit. Nothing is assumed known: each mean
 * has a Student t distribution around the one observed, with its standard error and count - 1 degrees of freedom.
 * Refuses `too-few-arms`, `too-few-values` (fewer than 3: the loss has no mean), `invalid-mean`, `no-variation` (an arm
 * without any spread) and `too-far-apart` (means more than a billion standard errors from each other).
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 3.2; the integrals are done numerically, without simulation.
 * Example: 50 with mean 10 and deviation 4 against 50 with 11 and 5 gives the second a chance of 0.8615106.
 */
export function beliefsAboutMeans(arms: readonly ArmMean[]): Result<MeanBelief[]> {
  const problem = armMeansProblem(arms, 3);
  if (problem) return refuse(problem);
  return judged(
    arms.map(({ count, mean, standardDeviation }) => {
      const standardError = standardDeviation / Math.sqrt(count);
      return { mean, standardError, degreesOfFreedom: count - 1 };
    }),
  );
}

/**
 * How likely each arm has the highest mean when a normal prior is believed, as of past campaigns.
 * `arms`: two or more, as count (2 or more), mean and standard deviation, whose standard error is taken as known (for
 * large samples); `prior`: mean and standard deviation (above 0) of what the arms' means are believed to be.
 * Refuses `too-few-arms`, `too-few-values`, `invalid-mean`, `no-variation`, `invalid-prior` and
 * `too-far-apart`.
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 2.5, normal-normal; the integrals are done numerically.
 * Example: with a prior of 10 and deviation 1, 50 of mean 10, deviation 4 against 50 of 11 and 5 give 0.8101896 for the second.
 */
export function beliefsAboutMeansWithPrior(
  arms: readonly ArmMean[],
  prior: NormalPrior,
): Result<MeanBelief[]> {
  const problem = armMeansProblem(arms, 2) ?? normalPriorProblem(prior);
  if (problem) return refuse(problem);
  return judged(
    arms.map(({ count, mean, standardDeviation }) => {
      const error = standardDeviation / Math.sqrt(count);
      // The share of the data: 1 where the prior says nothing, 0 where it says all.
      const trust = 1 / (1 + (error / prior.standardDeviation) ** 2);
      const believed = prior.mean + trust * (mean - prior.mean);
      const standardError = error * Math.sqrt(trust);
      return { mean: believed, standardError, degreesOfFreedom: null };
    }),
  );
}

interface Posterior {
  readonly mean: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number | null;
}

/** So many standard errors apart, the amounts have no digits left for the spread of the narrowest arm. */
const furthestApart = 1e9;

function judged(posteriors: readonly Posterior[]): Result<MeanBelief[]> {
  // Everything is set against the first mean: an amount far from 0 would cost the digits of the differences.
  const origin = posteriors[0]?.mean ?? 0;
  const gap = Math.max(...posteriors.map(({ mean }) => Math.abs(mean - origin)));
  const narrowest = Math.min(...posteriors.map(({ standardError }) => standardError));
  if (!(gap <= furthestApart * narrowest)) return refuse({ code: 'too-far-apart', gap, narrowest });
  const beliefs = posteriors.map(({ mean, standardError, degreesOfFreedom }) =>
    meanBelief(mean - origin, standardError, degreesOfFreedom),
  );
  return succeed(
    bestChances(beliefs).map((chance, place) => {
      return { ...chance, mean: posteriors[place]?.mean ?? Number.NaN };
    }),
  );
}

function normalPriorProblem({ mean, standardDeviation }: NormalPrior): Problem | null {
  const usable =
    Math.abs(mean) <= 1e100 && standardDeviation >= 1e-100 && standardDeviation <= 1e100;
  return usable ? null : { code: 'invalid-prior', mean, standardDeviation };
}

function armMeansProblem(arms: readonly ArmMean[], fewest: number): Problem | null {
  if (arms.length < 2) return { code: 'too-few-arms', arms: arms.length };
  for (const [place, arm] of arms.entries()) {
    const problem = meanProblem(String(place), arm);
    if (problem) return problem;
    if (arm.count < fewest) return { code: 'too-few-values', arm: String(place), count: arm.count };
    if (!(arm.standardDeviation > 0)) return { code: 'no-variation', arm: String(place) };
  }
  return null;
}
