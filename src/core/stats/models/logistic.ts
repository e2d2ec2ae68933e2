import { refuse, succeed, type Result } from '#core/result.ts';
import { dot, independentColumns, weightedLeastSquares } from '../numerics/linear-algebra.ts';
import { binomialDeviance, shareAt } from './binomial-deviance.ts';

/** Customers who share all their features: how many responded, of how many. */
export interface BinomialGroup {
  readonly events: number;
  readonly trials: number;
  readonly features: readonly number[];
}

/** A fitted model. A coefficient is null where its column only repeats others; `rank` counts the rest. */
export interface LogisticFit {
  readonly intercept: number;
  readonly coefficients: readonly (number | null)[];
  readonly deviance: number;
  readonly rank: number;
  readonly iterations: number;
}

const mostIterations = 60;
/** At a finite fit no group is expected to have fewer responders (or others) than this. */
const fewestExpected = 1e-6;

/**
 * How the odds of a response depend on features (logistic regression on grouped counts, with an intercept).
 * `groups`: whole counts, the same number of features in each; groups without trials are ignored.
 * Refuses `no-trials`; `separated` when some combination of features responds never or always, so that a coefficient
 * runs to infinity (with the places of the `groups` concerned and the `deviance` reached); `not-converged` after 60
 * rounds. Throws RangeError for counts that cannot be.
 * Source: McCullagh & Nelder (1989), iteratively reweighted least squares; R `glm(family = binomial)`.
 * Example: 5 of 50 without and 15 of 50 with the one feature give intercept ln(5/45) and coefficient ln(27/7).
 */
export function fitLogistic(groups: readonly BinomialGroup[]): Result<LogisticFit> {
  for (const { events, trials } of groups) {
    if (!(events >= 0 && events <= trials)) throw new RangeError(`${events} of ${trials}`);
  }
  const filled = groups.filter(({ trials }) => trials > 0);
  if (filled.length === 0) return refuse({ code: 'no-trials', arm: 'all' });
  const columns = filled.map(({ features }) => [1, ...features]);
  const kept = independentColumns(columns);
  const rows = columns.map((row) => kept.map((place) => row[place] ?? 0));
  let logOdds = filled.map(({ events, trials }) =>
    Math.log((events + 0.5) / (trials - events + 0.5)),
  );
  const customers = filled.reduce((sum, { trials }) => sum + trials, 0);
  let deviance = Number.POSITIVE_INFINITY;
  for (let iteration = 1; iteration <= mostIterations; iteration += 1) {
    const solution = reweightedSolution(filled, rows, logOdds);
    if (!solution) break;
    logOdds = rows.map((row) => dot(row, solution));
    const reached = binomialDeviance(filled, logOdds);
    // Among millions of customers the last digits of a deviance never come to rest.
    const noise = 1e-12 * (reached + 0.1) + 1e-16 * customers;
    const settled = Math.abs(deviance - reached) <= noise;
    deviance = reached;
    if (!settled) continue;
    const separated = groups.flatMap((group, place) => {
      const found = filled.indexOf(group);
      return found >= 0 && isSeparated(group, logOdds[found] ?? 0) ? [place] : [];
    });
    if (separated.length > 0) return refuse({ code: 'separated', groups: separated, deviance });
    const [intercept = Number.NaN] = solution;
    const coefficients = (filled[0]?.features ?? []).map((_, place) => {
      const found = kept.indexOf(place + 1);
      return found < 0 ? null : (solution[found] ?? null);
    });
    return succeed({ intercept, coefficients, deviance, rank: kept.length, iterations: iteration });
  }
  return refuse({ code: 'not-converged', iterations: mostIterations, deviance });
}

/** One round: least squares on the linearised response. */
function reweightedSolution(
  groups: readonly BinomialGroup[],
  rows: readonly (readonly number[])[],
  logOdds: readonly number[],
): number[] | null {
  const weights = groups.map(({ trials }, place) => {
    const at = logOdds[place] ?? 0;
    return trials * shareAt(at) * shareAt(-at);
  });
  const targets = groups.map(({ events, trials }, place) => {
    const at = logOdds[place] ?? 0;
    return at + (events - trials * shareAt(at)) / (weights[place] ?? Number.NaN);
  });
  return weightedLeastSquares(rows, targets, weights);
}

function isSeparated({ trials }: BinomialGroup, logOdds: number): boolean {
  return trials * shareAt(-Math.abs(logOdds)) < fewestExpected;
}
