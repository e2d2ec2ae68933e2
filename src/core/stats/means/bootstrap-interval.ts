import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile, normalUpperTail } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';

/** An interval read from replicates of an estimate. */
export interface ReplicateInterval extends Interval {
  /** Whether an end is the smallest or largest replicate, or next to it: more replicates are needed. */
  readonly extreme: boolean;
}

/** A BCa interval with what moved it. */
export interface BcaInterval extends ReplicateInterval {
  /** By how many standard deviations the replicates lie off the estimate. */
  readonly biasCorrection: number;
  readonly acceleration: number;
}

/**
 * Between which values an estimate plausibly lies: the middle part of its bootstrap replicates.
 * `replicates`: the estimate of each resample, any order; `confidenceShare`: between 0 and 1. Between two replicates it is
 * interpolated on the scale of normal quantiles.
 * Refuses `too-few-replicates` (fewer than two), `invalid-replicates` (not finite) and `invalid-confidence`.
 * Source: Davison & Hinkley (1997), 5.3.1 and equation 5.8; R `boot::boot.ci(type = "perc")`.
 * Example: the replicates 1 to 99 at 0.9 give 5 to 95.
 */
export function percentileInterval(
  replicates: ArrayLike<number>,
  confidenceShare: number,
): Result<ReplicateInterval> {
  const sorted = sortedReplicates(replicates);
  if (!sorted.ok) return sorted;
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const tail = (1 - confidenceShare) / 2;
  return succeed(between(sorted.value, tail, 1 - tail));
}

/**
 * The same corrected for a bias of the replicates and for an error that grows with the estimate (BCa): for skewed spend.
 * `estimate`: from the data themselves; `acceleration`: from `jackknifeAcceleration`.
 * Refuses what `percentileInterval` refuses, `one-sided-replicates` (all of them, or none, lie below the estimate), and
 * `invalid-acceleration` (not finite, or so large that the correction turns back on itself).
 * Source: Efron (1987), Journal of the American Statistical Association 82; Davison & Hinkley (1997), 5.3.2; R
 * `boot::boot.ci(type = "bca")`.
 * Example: the replicates 1 to 99, estimate 52, acceleration 0.05, at 0.9 give 7.373503 to 96.958830.
 */
export function bcaInterval(
  replicates: ArrayLike<number>,
  estimate: number,
  acceleration: number,
  confidenceShare: number,
): Result<BcaInterval> {
  const sorted = sortedReplicates(replicates);
  if (!sorted.ok) return sorted;
  const problem = confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const below = sorted.value.filter((value) => value < estimate).length;
  if (below === 0 || below === sorted.value.length) {
    return refuse({ code: 'one-sided-replicates', below, replicates: sorted.value.length });
  }
  const biasCorrection = normalQuantile(below / sorted.value.length);
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const [lowZ, highZ] = [biasCorrection - z, biasCorrection + z];
  const usable =
    Number.isFinite(acceleration) && acceleration * lowZ < 1 && acceleration * highZ < 1;
  if (!usable) return refuse({ code: 'invalid-acceleration', acceleration });
  const share = (reach: number): number =>
    normalUpperTail(-(biasCorrection + reach / (1 - acceleration * reach)));
  return succeed({
    ...between(sorted.value, share(lowZ), share(highZ)),
    biasCorrection,
    acceleration,
  });
}

function sortedReplicates(replicates: ArrayLike<number>): Result<Float64Array> {
  const sorted = Float64Array.from(replicates).sort();
  if (!sorted.every(Number.isFinite)) return refuse({ code: 'invalid-replicates' });
  return sorted.length < 2
    ? refuse({ code: 'too-few-replicates', replicates: sorted.length })
    : succeed(sorted);
}

function between(sorted: Float64Array, lowShare: number, highShare: number): ReplicateInterval {
  const ranks = [lowShare, highShare].map((share) => share * (sorted.length + 1));
  return {
    low: replicateAt(sorted, lowShare),
    high: replicateAt(sorted, highShare),
    extreme: ranks.some((rank) => !(rank > 1 && rank < sorted.length)),
  };
}

/** The replicate below which a share of them lies. */
function replicateAt(sorted: Float64Array, share: number): number {
  const size = sorted.length + 1;
  const place = Math.floor(share * size);
  if (place <= 0) return sorted[0] ?? Number.NaN;
  const lower = sorted[place - 1];
  const upper = sorted[place];
  if (lower === undefined || upper === undefined) return sorted.at(-1) ?? Number.NaN;
  const from = normalQuantile(place / size);
  const to = normalQuantile((place + 1) / size);
  const part = (normalQuantile(share) - from) / (to - from);
  return lower + part * (upper - lower);
}
