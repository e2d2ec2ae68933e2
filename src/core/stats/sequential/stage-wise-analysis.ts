import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { corridorAt, sequentialLooksProblem } from './group-sequential-power.ts';
import { chanceAbove, continuePath, pathStart } from './score-path.ts';
import type { SequentialLooks } from './sequential-design.ts';

/** What was seen when the experiment stopped: `look` counts from 1; estimate and its standard error at that look. */
export interface StoppedExperiment {
  readonly look: number;
  readonly estimate: number;
  readonly standardError: number;
}

/** A reading that allows for the right to stop early. */
export interface StageWiseAnalysis {
  /** One-sided ("better") for a one-sided design, else two-sided. */
  readonly pValue: number;
  /** Too low and too high equally often; the plain estimate after an early stop is too far from 0. */
  readonly medianUnbiasedEstimate: number;
  readonly interval: Interval;
}

/**
 * What an experiment that was stopped at a look says: p-value, estimate and interval that allow for the looks before.
 * Results are ordered by when they stopped: an earlier stop for a better treatment is more extreme than any later one.
 * `plan`: the looks with their critical values (`groupSequentialBoundaries`); those after the stop do not matter.
 * `stopped`: the look (1 is the first), estimate and standard error there, in the unit of the effect. `confidenceShare`:
 * two-sided, equal tails, between 0 and 1.
 * Refuses what `groupSequentialPower` refuses of the looks, `invalid-look` (not one of the plan's), `invalid-effect` (not a
 * number, standard error not above 0, or further than 30 standard errors from 0), `still-running` (neither past a limit
 * nor the last look) and `invalid-confidence`.
 * Source: Tsiatis, Rosner & Mehta (1984), Biometrics 40; Jennison & Turnbull (2000), 8.4 and 8.5; R
 * `rpact::getFinalPValue`, `rpact::getFinalConfidenceInterval`.
 * Example: Pocock, one-sided 0.025, three looks, stopped at the second with z 2.5: p 0.0151043 instead of 0.0062097.
 */
export function stageWiseAnalysis(
  plan: SequentialLooks,
  stopped: StoppedExperiment,
  confidenceShare: number,
): Result<StageWiseAnalysis> {
  const problem =
    sequentialLooksProblem(plan) ??
    stopProblem(plan, stopped) ??
    confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const z = stopped.estimate / stopped.standardError;
  const upper = upperOrdering(plan, stopped.look, z, 0);
  const pValue =
    plan.sides === 1
      ? upper
      : Math.min(1, 2 * Math.min(upper, lowerOrdering(plan, stopped.look, z)));
  const informationShare = plan.looks[stopped.look - 1]?.informationShare ?? 0;
  // The drift is the effect in standard errors at full information.
  const unit = stopped.standardError * Math.sqrt(informationShare);
  const effectAt = (chance: number): number => unit * driftAt(plan, stopped.look, z, chance);
  return succeed({
    pValue,
    medianUnbiasedEstimate: effectAt(0.5),
    interval: {
      low: effectAt((1 - confidenceShare) / 2),
      high: effectAt((1 + confidenceShare) / 2),
    },
  });
}

/** How likely a result at least as good as z at this look is: stopped above earlier, or here and as high. */
function upperOrdering(plan: SequentialLooks, look: number, z: number, drift: number): number {
  let path = pathStart;
  let chance = 0;
  for (const [place, { informationShare: information }] of plan.looks.entries()) {
    if (place === look - 1) {
      return chance + chanceAbove(path, z * Math.sqrt(information), information, drift);
    }
    const corridor = corridorAt(plan, place);
    chance += chanceAbove(path, corridor.high, information, drift);
    const nextInformation = plan.looks[place + 1]?.informationShare ?? information;
    path = continuePath(path, corridor, { information, nextInformation, drift });
  }
  throw new RangeError(`No look ${look}`);
}

/** The same for results at least as bad, if there is no effect. */
function lowerOrdering(plan: SequentialLooks, look: number, z: number): number {
  return upperOrdering(plan, look, -z, 0);
}

/** The drift at which a result at least as good as this one has a given chance. */
function driftAt(plan: SequentialLooks, look: number, z: number, chance: number): number {
  const missing = (drift: number): number => upperOrdering(plan, look, z, drift) - chance;
  let [low, high] = [z - 1, z + 1];
  for (let width = 2; missing(low) > 0; width *= 2) low -= width;
  for (let width = 2; missing(high) < 0; width *= 2) high += width;
  return bracketedRoot(missing, low, high);
}

const furthest = 30;

function stopProblem(plan: SequentialLooks, stopped: StoppedExperiment): Problem | null {
  const { look, estimate, standardError } = stopped;
  const here = plan.looks[look - 1];
  if (!here) return { code: 'invalid-look', look, looks: plan.looks.length };
  const z = estimate / standardError;
  if (!(standardError > 0 && Math.abs(z) <= furthest)) {
    return { code: 'invalid-effect', estimate, standardError };
  }
  const reached = plan.sides === 2 ? Math.abs(z) : z;
  const crossed = here.criticalValue !== null && reached >= here.criticalValue;
  return crossed || look === plan.looks.length ? null : { code: 'still-running', look, z };
}
