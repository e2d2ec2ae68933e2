import type { Policy } from '#core/rollout/policy/find-policy.ts';
import type { PolicyAsked } from '#core/rollout/policy/policy-asked.ts';
import type { Result } from '#core/result.ts';

/** What the page can ask about who gets which carrot. Part of `Requests`. */
export interface RolloutRequests {
  /** The best carrots for every budget; in the worker, since many cells are judged for seconds. */
  'find-policy': { params: PolicyAsked; result: Result<Policy> };
}
