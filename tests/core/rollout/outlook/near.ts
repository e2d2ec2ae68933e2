import { expect } from 'vitest';
import type { Result } from '#core/result.ts';

/** Agrees to `tolerance` of the wanted value, or of `atLeast` where that is larger. */
export function near(found: number, wanted: number, tolerance: number, atLeast = 0): void {
  const allowed = tolerance * Math.max(Math.abs(wanted), atLeast);
  expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThanOrEqual(allowed);
}

export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}
