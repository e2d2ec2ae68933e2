import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Result } from '#core/result.ts';

/** Reads values another program computed; the script that made them lies beside the data. */
export function oracle<Data>(name: string): Data {
  const path = new URL(`../../oracles/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Data;
}

/** The value of a result that must not be a refusal. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** The code of a result that must be a refusal. */
export function refusalOf(result: Result<unknown>): string {
  if (result.ok) throw new Error(`Not refused: ${JSON.stringify(result.value)}`);
  return result.problem.code;
}

/** How far two numbers are apart, relative to the expected one (and to `scale`, where the expected one may be 0). */
export function relativeError(actual: number, expected: number, scale = 0): number {
  if (actual === expected) return 0;
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), scale);
}

/** Compares two numbers to a relative error, and says what was compared. */
export function expectClose(
  actual: number,
  expected: number,
  tolerance: number,
  about: unknown,
  scale = 0,
): void {
  const error = relativeError(actual, expected, scale);
  const message = `${actual} instead of ${expected} (error ${error}) at ${JSON.stringify(about)}`;
  expect(error <= tolerance, message).toBe(true);
}
