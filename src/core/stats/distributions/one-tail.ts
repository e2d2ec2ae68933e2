/**
 * One tail of a distribution as a number times a power of e, which does not underflow; the other is its complement.
 * Whoever makes one chooses the side that is not nearly 1.
 */
export interface OneTail {
  readonly side: 'lower' | 'upper';
  readonly logFactor: number;
  readonly fraction: number;
}

/** Everything lies above (lower tail 0) or everything below. */
export const nothingBelow: OneTail = { side: 'lower', logFactor: -Infinity, fraction: 1 };
export const nothingAbove: OneTail = { side: 'upper', logFactor: -Infinity, fraction: 1 };

/** The same seen from the other end of the distribution. */
export function otherWayRound(tail: OneTail): OneTail {
  return { ...tail, side: tail.side === 'lower' ? 'upper' : 'lower' };
}

/** How likely a value lies on a side. */
export function tailShare(tail: OneTail, side: 'lower' | 'upper'): number {
  const share = Math.exp(tail.logFactor) * tail.fraction;
  if (side !== tail.side) return 1 - share;
  // Near the smallest numbers the factor alone may vanish where the product does not.
  return tail.logFactor < -690 ? Math.exp(logOf(tail)) : share;
}

/** The logarithm of how likely a value lies on a side. */
export function logTailShare(tail: OneTail, side: 'lower' | 'upper'): number {
  if (side === tail.side) return logOf(tail);
  const other = tailShare(tail, tail.side);
  return other === 0 ? 0 : Math.log1p(-other);
}

function logOf({ logFactor, fraction }: OneTail): number {
  return logFactor + Math.log(fraction);
}

/** A shape whose powers and products are still numbers. */
export function isShape(shape: number): boolean {
  return shape >= 1e-100 && shape <= 1e100;
}
