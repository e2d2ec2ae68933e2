/**
 * Where a rising concave function crosses zero, by Newton steps: from the first one on they come from the left and
 * never pass the root, so no bracket is needed, and a step back means that only rounding is left.
 * Source: Newton's method on a concave function (Press et al. 2007, 9.4).
 * Example: with `(x) => ({ value: Math.log(x), slope: 1 / x })` from 0.1 it is 1.
 */
export function concaveRoot(
  at: (x: number) => { readonly value: number; readonly slope: number },
  start: number,
): number {
  let x = start;
  for (let count = 0; count < mostSteps; count += 1) {
    const { value, slope } = at(x);
    const step = -value / slope;
    if (Number.isNaN(value)) return Number.NaN;
    // The function jumps between neighbouring numbers: nothing lies nearer.
    if (!Number.isFinite(step)) break;
    x += step;
    if (Math.abs(step) <= 1e-10 || (step < 0 && count > 0)) break;
  }
  return x;
}

const mostSteps = 200;
