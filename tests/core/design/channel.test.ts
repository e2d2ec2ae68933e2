import { describe, expect, it } from 'vitest';
import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import { channelOf, equalValueGroups, liftOfArm } from '#core/design/channel.ts';
import { deckDesign } from './deck-design.ts';

const coupon = carrotArm('coupon', '쿠폰', 'tm', 5000, 5000);

describe('a channel', () => {
  it('is that of a carrot; the holdout has none, whatever it says', () => {
    expect(channelOf(deckDesign, coupon)?.kind).toBe('tm');
    expect(channelOf(deckDesign, { ...holdoutArm('h', 'H'), channel: 'tm' })).toBeNull();
    expect(channelOf(deckDesign, { ...coupon, channel: 'gone' })).toBeNull();
  });

  it('thins the lift to the share that it reaches', () => {
    const channels = deckDesign.channels.map((channel) => ({ ...channel, reachShare: 0.8 }));
    expect(liftOfArm({ ...deckDesign, channels }, coupon)).toBeCloseTo(0.04, 15);
    expect(liftOfArm(deckDesign, coupon)).toBe(0.05);
  });
});

describe('carrots of equal value', () => {
  it('are grouped by what they are worth to the customer, the holdout and the unknown aside', () => {
    const arms = [
      { ...holdoutArm('h', 'H'), valueToCustomer: 5000 },
      coupon,
      carrotArm('gift', '사은품', 'tm', 4800, 4800),
      carrotArm('point', '포인트', 'tm', 5000, 5000),
      carrotArm('call', '전화', 'tm', 0),
      carrotArm('letter', '편지', 'tm', 0),
    ];
    expect(equalValueGroups(arms)).toEqual([['coupon', 'point']]);
    expect(equalValueGroups([])).toEqual([]);
  });
});
