import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { groupSequentialBoundaries } from './group-sequential-boundaries.ts';
import { chanceAbove, chanceBelow, continuePath, pathStart, type Corridor } from './score-path.ts';
import { looksProblem, type SequentialDesign, type SequentialLooks } from './sequential-design.ts';

/** How likely the experiment stops at a look, for a better treatment and for a worse one. */
export interface StoppingChance {
  readonly informationShare: number;
  readonly stopsAbove: number;
  readonly stopsBelow: number;
}

/** What a sequential plan does if the effect is so large. */
export interface SequentialPower {
  readonly looks: readonly StoppingChance[];
  /** The chance to stop for a better treatment at any look, and for a worse one. */
  readonly stopsAbove: number;
  readonly stopsBelow: number;
  /** The information used on average, as a share of the planned one. */
  readonly expectedInformationShare: number;
}

/**
 * How likely each look stops the experiment, and how much of the planned information it uses on average.
 * `plan`: looks with critical values, as `groupSequentialBoundaries` gives them; `drift`: the expected z at an information
 * share of 1 (the true effect / its standard error there), 0 for no effect.
 * Refuses what `groupSequentialBoundaries` refuses of the looks, `invalid-boundary` (a critical value that is not above 0)
 * and `invalid-drift` (beyond 1000 either way).
 * Source: Jennison & Turnbull (2000), 2.3 and 19.2; R `rpact::getPowerMeans`.
 * Example: O'Brien-Fleming, one-sided 0.025, three looks, drift 2.8258556 gives power 0.8, 0.0329 of it at the first look.
 */
export function groupSequentialPower(
  plan: SequentialLooks,
  drift: number,
): Result<SequentialPower> {
  const problem = sequentialLooksProblem(plan) ?? driftProblem(drift);
  if (problem) return refuse(problem);
  const looks: StoppingChance[] = [];
  let path = pathStart;
  let [stopsAbove, stopsBelow, expectedInformationShare] = [0, 0, 0];
  for (const [place, { informationShare: information }] of plan.looks.entries()) {
    const corridor = corridorAt(plan, place);
    const above = chanceAbove(path, corridor.high, information, drift);
    const below = chanceBelow(path, corridor.low, information, drift);
    looks.push({ informationShare: information, stopsAbove: above, stopsBelow: below });
    // The stretch since the look before is used by all that did not stop there.
    expectedInformationShare += (1 - stopsAbove - stopsBelow) * (information - path.information);
    stopsAbove += above;
    stopsBelow += below;
    const nextInformation = plan.looks[place + 1]?.informationShare ?? information;
    path = continuePath(path, corridor, { information, nextInformation, drift });
  }
  return succeed({ looks, stopsAbove, stopsBelow, expectedInformationShare });
}

/** Between which scores a look lets the experiment go on. */
export function corridorAt({ sides, looks }: SequentialLooks, place: number): Corridor {
  const { criticalValue = null, informationShare = 0 } = looks[place] ?? {};
  const high =
    criticalValue === null ? Number.POSITIVE_INFINITY : criticalValue * Math.sqrt(informationShare);
  return { low: sides === 2 ? -high : Number.NEGATIVE_INFINITY, high };
}

/** Why looks with critical values cannot be used, or null. */
export function sequentialLooksProblem({ looks }: SequentialLooks): Problem | null {
  for (const [place, { criticalValue }] of looks.entries()) {
    if (criticalValue !== null && !(criticalValue > 0)) {
      return { code: 'invalid-boundary', look: place + 1, criticalValue };
    }
  }
  return looksProblem(looks.map(({ informationShare }) => informationShare));
}

const largestDrift = 1000;

function driftProblem(drift: number): Problem | null {
  return Math.abs(drift) <= largestDrift ? null : { code: 'invalid-drift', drift };
}

/** What looking early costs and saves; information (customers) relative to an experiment read once with the same power. */
export interface SequentialCost {
  /** The expected z at full information that the plan needs for its power. */
  readonly drift: number;
  /** How much larger the experiment must be planned. */
  readonly inflationFactor: number;
  /** The information used on average: if there is no effect, half the planned one, and the planned one. */
  readonly expectedUnderNoEffect: number;
  readonly expectedUnderHalfEffect: number;
  readonly expectedUnderEffect: number;
}

/**
 * How much larger an experiment must be planned for the right to stop early, and how much smaller it is on average.
 * `design`: as for the boundaries, its last look at 1; `power`: above alpha per side and below 1, the chance to stop for a
 * better treatment.
 * Refuses what `groupSequentialBoundaries` refuses, `invalid-information` when the last look is not at 1, and
 * `invalid-power`.
 * Source: Jennison & Turnbull (2000), 2.3; R `rpact::getDesignCharacteristics`.
 * Example: O'Brien-Fleming, one-sided 0.025, three looks, power 0.8: 1.0174 times as large, 0.8562 on average.
 */
export function sequentialInflation(
  design: SequentialDesign,
  power: number,
): Result<SequentialCost> {
  const found = groupSequentialBoundaries(design);
  if (!found.ok) return found;
  const plan = found.value;
  const informationShare = plan.looks.at(-1)?.informationShare ?? 0;
  if (informationShare !== 1) {
    return refuse({ code: 'invalid-information', look: plan.looks.length, informationShare });
  }
  const level = design.alpha / plan.sides;
  if (!(power > level && power < 1)) return refuse({ code: 'invalid-power', power, alpha: level });
  const fixedDrift = -normalQuantile(level) - normalQuantile(1 - power);
  const at = (drift: number): SequentialPower => {
    const answer = groupSequentialPower(plan, drift);
    if (!answer.ok) throw new RangeError(`A drift of ${drift} was refused`);
    return answer.value;
  };
  const missing = (drift: number): number => at(drift).stopsAbove - power;
  // The plan is at most as strong as one reading; a plan that spends nearly all early needs far more than its last look.
  let high = fixedDrift + 1;
  while (missing(high) < 0 && high < largestDrift) high = Math.min(2 * high, largestDrift);
  const drift = bracketedRoot(missing, fixedDrift - 1e-6, high);
  const fixedInformation = (fixedDrift / drift) ** 2;
  return succeed({
    drift,
    inflationFactor: 1 / fixedInformation,
    expectedUnderNoEffect: at(0).expectedInformationShare / fixedInformation,
    expectedUnderHalfEffect: at(drift / 2).expectedInformationShare / fixedInformation,
    expectedUnderEffect: at(drift).expectedInformationShare / fixedInformation,
  });
}
