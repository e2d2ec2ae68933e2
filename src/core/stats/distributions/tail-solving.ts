import { bracketedRoot } from '../numerics/bracketed-root.ts';

/** Both tails of a distribution as a function of something that is solved for. */
export type TailAt = (side: 'lower' | 'upper', at: number) => number;

/**
 * How far, in logarithms and with the sign of "too large", a value lies beyond the quantile of `share`: by whichever
 * tail is smaller, so that no digits are lost.
 */
export function quantileExcess(share: number, tailAt: TailAt): (value: number) => number {
  return share < 0.5
    ? (value) => Math.log(tailAt('lower', value) / share)
    : (value) => Math.log((1 - share) / tailAt('upper', value));
}

/**
 * The value above 0 below which a share of a population lies. `share`: strictly between 0 and 1; `typical`: a value of
 * about the right size. NaN where the tails are NaN or the answer is beyond the numbers, 0 where it is too small for one.
 */
export function positiveQuantile(share: number, typical: number, tailAt: TailAt): number {
  const excess = quantileExcess(share, tailAt);
  const mostDigits = 700;
  const root = risingRoot((logarithm) => excess(Math.exp(logarithm)), {
    start: Math.log(typical),
    step: 0.1,
    lowest: -mostDigits,
    highest: mostDigits,
  });
  return root === -mostDigits ? 0 : Math.exp(root);
}

/**
 * The noncentrality at which the upper tail, which grows with it, is `power`; NaN where none from 0 to `largest` does.
 * `power`: strictly between 0 and 1.
 */
export function noncentralityForPower(power: number, largest: number, tailAt: TailAt): number {
  if (!(power > 0 && power < 1)) return Number.NaN;
  const excess = powerExcess(power, tailAt);
  if (!(excess(0) <= 0)) return Number.NaN;
  return risingRoot(excess, { start: 0, step: 1, lowest: 0, highest: largest });
}

/** As `quantileExcess`, for a power: the upper tail wanted, and what it depends on. */
export function powerExcess(power: number, tailAt: TailAt): (at: number) => number {
  return power < 0.5
    ? (at) => Math.log(tailAt('upper', at) / power)
    : (at) => Math.log((1 - power) / tailAt('lower', at));
}

interface Search {
  readonly start: number;
  readonly step: number;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Where a rising function crosses 0, looked for from `start` in steps that double. NaN where it is NaN or stays below 0
 * up to `highest`; `lowest` where it stays above 0 down to there.
 */
export function risingRoot(value: (x: number) => number, search: Search): number {
  let near = search.start;
  const first = value(near);
  if (Number.isNaN(first)) return Number.NaN;
  if (first === 0) return near;
  const direction = first < 0 ? 1 : -1;
  for (let step = search.step; ; step *= 2) {
    const far = Math.min(search.highest, Math.max(search.lowest, near + direction * step));
    const there = value(far);
    if (direction * there >= 0) {
      return bracketedRoot(value, Math.min(near, far), Math.max(near, far));
    }
    if (Number.isNaN(there) || far === search.highest) return Number.NaN;
    if (far === search.lowest) return far;
    near = far;
  }
}
