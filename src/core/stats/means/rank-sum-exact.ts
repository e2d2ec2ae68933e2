import { customersOf, mergeCounts, type ValueCounts } from './value-counts.ts';

/** How likely a statistic at most, at least, and at least as far from its expected value as the observed one is. */
export interface ExactTails {
  readonly lower: number;
  readonly upper: number;
  readonly bothSides: number;
}

/** Additions of about a second. */
export const mostExactWork = 5e8;

/** How many additions the exact distribution takes. */
export function exactWork(treatment: ValueCounts, control: ValueCounts): number {
  const [treated, controls] = [customersOf(treatment), customersOf(control)];
  const total = treated + controls;
  return total * Math.min(treated, controls) ** 2 * total;
}

/**
 * The exact distribution of the rank sum, given the values that were seen, tied or not.
 * Works with doubled mid-ranks, which are whole numbers, and with the smaller arm: the other one's rank sum is the rest.
 * As in Streitberg & Röhmel (1986), Statistical Software Newsletter 12, the shift algorithm.
 */
export function exactRankSumTails(treatment: ValueCounts, control: ValueCounts): ExactTails {
  const swapped = customersOf(treatment) > customersOf(control);
  const [small, large] = swapped ? [control, treatment] : [treatment, control];
  const merged = mergeCounts([small, large]);
  const doubledRanks = doubledMidRanks(merged);
  const chosen = customersOf(small);
  const ways = waysPerSum(
    merged.flatMap(({ value, count }) =>
      new Array<number>(count).fill(doubledRanks.get(value) ?? 0),
    ),
    chosen,
  );
  const observed = small.reduce(
    (sum, { value, count }) => sum + count * (doubledRanks.get(value) ?? 0),
    0,
  );
  const expected = chosen * (customersOf(merged) + 1);
  const tails = tailsOf(ways, observed, expected);
  return swapped ? { ...tails, lower: tails.upper, upper: tails.lower } : tails;
}

/**
 * The place of a confidence limit among the ordered differences of two arms without ties: the smallest number of won
 * pairs that is reached with probability `tail` or more (1 when that is 0), and the probability to stay below it.
 */
export function untiedQuantile(
  treated: number,
  controls: number,
  tail: number,
): { readonly place: number; readonly share: number } {
  const chosen = Math.min(treated, controls);
  const ranks = Array.from({ length: treated + controls }, (_, place) => place + 1);
  const ways = waysPerSum(ranks, chosen);
  const all = ways.reduce((sum, count) => sum + count, 0);
  const leastSum = (chosen * (chosen + 1)) / 2;
  let below = 0;
  let place = 0;
  // A probability that equals the tail but for rounding has reached it.
  const enough = tail * (1 - 1e-14);
  for (;;) {
    const reached = below + (ways[leastSum + place] ?? 0) / all;
    if (reached >= enough && place >= 1) return { place, share: below };
    below = reached;
    place += 1;
  }
}

/** Twice the mean rank of every value. */
function doubledMidRanks(merged: ValueCounts): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  let below = 0;
  for (const { value, count } of merged) {
    ranks.set(value, 2 * below + count + 1);
    below += count;
  }
  return ranks;
}

/** How likely each sum is when `chosen` of the ranks are drawn; the place in the list is the sum. */
function waysPerSum(ranks: readonly number[], chosen: number): Float64Array {
  const largest = ranks.slice(ranks.length - chosen).reduce((sum, rank) => sum + rank, 0);
  const ways = Array.from({ length: chosen + 1 }, () => new Float64Array(largest + 1));
  const start = ways[0];
  if (start) start[0] = 1;
  let reached = 0;
  for (const [seen, rank] of ranks.entries()) {
    reached = Math.min(largest, reached + rank);
    for (let size = Math.min(chosen, seen + 1); size >= 1; size -= 1) {
      const [from, to] = [ways[size - 1], ways[size]];
      if (!from || !to) continue;
      for (let sum = rank; sum <= reached; sum += 1) {
        to[sum] = (to[sum] ?? 0) + (from[sum - rank] ?? 0);
      }
    }
  }
  return ways[chosen] ?? new Float64Array(0);
}

function tailsOf(ways: Float64Array, observed: number, expected: number): ExactTails {
  const distance = Math.abs(observed - expected);
  let [all, lower, upper, bothSides] = [0, 0, 0, 0];
  for (const [sum, count] of ways.entries()) {
    all += count;
    if (sum <= observed) lower += count;
    if (sum >= observed) upper += count;
    if (Math.abs(sum - expected) >= distance) bothSides += count;
  }
  return {
    lower: Math.min(1, lower / all),
    upper: Math.min(1, upper / all),
    bothSides: Math.min(1, bothSides / all),
  };
}
