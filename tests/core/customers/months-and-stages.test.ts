import { describe, expect, it } from 'vitest';
import { classifyStage } from '#core/customers/classify-stage.ts';
import { compactDate, completedMonths, isoDate } from '#core/customers/completed-months.ts';
import { defaultStageRules } from '#core/customers/journey.ts';

describe('completed months', () => {
  it.each([
    ['2017-02-26', '2017-03-26', 1],
    ['2017-02-27', '2017-03-26', 0],
    ['2016-12-26', '2017-03-26', 3],
    ['2016-12-27', '2017-03-26', 2],
    ['2016-09-26', '2017-03-26', 6],
    ['2016-09-27', '2017-03-26', 5],
    ['2016-11-30', '2017-02-28', 2],
    ['2017-03-26', '2017-03-26', 0],
    ['2017-03-27', '2017-03-26', -1],
    ['2017-04-26', '2017-03-26', -1],
    ['2015-03-27', '2017-03-26', 23],
  ])('from %s to %s are %d', (from, asOf, months) => {
    expect(completedMonths(from, asOf)).toBe(months);
    expect(completedMonths(compactDate(from), compactDate(asOf))).toBe(months);
  });

  it('of a missing date are none', () => {
    expect(completedMonths(NaN, 20170326)).toBeNaN();
    expect(completedMonths('', '2017-03-26')).toBeNaN();
  });

  it('take dates that come back as the same text', () => {
    expect(isoDate(compactDate('0999-01-05'))).toBe('0999-01-05');
  });

  it('pass over the time of day', () => {
    expect(compactDate('2026-11-22 23:59:59')).toBe(20261122);
    expect(completedMonths('2026-10-22 23:59:59', '2026-11-22')).toBe(1);
  });
});

describe('the journey stage', () => {
  const stage = (orders: number | null, since: number | null, between: number | null = null) =>
    classifyStage(
      { orders, monthsSinceLastOrder: since, monthsBetweenLastTwoOrders: between },
      defaultStageRules,
    );

  it('is prospect without an order, new up to five, active beyond', () => {
    expect(stage(0, null)).toBe('prospect');
    expect(stage(1, 0)).toBe('new');
    expect(stage(5, 0, 1)).toBe('new');
    expect(stage(6, 0, 1)).toBe('active');
  });

  it('is inactive from the first completed month on, whatever came before', () => {
    expect(stage(1, 1)).toBe('inactive');
    expect(stage(50, 7, 9)).toBe('inactive');
  });

  it('is wake-up after a gap of six months, until the next order closes it', () => {
    expect(stage(2, 0, 6)).toBe('wake-up');
    expect(stage(2, 0, 5)).toBe('new');
    expect(stage(9, 0, 8)).toBe('wake-up');
  });

  it('has no new customers where orders are not known, and none at all after the as-of date', () => {
    expect(stage(null, 0)).toBe('active');
    expect(stage(null, null)).toBe('prospect');
    expect(stage(3, -1)).toBeNull();
    expect(stage(3, null)).toBeNull();
  });
});
