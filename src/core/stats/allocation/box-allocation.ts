/** One part of a whole: how much it gains from more (`importance`), and between which limits it may lie. */
export interface BoxPart {
  readonly importance: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How to divide a total among parts so that the sum of importance² / part is smallest (RNABOX).
 * `parts`: importance above 0, 0 <= low <= high; `total`: between the sums of the lows and of the highs, which the caller
 * has checked. Each round gives the free parts shares in proportion to their importance, caps those beyond their highest
 * value until none is, then fixes those below their lowest value for good and starts again without them.
 * Wesołowski, Wieczorkowski & Wójciak (2024), Survey Methodology 50.
 */
export function boxAllocation(parts: readonly BoxPart[], total: number): number[] {
  const answer = parts.map(({ low }) => low);
  let open = parts.map((_, place) => place);
  let rest = total;
  while (open.length > 0) {
    const { shares, free } = cappedShares(parts, open, rest);
    const tooLow = free.filter((place) => (shares.get(place) ?? 0) < (parts[place]?.low ?? 0));
    if (tooLow.length === 0) {
      for (const [place, share] of shares) answer[place] = share;
      break;
    }
    for (const place of tooLow) rest -= parts[place]?.low ?? 0;
    const fixed = new Set(tooLow);
    open = open.filter((place) => !fixed.has(place));
  }
  return answer;
}

/** The same with upper limits only: in proportion to importance, capped again and again (Neyman's recursion). */
function cappedShares(
  parts: readonly BoxPart[],
  open: readonly number[],
  total: number,
): { readonly shares: Map<number, number>; readonly free: readonly number[] } {
  const shares = new Map<number, number>();
  let free = open;
  let rest = total;
  for (;;) {
    const importance = free.reduce((sum, place) => sum + (parts[place]?.importance ?? 0), 0);
    const shareOf = (place: number): number =>
      (Math.max(0, rest) * (parts[place]?.importance ?? 0)) / importance;
    const tooHigh = free.filter((place) => shareOf(place) > (parts[place]?.high ?? 0));
    if (tooHigh.length === 0) {
      for (const place of free) shares.set(place, shareOf(place));
      return { shares, free };
    }
    const capped = new Set(tooHigh);
    for (const place of tooHigh) {
      const high = parts[place]?.high ?? 0;
      shares.set(place, high);
      rest -= high;
    }
    free = free.filter((place) => !capped.has(place));
  }
}
