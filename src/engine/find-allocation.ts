import { refuse } from '#core/result.ts';
import type { RequestContext } from './engine.ts';
import type { Answer, Params } from './protocol.ts';

/** Milliseconds of work after which the worker listens whether it is to stop. */
const pieceMilliseconds = 60;

/** Searches round by round, see `searchAllocation`; between two rounds a cancellation is heard. Refuses also `cancelled`. */
export async function findAllocation(
  { design, population, goal, least }: Params<'find-allocation'>,
  { isCancelled }: RequestContext,
): Promise<Answer<'find-allocation'>> {
  // Loaded when it is first asked for.
  const { searchAllocation } = await import('#core/design/planning/search-allocation.ts');
  const search = searchAllocation(design, population, { goal, least });
  let paused = performance.now();
  for (let round = 1; ; round += 1) {
    const step = search.next();
    if (step.done) return step.value;
    if (round > 1 && performance.now() - paused < pieceMilliseconds) continue;
    // A message to the worker is a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    if (isCancelled()) return refuse({ code: 'cancelled' });
    paused = performance.now();
  }
}

/** See `designCostInterval`. */
export async function intervalOfCost(
  design: Params<'cost-interval'>['design'],
  counts: Params<'cost-interval'>['counts'],
): Promise<Answer<'cost-interval'>> {
  const { designCostInterval } = await import('#core/design/planning/cost-interval.ts');
  return designCostInterval(design, counts);
}
