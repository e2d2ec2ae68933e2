import type { Run } from '#core/design/factorial/factor-space.ts';

/**
 * Whether two plans are one up to the order of their runs, the order of their factors and the names of levels: every
 * factor of the first is sent to one of the second, level by level, as long as the runs so far agree as often.
 */
export function isSamePlan(
  first: readonly Run[],
  second: readonly Run[],
  levelCounts: readonly [readonly number[], readonly number[]],
): boolean {
  const [ours, theirs] = levelCounts;
  if (first.length !== second.length || ours.length !== theirs.length) return false;
  const place = (
    firstKeys: readonly string[],
    secondKeys: readonly string[],
    used: Set<number>,
  ): boolean => {
    const factor = used.size;
    if (factor === ours.length) return true;
    const levels = ours[factor] ?? 0;
    const wanted = firstKeys.map((key, run) => `${key}${first[run]?.[factor]}`);
    const counted = tally(wanted);
    return theirs.some(
      (others, column) =>
        others === levels &&
        !used.has(column) &&
        permutations(levels).some((names) => {
          const keys = secondKeys.map((key, run) => `${key}${names[second[run]?.[column] ?? 0]}`);
          return tally(keys) === counted && place(wanted, keys, new Set([...used, column]));
        }),
    );
  };
  const empty = first.map(() => '');
  return place(empty, empty, new Set());
}

function tally(keys: readonly string[]): string {
  return keys.toSorted().join();
}

function permutations(size: number): number[][] {
  if (size === 0) return [[]];
  return permutations(size - 1).flatMap((rest) =>
    Array.from({ length: size }, (_, place) => rest.toSpliced(place, 0, size - 1)),
  );
}

/** Runs written as words of level numbers. */
export function runsOf(words: string, firstLevel = 0): number[][] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => Array.from(word, (digit) => Number(digit) - firstLevel));
}
