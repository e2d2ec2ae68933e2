import type { CostInterval } from '#core/design/planning/cost-interval.ts';
import type { SearchedDesign } from '#core/design/planning/found-for.ts';
import type {
  AllocationWish,
  FoundPlan,
  SearchProblem,
} from '#core/design/planning/search-allocation.ts';
import type { Design } from '#core/design/design.ts';
import type { Result } from '#core/result.ts';

/** What the page can ask about sharing out a sample. Part of `Requests`. */
export interface AllocationRequests {
  /**
   * Searches for the allocation that answers the questions of a design; seconds of work. Cancelling is answered with the
   * problem 'cancelled'.
   */
  'find-allocation': {
    params: { design: SearchedDesign; population: readonly number[] } & AllocationWish;
    result: Result<FoundPlan, SearchProblem>;
  };
  /** Between which amounts the cost of a plan lies; in the worker, since every total may be counted out. */
  'cost-interval': {
    params: {
      design: Pick<Design, 'arms' | 'channels' | 'power'>;
      counts: readonly (readonly number[])[];
    };
    result: Result<CostInterval>;
  };
}
