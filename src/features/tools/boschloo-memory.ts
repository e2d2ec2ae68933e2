import { succeed, type Result } from '#core/result.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import { boschlooTest } from '#core/stats/proportions/boschloo.ts';

const remembered = new Map<string, Result<number>>();
/** Twelve arms make 66 pairs; a few edits of them are worth keeping. */
const mostRemembered = 400;

/**
 * The p-value of Boschloo's test, reckoned once for a pair of arms: it takes up to 20 ms, an edit of one arm among twelve
 * leaves most of the 66 pairs as they were, and two tables ask for the same ones.
 */
export function boschlooPValue(arm: ArmCounts, control: ArmCounts): Result<number> {
  const pair = [arm.events, arm.trials, control.events, control.trials].join(' ');
  const known = remembered.get(pair);
  if (known) return known;
  const test = boschlooTest(arm, control);
  const pValue = test.ok ? succeed(test.value.pValue) : test;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(pair, pValue);
  return pValue;
}
