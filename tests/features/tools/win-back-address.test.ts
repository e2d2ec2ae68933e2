import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tornado, twoWayTable } from '#core/rollout/win-back/sensitivity.ts';
import { factorRange, winBackFactors } from '#core/rollout/win-back/sensitivity-inputs.ts';
import { usualWinBack, type WinBackInputs } from '#core/rollout/win-back/win-back-inputs.ts';
import {
  usualQuestions,
  type WinBackQuestions,
} from '#core/rollout/win-back/win-back-questions.ts';
import { winBack } from '#core/rollout/win-back/win-back.ts';
import { followUpWorths } from '#core/rollout/win-back/follow-up-worth.ts';
import { parseWinBack, writeWinBack } from '#features/tools/win-back-address.ts';
import { hostileQuery, numbersIn } from './hostile-query.ts';

const deck =
  '?contacted=100&contactCost=3500&responded=30&followUpCost=500&retained=20&orderValue=30000&margin=0.3&orders=1&months=6';
const money = fc.double({ min: 0, max: 1e12, noNaN: true }).map((value) => value + 0);
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const customers = fc.integer({ min: 0, max: 1e9 });
const orders = fc.integer({ min: 0, max: 1000 });
const months = fc.integer({ min: 0, max: 1200 });
const inputs: fc.Arbitrary<WinBackInputs> = fc.record({
  contacted: fc.integer({ min: 1, max: 1e9 }),
  costPerContact: money,
  responded: customers,
  costPerReward: money,
  costPerFollowUp: money,
  retained: customers,
  orderValue: money,
  marginShare: share,
  ordersPerResponder: orders,
  months,
  discountPerMonth: share,
  holdoutShare: fc.option(share),
  holdoutRetainedShare: fc.option(share),
  retainedShareWithout: fc.option(share),
  followUps: fc.array(
    fc.record({
      name: fc.string({ maxLength: 40 }).map((name) => name.trim()),
      costPerCustomer: money,
      remaining: customers,
      ordersPerMonth: fc.option(orders),
      months: fc.option(months),
      shareWithout: fc.option(share),
      holdoutShare: fc.option(share),
    }),
    { maxLength: 8 },
  ),
});

/** A chain and anything that can be asked of it. */
const asked: fc.Arbitrary<readonly [WinBackInputs, WinBackQuestions]> = inputs.chain((given) => {
  const factor = fc.constantFrom(...winBackFactors(given));
  const questions = fc.record({
    aims: fc.record({
      alpha: fc.double({ min: 0.0001, max: 0.5, noNaN: true }),
      power: fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
    }),
    aim: fc.record({
      view:
        given.holdoutShare === null
          ? fc.constant('gross' as const)
          : fc.constantFrom('gross' as const, 'incremental' as const),
      measure: fc.constantFrom('profit' as const, 'roi' as const),
    }),
    spreads: fc
      .array(fc.tuple(factor, share), { maxLength: 3 })
      .map((pairs) => Object.fromEntries(pairs)),
    x: factor,
    y: factor,
  });
  return fc.tuple(fc.constant(given), questions);
});

describe('the address of the win-back calculator', () => {
  it('holds the whole funnel of the deck', () => {
    const { inputs: read, questions, problems } = parseWinBack(deck);
    const result = winBack(read);
    if (!result.ok) throw new Error(result.problem.code);
    expect(problems).toEqual({});
    expect(result.value).toMatchObject({
      contactCost: 350_000,
      totalCost: 365_000,
      gross: { profit: 985_000 },
    });
    expect(read).toEqual(usualWinBack);
    expect(questions).toEqual(usualQuestions(read));
    expect(`?${writeWinBack(read)}`).toBe(deck);
  });

  it('comes back from its own writing', () => {
    fc.assert(
      fc.property(asked, ([given, questions]) => {
        const read = parseWinBack(`?${writeWinBack(given, questions)}`);
        expect(read.inputs).toEqual(given);
        expect(read.questions).toEqual(questions);
        expect(read.problems).toEqual({});
      }),
    );
  });

  it('says further follow-ups shortly: name, cost, who remains, and what else is known', () => {
    const { inputs: read } = parseWinBack(`${deck}&steps=DM:300:15,전화 2차:500:10:3::0.4`);
    expect(read.followUps).toEqual([
      {
        name: 'DM',
        costPerCustomer: 300,
        remaining: 15,
        months: null,
        ordersPerMonth: null,
        shareWithout: null,
        holdoutShare: null,
      },
      {
        name: '전화 2차',
        costPerCustomer: 500,
        remaining: 10,
        months: 3,
        ordersPerMonth: null,
        shareWithout: 0.4,
        holdoutShare: null,
      },
    ]);
  });

  it('looks at the incremental profit as soon as there is a holdout', () => {
    expect(parseWinBack(deck).questions.aim.view).toBe('gross');
    expect(parseWinBack(`${deck}&holdout=0.1`).questions.aim.view).toBe('incremental');
    expect(parseWinBack(`${deck}&view=incremental`).problems.view?.code).toBe('unknown-choice');
  });

  it('forgets what was asked of a step that is gone', () => {
    const { inputs: read, questions } = parseWinBack(
      `${deck}&steps=DM:300:15&x=kept-2&ranges=months-2:0.5,margin:0.1`,
    );
    expect(questions).toMatchObject({ x: 'kept-2', spreads: { 'months-2': 0.5, margin: 0.1 } });
    const written = writeWinBack({ ...read, followUps: [] }, questions);
    expect(written).toContain('ranges=margin:0.1');
    expect(written).not.toContain('x=');
    expect(parseWinBack(`?${written}`).problems).toEqual({});
  });

  it('uses the number of the deck for what is missing or bad, and says so', () => {
    const { inputs: read, problems } = parseWinBack(
      '?contacted=-5&contactCost=1e309&responded=2.5&holdout=14&steps=DM&ranges=nothing:1&alpha=0',
    );
    expect(read).toMatchObject({ contacted: 100, costPerContact: 3500, responded: 30 });
    expect(read).toMatchObject({ holdoutShare: null, followUps: [] });
    expect(problems).toMatchObject({
      contacted: { code: 'too-small' },
      contactCost: { code: 'too-large' },
      responded: { code: 'not-whole' },
      retained: { code: 'missing' },
      holdout: { code: 'too-large' },
      steps: { code: 'malformed' },
      ranges: { code: 'unknown-choice' },
      alpha: { code: 'too-small' },
    });
  });

  it('turns every address, however hostile, into finite numbers', () => {
    const names = [
      ...deck
        .slice(1)
        .split('&')
        .map((part) => part.split('=')[0] ?? ''),
      'rewardCost',
      'discount',
      'holdout',
      'holdoutRetained',
      'retainedWithout',
      'steps',
      'ranges',
      'x',
      'y',
      'alpha',
    ];
    fc.assert(
      fc.property(hostileQuery(names), (search) => {
        const { inputs: read, questions } = parseWinBack(search);
        const result = winBack(read);
        const shown = result.ok
          ? [
              read,
              result,
              followUpWorths(read, questions.aims),
              tornado(read, questions.aim, questions.spreads),
              twoWayTable(
                read,
                questions.aim,
                { factor: questions.x, range: factorRange(read, questions.x, 0.5) },
                { factor: questions.y, range: factorRange(read, questions.y, 0.5) },
                3,
              ),
            ]
          : [read];
        expect(numbersIn(shown).filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
    );
  });
});
