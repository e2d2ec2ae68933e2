import type { Problem } from '#core/result.ts';

/** The name and version of the search for a balanced draw, saved with every draw that was searched for. */
export const balanceSearchAlgorithm = 'first-balanced-1';

/** How even a draw must be to be kept; stated before anything is drawn. */
export interface BalanceRule {
  /** Largest standardised difference from the holdout that is accepted, in any control factor, level and arm: above 0. */
  readonly limit: number;
  /** Seeds that are tried at most, 1 to `mostBalanceTries`. */
  readonly mostTries: number;
}

/** The rule under which a draw was kept, with what anybody needs to find the same one. */
export interface BalanceSearch extends BalanceRule {
  readonly firstSeed: string;
  /** Seeds that were tried, the kept one included. */
  readonly tries: number;
  /** Of the kept draw. */
  readonly largestDifference: number;
}

export const mostBalanceTries = 1000;

export type BalanceRuleProblem =
  | (Problem<'invalid-balance-limit'> & { limit: number })
  | (Problem<'invalid-balance-tries'> & { tries: number; most: number });

/** Why a draw that was searched for was not made. `nearest`: the most even of the tried ones. */
export type BalanceSearchProblem =
  | BalanceRuleProblem
  | (Problem<'balance-not-met'> & {
      limit: number;
      tries: number;
      nearest: number;
      nearestSeed: string;
    })
  /** No control factor can be compared. */
  | Problem<'balance-not-comparable'>
  | Problem<'cancelled'>;

/**
 * Why a rule cannot be followed, or null. Codes: `invalid-balance-limit` (not above 0), `invalid-balance-tries` (no whole
 * number of 1 to 1,000). Example: a limit of 0 gives `invalid-balance-limit`.
 */
export function balanceRuleProblem({ limit, mostTries }: BalanceRule): BalanceRuleProblem | null {
  if (!(limit > 0 && Number.isFinite(limit))) return { code: 'invalid-balance-limit', limit };
  const whole = Number.isInteger(mostTries) && mostTries >= 1 && mostTries <= mostBalanceTries;
  return whole ? null : { code: 'invalid-balance-tries', tries: mostTries, most: mostBalanceTries };
}

/**
 * The seed of a try: the first is the seed itself, the others are numbered from 2 on.
 * Example: `seedOfTry('spring', 3)` is `spring#3`.
 */
export function seedOfTry(seed: string, turn: number): string {
  return turn === 1 ? seed : `${seed}#${turn}`;
}

/**
 * How a frozen plan names the rule among its procedures: a list that is drawn under another rule is another plan.
 * Source: Morgan & Rubin (2012), Annals of Statistics 40, rerandomization with a criterion stated in advance.
 * Example: a limit of 0.1 and 100 tries give `first-balanced-1 0.1 100`.
 */
export function balanceRuleName({ limit, mostTries }: BalanceRule): string {
  return `${balanceSearchAlgorithm} ${limit} ${mostTries}`;
}
