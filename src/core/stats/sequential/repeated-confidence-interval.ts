import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { Interval } from '../interval.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { groupSequentialBoundaries } from './group-sequential-boundaries.ts';
import { designProblem, type SequentialDesign } from './sequential-design.ts';

/** An estimate at a look of a sequential experiment; `look` counts from 1. */
export interface EstimateAtLook {
  readonly look: number;
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * Which effects are still possible at a look, however often one has looked and whatever one did then.
 * All looks' intervals together hold the true effect with a chance of 1 - alpha (two-sided design); of a one-sided design
 * each end alone holds with 1 - alpha.
 * `design`: as for the boundaries, with the looks made so far (spending rules) or all planned ones; `current`: estimate and
 * standard error, in the unit of the effect.
 * Refuses what `groupSequentialBoundaries` refuses, `invalid-look`, `invalid-effect` (not a number, or standard error not
 * above 0), and `look-cannot-stop` (so early that nothing can be excluded).
 * Source: Jennison & Turnbull (1989), JRSS B 51; R `rpact::getRepeatedConfidenceIntervals`.
 * Example: O'Brien-Fleming, one-sided 0.025, estimate 0.02 ± 0.01 at the first of three looks: -0.01471 to 0.05471.
 */
export function repeatedConfidenceInterval(
  design: SequentialDesign,
  current: EstimateAtLook,
): Result<Interval> {
  const { look, estimate, standardError } = current;
  const found = groupSequentialBoundaries(design);
  if (!found.ok) return found;
  const problem = lookProblem(design, current);
  if (problem) return refuse(problem);
  const criticalValue = found.value.looks[look - 1]?.criticalValue ?? null;
  if (criticalValue === null) return refuse({ code: 'look-cannot-stop', look });
  const reach = criticalValue * standardError;
  return succeed({ low: estimate - reach, high: estimate + reach });
}

/**
 * The smallest overall false-alarm chance at which this look would have stopped the experiment: a p-value that may be
 * looked at again and again.
 * `design`: as for the boundaries, its `alpha` does not matter; `current`: as for `repeatedConfidenceInterval`. Two-sided
 * for a two-sided design, else for a better treatment. Values below 1e-12 come back as 1e-12 and those above 0.49 per side
 * as that bound: there the p-value is at most, or at least, so much.
 * Refuses what `repeatedConfidenceInterval` refuses.
 * Source: Jennison & Turnbull (2000), 9.5 ("repeated P-values"); R `rpact::getRepeatedPValues`.
 * Example: O'Brien-Fleming, one-sided, z 2.4544323 at the second of three equal looks gives 0.025.
 */
export function repeatedPValue(design: SequentialDesign, current: EstimateAtLook): Result<number> {
  const problem = designProblem(design) ?? lookProblem(design, current);
  if (problem) return refuse(problem);
  const { sides = 2 } = design;
  const z = current.estimate / current.standardError;
  const reached = sides === 2 ? Math.abs(z) : z;
  const [least, most] = [Math.log(smallest), Math.log(mostPerSide * sides)];
  const excess = (logAlpha: number): number => {
    const at = groupSequentialBoundaries({ ...design, alpha: Math.exp(logAlpha) });
    const criticalValue = at.ok ? at.value.looks[current.look - 1]?.criticalValue : null;
    return reached - (criticalValue ?? Number.POSITIVE_INFINITY);
  };
  if (excess(most) <= 0) return succeed(mostPerSide * sides);
  if (excess(least) >= 0) return succeed(smallest);
  return succeed(Math.exp(bracketedRoot(excess, least, most)));
}

const smallest = 1.001e-12;
const mostPerSide = 0.49;

function lookProblem(
  { informationShares }: SequentialDesign,
  { look, estimate, standardError }: EstimateAtLook,
): Problem | null {
  if (!(Number.isInteger(look) && look >= 1 && look <= informationShares.length)) {
    return { code: 'invalid-look', look, looks: informationShares.length };
  }
  const possible = standardError > 0 && Number.isFinite(estimate / standardError);
  return possible && Number.isFinite(standardError)
    ? null
    : { code: 'invalid-effect', estimate, standardError };
}
