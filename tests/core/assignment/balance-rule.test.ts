import { describe, expect, it } from 'vitest';
import { balanceRuleName, balanceRuleProblem, seedOfTry } from '#core/assignment/balance-rule.ts';

describe('a rule of balance', () => {
  it.each([
    [{ limit: 0, mostTries: 5 }, 'invalid-balance-limit'],
    [{ limit: -0.1, mostTries: 5 }, 'invalid-balance-limit'],
    [{ limit: NaN, mostTries: 5 }, 'invalid-balance-limit'],
    [{ limit: Infinity, mostTries: 5 }, 'invalid-balance-limit'],
    [{ limit: 0.1, mostTries: 0 }, 'invalid-balance-tries'],
    [{ limit: 0.1, mostTries: 2.5 }, 'invalid-balance-tries'],
    [{ limit: 0.1, mostTries: 1001 }, 'invalid-balance-tries'],
  ])('%j is refused as %s', (rule, code) => {
    expect(balanceRuleProblem(rule)?.code).toBe(code);
  });

  it('numbers the seeds from the second on, and has a name of its own', () => {
    expect(balanceRuleProblem({ limit: 0.1, mostTries: 1000 })).toBeNull();
    expect([1, 2, 3].map((turn) => seedOfTry('봄', turn))).toEqual(['봄', '봄#2', '봄#3']);
    expect(balanceRuleName({ limit: 0.1, mostTries: 100 })).toBe('first-balanced-1 0.1 100');
  });
});
