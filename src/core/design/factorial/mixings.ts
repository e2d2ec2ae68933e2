import type { Confounding } from './confounding.ts';
import { freedomOf, type Effect } from './effect.ts';

/** An effect with what a plan mixes it with, so that the two cannot, or only in part, be told from each other. */
export interface Mixing {
  readonly effect: Effect;
  readonly fully: readonly Effect[];
  /** Strongest first; the correlation is between 0 and 1. */
  readonly partly: readonly { readonly effect: Effect; readonly correlation: number }[];
}

/**
 * The effects that are mixed, each with those after it (main effects stand before pairs), so that no pair of effects is
 * said twice; of factors with two levels a group that is wholly mixed is said once.
 * `found`: of `confoundings`; `levelCounts`: levels of each factor.
 * Example: 2^(3-1) says that [0] is mixed with [1, 2], [1] with [0, 2] and [2] with [0, 1].
 */
export function mixings(found: readonly Confounding[], levelCounts: readonly number[]): Mixing[] {
  const said = new Set<string>();
  const firsts = new Map(found.map(({ first }) => [first.join(), first]));
  return [...firsts.values()].toSorted(inOrder).flatMap((effect) => {
    const key = effect.join();
    // The same number by another name: what it is mixed with was said of the first of its group.
    if (said.has(key)) return [];
    const own = found.filter(({ first }) => first.join() === key);
    const fully = own.filter(({ correlation }) => correlation === 1).map(({ second }) => second);
    if (freedomOf(effect, levelCounts) === 1) {
      for (const second of fully) {
        if (freedomOf(second, levelCounts) === 1) said.add(second.join());
      }
    }
    const partly = own.filter(({ correlation }) => correlation < 1);
    return [
      {
        effect,
        fully: fully.toSorted(inOrder),
        partly: partly.map(({ second, correlation }) => ({ effect: second, correlation })),
      },
    ];
  });
}

function inOrder(one: Effect, other: Effect): number {
  return (
    one.length - other.length || (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0)
  );
}
