const mostSteps = 64;

/**
 * Two points between which a rising function crosses zero, found outward from `start` in growing steps.
 * Throws RangeError when there is none within some 1e18 of the start: that is a mistake of the caller.
 */
export function outwardBracket(
  rising: (x: number) => number,
  start: number,
): [low: number, high: number] {
  let stride = 0.5;
  const outward: 1 | -1 = rising(start) > 0 ? -1 : 1;
  let near = start;
  for (let step = 0; step < mostSteps; step += 1) {
    const far = near + outward * stride;
    if (rising(far) * outward >= 0) return outward > 0 ? [near, far] : [far, near];
    near = far;
    stride *= 2;
  }
  throw new RangeError(`No crossing found outward from ${start}`);
}
