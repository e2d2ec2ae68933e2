import { describe, expect, it } from 'vitest';
import { contactDays, windowClosesOn } from '#core/design/brief.ts';

describe('the period of an experiment', () => {
  it.each([
    ['2000-01-31', '2000-02-25', 26], // the planning form of the method deck
    ['1999-05-10', '1999-06-10', 32], // and its past campaign
    ['2017-03-26', '2017-03-26', 1],
    ['2017-03-26', '2017-03-25', null],
    [null, '2017-03-25', null],
    ['2017-03-25', null, null],
  ])('from %s to %s has %s days of contact', (startsOn, endsOn, days) => {
    expect(contactDays({ startsOn, endsOn })).toBe(days);
  });

  it.each([
    ['2017-03-31', 14, '2017-04-14'],
    ['2016-02-28', 1, '2016-02-29'],
    ['2017-12-31', 1, '2018-01-01'],
    [null, 14, null],
    ['2017-03-31', 0, null],
    ['2017-03-31', 1.5, null],
    ['2017-03-31', null, null],
  ])('ends with the response window: %s and %s days close on %s', (endsOn, window, day) => {
    expect(windowClosesOn({ endsOn, responseWindowDays: window })).toBe(day);
  });
});
