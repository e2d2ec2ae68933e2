import type { Interval } from '../interval.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { peakLikelihood, type BinomialDesign, type LikelihoodPeak } from './binomial-likelihood.ts';

const mostDoublings = 60;

/**
 * The values of one coefficient that a likelihood-ratio test does not reject, all others fitted anew at each.
 * `place`: the column of the design; `z`: the normal quantile of the confidence. Null when an end is not found.
 */
export function profileInterval(
  design: BinomialDesign,
  peak: LikelihoodPeak,
  place: number,
  z: number,
  penalised: boolean,
): Interval | null {
  const estimate = peak.solution[place] ?? Number.NaN;
  const standardError = Math.sqrt(peak.covariance[place]?.[place] ?? Number.NaN);
  /** How much too far down a value lies; NaN where the likelihood cannot be climbed. */
  const depth = (distance: number): number => {
    const held = new Map([[place, estimate + distance]]);
    const here = peakLikelihood(design, { penalised, held, start: peak.solution });
    return here ? 2 * (peak.height - here.height) - z * z : Number.NaN;
  };
  const end = (side: 1 | -1): number | null => {
    let near = 0;
    let far = z * standardError;
    for (let doubling = 0; doubling < mostDoublings; doubling += 1) {
      const there = depth(side * far);
      if (Number.isNaN(there)) return null;
      if (there >= 0) return bracketedRoot((size) => depth(side * size), near, far) * side;
      near = far;
      far *= 1.5;
    }
    return null;
  };
  const [low, high] = [end(-1), end(1)];
  return low === null || high === null ? null : { low: estimate + low, high: estimate + high };
}
