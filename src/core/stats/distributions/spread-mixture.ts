import { poissonWeight } from './poisson-weight.ts';

/**
 * The mean of a chance that depends on an estimated spread: what turns a statement about normal values into one about
 * Student t values. `chance` is asked at spread = estimated / true standard deviation, distributed as the root of
 * chi-square / degrees of freedom, and must lie between 0 and 1; `degreesOfFreedom`: 0.01 or more (fewer give NaN), Infinity for a known
 * spread; `sharpness`: how many standard errors the chance can be steep in (the largest shift), 0 by default.
 * A small mean keeps its digits. Method: the trapezoid rule over the logarithm of the spread, which gains digits faster
 * than any fixed order for such integrands (Trefethen & Weideman 2014); the step fits the narrower of the two scales.
 */
export function meanOverSpread(
  chance: (spread: number) => number,
  degreesOfFreedom: number,
  sharpness = 0,
): number {
  if (!(degreesOfFreedom >= fewestDegrees)) return Number.NaN;
  if (!(degreesOfFreedom < largestFinite)) return chance(1);
  const half = degreesOfFreedom / 2;
  const step = 0.4 / Math.sqrt(degreesOfFreedom + 16 + 1.5 * sharpness * sharpness);
  const densityAt = (place: number): number => Math.exp(-half * beyondLinear(2 * place));
  let sum = chance(1);
  // The chance is at most 1, so the density alone tells when nothing more can come.
  const add = (direction: 1 | -1): void => {
    for (let index = 1; ; index += 1) {
      const place = direction * index * step;
      const density = densityAt(place);
      if (density <= 1e-18 * sum * Math.min(1, step * degreesOfFreedom) || density === 0) return;
      sum += density * chance(Math.exp(place));
    }
  };
  add(-1);
  add(1);
  return Math.min(1, degreesOfFreedom * poissonWeight(half, half) * step * sum);
}

/** With fewer the spread has hardly a scale, and the sum grows without end. */
const fewestDegrees = 0.01;
/** Beyond this many degrees of freedom the spread is known to the last digit. */
const largestFinite = 1e16;

/** e^x - 1 - x without the cancellation near 0. */
function beyondLinear(x: number): number {
  if (Math.abs(x) > 0.5) return Math.expm1(x) - x;
  let term = (x * x) / 2;
  let sum = term;
  for (let power = 3; Math.abs(term) > 1e-17 * sum; power += 1) {
    term *= x / power;
    sum += term;
  }
  return sum;
}
