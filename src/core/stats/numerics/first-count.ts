/**
 * The first count from 0 on for which something holds that stays true once it is: the search behind the quantiles of
 * counts. `most`: the last count, for which it is taken to hold; `guess`: where to start, `stride`: how far off the
 * guess may be. Doubling strides, then halving; about ten questions for a fair guess.
 * Example: `firstCount((count) => count * count >= 50, { most: 100, guess: 6, stride: 1 })` is 8.
 */
export function firstCount(
  holds: (count: number) => boolean,
  { most, guess, stride }: { most: number; guess: number; stride: number },
): number {
  let jump = Math.max(1, Math.floor(stride));
  const start = Math.min(most, Math.max(0, Math.floor(guess)));
  let [below, at] = [-1, most];
  if (holds(start)) {
    for (at = start; at - jump > below && holds(at - jump); jump *= 2) at -= jump;
    below = Math.max(below, at - jump);
  } else {
    for (below = start; below + jump < at && !holds(below + jump); jump *= 2) below += jump;
    at = Math.min(at, below + jump);
  }
  while (at - below > 1) {
    const middle = Math.floor((below + at) / 2);
    // Beyond 2^53 neighbouring counts are one number.
    if (middle === below || middle === at) break;
    if (holds(middle)) at = middle;
    else below = middle;
  }
  return at;
}
