import { integratePieces } from './gauss-legendre.ts';
import { logarithmGap } from './logarithm-gap.ts';

/** Two powers with large exponents and an exponential: (1 - fall v)^fallPower (1 + rise v)^risePower e^(-rest v). */
export interface TailIntegrand {
  readonly fall: number;
  readonly fallPower: number;
  readonly rise: number;
  readonly risePower: number;
  /** What the logarithm of the integrand falls by per v at v = 0. */
  readonly slope: number;
}

/** By e^-44 the rest of the integral is below the last digit of it. */
const deepest = 44;
const cuts = [0, 0.2, 0.5, 1];

/**
 * The integral from 0 on of an integrand that is 1 at 0 and falls away like a normal density or faster: what the tail
 * of a gamma or beta distribution with large shapes is, as a multiple of its density at the tail's edge.
 * The powers are taken as their tangent at 0 and the gap below it, so that nothing large cancels.
 * Source: quadrature as in Press et al. (2007), 6.4, with the range cut where nothing is left.
 */
export function tailIntegral({ fall, fallPower, rise, risePower, slope }: TailIntegrand): number {
  const curvature = fallPower * fall * fall + risePower * rise * rise;
  const reach = (2 * deepest) / (slope + Math.sqrt(slope * slope + 2 * deepest * curvature));
  // The gap of the rising power is smaller than its parabola.
  const widened = reach * (1 + (rise * reach) / 2);
  const end = fall > 0 ? Math.min(widened, 1 / fall) : widened;
  return integratePieces(
    (v) =>
      Math.exp(
        -slope * v -
          (fall > 0 ? fallPower * logarithmGap(-fall * v) : 0) -
          (rise > 0 ? risePower * logarithmGap(rise * v) : 0),
      ),
    cuts.map((cut) => cut * end),
  );
}
