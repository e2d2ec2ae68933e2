import { stirlingError } from './stirling-error.ts';

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * The logarithm of the number of ways to choose `chosen` of `total`.
 * Both whole or not, 0 <= chosen <= total; anything else gives NaN.
 * Source: Stirling's formula with Loader's (2000) error terms, so that nothing large cancels; R: `lchoose`.
 * Example: `logChoose(5, 2)` is ln 10 = 2.302585092994046.
 */
export function logChoose(total: number, chosen: number): number {
  const others = total - chosen;
  if (!(chosen >= 0 && others >= 0)) return Number.NaN;
  if (chosen === 0 || others === 0) return 0;
  return (
    entropyPart(chosen, others) +
    entropyPart(others, chosen) +
    0.5 * Math.log(1 / chosen + 1 / others) -
    logRootTwoPi +
    stirlingError(total) -
    stirlingError(chosen) -
    stirlingError(others)
  );
}

/** count ln((count + others) / count) */
function entropyPart(count: number, others: number): number {
  return count * Math.log1p(others / count);
}
