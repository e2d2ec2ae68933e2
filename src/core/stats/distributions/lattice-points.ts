/** Points that fill a cube evenly, in groups whose spread among each other tells the error. */
export interface LatticePoints {
  /** Group by group, point by point, coordinate by coordinate; each strictly between 0 and 1. */
  readonly groups: readonly Float64Array[];
  readonly pointsPerGroup: number;
  readonly dimensions: number;
}

/**
 * A fixed lattice, shifted by fixed amounts: always the same points, so that an answer can be repeated and varies
 * smoothly with what is asked. Source: Richtmyer's generators (roots of primes) with the baker's transformation, as in
 * Genz & Bretz (2009), 4.2; the shifts are multiples of the roots of later primes.
 */
export function latticePoints(
  dimensions: number,
  pointsPerGroup: number,
  groupCount: number,
): LatticePoints {
  const roots = primes(2 * dimensions).map(Math.sqrt);
  const groups = Array.from({ length: groupCount }, (_, group) => {
    const points = new Float64Array(pointsPerGroup * dimensions);
    for (let place = 0; place < points.length; place += 1) {
      const coordinate = place % dimensions;
      const index = (place - coordinate) / dimensions + 1;
      const shift = (group + 1) * (roots[dimensions + coordinate] ?? 0);
      const moved = index * (roots[coordinate] ?? 0) + shift;
      const folded = Math.abs(2 * (moved - Math.floor(moved)) - 1);
      points[place] = Math.min(1 - 2 ** -53, Math.max(2 ** -53, folded));
    }
    return points;
  });
  return { groups, pointsPerGroup, dimensions };
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}
