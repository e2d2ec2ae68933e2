import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Design } from '#core/design/design.ts';
import type { ConsentQuestion, PolicyAsked } from '#core/rollout/policy/policy-asked.ts';
import { testCounts } from '#core/rollout/policy/test-counts.ts';
import { deckDesign, sampleSource } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

/** One carrot by two channels, of which only one asks for consent; each pays in every cell, the asking one more. */
const totals = (customers: number, responders: number) => ({
  customers,
  responders,
  moneySum: 0,
  moneySumOfSquares: 0,
});
const design: Design = deckDesign();
const money = {
  marginPerResponse: 10_000,
  marginPerSales: 0.3,
  rewardPerResponse: 0,
  costPerContact: 10,
};
const consents: ConsentQuestion = {
  source: sampleSource,
  design,
  rules: defaultStageRules,
  running: [],
  asking: [{ channel: 'sms', column: 'consent_sms', values: ['1'] }],
};
const asked: PolicyAsked = {
  question: {
    counts: testCounts(Array.from({ length: 9 }, () => [totals(100, 5), totals(100, 20), totals(100, 40)])), // prettier-ignore
    carrots: [money, money],
    basis: 'response',
    capacities: [],
    budget: null,
    nextMoney: 1_000_000,
    confidenceShare: 0.95,
  },
  reach: {
    population: new Array<number>(9).fill(0),
    groups: null,
    holdoutShare: 0,
    channels: ['dm', 'sms'],
  },
  consents,
};

describe('the policy of the sample', () => {
  let engine: TestEngine;
  let question: PolicyAsked;

  beforeAll(async () => {
    engine = openEngine();
    await engine.request('load-sample', {});
    const { population } = await engine.request('count-quota', { ...consents, design });
    question = { ...asked, reach: { ...asked.reach, population } };
  });

  it('sends by a channel that asks for consent only to who gave it, and the others by the next best', async () => {
    const policy = value(await engine.request('find-policy', question));
    const consented = await Promise.all(
      [true, false].map(async (says) => {
        const { population } = await engine.request('count-quota', {
          ...consents,
          design: {
            ...design,
            eligibility: [
              ...design.eligibility,
              {
                isOn: true,
                exclude: !says,
                any: [
                  {
                    kind: 'category' as const,
                    variable: { from: 'customers' as const, column: 'consent_sms' },
                    values: ['1'],
                    drawn: null,
                  },
                ],
              },
            ],
          },
        });
        return population;
      }),
    );
    for (let cell = 0; cell < 9; cell++) {
      const [byMail, byMessage] = policy.chosen.plan.customers.slice(cell * 2, cell * 2 + 2);
      expect(byMessage).toBeCloseTo(consented[0]?.[cell] ?? NaN, 9);
      expect(byMail).toBeCloseTo(consented[1]?.[cell] ?? NaN, 9);
      expect(byMessage).toBeGreaterThan(0);
    }
  });

  it('says which column of consent is gone', async () => {
    const asking = [{ channel: 'sms', column: 'gone', values: ['1'] }];
    const refused = await engine.request('find-policy', {
      ...question,
      consents: { ...consents, asking },
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'column-missing', column: 'gone' } }); // prettier-ignore
  });
});
