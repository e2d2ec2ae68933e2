const order = 16;

/** The points between -1 and 1, descending, and their weights. */
export const legendrePoints = legendreNodes(order);

/**
 * The integral of a smooth function over neighbouring pieces (Gauss-Legendre with 16 points in each).
 * `edges`: ascending ends of the pieces. The ends themselves are never evaluated.
 * Example: `integratePieces((x) => x * x, [0, 1])` is 1/3.
 */
export function integratePieces(value: (x: number) => number, edges: readonly number[]): number {
  let total = 0;
  for (const [place, low] of edges.entries()) {
    const high = edges[place + 1];
    if (high === undefined || high === low) continue;
    const half = (high - low) / 2;
    const middle = (high + low) / 2;
    for (const { at, weight } of legendrePoints) total += half * weight * value(middle + half * at);
  }
  return total;
}

/** The roots of the Legendre polynomial by Newton steps. Source: Davis & Rabinowitz (1984), 2.7. */
function legendreNodes(count: number): { at: number; weight: number }[] {
  return Array.from({ length: count }, (_, place) => {
    let at = Math.cos((Math.PI * (place + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 10; step += 1) {
      let [previous, current] = [1, at];
      for (let degree = 2; degree <= count; degree += 1) {
        const next = ((2 * degree - 1) * at * current - (degree - 1) * previous) / degree;
        [previous, current] = [current, next];
      }
      slope = (count * (at * current - previous)) / (at * at - 1);
      at -= current / slope;
    }
    return { at, weight: 2 / ((1 - at * at) * slope * slope) };
  });
}
