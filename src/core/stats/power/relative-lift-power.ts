import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { normalQuantile, normalUpperTail } from '../distributions/normal-distribution.ts';

/**
 * A plan to be judged by the relative lift over its standard error (delta method), as experiment platforms do. The
 * spread is taken to be the same in both arms.
 */
export interface RelativeLiftPlan {
  /** The control's mean, above 0 (for a share: the share itself). */
  readonly mean: number;
  /** The spread of the outcome among customers (for a share p: root of p (1 - p)). */
  readonly standardDeviation: number;
  readonly sizeTreatment: number;
  readonly sizeControl: number;
  readonly alpha: number;
  /**
   * When given, the result may be looked at any time: the limit is that of an asymptotic confidence sequence tuned to
   * be narrowest at so many customers of both arms.
   */
  readonly tunedTo?: number;
}

/**
 * How likely a platform that judges relative lifts finds a true one.
 * `lift`: relative (0.05 is five per cent more), above -1, not 0; sizes: customers, above 0; two-sided, both tails count.
 * Refuses `invalid-mean`, `invalid-standard-deviation`, `invalid-alpha`, `invalid-size`, `invalid-tuning` and
 * `invalid-lift`.
 * Source: GrowthBook's power calculator (delta method, variance v / (m² n1) + v (1 + lift)² / (m² n0)); looked at any time:
 * Waudby-Smith et al. (2021), equation 9 with rho of equation 161.
 * Example: mean 10, variance 3910, 133333.33 per arm, lift 0.05, alpha 0.05 gives 0.52144; tuned to 5000, 0.20596.
 */
export function relativeLiftPower(
  plan: RelativeLiftPlan & { readonly lift: number },
): Result<number> {
  const problem = planProblem(plan) ?? liftProblem(plan.lift);
  return problem ? refuse(problem) : succeed(powerAt(plan, plan.lift));
}

/**
 * The smallest relative rise that such a platform finds with the wanted power.
 * `power`: between `alpha` and 1; the answer is relative, above 0.
 * Refuses what the power refuses, `invalid-power`, and `no-detectable-effect` when no rise at all is found so often: the
 * standard error of a relative lift grows with the lift itself.
 * Source: GrowthBook's power calculator (delta method), solved for the lift.
 * Example: mean 10, variance 3910, 133333.33 per arm, alpha 0.05, power 0.8 gives 0.07027; tuned to 5000, 0.12821.
 */
export function minimumDetectableRelativeLift(
  plan: RelativeLiftPlan & { readonly power: number },
): Result<number> {
  const { power, alpha } = plan;
  const problem = planProblem(plan);
  if (problem) return refuse(problem);
  if (!(power > alpha && power < 1)) return refuse({ code: 'invalid-power', power, alpha });
  const missing = (lift: number): number => powerAt(plan, lift) - power;
  const largestLift = 1e6;
  if (missing(largestLift) < 0) {
    const largestPower = missing(largestLift) + power;
    return refuse({ code: 'no-detectable-effect', largestLift, largestPower });
  }
  return succeed(bracketedRoot(missing, 0, largestLift));
}

function powerAt(plan: RelativeLiftPlan, lift: number): number {
  const { mean, standardDeviation, sizeTreatment, sizeControl } = plan;
  const variation = standardDeviation / mean;
  const standardError =
    variation * Math.sqrt(1 / sizeTreatment + ((1 + lift) * (1 + lift)) / sizeControl);
  const distance = Math.abs(lift) / standardError;
  // A limit widened for every look widens the platform's standard error, not the limit itself.
  const critical = -normalQuantile(plan.alpha / 2);
  const shown = (distance * critical) / limitOf(plan, critical);
  return normalUpperTail(critical - shown) + normalUpperTail(critical + shown);
}

/** How many standard errors a result must measure: for one look, or for any number of them. */
function limitOf(plan: RelativeLiftPlan, critical: number): number {
  const { alpha, tunedTo } = plan;
  if (tunedTo === undefined) return critical;
  const squared = (-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / tunedTo;
  const grown = (plan.sizeTreatment + plan.sizeControl) * squared;
  return Math.sqrt(((2 * (grown + 1)) / grown) * Math.log(Math.sqrt(grown + 1) / alpha));
}

function planProblem(plan: RelativeLiftPlan): Problem | null {
  const { mean, standardDeviation, sizeTreatment, sizeControl, alpha, tunedTo = 1 } = plan;
  if (!(mean >= 1e-100 && mean <= 1e100)) return { code: 'invalid-mean', mean };
  if (!(standardDeviation >= 1e-100 && standardDeviation <= 1e100)) {
    return { code: 'invalid-standard-deviation', standardDeviation };
  }
  if (!(alpha >= 1e-100 && alpha < 0.5)) return { code: 'invalid-alpha', alpha };
  if (!(tunedTo > 0 && tunedTo <= 1e15)) return { code: 'invalid-tuning', tunedTo };
  const possible = [sizeTreatment, sizeControl].every((size) => size >= 1e-3 && size <= 1e15);
  return possible ? null : { code: 'invalid-size', sizeTreatment, sizeControl };
}

function liftProblem(lift: number): Problem | null {
  return lift !== 0 && lift > -1 && lift <= 1e6 ? null : { code: 'invalid-lift', lift };
}
