import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { normalQuantile, normalUpperTail } from '../distributions/normal-distribution.ts';
import { constrainedControlShare } from '../proportions/proportion-constrained.ts';
import { risingRoot } from './rising-root.ts';

/**
 * What shall be shown of a treatment: `not-worse` (non-inferiority: at most the margin below the control, or above it
 * where lower is better) or `equivalent` (within the margin both ways, by two one-sided tests).
 */
export type MarginClaim = 'not-worse' | 'equivalent';

/** A plan to show that a response share is not worse than another, or the same, up to a margin. */
export interface ShareMarginPlan {
  /** The control's true share, strictly between 0 and 1. */
  readonly baselineShare: number;
  /** The true difference expected, in shares; 0 by default. */
  readonly lift?: number;
  /** Of the one-sided test, or of each of the two; usually 0.025 or 0.05. */
  readonly alpha: number;
  /** `not-worse` by default. */
  readonly claim?: MarginClaim;
  /** Whether a higher share is better (by default) or a lower one. */
  readonly better?: 'higher' | 'lower';
  /**
   * `score` (by default): the spread if the difference were exactly the margin (Farrington-Manning), that of the default
   * interval; `unpooled`: the spread that the true shares have.
   */
  readonly method?: 'score' | 'unpooled';
}

interface Sizes {
  readonly sizeTreatment: number;
  readonly sizeControl: number;
}

/**
 * How likely an experiment shows that a response share is not worse than the control's, or equivalent, up to a margin.
 * `margin`: in shares, above 0; sizes: customers, above 0.
 * Refuses `invalid-baseline`, `invalid-lift`, `invalid-alpha`, `invalid-margin` (not between 0 and 1) and
 * `invalid-size`.
 * Source: Farrington & Manning (1990), Statistics in Medicine 9; R `rpact::getPowerRates(thetaH0 = )`; two one-sided
 * tests: Schuirmann (1987).
 * Example: 22% against 20%, margin 5 points, lower is better, 500 per arm, alpha 0.025 gives 0.2129017 as `not-worse`.
 */
export function powerWithinMargin(
  plan: ShareMarginPlan & Sizes & { readonly margin: number },
): Result<number> {
  const problem = planProblem(plan) ?? marginProblem(plan) ?? sizesProblem(plan);
  return problem ? refuse(problem) : succeed(powerAt(plan, plan.margin, plan));
}

/**
 * How many customers each arm needs to show that with the wanted power.
 * `power`: strictly between 0 and 1; `ratio`: treated customers per control customer, 1 by default.
 * Refuses what the power refuses, `invalid-power`, `invalid-ratio`, `beyond-margin` when the true difference is not
 * inside the margin, and `effect-too-small` beyond a million million customers.
 * Source: Farrington & Manning (1990), Statistics in Medicine 9; R `rpact::getSampleSizeRates(thetaH0 = )`.
 * Example: 20% against a control of 22%, margin 5 points, ratio 2, alpha 0.025, power 0.8 gives 2246.861 controls and 4493.722
 * treated.
 */
export function sampleSizeWithinMargin(
  plan: ShareMarginPlan & {
    readonly margin: number;
    readonly power: number;
    readonly ratio?: number;
  },
): Result<{ readonly exactSizeControl: number; readonly exactSizeTreatment: number } & Sizes> {
  const { margin, power, ratio = 1 } = plan;
  const problem = planProblem(plan) ?? marginProblem(plan) ?? wantedProblem(power, ratio);
  if (problem) return refuse(problem);
  const sizes = (sizeControl: number): Sizes => ({
    sizeControl,
    sizeTreatment: sizeControl * ratio,
  });
  if (distances(plan, margin).some((distance) => distance <= 0)) {
    return refuse({ code: 'beyond-margin', lift: plan.lift ?? 0, margin });
  }
  const missing = (size: number): number => powerAt(plan, margin, sizes(size)) - power;
  const fewest = 1e-6;
  const exactSizeControl =
    missing(fewest) >= 0 ? fewest : risingRoot(missing, { from: 1, most: 1e12, lowest: fewest });
  if (exactSizeControl === null) {
    return refuse({ code: 'effect-too-small', lift: plan.lift ?? 0 });
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
 * Arguments as above; the answer is in shares.
 * Refuses what the others refuse, and `no-such-margin` when even the largest possible one would not be kept.
 * Source: Farrington & Manning (1990), Statistics in Medicine 9, solved for the margin.
 * Example: 20%, no true difference, 1000 per arm, alpha 0.025, power 0.9 gives 0.0580969 as `not-worse`.
 */
export function smallestMargin(
  plan: ShareMarginPlan & Sizes & { readonly power: number },
): Result<number> {
  const { power } = plan;
  const problem = planProblem(plan) ?? wantedProblem(power, 1) ?? sizesProblem(plan);
  if (problem) return refuse(problem);
  const missing = (margin: number): number => powerAt(plan, margin, plan) - power;
  const largest = 1 - 1e-9;
  if (missing(largest) < 0) return refuse({ code: 'no-such-margin', power });
  const smallest = 1e-12 * largest;
  if (missing(smallest) >= 0) return refuse({ code: 'invalid-power', power });
  return succeed(bracketedRoot(missing, smallest, largest));
}

/** How far inside each limit the truth lies: the lower one first. */
function limitsOf({ claim, better }: ShareMarginPlan, margin: number): number[] {
  if (claim === 'equivalent') return [-margin, margin];
  return [better === 'lower' ? margin : -margin];
}

function distances(plan: ShareMarginPlan, margin: number): number[] {
  return limitsOf(plan, margin).map((limit) => Math.sign(limit) * (limit - (plan.lift ?? 0)));
}

function powerAt(plan: ShareMarginPlan, margin: number, sizes: Sizes): number {
  const { baselineShare, lift = 0, alpha } = plan;
  const treatedShare = Math.min(1, Math.max(0, baselineShare + lift));
  const spread = spreadOf(treatedShare, baselineShare, sizes);
  const rooms = limitsOf(plan, margin).map((limit) => {
    const limitSpread = plan.method === 'unpooled' ? spread : constrainedSpread(plan, limit, sizes);
    return (Math.sign(limit) * (limit - lift) + normalQuantile(alpha) * limitSpread) / spread;
  });
  // From the nearer limit's own tail: a small power keeps its digits.
  const kept = normalUpperTail(-Math.min(...rooms));
  return rooms.length === 1 ? kept : Math.max(0, kept - normalUpperTail(Math.max(...rooms)));
}

function spreadOf(treatedShare: number, controlShare: number, sizes: Sizes): number {
  return Math.sqrt(
    (treatedShare * (1 - treatedShare)) / sizes.sizeTreatment +
      (controlShare * (1 - controlShare)) / sizes.sizeControl,
  );
}

/** The spread at the shares that are likeliest if the true difference were the limit. */
function constrainedSpread(
  { baselineShare, lift = 0 }: ShareMarginPlan,
  limit: number,
  sizes: Sizes,
): number {
  const expected = (share: number, trials: number) => ({ events: share * trials, trials });
  const control = constrainedControlShare(
    expected(Math.min(1, Math.max(0, baselineShare + lift)), sizes.sizeTreatment),
    expected(baselineShare, sizes.sizeControl),
    limit,
  );
  return spreadOf(Math.min(1, Math.max(0, control + limit)), control, sizes);
}

function planProblem(plan: ShareMarginPlan): Problem | null {
  const { baselineShare, lift = 0, alpha } = plan;
  if (!(baselineShare > 0 && baselineShare < 1)) return { code: 'invalid-baseline', baselineShare };
  const treatedShare = baselineShare + lift;
  if (!(treatedShare >= 0 && treatedShare <= 1))
    return { code: 'invalid-lift', lift, baselineShare };
  return alpha >= 1e-100 && alpha < 0.5 ? null : { code: 'invalid-alpha', alpha };
}

function marginProblem({ margin }: { readonly margin: number }): Problem | null {
  return margin > 0 && margin < 1 ? null : { code: 'invalid-margin', margin };
}

function sizesProblem({ sizeTreatment, sizeControl }: Sizes): Problem | null {
  const possible = [sizeTreatment, sizeControl].every((size) => size >= 1e-6 && size <= 1e15);
  return possible ? null : { code: 'invalid-size', sizeTreatment, sizeControl };
}

function wantedProblem(power: number, ratio: number): Problem | null {
  if (!(power > 0 && power < 1)) return { code: 'invalid-power', power };
  return ratio >= 1e-6 && ratio <= 1e6 ? null : { code: 'invalid-ratio', ratio };
}
