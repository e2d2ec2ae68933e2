import { describe, expect, it } from 'vitest';
import {
  firstDay,
  nightSenders,
  responsesUntil,
  usualProcess,
  waveDays,
  windowOf,
} from '#core/rollout/process.ts';

describe('the schedule of a process sheet', () => {
  it('passes over weekends, and keeps the days between waves', () => {
    const weekly = { daysBetweenWaves: 7, workdaysOnly: true };
    expect(waveDays('2017-04-01', 3, weekly)).toEqual(['2017-04-03', '2017-04-10', '2017-04-17']);
    const daily = { daysBetweenWaves: 1, workdaysOnly: true };
    // 2017-03-30 is a Thursday.
    expect(waveDays('2017-03-30', 4, daily)).toEqual([
      '2017-03-30',
      '2017-03-31',
      '2017-04-03',
      '2017-04-04',
    ]);
    expect(waveDays('2017-04-01', 2, { ...daily, workdaysOnly: false })).toEqual([
      '2017-04-01',
      '2017-04-02',
    ]);
    expect(waveDays('2017-04-01', 0, daily)).toEqual([]);
  });

  it('begins when the experiment’s responses are in, until somebody says a day', () => {
    const brief = { endsOn: '2000-02-25', responseWindowDays: 14 };
    expect(firstDay({ startsOn: null }, brief)).toBe('2000-03-11');
    expect(firstDay({ startsOn: '2000-04-03' }, brief)).toBe('2000-04-03');
    expect(firstDay({ startsOn: null }, { ...brief, endsOn: null })).toBeNull();
    expect(firstDay({ startsOn: null }, { ...brief, responseWindowDays: null })).toBeNull();
  });

  it('counts responses as the sheet says, or as the experiment did', () => {
    expect(windowOf({ responseWindowDays: null }, { responseWindowDays: 14 })).toBe(14);
    expect(windowOf({ responseWindowDays: 7 }, { responseWindowDays: 14 })).toBe(7);
    expect(responsesUntil('2017-04-17', 14)).toBe('2017-05-01');
  });
});

describe('sending by night', () => {
  const channels = [
    { id: 'a', kind: 'sms' },
    { id: 'b', kind: 'e-mail' },
    { id: 'c', kind: 'dm' },
    { id: 'd', kind: 'tm' },
  ] as const;
  const between = (sendFrom: string, sendUntil: string, nightConsent = false) =>
    nightSenders({ ...usualProcess, sendFrom, sendUntil, nightConsent }, channels);

  it('is named for messages and calls between 21:00 and 08:00, not for e-mail and letters', () => {
    expect(between('08:00', '21:00')).toEqual([]);
    expect(between('08:00', '21:01')).toEqual(['a', 'd']);
    expect(between('07:59', '12:00')).toEqual(['a', 'd']);
    // Over midnight.
    expect(between('18:00', '09:00')).toEqual(['a', 'd']);
    expect(between('18:00', '22:00', true)).toEqual([]);
  });
});
