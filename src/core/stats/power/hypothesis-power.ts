import { refuse, succeed, type Result } from '#core/result.ts';
import { chiSquareUpperQuantile } from '../distributions/chi-square-distribution.ts';
import {
  noncentralChiSquareNoncentrality,
  noncentralChiSquareUpperTail,
} from '../distributions/noncentral-chi-square-distribution.ts';
import { dot, solveSymmetric, type Rows } from '../numerics/linear-algebra.ts';

/** One group of customers (a cell and an arm) in a question of several contrasts. */
export interface HypothesisGroup {
  /** The outcome's mean expected in it: a response share. */
  readonly mean: number;
  /** The outcome's variance among its customers: p (1 - p) for a share. */
  readonly variance: number;
  /** Its customers, above 0. */
  readonly size: number;
}

/** Several contrasts that are all 0 when nothing is going on, tested at once. */
export interface HypothesisPlan {
  /** Contrasts that do not repeat each other, with a weight per group. */
  readonly contrasts: Rows;
  readonly groups: readonly HypothesisGroup[];
  readonly alpha: number;
}

/** The chance that the joint test is significant, and what it rests on. */
export interface HypothesisPower {
  readonly power: number;
  readonly noncentrality: number;
  readonly degreesOfFreedom: number;
}

const certain = 1e9;

/**
 * How likely the joint test of several contrasts finds that they are not all 0: "the same everywhere?", "does the best
 * carrot depend on the customer?".
 * `contrasts`: one or more, independent; groups without weight in any contrast may be empty; `alpha`: 0 to 0.5.
 * Refuses `invalid-groups` (a group with weight that has no customers or no variance), `dependent-contrasts` and
 * `invalid-alpha`.
 * Source: Wald (1943), Transactions of the AMS 54: noncentral chi-square with noncentrality (Cθ)' (C V C')⁻¹ (Cθ); Cochran
 * (1977), 5.3, for the variances.
 * Example: effects of 5, 5 and 0 points in three levels of 400 per arm, baseline 5%, alpha 0.05: power 0.5921099.
 */
export function powerOfHypothesis(plan: HypothesisPlan): Result<HypothesisPower> {
  const { contrasts, alpha } = plan;
  const noncentrality = hypothesisNoncentrality(plan);
  if (!noncentrality.ok) return noncentrality;
  if (!(alpha >= 1e-100 && alpha < 0.5)) return refuse({ code: 'invalid-alpha', alpha });
  const degreesOfFreedom = contrasts.length;
  const critical = chiSquareUpperQuantile(alpha, degreesOfFreedom);
  const power =
    noncentrality.value > certain
      ? 1
      : noncentralChiSquareUpperTail(critical, degreesOfFreedom, noncentrality.value);
  return succeed({ power, noncentrality: noncentrality.value, degreesOfFreedom });
}

/**
 * The noncentrality that a joint test needs for the wanted power: what the planned one is divided into for the size.
 * `power`: between `alpha` and 1; `degreesOfFreedom`: the number of contrasts.
 * Refuses `invalid-alpha` and `invalid-power`.
 * Source: Wald (1943), Transactions of the AMS 54; R `pchisq(ncp = )`, solved for the noncentrality.
 * Example: two contrasts, alpha 0.05, power 0.8 need 9.634689.
 */
export function neededNoncentrality({
  degreesOfFreedom,
  alpha,
  power,
}: {
  readonly degreesOfFreedom: number;
  readonly alpha: number;
  readonly power: number;
}): Result<number> {
  if (!(alpha >= 1e-100 && alpha < 0.5)) return refuse({ code: 'invalid-alpha', alpha });
  if (!(power > alpha * (1 + 1e-9) && power < 1)) {
    return refuse({ code: 'invalid-power', power, alpha });
  }
  const critical = chiSquareUpperQuantile(alpha, degreesOfFreedom);
  return succeed(noncentralChiSquareNoncentrality(critical, degreesOfFreedom, power));
}

/** How far the expected means are from "all contrasts are 0", in units of what chance does. */
function hypothesisNoncentrality({ contrasts, groups }: HypothesisPlan): Result<number> {
  const used = groups.map((_, group) => contrasts.some((row) => (row[group] ?? 0) !== 0));
  const possible = groups.every(
    ({ mean, variance, size }, group) =>
      !used[group] || (Number.isFinite(mean) && variance > 0 && variance <= 1e100 && size > 0),
  );
  if (!possible || contrasts.length === 0) {
    return refuse({ code: 'invalid-groups', groups: groups.length });
  }
  const effects = contrasts.map((row) => contrastValue(row, groups));
  const solved = solveSymmetric(contrastCovariance(contrasts, groups), effects);
  if (!solved) return refuse({ code: 'dependent-contrasts', contrasts: contrasts.length });
  return succeed(Math.max(0, dot(effects, solved)));
}

/** The value of a contrast at the expected means. */
export function contrastValue(
  contrast: readonly number[],
  groups: readonly { readonly mean: number }[],
): number {
  return groups.reduce((sum, { mean }, group) => sum + (contrast[group] ?? 0) * mean, 0);
}

/** How contrasts vary together: the sum over groups of both weights · variance / size. */
export function contrastCovariance(
  contrasts: Rows,
  groups: readonly Pick<HypothesisGroup, 'variance' | 'size'>[],
): number[][] {
  return contrasts.map((left) =>
    contrasts.map((right) =>
      groups.reduce((sum, { variance, size }, group): number => {
        const weight = (left[group] ?? 0) * (right[group] ?? 0);
        return weight === 0 ? sum : sum + (weight * variance) / size;
      }, 0),
    ),
  );
}
