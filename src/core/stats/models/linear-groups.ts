import { refuse, succeed, type Problem, type Result } from '#core/result.ts';

/** Customers who share all their features: how many, their mean, and its sample standard deviation (divisor count - 1). */
export interface OutcomeGroup {
  readonly count: number;
  readonly mean: number;
  /** Not asked for where the group has one customer. */
  readonly standardDeviation: number;
  readonly features: readonly number[];
  /** Who was drawn, mailed or served together; all customers of a group belong to one cluster. */
  readonly cluster?: string;
}

/** One customer, or several with the same outcome. */
export interface OutcomeRow {
  readonly outcome: number;
  readonly features: readonly number[];
  /** How many customers the row stands for, 1 by default. */
  readonly weight?: number;
  readonly cluster?: string;
}

/** Beyond this a square, or a sum of squares, is no longer a number. */
const largestAmount = 1e100;

/** Rows as groups: one customer, or several of exactly the same outcome, each. */
export function groupsOfRows(rows: readonly OutcomeRow[]): OutcomeGroup[] {
  return rows.map(({ outcome, weight = 1, ...rest }) => {
    return { ...rest, count: weight, mean: outcome, standardDeviation: 0 };
  });
}

/**
 * The groups that have customers.
 * Refuses `no-trials` when there are none, `invalid-mean` (a count that is not whole, an amount that is not finite or
 * beyond 1e100, a negative standard deviation) and `invalid-features`, with the place of the group.
 */
export function filledGroups(groups: readonly OutcomeGroup[]): Result<readonly OutcomeGroup[]> {
  const width = groups[0]?.features.length ?? 0;
  for (const [place, group] of groups.entries()) {
    const problem = groupProblem(group, place, width);
    if (problem) return refuse(problem);
  }
  const filled = groups.filter(({ count }) => count > 0);
  return filled.length === 0 ? refuse({ code: 'no-trials', arm: 'all' }) : succeed(filled);
}

function groupProblem(group: OutcomeGroup, place: number, width: number): Problem | null {
  const { count, mean, features } = group;
  const spread = spreadOf(group);
  const bounded = (value: number): boolean => Math.abs(value) <= largestAmount;
  const valid = Number.isSafeInteger(count) && count >= 0;
  if (!valid || (count > 0 && !(bounded(mean) && bounded(spread) && spread >= 0))) {
    return { code: 'invalid-mean', place, count, mean, standardDeviation: spread };
  }
  return features.length === width && features.every(bounded)
    ? null
    : { code: 'invalid-features', place };
}

/** The standard deviation inside a group: none where there is one customer. */
export function spreadOf({ count, standardDeviation }: OutcomeGroup): number {
  return count > 1 ? standardDeviation : 0;
}
