import { refuse, succeed, type Result } from '#core/result.ts';
import { countsProblem, type ArmCounts } from '../proportions/arm-counts.ts';
import {
  betaDensity,
  betaLowerTail,
  betaUpperTail,
  type BetaShape,
} from '../distributions/beta-distribution.ts';
import { integratePieces } from '../numerics/gauss-legendre.ts';

/** What is believed of one arm after the data: the chance that it is best, and what choosing it costs on average. */
export interface ArmBelief {
  readonly bestShare: number;
  /** The response share given up on average if this arm is chosen and another is better, in shares. */
  readonly expectedLoss: number;
  readonly meanShare: number;
}

/**
 * How likely each arm is the best one, and what a wrong choice would cost.
 * `arms`: two or more, whole counts; an arm without trials is allowed: nothing is known of it. Before the data every
 * response share is taken as equally likely.
 * Refuses `too-few-arms` and `invalid-counts`.
 * Source: Stucchio (2015), VWO white paper; the integrals are done numerically, without simulation.
 * Example: 100 of 1000 against 120 of 1000 gives the second a chance of 0.9231834389725.
 */
export function beliefsAboutArms(arms: readonly ArmCounts[]): Result<ArmBelief[]> {
  if (arms.length < 2) return refuse({ code: 'too-few-arms', arms: arms.length });
  for (const [place, arm] of arms.entries()) {
    const problem = countsProblem(String(place), arm);
    if (problem && problem.code !== 'no-trials') return refuse(problem);
  }
  const shapes = arms.map(({ events, trials }) => ({
    alpha: events + 1,
    beta: trials - events + 1,
  }));
  const edges = integrationEdges(shapes);
  return succeed(
    shapes.map((shape, place) => {
      const others = shapes.filter((_, other) => other !== place);
      const mass = integratePieces((share) => betaDensity(share, shape), edges);
      const best = integratePieces(
        (share) =>
          betaDensity(share, shape) *
          others.reduce((product, other) => product * betaLowerTail(share, other), 1),
        edges,
      );
      return {
        // Dividing by the mass takes out the rounding of the density's constant.
        bestShare: best / mass,
        expectedLoss: integratePieces(
          (share) => betaLowerTail(share, shape) * someAbove(share, others),
          edges,
        ),
        meanShare: shape.alpha / (shape.alpha + shape.beta),
      };
    }),
  );
}

/** How likely at least one of the arms lies above a share. */
function someAbove(share: number, shapes: readonly BetaShape[]): number {
  const logNone = shapes.reduce((sum, shape) => sum + Math.log1p(-betaUpperTail(share, shape)), 0);
  return -Math.expm1(logNone);
}

/** Where to cut 0 to 1 so that every arm's peak is followed closely. */
function integrationEdges(shapes: readonly BetaShape[]): number[] {
  const cuts = shapes.flatMap(({ alpha, beta }) => {
    const total = alpha + beta;
    const mean = alpha / total;
    const deviation = Math.sqrt((mean * (1 - mean)) / (total + 1));
    return [-30, -12, -8, -5, -3, -1.5, 0, 1.5, 3, 5, 8, 12, 30].map(
      (step) => mean + step * deviation,
    );
  });
  const inside = cuts.filter((cut) => cut > 0 && cut < 1);
  return [0, ...inside.sort((left, right) => left - right), 1];
}
