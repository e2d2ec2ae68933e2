import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { winBack } from '#core/rollout/win-back.ts';
import { parseWinBack, writeWinBack } from '#features/tools/win-back-address.ts';
import { hostileQuery, numbersIn } from './hostile-query.ts';

const deck =
  '?contacted=100&contactCost=3500&responded=30&followUpCost=500&retained=20&orderValue=30000&margin=0.3&orders=1&months=6';
const money = fc.double({ min: 0, max: 1e12, noNaN: true }).map((value) => value + 0);
const inputs = fc.record({
  contacted: fc.integer({ min: 1, max: 1e9 }),
  costPerContact: money,
  responded: fc.integer({ min: 0, max: 1e9 }),
  costPerFollowUp: money,
  retained: fc.integer({ min: 0, max: 1e9 }),
  orderValue: money,
  marginShare: fc.double({ min: 0, max: 1, noNaN: true }),
  ordersPerResponder: fc.integer({ min: 0, max: 1000 }),
  months: fc.integer({ min: 0, max: 1200 }),
});

describe('the address of the win-back calculator', () => {
  it('holds the whole funnel of the deck', () => {
    const { inputs: read, problems } = parseWinBack(deck);
    const result = winBack(read);
    if (!result.ok) throw new Error(result.problem.code);
    expect(problems).toEqual({});
    expect(result.value).toMatchObject({
      contactCost: 350_000,
      totalCost: 365_000,
      profit: 985_000,
    });
    expect(`?${writeWinBack(read)}`).toBe(deck);
  });

  it('comes back from its own writing', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        expect(parseWinBack(writeWinBack(given)).inputs).toEqual(given);
      }),
    );
  });

  it('uses the number of the deck for what is missing or bad, and says so', () => {
    const { inputs: read, problems } = parseWinBack(
      '?contacted=-5&contactCost=1e309&responded=2.5',
    );
    expect(read).toMatchObject({ contacted: 100, costPerContact: 3500, responded: 30 });
    expect(problems).toMatchObject({
      contacted: { code: 'too-small' },
      contactCost: { code: 'too-large' },
      responded: { code: 'not-whole' },
      retained: { code: 'missing' },
    });
  });

  it('turns every address, however hostile, into finite numbers', () => {
    const names = deck
      .slice(1)
      .split('&')
      .map((part) => part.split('=')[0] ?? '');
    fc.assert(
      fc.property(hostileQuery(names), (search) => {
        const { inputs: read } = parseWinBack(search);
        const result = winBack(read);
        const shown = result.ok ? [read, result] : [read];
        expect(numbersIn(shown).filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
    );
  });
});
