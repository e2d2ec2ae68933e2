import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { countsProblem, type ArmCounts } from '../proportions/arm-counts.ts';

/** How the response shares of cells are spread: a beta distribution with this mean, worth so many customers. */
export interface BetaPrior {
  readonly meanShare: number;
  /** How many customers' worth of data the prior counts for (alpha + beta of the beta distribution). */
  readonly priorSize: number;
}

/**
 * How the true response shares of cells are spread, by comparing the visible spread with what chance alone would give.
 * `cells`: two or more, whole counts; weights are the customers, so that large cells say more.
 * Refuses `too-few-cells`, `no-trials`, `invalid-counts`, `no-variation` (nobody, or everybody, responded),
 * `no-visible-difference` (the cells lie no further apart than chance would place them; with the pooled share) and
 * `too-much-spread` (more than response shares can have, which moments find for few or very unequal cells;
 * `betaPriorByLikelihood` answers then, unless in every cell all or none responded).
 * Source: Kleinman (1973), JASA 68, weights n; equal cells give the plain moments (μ(1 - μ) - s²) / (s² - μ(1 - μ)/n).
 * Example: 12, 18, 28, 1, 2, 4, 6, 9 and 14 of 100: mean 0.104444, worth 12.9934 customers.
 */
export function betaPriorByMoments(cells: readonly ArmCounts[]): Result<BetaPrior> {
  const problem = cellsProblem(cells);
  if (problem) return refuse(problem);
  const customers = cells.reduce((sum, { trials }) => sum + trials, 0);
  const events = cells.reduce((sum, cell) => sum + cell.events, 0);
  const meanShare = events / customers;
  const binomial = meanShare * (1 - meanShare);
  const spread = cells.reduce(
    (sum, cell) => sum + cell.trials * (cell.events / cell.trials - meanShare) ** 2,
    0,
  );
  // The expected spread is binomial · (between · (1 - rho) + within · rho), rho = 1 / (1 + prior size).
  const byChance = cells.length - 1;
  const atMost =
    customers - cells.reduce((sum, { trials }) => sum + trials * (trials / customers), 0);
  const excess = spread / binomial - byChance;
  if (!(excess > 1e-12 * byChance)) return refuse({ code: 'no-visible-difference', meanShare });
  const room = atMost - spread / binomial;
  if (!(room > 1e-12 * atMost)) return refuse({ code: 'too-much-spread', meanShare });
  return succeed({ meanShare, priorSize: room / excess });
}

/** Why cells have no beta-binomial spread at all, or null. */
export function cellsProblem(cells: readonly ArmCounts[]): Problem | null {
  if (cells.length < 2) return { code: 'too-few-cells', cells: cells.length };
  for (const [place, cell] of cells.entries()) {
    const problem = countsProblem(`cell ${place + 1}`, cell);
    if (problem) return problem;
  }
  const events = cells.reduce((sum, cell) => sum + cell.events, 0);
  const total = cells.reduce((sum, cell) => sum + cell.trials, 0);
  return events === 0 || events === total ? { code: 'no-variation', events, total } : null;
}
