import { refuse, succeed, type Result } from '#core/result.ts';
import { dot, rowProducts } from '../numerics/linear-algebra.ts';
import type { LinearFit } from './linear-fit.ts';

/**
 * What the standard errors allow for. `classical`: the same spread everywhere; `hc0` to `hc3`: a spread of its own for
 * every customer, in the usual small-sample forms; `cluster`: customers of a cluster resemble each other (CR1).
 */
export type ErrorKind = 'classical' | 'hc0' | 'hc1' | 'hc2' | 'hc3' | 'cluster';

/** The coefficients' covariance, and the degrees of freedom of a t test that uses it. */
export interface ErrorCovariance {
  readonly covariance: readonly (readonly number[])[];
  readonly degreesOfFreedom: number;
}

/** A customer who alone determines a coefficient: nothing is left to tell the spread from. */
const fullLeverage = 1 - 1e-9;

/**
 * The covariance of a linear fit's coefficients.
 * Refuses `full-leverage` (hc2 and hc3, with the place of the group), `no-clusters` (a group names none) and
 * `too-few-clusters` (fewer than two).
 * After White (1980), MacKinnon & White (1985), Cameron & Miller (2015) for clusters; R `sandwich::vcovHC`, `vcovCL`.
 */
export function errorCovariance(fit: LinearFit, kind: ErrorKind): Result<ErrorCovariance> {
  const spare = fit.count - fit.kept.length;
  if (kind === 'cluster') return clusterCovariance(fit);
  const variance = fit.squares.reduce((sum, value) => sum + value, 0) / spare;
  const factors: number[] = [];
  for (const [place, entries] of fit.entries.entries()) {
    const count = fit.groups[place]?.count ?? 0;
    const leverage = dot(entries, entries) / count;
    if ((kind === 'hc2' || kind === 'hc3') && leverage > fullLeverage) {
      return refuse({ code: 'full-leverage', place });
    }
    const own = (fit.squares[place] ?? 0) / count;
    const whole = { classical: variance, hc0: own, hc1: (own * fit.count) / spare };
    factors.push({ ...whole, hc2: own / (1 - leverage), hc3: own / (1 - leverage) ** 2 }[kind]);
  }
  const scaled = fit.entries.map((entries, place) => {
    return entries.map((value) => value * Math.sqrt(factors[place] ?? Number.NaN));
  });
  return succeed({ covariance: sandwich(fit, scaled), degreesOfFreedom: spare });
}

function clusterCovariance(fit: LinearFit): Result<ErrorCovariance> {
  const scores = new Map<string, number[]>();
  for (const [place, { cluster }] of fit.groups.entries()) {
    if (cluster === undefined) return refuse({ code: 'no-clusters', place });
    const known = scores.get(cluster) ?? fit.kept.map(() => 0);
    const distance = fit.distances[place] ?? 0;
    const entries = fit.entries[place] ?? [];
    scores.set(
      cluster,
      known.map((sum, direction) => sum + distance * (entries[direction] ?? 0)),
    );
  }
  const clusters = scores.size;
  if (clusters < 2) return refuse({ code: 'too-few-clusters', clusters });
  const few = (clusters / (clusters - 1)) * ((fit.count - 1) / (fit.count - fit.kept.length));
  const scaled = [...scores.values()].map((sums) => sums.map((sum) => sum * Math.sqrt(few)));
  return succeed({ covariance: sandwich(fit, scaled), degreesOfFreedom: clusters - 1 });
}

/** The spread of the scores (a row each, over the orthogonal directions) carried over to the coefficients. */
function sandwich(fit: LinearFit, scores: readonly (readonly number[])[]): number[][] {
  const carried = rowProducts(fit.spread, scores);
  return rowProducts(carried, carried);
}
