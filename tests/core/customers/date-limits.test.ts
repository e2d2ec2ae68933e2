import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactDate, completedMonths } from '#core/customers/completed-months.ts';
import { dayBefore, latestDateBefore } from '#core/customers/date-limits.ts';

const day = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2030, 11, 31) })
  .map((time) => new Date(time).toISOString().slice(0, 10));

describe('limits of dates', () => {
  it('of months hold exactly where so many months are completed', () => {
    expect(latestDateBefore(20170326, 3)).toBe(20161226);
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 300 }), (date, asOf, months) => {
        const limit = latestDateBefore(compactDate(asOf), months);
        expect(compactDate(date) <= limit).toBe(completedMonths(date, asOf) >= months);
      }),
    );
  });

  it('of months take a fraction for the next whole month', () => {
    expect(latestDateBefore(20170131, 1.5)).toBe(latestDateBefore(20170131, 2));
  });

  it('of days are days of the calendar', () => {
    expect(dayBefore('2017-03-26', 30)).toBe('2017-02-24');
    expect(dayBefore('2016-03-01', 1)).toBe('2016-02-29');
    expect(dayBefore('2017-03-26', 0)).toBe('2017-03-26');
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 9000 }), (asOf, days) => {
        const before = dayBefore(asOf, days) ?? '';
        expect((Date.parse(asOf) - Date.parse(before)) / 86_400_000).toBe(days);
      }),
    );
  });

  it('have no day before the year 1, and none for what is no date', () => {
    expect(dayBefore('2017-03-26', 1e6)).toBeNull();
    expect(dayBefore('yesterday', 1)).toBeNull();
  });
});
