import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { gammaDensity } from '../distributions/gamma-distribution.ts';
import { noncentralStudentUpperTail } from '../distributions/noncentral-student-distribution.ts';
import { normalUpperTail } from '../distributions/normal-distribution.ts';
import { studentQuantile } from '../distributions/student-distribution.ts';
import { integratePieces } from '../numerics/gauss-legendre.ts';
import type { MarginClaim } from './margin-shares.ts';
import { risingRoot } from './rising-root.ts';

/** A plan to show that a mean is not worse than another, or the same, up to a margin in the unit of the outcome. */
export interface MeanMarginPlan {
  readonly standardDeviation: number;
  /** The true difference expected; 0 by default. */
  readonly difference?: number;
  /** Of the one-sided test, or of each of the two; usually 0.025 or 0.05. */
  readonly alpha: number;
  /** `not-worse` by default. */
  readonly claim?: MarginClaim;
  /** Whether a higher mean is better (by default) or a lower one. */
  readonly better?: 'higher' | 'lower';
}

interface Sizes {
  readonly sizeTreatment: number;
  readonly sizeControl: number;
}

/**
 * How likely an experiment shows that a mean is not worse than the control's, or equivalent, up to a margin.
 * `margin`: above 0; sizes: customers, together above 2.
 * Refuses `invalid-standard-deviation`, `invalid-difference`, `invalid-alpha`, `invalid-margin` and `invalid-size`.
 * Source: R `rpact::getPowerMeans(thetaH0 = )` (noncentral t); for equivalence Phillips (1990), the exact power of two
 * one-sided tests.
 * Example: no difference, spread 2, margin 0.5, 400 per arm, alpha 0.025 gives 0.9419449 as `not-worse`.
 */
export function powerOfMeansWithinMargin(
  plan: MeanMarginPlan & Sizes & { readonly margin: number },
): Result<number> {
  const problem = planProblem(plan) ?? marginProblem(plan.margin) ?? sizesProblem(plan);
  return problem ? refuse(problem) : succeed(powerAt(plan, plan.margin, plan));
}

/**
 * How many customers each arm needs to show that with the wanted power.
 * `power`: strictly between 0 and 1; `ratio`: treated customers per control customer, 1 by default.
 * Refuses what the power refuses, `invalid-power`, `invalid-ratio`, `beyond-margin` when the true difference is not
 * inside the margin, and `effect-too-small` beyond a billion customers.
 * Source: R `rpact::getSampleSizeMeans(thetaH0 = )`; for equivalence Phillips (1990).
 * Example: true difference -0.1, spread 2, margin 0.5, alpha 0.025, power 0.8 gives 393.4067 per arm.
 */
export function sampleSizeOfMeansWithinMargin(
  plan: MeanMarginPlan & {
    readonly margin: number;
    readonly power: number;
    readonly ratio?: number;
  },
): Result<{ readonly exactSizeControl: number; readonly exactSizeTreatment: number } & Sizes> {
  const { margin, power, ratio = 1 } = plan;
  const problem = planProblem(plan) ?? marginProblem(margin) ?? wantedProblem(power, ratio);
  if (problem) return refuse(problem);
  if (roomsOf(plan, margin).some((room) => room <= 0)) {
    return refuse({ code: 'beyond-margin', difference: plan.difference ?? 0, margin });
  }
  const sizes = (sizeControl: number): Sizes => ({
    sizeControl,
    sizeTreatment: sizeControl * ratio,
  });
  const missing = (size: number): number => powerAt(plan, margin, sizes(size)) - power;
  const fewest = 4 / (1 + ratio);
  const exactSizeControl = risingRoot(missing, { from: fewest, most: 1e9 });
  if (exactSizeControl === null) {
    return refuse({ code: 'effect-too-small', difference: plan.difference ?? 0 });
  }
  const exactSizeTreatment = exactSizeControl * ratio;
  return succeed({
    exactSizeControl,
    exactSizeTreatment,
    sizeControl: Math.ceil(exactSizeControl),
    sizeTreatment: Math.ceil(exactSizeTreatment),
  });
}

/**
 * The smallest margin that an experiment of given sizes can keep with the wanted power.
 * Arguments as above; the answer is in the unit of the outcome.
 * Refuses what the others refuse, and `no-such-margin` beyond a million million standard deviations.
 * Source: R `rpact::getPowerMeans(thetaH0 = )`; for equivalence Phillips (1990), solved for the margin.
 * Example: no difference, spread 2, 400 per arm, alpha 0.025, power 0.9 gives 0.4589722 as `not-worse`.
 */
export function smallestMarginOfMeans(
  plan: MeanMarginPlan & Sizes & { readonly power: number },
): Result<number> {
  const { power, standardDeviation, difference = 0 } = plan;
  const problem = planProblem(plan) ?? wantedProblem(power, 1) ?? sizesProblem(plan);
  if (problem) return refuse(problem);
  const standardised = {
    ...plan,
    standardDeviation: 1,
    difference: difference / standardDeviation,
  };
  const missing = (margin: number): number => powerAt(standardised, margin, plan) - power;
  if (missing(1e-12) >= 0) return refuse({ code: 'invalid-power', power });
  const found = risingRoot(missing, { from: 1, most: 1e12, lowest: 1e-12 });
  return found === null
    ? refuse({ code: 'no-such-margin', power })
    : succeed(found * standardDeviation);
}

/** How far inside each limit the truth lies, in the unit of the outcome. */
function roomsOf({ difference = 0, claim, better }: MeanMarginPlan, margin: number): number[] {
  if (claim === 'equivalent') return [margin + difference, margin - difference];
  return [better === 'lower' ? margin - difference : margin + difference];
}

function powerAt(plan: MeanMarginPlan, margin: number, sizes: Sizes): number {
  const degreesOfFreedom = Math.min(1e12, sizes.sizeTreatment + sizes.sizeControl - 2);
  const standardError =
    plan.standardDeviation * Math.sqrt(1 / sizes.sizeTreatment + 1 / sizes.sizeControl);
  const critical = -studentQuantile(plan.alpha, degreesOfFreedom);
  const rooms = roomsOf(plan, margin).map((room) =>
    Math.min(1e9, Math.max(-1e9, room / standardError)),
  );
  const [room = Number.NaN, otherRoom] = rooms;
  if (otherRoom === undefined) {
    return noncentralStudentUpperTail(critical, degreesOfFreedom, room);
  }
  // With a spread estimated so much too large, the observed difference must lie between the two limits.
  const between = (spread: number): number => {
    const missed =
      normalUpperTail(room - critical * spread) + normalUpperTail(otherRoom - critical * spread);
    return Math.max(0, 1 - missed);
  };
  return meanUpTo((room + otherRoom) / 2 / critical, between, degreesOfFreedom);
}

/** The mean of a chance over the estimated spread (in units of the true one), where it is 0 from `end` on. */
function meanUpTo(
  end: number,
  chance: (spread: number) => number,
  degreesOfFreedom: number,
): number {
  if (!(end > 0)) return 0;
  const half = degreesOfFreedom / 2;
  const width = 1 / Math.sqrt(2 * degreesOfFreedom);
  const edges: number[] = [];
  for (let step = -12; step <= 12; step += 1) {
    edges.push(Math.min(end, Math.max(0, 1 + step * width)));
  }
  const density = (spread: number): number =>
    gammaDensity(half * spread * spread, half) * degreesOfFreedom * spread;
  return integratePieces((spread) => density(spread) * chance(spread), edges);
}

function planProblem(plan: MeanMarginPlan): Problem | null {
  const { standardDeviation, difference = 0, alpha } = plan;
  if (!(standardDeviation > 0 && Number.isFinite(standardDeviation))) {
    return { code: 'invalid-standard-deviation', standardDeviation };
  }
  if (!Number.isFinite(difference)) return { code: 'invalid-difference', difference };
  return alpha >= 1e-100 && alpha < 0.5 ? null : { code: 'invalid-alpha', alpha };
}

function marginProblem(margin: number): Problem | null {
  return margin > 0 && Number.isFinite(margin) ? null : { code: 'invalid-margin', margin };
}

function sizesProblem({ sizeTreatment, sizeControl }: Sizes): Problem | null {
  const total = sizeTreatment + sizeControl;
  const possible = Math.min(sizeTreatment, sizeControl) >= 1e-6 && total > 2.001 && total <= 1e15;
  return possible ? null : { code: 'invalid-size', sizeTreatment, sizeControl };
}

function wantedProblem(power: number, ratio: number): Problem | null {
  if (!(power > 0 && power < 1)) return { code: 'invalid-power', power };
  return ratio >= 1e-6 && ratio <= 1e6 ? null : { code: 'invalid-ratio', ratio };
}
