import { describe, expect, it } from 'vitest';
import { isTooFewToJudge } from '#core/results/event-floor.ts';

describe('the floor of responses', () => {
  it('lies at ten over the carrot and its control', () => {
    expect(isTooFewToJudge(4, 5)).toBe(true);
    expect(isTooFewToJudge(4, 6)).toBe(false);
    expect(isTooFewToJudge(0, 0)).toBe(true);
    expect(isTooFewToJudge(0, 10)).toBe(false);
  });
});
