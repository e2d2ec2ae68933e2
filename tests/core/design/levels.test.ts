import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactDate, completedMonths } from '#core/customers/completed-months.ts';
import {
  categoryLevels,
  cutDates,
  levelOfDate,
  levelOfNumber,
  noLevel,
} from '#core/design/levels.ts';

describe('levels', () => {
  it('begin at their cut: 2999 is low, 3000 mid, 10000 high', () => {
    expect([2999, 3000, 9999, 10000].map((points) => levelOfNumber([3000, 10000], points))).toEqual(
      [0, 1, 1, 2],
    );
    expect(levelOfNumber([], 5)).toBe(0);
    expect(levelOfNumber([3000], NaN)).toBe(noLevel);
    expect(levelOfNumber([0], -5)).toBe(0);
  });

  it('of months and days leave the future out', () => {
    const months = cutDates('months-since', [3, 6], '2017-03-26');
    expect(months).toEqual([20161226, 20160926]);
    const dates = [20170327, 20170326, 20161227, 20161226, 20160926, NaN];
    expect(dates.map((date) => levelOfDate(months, date, 20170326))).toEqual([
      ...[noLevel, 0, 0],
      ...[1, 2, noLevel],
    ]);
    const days = cutDates('days-since', [30, 1e6], '2017-03-26');
    expect([20170225, 20170224, 10101].map((date) => levelOfDate(days, date, 20170326))).toEqual([
      ...[0, 1, 1],
    ]);
  });

  it('of months are those of the completed months', () => {
    const day = fc.date({
      min: new Date('1999-01-01'),
      max: new Date('2031-12-31'),
      noInvalidDate: true,
    });
    const cuts = fc.uniqueArray(fc.nat(400), { maxLength: 4 });
    fc.assert(
      fc.property(day, day, cuts, (from, until, unordered) => {
        const [date, asOf] = [from, until].map((each) => each.toISOString().slice(0, 10)) as [
          string,
          string,
        ];
        const ordered = unordered.toSorted((a, b) => a - b);
        const reached = cutDates('months-since', ordered, asOf);
        const months = completedMonths(date, asOf);
        expect(levelOfDate(reached, compactDate(date), compactDate(asOf))).toBe(
          months < 0 ? noLevel : levelOfNumber(ordered, months),
        );
      }),
    );
  });

  it('of categories are their groups, the first one that names a value', () => {
    const levelOf = categoryLevels([
      ['서울', '경기'],
      ['부산', '서울'],
    ]);
    expect(['서울', '부산', '제주', null].map(levelOf)).toEqual([0, 1, noLevel, noLevel]);
  });
});
