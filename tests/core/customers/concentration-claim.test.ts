import { describe, expect, it } from 'vitest';
import { compareWithClaim } from '#core/customers/concentration-claim.ts';

describe('the claim that 10–20% of customers hold 60–80% of sales', () => {
  it('fits the bundled sample, where the top 20% hold 63.4%', () => {
    expect(compareWithClaim(0.42, 0.634)).toBe('fits');
  });

  it('is too high for a market in which all spend nearly the same', () => {
    expect(compareWithClaim(0.11, 0.22)).toBe('flatter');
  });

  it('is too low where the top 10% alone hold more than 80%', () => {
    expect(compareWithClaim(0.81, 0.9)).toBe('steeper');
  });

  it('includes its own limits', () => {
    expect([compareWithClaim(0.3, 0.6), compareWithClaim(0.8, 0.95)]).toEqual(['fits', 'fits']);
  });
});
