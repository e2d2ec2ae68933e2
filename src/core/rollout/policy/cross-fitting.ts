import type { PolicyProblem } from './policy-problem.ts';

/** How a policy is judged by customers that it was not chosen from. */
export interface CrossFittingMethod {
  readonly name: string;
  /** Raise it when the same counts start to give other numbers. */
  readonly version: number;
  readonly folds: number;
  readonly seed: string;
}

/** The method with how often the experiment is cut anew. */
export interface CrossFitting extends CrossFittingMethod {
  readonly repeats: number;
}

export const usualMethod: CrossFittingMethod = {
  name: 'hypergeometric-folds',
  version: 1,
  folds: 5,
  seed: 'carrotlab',
};

/** More cells leave less to chance in how they are cut, and each limit on a channel costs time. */
export function crossFitting(
  method: CrossFittingMethod,
  { counts, capacities }: Pick<PolicyProblem, 'counts' | 'capacities'>,
): CrossFitting {
  const size = counts.cells * counts.arms * (capacities.length > 0 ? 5 : 1);
  return { ...method, repeats: size <= 400 ? 20 : size <= 4000 ? 4 : 1 };
}
