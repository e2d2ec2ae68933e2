import type { Policy } from '#core/rollout/policy/find-policy.ts';
import type { PolicyAsked } from '#core/rollout/policy/policy-asked.ts';
import type { Uplift } from '#core/rollout/uplift/find-uplift.ts';
import type { Result } from '#core/result.ts';
import type { ExperimentToRead } from './results-protocol.ts';

/** What the page can ask about who gets which carrot, and whom a carrot moves. Part of `Requests`. */
export interface RolloutRequests {
  /** The best carrots for every budget; in the worker, since many cells are judged for seconds. */
  'find-policy': { params: PolicyAsked; result: Result<Policy> };
  /**
   * Whom a carrot (`arm`, by its name in the data) moves, ranked by cells and by a model; in the worker, where the customers
   * are. `outcome`: what is gained. `seed`: of the folds and the bootstrap.
   */
  'find-uplift': {
    params: ExperimentToRead & {
      readonly arm: string;
      readonly outcome: 'response' | 'money';
      readonly seed: string;
    };
    result: Result<Uplift>;
  };
}
