import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactDate } from '#core/customers/completed-months.ts';
import { cutsInUnit, datesOfLevel, withUnit, type DateUnit } from '#core/design/convert-cuts.ts';
import type { LevelRange } from '#core/design/edit-cuts.ts';
import { cutDates, levelOfDate } from '#core/design/levels.ts';
import { isoDay } from '#core/import/civil-day.ts';
import { deckDesign } from './deck-design.ts';

const asOf = '2017-03-26';
const days = fc.integer({ min: 15_000, max: 20_000 }).map(isoDay);
const cutsOfMonths = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })
  .map((cuts) => cuts.toSorted((a, b) => a - b));
const level = (unit: DateUnit, cuts: readonly number[], date: string, day: string) =>
  levelOfDate(cutDates(unit, cuts, day), compactDate(date), compactDate(day));

describe('the time since a date in another unit', () => {
  it('is 90 and 181 days for 3 and 6 months, and back', () => {
    expect(cutsInUnit([3, 6], 'days-since', asOf)).toEqual([90, 181]);
    expect(cutsInUnit([90, 181], 'months-since', asOf)).toEqual([3, 6]);
    expect(cutsInUnit([5, 20, 40], 'months-since', asOf)).toEqual([1]);
    // A month ago on 31 March is the last day of February.
    expect(cutsInUnit([1], 'days-since', '2017-03-31')).toEqual([31]);
  });

  it('leaves every customer where he was when months become days', () => {
    fc.assert(
      fc.property(cutsOfMonths, days, days, (months, date, day) => {
        const inDays = cutsInUnit(months, 'days-since', day);
        expect(level('days-since', inDays, date, day)).toBe(level('months-since', months, date, day)); // prettier-ignore
        expect(cutsInUnit(inDays, 'months-since', day)).toEqual(months);
      }),
    );
  });

  it('keeps the names that somebody gave, and says the others anew', () => {
    const names = (unit: DateUnit) => (range: LevelRange) => [
      `${range.from ?? ''}–${range.below ?? ''} ${unit}`,
    ];
    const [dormancy] = deckDesign.attributes;
    if (!dormancy) throw new Error('The deck has dormancy.');
    const attribute = { ...dormancy, levelNames: ['단기', '3–6 months-since', '장기'] };
    const converted = withUnit(attribute, 'days-since', asOf, names);
    expect(converted.banding).toEqual({ kind: 'days-since', cuts: [90, 181] });
    expect(converted.levelNames).toEqual(['단기', '90–181 days-since', '장기']);
    expect(withUnit(attribute, 'months-since', asOf, names)).toBe(attribute);
    const few = { ...converted, banding: { kind: 'days-since' as const, cuts: [5, 20] } };
    expect(withUnit(few, 'months-since', asOf, names).levelNames).toEqual([
      '–1 months-since',
      '1– months-since',
    ]);
  });

  it('covers dates that touch without a gap, and holds each date’s level', () => {
    expect(datesOfLevel('months-since', [3, 6], 1, asOf)).toEqual({ from: '2016-09-27', to: '2016-12-26' }); // prettier-ignore
    expect(datesOfLevel('months-since', [3, 6], 0, asOf)).toEqual({ from: '2016-12-27', to: asOf });
    expect(datesOfLevel('months-since', [3, 6], 2, asOf)).toEqual({ from: null, to: '2016-09-26' });
    fc.assert(
      fc.property(cutsOfMonths, days, days, fc.boolean(), (months, date, day, inDays) => {
        fc.pre(date <= day);
        const unit = inDays ? 'days-since' : 'months-since';
        const cuts = inDays ? cutsInUnit(months, unit, day) : months;
        const { from, to } = datesOfLevel(unit, cuts, level(unit, cuts, date, day), day);
        expect((from === null || from <= date) && (to === null || date <= to)).toBe(true);
      }),
    );
  });
});
